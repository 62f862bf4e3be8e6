// All amendments to a document: filtered, searched, in the order of their lines or numbers; and for those who speak for
// a body, what it recommends on the ones that are chosen.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Amendment, AmendmentAnswer, Document, MyBacking, Verdict } from "../../api/nouns.ts";
import { fetchAmendments, fetchDocument, publishRecommendations, recommend } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import { idIn, type PageData } from "../../shell/page.ts";
import { announce } from "../../shell/notices.tsx";
import { me } from "../../shell/session.ts";
import { mount } from "../../shell/shell.tsx";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { AmendmentCard } from "./card.tsx";

const shown = signal<Document>(null as unknown as Document);
const items = signal<readonly Amendment[]>([]);
const mine = signal<Readonly<Record<string, MyBacking>>>({});
const next = signal<string | null>(null);
const filter = signal({ state: "", q: "", sort: "line" as "line" | "number" });
const chosen = signal<ReadonlySet<number>>(new Set());

async function load(more = false): Promise<void> {
    const { state, q, sort } = filter.value;
    const page = await fetchAmendments(shown.value.id, {
        state,
        q,
        sort,
        limit: 100,
        ...(more && next.value !== null && { after: next.value }),
    });
    items.value = more ? [...items.value, ...page.items] : page.items;
    mine.value = more ? { ...mine.value, ...page.mine } : page.mine;
    next.value = page.next;
}

function changed(answer: AmendmentAnswer | null): void {
    if (answer === null) return;
    items.value = items.value.map((one) => (one.id === answer.amendment.id ? answer.amendment : one));
    if (answer.mine !== null) mine.value = { ...mine.value, [answer.amendment.id]: answer.mine };
}

const states = ["", "submitted", "adopted", "rejected", "withdrawn"] as const;
const verdicts: Verdict[] = ["adopt", "reject", "none"];

function Filters() {
    const set = (change: Partial<typeof filter.value>) => {
        filter.value = { ...filter.value, ...change };
        void load();
    };
    return (
        <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
            <label>
                <span>{t("amendment.search")}</span>
                <input
                    type="search"
                    value={filter.value.q}
                    onChange={(event) => set({ q: event.currentTarget.value })}
                />
            </label>
            <label>
                <span>{t("amendment.stateHead")}</span>
                <select value={filter.value.state} onChange={(event) => set({ state: event.currentTarget.value })}>
                    {states.map((one) => (
                        <option key={one} value={one}>
                            {one === "" ? t("amendment.all") : t(`amendment.state.${one}`)}
                        </option>
                    ))}
                </select>
            </label>
            <label>
                <span>{t("comments.order")}</span>
                <select
                    value={filter.value.sort}
                    onChange={(event) => set({ sort: event.currentTarget.value as "line" | "number" })}
                >
                    <option value="line">{t("amendment.byLine")}</option>
                    <option value="number">{t("amendment.byNumber")}</option>
                </select>
            </label>
        </form>
    );
}

