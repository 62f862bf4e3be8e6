// A process is begun or changed: what it is called, whom it is for, and its stages. What is typed is kept.
import type { Audience, Process } from "../../api/nouns.ts";
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
import type { PlannedStage } from "./planned.ts";
import { AmendmentRules } from "./amendment_rules.tsx";
import { Stages } from "./stages.tsx";

export interface Typed {
    title: string;
    description: string;
    audience: Audience;
    units: number[];
    admits_participants: boolean;
    stages: PlannedStage[];
    until: string;
    participants_amend: boolean;
    supporters: number;
    supporters_from: SupportersFrom;
    supporters_units: number[];
    supporter_units: number;
    each: number;
    chain: number[];
}

export type SupportersFrom = Process["amendments"]["supporters_from"];
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

function Form({ unit, process }: { unit: number; process: Process | null }) {
    const place = process === null ? `process:new:${unit}` : `process:${process.id}`;
    const initial = JSON.stringify(process === null ? fresh() : typedOf(process));
    const [kept, keep, drop] = useDraft(place, initial);
    // What is kept may have been typed before there was a field more.
    const typed = { ...fresh(), ...(JSON.parse(kept) as Typed) };
    const set = (change: Partial<Typed>) => keep(JSON.stringify({ ...typed, ...change }));
    const { busy, refusal, send } = useSubmission(place);
    const form = formOf(typed, process);
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
                    (key) => (process === null ? createProcess(unit, form, key) : changeProcess(process.id, form)),
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
