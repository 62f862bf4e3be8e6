// A ballot is drafted or changed. Its rules can be changed until it opens, and never after.
import type { Ballot, Process } from "../../api/nouns.ts";
import { changeBallot, createBallot, fetchBallot, fetchProcess, type BallotForm } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { t } from "../../i18n/words.ts";
import { idIn } from "../../shell/page.ts";
import { mountRefused, requireEditor } from "../../shell/refused.tsx";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { fromLocal, toLocal } from "../../text/local_time.ts";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem, TextField } from "../../ui/field.tsx";
import { useFirstWrong } from "../../ui/first_wrong.ts";
import { KeptDraft } from "../../ui/kept_draft.tsx";
import { MarkdownField } from "../../ui/markdown_field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { UnitPicker } from "../../ui/unit_picker.tsx";
import { Choices } from "./choices.tsx";
import { Choose } from "./choose.tsx";

interface Typed {
    question: string;
    description: string;
    document: number;
    kind: "approval" | "options";
    choices: string[];
    disclosure: "named" | "result_only";
    results_visible: "after_close" | "always";
    admits_participants: boolean;
    units: number[];
    opens: string;
    closes: string;
}

const fresh = (process: Process): Typed => ({
    question: "",
    description: "",
    document: 0,
    kind: "approval",
    choices: ["", ""],
    disclosure: "result_only",
    results_visible: "after_close",
    admits_participants: false,
    units: process.audience === "units" ? process.units : [process.unit.id],
    opens: "",
    closes: "",
});

const typedOf = (ballot: Ballot): Typed => ({
    question: ballot.question,
    description: ballot.description ?? "",
    document: ballot.document ?? 0,
    kind: ballot.kind,
    choices: ballot.kind === "options" ? ballot.choices.map((choice) => choice.label) : ["", ""],
    disclosure: ballot.disclosure,
    results_visible: ballot.results_visible,
    admits_participants: ballot.admits_participants,
    units: ballot.units,
    opens: toLocal(ballot.opens),
    closes: toLocal(ballot.closes),
});

const formOf = (typed: Typed, ballot: Ballot | null): BallotForm => ({
    question: typed.question,
    description: typed.description,
    document: typed.document === 0 ? null : typed.document,
    kind: typed.kind,
    ...(typed.kind === "options" && { choices: typed.choices.filter((label) => label.trim() !== "") }),
    disclosure: typed.disclosure,
    results_visible: typed.results_visible,
    admits_participants: typed.admits_participants,
    units: typed.units,
    opens: fromLocal(typed.opens, ballot?.opens),
    closes: fromLocal(typed.closes, ballot?.closes),
});

// What the server refuses in these is said beside them.
const inPlace = ["question", "description", "document", "choices", "units", "opens", "closes"];