function Office() {
    const bodies = me.value.standings.filter((one) => ["editor", "administrator"].includes(one.role));
    const [unit, setUnit] = useState(bodies[0]?.unit.id ?? 0);
    const [verdict, setVerdict] = useState<Verdict>("adopt");
    const [reason, setReason] = useState("");
    const { busy, refusal, send } = useSubmission();
    if (bodies.length === 0) return null;
    const form = (publish: boolean) => ({ unit, amendments: [...chosen.value], verdict, reason, publish });
    const run = (publish: boolean) =>
        void send(
            (key) => recommend(shown.value.id, form(publish), key),
            () => {
                chosen.value = new Set();
                setReason("");
                announce(t(publish ? "recommendation.published" : "recommendation.kept"));
                void load();
            },
            form(publish),
        );
    const publishAll = () =>
        void publishRecommendations(shown.value.id, unit).then(
            ({ published }) => {
                announce(t("recommendation.publishedN", { n: published }));
                void load();
            },
            (error: unknown) => error instanceof Refusal && announce(sentenceOf(error)),
        );
    return (
        <section class="office" aria-label={t("recommendation.title")}>
            <h2>{t("recommendation.title")}</h2>
            <p class="hint">{t("recommendation.hint", { n: chosen.value.size })}</p>
            <Problem refusal={refusal} />
            <div class="filters">
                <label>
                    <span>{t("recommendation.unit")}</span>
                    <select value={String(unit)} onChange={(event) => setUnit(Number(event.currentTarget.value))}>
                        {bodies.map((one) => (
                            <option key={one.id} value={String(one.unit.id)}>
                                {one.unit.name}
                            </option>
                        ))}
                    </select>
                </label>
                <label>
                    <span>{t("recommendation.verdict")}</span>
                    <select value={verdict} onChange={(event) => setVerdict(event.currentTarget.value as Verdict)}>
                        {verdicts.map((one) => (
                            <option key={one} value={one}>
                                {t(`verdict.${one}`)}
                            </option>
                        ))}
                    </select>
                </label>
            </div>
            <Field label={t("amendment.reason")} name="reason" refusal={refusal}>
                {(attributes) => (
                    <textarea
                        {...attributes}
                        rows={2}
                        value={reason}
                        onInput={(event) => setReason(event.currentTarget.value)}
                    />
                )}
            </Field>
            <div class="actions">
                <button
                    type="button"
                    class="button"
                    disabled={busy || chosen.value.size === 0}
                    onClick={() => run(true)}
                >
                    {t("recommendation.publish")}
                </button>
                <button
                    type="button"
                    class="button quiet"
                    disabled={busy || chosen.value.size === 0}
                    onClick={() => run(false)}
                >
                    {t("recommendation.keep")}
                </button>
                <button type="button" class="link" onClick={publishAll}>
                    {t("recommendation.publishAll")}
                </button>
            </div>
        </section>
    );
}

function Page() {
    const doc = shown.value;
    const speaks = me.value.standings.some((one) => ["editor", "administrator"].includes(one.role));
    return (
        <>
            <p class="crumbs">
                <a href={`/processes/${doc.process.id}`}>{doc.process.title}</a>
                <a href={`/documents/${doc.id}`}>{doc.title}</a>
            </p>
            <h1>{t("amendment.title")}</h1>
            <p class="actions">
                {doc.may.edit && (
                    <a class="button" href={`/documents/${doc.id}/merge`}>
                        {t("merge.title")}
                    </a>
                )}
                <a class="button quiet" href={`/documents/${doc.id}/synopsis`}>
                    {t("synopsis.title")}
                </a>
            </p>
            <Filters />
            {speaks && <Office />}
            {items.value.length === 0 && <p class="empty">{t("amendment.none")}</p>}
            <div class="amendments">
                {items.value.map((amendment) => (
                    <div class="amendment-row" key={amendment.id}>
                        {speaks && amendment.state === "submitted" && (
                            <label class="amendment-choose">
                                <input
                                    type="checkbox"
                                    checked={chosen.value.has(amendment.id)}
                                    onChange={() => {
                                        const now = new Set(chosen.value);
                                        if (!now.delete(amendment.id)) now.add(amendment.id);
                                        chosen.value = now;
                                    }}
                                />
                                <span class="hidden">{t("amendment.choose", { n: String(amendment.number) })}</span>
                            </label>
                        )}
                        <AmendmentCard
                            amendment={amendment}
                            mine={mine.value[amendment.id] ?? null}
                            mayAmend={doc.may.amend}
                            onChange={changed}
                        />
                    </div>
                ))}
            </div>
            {next.value !== null && (
                <button type="button" class="button quiet" onClick={() => void load(true)}>
                    {t("comments.more")}
                </button>
            )}
        </>
    );
}

export async function start(page: PageData): Promise<void> {
    try {
        shown.value = await fetchDocument(idIn("documents"));
        await load();
        mount("main", <Page />);
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
    let waiting = 0;
    live(page.build).listen(`document:${shown.value.id}`, shown.value.last_event, {
        event: (event) => {
            if (event.kind === "amendment") {
                const amendment = event.body as Amendment;
                if (items.value.some((one) => one.id === amendment.id)) changed({ amendment, mine: null });
                else if (next.value === null) void load();
            } else if (event.kind === "version") {
                clearTimeout(waiting);
                waiting = window.setTimeout(() => void load(), 500 + 1500 * Math.random());
            }
        },
        resync: async () => {
            await load();
            return undefined;
        },
    });
}
