// A process is begun or changed: what it is called, whom it is for, and its stages. What is typed is kept.
import { useMemo, useState } from "preact/hooks";
import type { Audience, Process } from "../../api/nouns.ts";
import { Refusal } from "../../api/request.ts";
import { changeProcess, createProcess, fetchProcess, fetchUnit, type ProcessForm } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { idIn } from "../../shell/page.ts";
import { mountRefused, requireEditor } from "../../shell/refused.tsx";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { fromLocal, toLocal } from "../../text/local_time.ts";
import { useDraft } from "../../ui/drafts.ts";
import { Problem, TextField } from "../../ui/field.tsx";
import { useFirstWrong } from "../../ui/first_wrong.ts";
import { KeptDraft } from "../../ui/kept_draft.tsx";
import { MarkdownField } from "../../ui/markdown_field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { UnitPicker } from "../../ui/unit_picker.tsx";
import { AmendmentRules } from "./amendment_rules.tsx";
import { Stages } from "./stages.tsx";
import { onto, type Typed } from "./typed.ts";

const audiences: Audience[] = ["members", "public", "units"];

const fresh = (): Typed => ({
    title: "",
    description: "",
    audience: "members",
    units: [],
    admits_participants: false,
    stages: [
        { title: t("stage.preparing"), kind: "preparing", starts: toLocal(new Date().toISOString()) },
        { title: t("stage.discussing"), kind: "discussing", starts: "" },
        { title: t("stage.closed"), kind: "closed", starts: "" },
    ],
    until: "",
    participants_amend: false,
    supporters: 0,
    supporters_from: "everybody",
    supporters_units: [],
    supporter_units: 0,
    each: 0,
    chain: [],
});

const typedOf = (process: Process): Typed => ({
    title: process.title,
    description: process.description,
    audience: process.audience,
    units: process.units,
    admits_participants: process.admits_participants,
    stages: process.stages.map(({ id, title, kind, starts }) => ({ id, title, kind, starts: toLocal(starts) })),
    until: toLocal(process.amendments.until),
    participants_amend: process.amendments.participants,
    supporters: process.amendments.supporters_needed,
    supporters_from: process.amendments.supporters_from,
    supporters_units: process.amendments.supporters_units.map((unit) => unit.id),
    supporter_units: process.amendments.supporter_units_needed,
    each: process.amendments.each,
    chain: process.amendments.chain.map((unit) => unit.id),
});

const formOf = (typed: Typed, process: Process | null): ProcessForm => ({
    title: typed.title,
    description: typed.description,
    audience: typed.audience,
    units: typed.audience === "units" ? typed.units : [],
    admits_participants: typed.admits_participants,
    stages: typed.stages.map(({ id, title, kind, starts }) => ({
        ...(id !== undefined && { id }),
        title,
        kind,
        starts: fromLocal(starts, process?.stages.find((stage) => stage.id === id)?.starts),
    })),
    amendments: {
        until: fromLocal(typed.until, process?.amendments.until),
        participants: typed.participants_amend,
        supporters_needed: typed.supporters,
        supporters_from: typed.supporters_from,
        supporters_units: typed.supporters_from === "units" ? typed.supporters_units : [],
        supporter_units_needed: typed.supporter_units,
        each: typed.each,
        chain: typed.chain,
    },
});

/** What is kept of a form: what was typed, and what the form was filled with. */
interface Kept {
    typed: Typed;
    base: Typed;
}

/** What is kept may have been typed before there was a field more, or before it was kept what the form began with. */
function readKept(text: string, loaded: Typed): Kept {
    const kept = JSON.parse(text) as Kept | Typed;
    if (!("base" in kept)) return { typed: { ...loaded, ...kept }, base: loaded };
    return { typed: { ...loaded, ...kept.typed }, base: { ...loaded, ...kept.base } };
}

/** A change of what was loaded. Stages replace all that there are, so they go along only where they were touched. */
function changeOf(typed: Typed, loaded: Typed, process: Process) {
    const { stages, ...rest } = formOf(typed, process);
    const touched = JSON.stringify(typed.stages) !== JSON.stringify(loaded.stages);
    return { seen: process.fingerprint ?? "", ...rest, ...(touched && { stages }) };
}

