// The dated stages of a process, as an editor plans them.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { StageKind } from "../../api/nouns.ts";
import type { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { Icon } from "../../ui/icon.tsx";
import { useId } from "../../ui/unique.ts";
import { firstOutOfOrder, type PlannedStage } from "./planned.ts";

const kinds: StageKind[] = ["preparing", "reading", "discussing", "amending", "voting", "closed"];

interface StageProps {
    stage: PlannedStage;
    n: number;
    of: number;
    /** The id of the sentence that says why this stage's time is refused. */
    wrong: string | undefined;
    onChange: (change: Partial<PlannedStage>) => void;
    onMove: (by: -1 | 1) => void;
    onRemove: () => void;
}

function Planned({ stage, n, of, wrong, onChange, onMove, onRemove }: StageProps) {
    const name = stage.title || t("process.stageN", { n });
    return (
        <>
            <label>
                <span>{t("document.title")}</span>
                <input
                    value={stage.title}
                    required
                    maxLength={100}
                    onInput={(event) => onChange({ title: event.currentTarget.value })}
                />
            </label>
            <label>
                <span>{t("process.kind")}</span>
                <select
                    value={stage.kind}
                    onChange={(event) => onChange({ kind: event.currentTarget.value as StageKind })}
                >
                    {kinds.map((kind) => (
                        <option key={kind} value={kind}>
                            {t(`stage.${kind}`)}
                        </option>
                    ))}
                </select>
            </label>
            <label class={wrong === undefined ? "" : "field wrong"}>
                <span>{t("process.starts")}</span>
                <input
                    type="datetime-local"
                    value={stage.starts}
                    {...(wrong !== undefined && { "aria-invalid": "true" as const, "aria-describedby": wrong })}
                    onInput={(event) => onChange({ starts: event.currentTarget.value })}
                />
            </label>
            <p class="planned-acts">
                <button
                    type="button"
                    class="icon-button up"
                    aria-label={t("process.up", { stage: name })}
                    disabled={n === 1}
                    onClick={() => onMove(-1)}
                >
                    <Icon name="up" />
                </button>
                <button
                    type="button"
                    class="icon-button down turned"
                    aria-label={t("process.down", { stage: name })}
                    disabled={n === of}
                    onClick={() => onMove(1)}
                >
                    <Icon name="up" />
                </button>
                <button
                    type="button"
                    class="icon-button"
                    aria-label={t("process.removeStage", { stage: name })}
                    disabled={of === 1}
                    onClick={onRemove}
                >
                    <Icon name="cross" />
                </button>
            </p>
        </>
    );
}

/** Names for the rows that go along when they move, so that the input that one stands in goes along too. */
function useKeys(length: number) {
    const given = useRef(0);
    const keys = useRef<number[]>([]);
    while (keys.current.length < length) keys.current.push(++given.current);
    keys.current.length = length;
    return keys.current;
}

interface Props {
    stages: PlannedStage[];
    refusal: Refusal | null;
    onChange: (stages: PlannedStage[]) => void;
}

export function Stages({ stages, refusal, onChange }: Props) {
    const list = useRef<HTMLOListElement>(null);
    const keys = useKeys(stages.length);
    const [said, say] = useState("");
    const next = useRef<{ row: number; selectors: string[] } | null>(null); // where the focus goes once it is drawn
    useLayoutEffect(() => {
        const row = next.current === null ? null : list.current?.children[next.current.row];
        const found = next.current?.selectors.map((one) => row?.querySelector<HTMLElement>(one)).find(Boolean);
        next.current = null;
        found?.focus();
    });
    const move = (i: number, by: -1 | 1) => {
        const moved = [...stages];
        for (const list of [moved, keys] as unknown[][]) list.splice(i + by, 0, ...list.splice(i, 1));
        const [same, other] = by < 0 ? ["up", "down"] : ["down", "up"];
        next.current = { row: i + by, selectors: [`.${same}:enabled`, `.${other}:enabled`] };
        say(t("process.moved", { stage: stages[i]!.title, n: i + by + 1, all: stages.length }));
        onChange(moved);
    };
    const remove = (i: number) => {
        keys.splice(i, 1);
        next.current = { row: Math.min(i, stages.length - 2), selectors: ["input"] };
        onChange(stages.filter((_, j) => j !== i));
    };
    const add = () => {
        next.current = { row: stages.length, selectors: ["input"] };
        onChange([...stages, { title: "", kind: "discussing", starts: "" }]);
    };
    const reason = useId();
    const wrong = refusal !== null && refusal.field.startsWith("stages");
    const early = refusal?.code === "process.stage_order" ? firstOutOfOrder(stages) : -1;
    return (
        <fieldset class="field">
            <legend>{t("process.stages")}</legend>
            <p class="hint">{t("process.stagesHint")}</p>
            <ol class="planned" ref={list}>
                {stages.map((stage, i) => (
                    <li key={keys[i]}>
                        <Planned
                            stage={stage}
                            n={i + 1}
                            of={stages.length}
                            wrong={wrong && i === early ? reason : undefined}
                            onChange={(change) =>
                                onChange(stages.map((one, j) => (i === j ? { ...one, ...change } : one)))
                            }
                            onMove={(by) => move(i, by)}
                            onRemove={() => remove(i)}
                        />
                        {wrong && i === early && (
                            <p class="field-wrong" id={reason}>
                                {sentenceOf(refusal)}
                            </p>
                        )}
                    </li>
                ))}
            </ol>
            {wrong && early < 0 && <p class="field-wrong">{sentenceOf(refusal)}</p>}
            <p role="status" class="hidden">
                {said}
            </p>
            <button type="button" class="button quiet small" disabled={stages.length >= 20} onClick={add}>
                <Icon name="plus" />
                {t("process.addStage")}
            </button>
        </fieldset>
    );
}