function Form({ process, ballot }: { process: Process; ballot: Ballot | null }) {
    const place = ballot === null ? `ballot:new:${process.id}` : `ballot:${ballot.id}`;
    const [kept, keep, drop] = useDraft(place, JSON.stringify(ballot === null ? fresh(process) : typedOf(ballot)));
    const typed = JSON.parse(kept) as Typed;
    const set = (change: Partial<Typed>) => keep(JSON.stringify({ ...typed, ...change }));
    const { busy, refusal, send } = useSubmission(place);
    const form = formOf(typed, ballot);
    const element = useFirstWrong(refusal);
    const time = (name: "opens" | "closes") => (
        <Field label={t(`ballot.${name}`)} hint={t(`ballot.${name}Hint`)} name={name} refusal={refusal}>
            {(attributes) => (
                <input
                    {...attributes}
                    type="datetime-local"
                    value={typed[name]}
                    onInput={(event) => set({ [name]: event.currentTarget.value })}
                />
            )}
        </Field>
    );
    return (
        <form
            class="form"
            ref={element}
            onSubmit={(event) => {
                event.preventDefault();
                void send(
                    (key) => (ballot === null ? createBallot(process.id, form, key) : changeBallot(ballot.id, form)),
                    (saved) => {
                        drop();
                        location.assign(`/ballots/${saved.id}`);
                    },
                    form,
                );
            }}
        >
            <KeptDraft place={place} drop={drop} />
            <Problem refusal={refusal} fields={inPlace} />
            <TextField
                label={t("ballot.question")}
                name="question"
                required
                maxLength={300}
                refusal={refusal}
                value={typed.question}
                onText={(question) => set({ question })}
            />
            <MarkdownField
                label={t("process.description")}
                name="description"
                refusal={refusal}
                value={typed.description}
                onText={(description) => set({ description })}
            />
            {process.documents.length > 0 && (
                <Field label={t("ballot.about")} name="document" refusal={refusal}>
                    {(attributes) => (
                        <select
                            {...attributes}
                            value={String(typed.document)}
                            onChange={(event) => set({ document: Number(event.currentTarget.value) })}
                        >
                            <option value="0">{t("ballot.noDocument")}</option>
                            {process.documents.map((document) => (
                                <option key={document.id} value={String(document.id)}>
                                    {document.title}
                                </option>
                            ))}
                        </select>
                    )}
                </Field>
            )}
            <Choose
                legend={t("ballot.kind")}
                name="kind"
                value={typed.kind}
                options={[
                    ["approval", t("ballot.kind.approval")],
                    ["options", t("ballot.kind.options")],
                ]}
                onChange={(kind) => set({ kind })}
            />
            {typed.kind === "options" && (
                <Choices choices={typed.choices} refusal={refusal} onChange={(choices) => set({ choices })} />
            )}
            <UnitPicker
                label={t("ballot.units")}
                refusal={refusal}
                chosen={typed.units}
                onChange={(units) => set({ units })}
            />
            <Choose
                legend={t("ballot.disclosureHead")}
                name="disclosure"
                value={typed.disclosure}
                options={[
                    ["result_only", t("ballot.disclosure.result_only")],
                    ["named", t("ballot.disclosure.named")],
                ]}
                onChange={(disclosure) => set({ disclosure })}
            />
            <Choose
                legend={t("ballot.visible")}
                name="visible"
                value={typed.results_visible}
                options={[
                    ["after_close", t("ballot.visible.after_close")],
                    ["always", t("ballot.visible.always")],
                ]}
                onChange={(results_visible) => set({ results_visible })}
            />
            <label class="choice">
                <input
                    type="checkbox"
                    checked={typed.admits_participants}
                    onChange={(event) => set({ admits_participants: event.currentTarget.checked })}
                />
                <span>
                    {t("ballot.admits")}
                    <small>{t("ballot.admitsHint")}</small>
                </span>
            </label>
            <div class="pair">
                {time("opens")}
                {time("closes")}
            </div>
            <div class="actions">
                <button type="submit" class="button" disabled={busy}>
                    {t("ballot.saveDraft")}
                </button>
                <a href={ballot === null ? `/processes/${process.id}` : `/ballots/${ballot.id}`}>{t("cancel")}</a>
            </div>
        </form>
    );
}

export async function start(): Promise<void> {
    try {
        const ballot = location.pathname.startsWith("/ballots/") ? await fetchBallot(idIn("ballots")) : null;
        const process = await fetchProcess(ballot?.process ?? idIn("processes"));
        requireEditor(process);
        if (ballot !== null && ballot.state !== "draft") throw new Refusal(409, "ballot.rules_fixed");
        const title = ballot === null ? t("ballot.new") : t("ballot.edit");
        nameThePage(`${title}: ${ballot?.question ?? process.title}`);
        mount(
            "main",
            <>
                <p class="crumbs">
                    <a href={`/processes/${process.id}`}>{process.title}</a>
                </p>
                <h1>{title}</h1>
                <Form process={process} ballot={ballot} />
            </>,
        );
    } catch (error) {
        mountRefused(error);
    }
}
