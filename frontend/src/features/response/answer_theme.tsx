// One theme: what they wrote, and beside it the committee's response. What is typed is kept in the browser until the
// server has it; where a colleague was faster, both texts stay.
import { useEffect, useState } from "preact/hooks";
import {
    fetchRevisions,
    statuses,
    storeResponse,
    type ResponseForm,
    type ThemeResponse,
} from "../../api/response_routes.ts";
import { day, t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { dropDraft, keepDraft, readDraft } from "../../ui/drafts.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { ChangedChoice } from "./changed_choice.tsx";
import { joined, LeftWords } from "./left_words.tsx";
import { Passages } from "./passages.tsx";
import { all, load, theme } from "./store.ts";

const fields = ["status", "heard", "decided", "why", "version"];

const formOf = (response: ThemeResponse | null): ResponseForm => ({
    base: response?.revision ?? 0,
    status: response?.status ?? "noted",
    heard: response?.heard ?? "",
    decided: response?.decided ?? "",
    why: response?.why ?? "",
    version: response?.version ?? 0,
    blocks: response?.blocks.map((one) => one.block) ?? [],
    quotes: response?.quotes ?? [],
});

export function ResponseText({ response }: { response: ThemeResponse }) {
    return (
        <>
            <p class="theme-status">
                <span class={`status ${response.status}`}>{t(`status.${response.status}`)}</span>
            </p>
            {(["heard", "decided", "why"] as const).map(
                (name) =>
                    response[name] !== "" && (
                        <div key={name}>
                            <p class="part-head">{t(`response.${name}`)}</p>
                            <p class="part">{response[name]}</p>
                        </div>
                    ),
            )}
        </>
    );
}

function Revisions({ id, newest }: { id: number; newest: number }) {
    const [items, setItems] = useState<ThemeResponse[] | null>(null);
    useEffect(() => setItems(null), [id, newest]);
    if (newest < 2) return null;
    return (
        <details
            class="revisions"
            onToggle={(event) => {
                if (!event.currentTarget.open || items !== null) return;
                void fetchRevisions(all.value.consultation.id, id).then((page) => setItems(page.items));
            }}
        >
            <summary>{t("response.revisions")}</summary>
            {items?.slice(1).map((one) => (
                <article key={one.revision}>
                    <h4>{t("response.revision", { n: one.revision, name: one.author.name })}</h4>
                    <p class="muted">{day(one.at)}</p>
                    <ResponseText response={one} />
                </article>
            ))}
        </details>
    );
}

export function AnswerTheme() {
    const shown = theme.value!;
    const place = `response:${shown.id}`;
    const stored = shown.response;
    const [typed, setTyped] = useState<ResponseForm>(() => {
        const kept = readDraft(place);
        return kept === null ? formOf(stored) : (JSON.parse(kept) as ResponseForm);
    });
    const [touched, setTouched] = useState(() => readDraft(place) !== null);
    const { busy, refusal, send, clear } = useSubmission();
    // Nothing typed here: what a colleague saves is shown at once.
    useEffect(() => {
        if (!touched) setTyped(formOf(stored));
    }, [stored?.revision]);
    const behind = touched && stored !== null && stored.revision > typed.base;
    const change = (more: Partial<ResponseForm>) => {
        const next = { ...typed, ...more };
        setTyped(next);
        setTouched(true);
        keepDraft(place, JSON.stringify(next));
    };
    const forget = (response: ThemeResponse | null) => {
        dropDraft(place);
        setTouched(false);
        setTyped(formOf(response));
        clear();
    };
    const save = () =>
        void send(
            () => storeResponse(all.value.consultation.id, shown.id, typed),
            (response) => {
                // What was typed while it was stored stays, on top of what is stored by then.
                const kept = readDraft(place);
                const now = kept === null ? typed : (JSON.parse(kept) as ResponseForm);
                if (JSON.stringify(now) === JSON.stringify(typed)) forget(response);
                else change({ ...now, base: response.revision });
                announce(t("response.saved", { n: response.revision }));
                void load(all.value.consultation.id);
            },
            typed,
        ).then((done) => {
            if (!done) void load(all.value.consultation.id);
        });
    const area = (name: "heard" | "decided" | "why", rows: number, hint?: string) => (
        <Field label={t(`response.${name}`)} name={name} refusal={refusal} {...(hint !== undefined && { hint })}>
            {(attributes) => (
                <textarea
                    {...attributes}
                    rows={rows}
                    maxLength={20000}
                    value={typed[name]}
                    onInput={(event) => change({ [name]: event.currentTarget.value })}
                />
            )}
        </Field>
    );
    return (
        <>
            <h2>{shown.title}</h2>
            <div class="responding-one">
                <Passages quotes={typed.quotes} onQuotes={(quotes) => change({ quotes })} />
                <section aria-labelledby="response-form">
                    <h3 id="response-form">{t("response.form")}</h3>
                    {!all.value.may.edit && stored !== null && <ResponseText response={stored} />}
                    {!all.value.may.edit && stored === null && <p class="empty">{t("response.unanswered")}</p>}
                    {all.value.may.edit && (
                        <form
                            class="form"
                            onSubmit={(event) => {
                                event.preventDefault();
                                save();
                            }}
                        >
                            <Problem refusal={refusal} fields={fields} />
                            <LeftWords theme={shown.id} onTakeIn={(left) => change(joined(typed, left))} />
                            {behind && (
                                <div class="problem" role="status">
                                    <p>{t("response.newer", { name: stored.author.name, n: stored.revision })}</p>
                                    <details>
                                        <summary>{t("response.theirs")}</summary>
                                        <ResponseText response={stored} />
                                    </details>
                                    <p class="actions">
                                        <button
                                            type="button"
                                            class="button quiet"
                                            onClick={() => change({ base: stored.revision })}
                                        >
                                            {t("response.keepMine")}
                                        </button>
                                        <button type="button" class="link" onClick={() => forget(stored)}>
                                            {t("response.takeTheirs")}
                                        </button>
                                    </p>
                                </div>
                            )}
                            <Field label={t("response.status")} name="status" refusal={refusal}>
                                {(attributes) => (
                                    <select
                                        {...attributes}
                                        value={typed.status}
                                        onChange={(event) =>
                                            change({ status: event.currentTarget.value as ResponseForm["status"] })
                                        }
                                    >
                                        {statuses.map((one) => (
                                            <option key={one} value={one}>
                                                {t(`status.${one}`)}
                                            </option>
                                        ))}
                                    </select>
                                )}
                            </Field>
                            {area("heard", 4, t("response.heardHint"))}
                            {area("decided", 4)}
                            {area("why", 3)}
                            {all.value.document !== null && (
                                <ChangedChoice
                                    version={typed.version}
                                    blocks={typed.blocks}
                                    refusal={refusal}
                                    onChange={(version, blocks) => change({ version, blocks })}
                                />
                            )}
                            <div class="actions">
                                <button class="button" disabled={busy || behind || !touched}>
                                    {t("response.save")}
                                </button>
                            </div>
                        </form>
                    )}
                    <Revisions id={shown.id} newest={stored?.revision ?? 0} />
                </section>
            </div>
        </>
    );
}