function Form({ unit, process: opened }: { unit: number; process: Process | null }) {
    const [process, setProcess] = useState(opened);
    const place = process === null ? `process:new:${unit}` : `process:${process.id}`;
    const loaded = useMemo(() => (process === null ? fresh() : typedOf(process)), [process]);
    const [kept, keep, drop] = useDraft(place, JSON.stringify({ typed: loaded, base: loaded }));
    const { typed: written, base } = readKept(kept, loaded);
    const typed = process === null ? written : onto(written, base, loaded);
    const set = (change: Partial<Typed>) => keep(JSON.stringify({ typed: { ...typed, ...change }, base: loaded }));
    const { busy, refusal, send } = useSubmission(place);
    const form = process === null ? formOf(typed, null) : changeOf(typed, loaded, process);
    const save = (key: string): Promise<Process> =>
        process === null
            ? createProcess(unit, formOf(typed, null), key)
            : changeProcess(process.id, changeOf(typed, loaded, process)).catch((error: unknown) => {
                  // What was typed stands; the rest is shown as a colleague has left it.
                  if (error instanceof Refusal && error.code === "process.changed")
                      setProcess((error.body as { current: Process }).current);
                  throw error;
              });
    const element = useFirstWrong(refusal);
    const check = (label: string, value: boolean, onChange: (value: boolean) => void, hint?: string) => (
        <label class="choice">
            <input type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
            <span>
                {label}
                {hint !== undefined && <small>{hint}</small>}
            </span>
        </label>
    );
    return (
        <form
            class="form"
            ref={element}
            onSubmit={(event) => {
                event.preventDefault();
                void send(
                    save,
                    (saved) => {
                        drop();
                        location.assign(`/processes/${saved.id}`);
                    },
                    form,
                );
            }}
        >
            <KeptDraft place={place} drop={drop} />
            <Problem refusal={refusal} fields={["title", "description", "stages", "units", "amendments"]} />
            <TextField
                label={t("document.title")}
                name="title"
                required
                maxLength={200}
                refusal={refusal}
                value={typed.title}
                onText={(title) => set({ title })}
            />
            <MarkdownField
                label={t("process.description")}
                name="description"
                refusal={refusal}
                value={typed.description}
                onText={(description) => set({ description })}
            />
            <fieldset>
                <legend>{t("process.audience")}</legend>
                {audiences.map((one) => (
                    <label class="choice" key={one}>
                        <input
                            type="radio"
                            name="audience"
                            checked={typed.audience === one}
                            onChange={() => set({ audience: one })}
                        />
                        <span>{t(`audience.${one}`)}</span>
                    </label>
                ))}
            </fieldset>
            {typed.audience === "units" && (
                <UnitPicker
                    label={t("process.units")}
                    refusal={refusal}
                    chosen={typed.units}
                    onChange={(units) => set({ units })}
                />
            )}
            {typed.audience === "public" &&
                check(
                    t("process.admits"),
                    typed.admits_participants,
                    (admits_participants) => set({ admits_participants }),
                    t("process.admitsHint"),
                )}
            <Stages stages={typed.stages} refusal={refusal} onChange={(stages) => set({ stages })} />
            {typed.stages.some((stage) => stage.kind === "amending") && (
                <AmendmentRules typed={typed} set={set} refusal={refusal} />
            )}
            <div class="actions">
                <button type="submit" class="button" disabled={busy}>
                    {process === null ? t("process.create") : t("save")}
                </button>
                <a href={process === null ? `/units/${unit}` : `/processes/${process.id}`}>{t("cancel")}</a>
            </div>
        </form>
    );
}

export async function start(): Promise<void> {
    try {
        const editing = location.pathname.startsWith("/processes/");
        const process = editing ? await fetchProcess(idIn("processes")) : null;
        if (process !== null) requireEditor(process);
        const unit = process?.unit ?? (await fetchUnit(idIn("units")));
        const title = process === null ? t("process.new") : t("process.edit");
        nameThePage(process === null ? title : `${title}: ${process.title}`);
        mount(
            "main",
            <>
                <p class="crumbs">
                    <a href={`/units/${unit.id}`}>{unit.name}</a>
                    {process !== null && <a href={`/processes/${process.id}`}>{process.title}</a>}
                </p>
                <h1>{title}</h1>
                <Form unit={unit.id} process={process} />
            </>,
        );
    } catch (error) {
        mountRefused(error);
    }
}
