// To whom a consultation was sent, and who has answered: for everybody who may read the process. Editors add, send,
// remind and waive here.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { ConsultationInFull, Consultee, Consultees, ConsulteeState } from "../../api/consultation_nouns.ts";
import {
    fetchConsultation,
    fetchConsultees,
    remindConsultees,
    sendConsultation,
} from "../../api/consultation_routes.ts";
import { Refusal } from "../../api/request.ts";
import { t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import { announce } from "../../shell/notices.tsx";
import { idIn, type PageData } from "../../shell/page.ts";
import { mountRefused } from "../../shell/refused.tsx";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { AskOnce } from "../../ui/ask_once.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { AddConsultees } from "./add_consultees.tsx";
import { ConsulteeRow } from "./consultee_row.tsx";
import { ConsultationHead } from "../form/consultation_head.tsx";

const shown = signal<{ consultation: ConsultationInFull; consultees: Consultees }>(null as never);
const load = async (id: number) => {
    const [consultation, consultees] = await Promise.all([fetchConsultation(id), fetchConsultees(id)]);
    shown.value = { consultation, consultees };
};
const put = (consultees: Consultees) => (shown.value = { ...shown.value, consultees });

const states: ConsulteeState[] = ["unsent", "sent", "opened", "declined", "answered"];
type Filter = ConsulteeState | "all" | "awaited";

const fits = (one: Consultee, filter: Filter) =>
    filter === "all" ||
    (filter === "awaited" ? one.must_be_heard && one.answered === null && one.waiver === null : one.state === filter);

function Filters({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
    const { items, counts } = shown.value.consultees;
    const all: [Filter, number][] = [
        ["all", items.length],
        ...states.map((state): [Filter, number] => [state, counts[state]]),
        ["awaited", counts.awaited],
    ];
    return (
        <div class="consultees-filters" role="group" aria-label={t("consultees.filter")}>
            {all
                .filter(([name, n]) => name === "all" || n > 0)
                .map(([name, n]) => (
                    <button
                        type="button"
                        class="chip-button"
                        key={name}
                        aria-pressed={filter === name}
                        onClick={() => onFilter(name)}
                    >
                        {t(`consultees.${name}`)} <strong>{n}</strong>
                    </button>
                ))}
        </div>
    );
}

function Office() {
    const { consultation, consultees } = shown.value;
    const [asked, setAsked] = useState<"add" | "send" | "remind" | null>(null);
    const submission = useSubmission();
    const { counts } = consultees;
    const silent = counts.sent + counts.opened;
    const runs = consultation.state === "open" || consultation.state === "coming";
    const write = (act: typeof sendConsultation, done: "consultees.wasSent" | "consultees.wasReminded") =>
        void submission.send(
            () => act(consultation.id),
            (after) => {
                put(after);
                setAsked(null);
                const more = after.unreachable > 0 ? ` ${t("consultees.unreachable", { n: after.unreachable })}` : "";
                announce(t(done, { n: after.written }) + more);
            },
        );
    return (
        <>
            <p class="actions">
                <button type="button" class="button quiet" onClick={() => setAsked("add")}>
                    <Icon name="plus" />
                    {t("consultees.add")}
                </button>
                <button
                    type="button"
                    class="button"
                    disabled={!runs || counts.unsent === 0}
                    onClick={() => setAsked("send")}
                >
                    {t("consultees.send", { n: counts.unsent })}
                </button>
                <button
                    type="button"
                    class="button quiet"
                    disabled={!runs || silent === 0}
                    onClick={() => setAsked("remind")}
                >
                    {t("consultees.remind", { n: silent })}
                </button>
            </p>
            {consultation.state === "draft" && <p class="hint">{t("consultees.draft")}</p>}
            {asked === "add" && (
                <AddConsultees
                    consultation={consultation.id}
                    onAdded={(after) => {
                        put(after);
                        setAsked(null);
                        announce(t("consultees.added", { n: after.added }));
                    }}
                    onClose={() => setAsked(null)}
                />
            )}
            {asked === "send" && (
                <AskOnce
                    title={t("consultees.sendTitle")}
                    text={t("consultees.sendText", { n: counts.unsent })}
                    word={t("consultees.send", { n: counts.unsent })}
                    submission={submission}
                    onYes={() => write(sendConsultation, "consultees.wasSent")}
                    onClose={() => setAsked(null)}
                />
            )}
            {asked === "remind" && (
                <AskOnce
                    title={t("consultees.remindTitle")}
                    text={t("consultees.remindText")}
                    word={t("consultees.remind", { n: silent })}
                    submission={submission}
                    onYes={() => write(remindConsultees, "consultees.wasReminded")}
                    onClose={() => setAsked(null)}
                />
            )}
        </>
    );
}

function Page() {
    const { consultation, consultees } = shown.value;
    const [filter, setFilter] = useState<Filter>("all");
    const [words, setWords] = useState("");
    const wanted = words.trim().toLowerCase();
    const found = consultees.items.filter((one) => fits(one, filter) && one.name.toLowerCase().includes(wanted));
    const { answered, awaited } = consultees.counts;
    return (
        <>
            <ConsultationHead consultation={consultation} page="consultees" />
            <h2 class="consultees-head">{t("consultees.title")}</h2>
            <p class="muted">
                {t("consultees.sofar", { n: answered, all: consultees.items.length })}
                {awaited > 0 && <> {t("consultees.waits", { n: awaited })}</>}
            </p>
            {consultation.may.edit && <Office />}
            {consultees.items.length > 0 ? (
                <>
                    <Filters filter={filter} onFilter={setFilter} />
                    {consultees.items.length > 12 && (
                        <label class="field consultees-find">
                            <span>{t("consultees.find")}</span>
                            <input
                                type="search"
                                value={words}
                                onInput={(event) => setWords(event.currentTarget.value)}
                            />
                        </label>
                    )}
                    <ul class="consultees">
                        {found.map((one) => (
                            <ConsulteeRow
                                key={one.id}
                                consultee={one}
                                edits={consultation.may.edit}
                                onChanged={() => void load(consultation.id).catch(() => undefined)}
                            />
                        ))}
                    </ul>
                    {found.length === 0 && <p class="empty">{t("form.nothingFound")}</p>}
                </>
            ) : (
                <p class="empty">{t("consultees.none")}</p>
            )}
        </>
    );
}

export async function start(page: PageData): Promise<void> {
    const id = idIn("consultations");
    try {
        await load(id);
    } catch (error) {
        if (error instanceof Refusal) return mountRefused(error);
        throw error;
    }
    nameThePage(`${t("consultees.title")}: ${shown.value.consultation.title}`);
    mount("main", <Page />);
    let waiting = 0;
    live(page.build).listen(`process:${shown.value.consultation.process}`, undefined, {
        listening: () => void load(id).catch(() => undefined), // what came between the first look and now
        event: () => {
            clearTimeout(waiting);
            waiting = window.setTimeout(() => void load(id).catch(() => undefined), 300 + 700 * Math.random());
        },
        resync: async (): Promise<undefined> => {
            await load(id).catch(() => undefined);
        },
    });
}
