// The dated stages of a process, as an editor plans them.
import type { StageKind } from "../../api/nouns.ts";
import type { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { Icon } from "../../ui/icon.tsx";

export interface PlannedStage {
    id?: number;
    title: string;
    kind: StageKind;
    /** Of the reader's clock, "" for a stage that begins by hand. */
    starts: string;
}

const kinds: StageKind[] = ["preparing", "reading", "discussing", "amending", "voting", "closed"];

interface Props {
    stages: PlannedStage[];
    refusal: Refusal | null;
    onChange: (stages: PlannedStage[]) => void;
}

export function Stages({ stages, refusal, onChange }: Props) {
    const set = (i: number, change: Partial<PlannedStage>) =>
        onChange(stages.map((one, j) => (i === j ? { ...one, ...change } : one)));
    const move = (i: number, by: number) => {
        const next = [...stages];
        const [stage] = next.splice(i, 1);
        next.splice(i + by, 0, stage!);
        onChange(next);
    };
    const wrong = refusal !== null && refusal.field.startsWith("stages");
    return (
        <fieldset class={wrong ? "field wrong" : "field"}>
            <legend>{t("process.stages")}</legend>
            <p class="hint">{t("process.stagesHint")}</p>
            {wrong && <p class="field-wrong">{sentenceOf(refusal)}</p>}
            <ol class="planned">
                {stages.map((stage, i) => (
                    <li key={i}>
                        <label>
                            <span>{t("document.title")}</span>
                            <input
                                value={stage.title}
                                required
                                maxLength={100}
                                onInput={(event) => set(i, { title: event.currentTarget.value })}
                            />
                        </label>
                        <label>
                            <span>{t("process.kind")}</span>
                            <select
                                value={stage.kind}
                                onChange={(event) => set(i, { kind: event.currentTarget.value as StageKind })}
                            >
                                {kinds.map((kind) => (
                                    <option key={kind} value={kind}>
                                        {t(`stage.${kind}`)}
                                    </option>
                                ))}
                            </select>
                        </label>
                        <label>
                            <span>{t("process.starts")}</span>
                            <input
                                type="datetime-local"
                                value={stage.starts}
                                onInput={(event) => set(i, { starts: event.currentTarget.value })}
                            />
                        </label>
                        <p class="planned-acts">
                            <button
                                type="button"
                                class="icon-button"
                                aria-label={t("process.up", { stage: stage.title })}
                                disabled={i === 0}
                                onClick={() => move(i, -1)}
                            >
                                <Icon name="up" />
                            </button>
                            <button
                                type="button"
                                class="icon-button turned"
                                aria-label={t("process.down", { stage: stage.title })}
                                disabled={i === stages.length - 1}
                                onClick={() => move(i, 1)}
                            >
                                <Icon name="up" />
                            </button>
                            <button
                                type="button"
                                class="icon-button"
                                aria-label={t("process.removeStage", { stage: stage.title })}
                                disabled={stages.length === 1}
                                onClick={() => onChange(stages.filter((_, j) => j !== i))}
                            >
                                <Icon name="cross" />
                            </button>
                        </p>
                    </li>
                ))}
            </ol>
            <button
                type="button"
                class="button quiet small"
                disabled={stages.length >= 20}
                onClick={() => onChange([...stages, { title: "", kind: "discussing", starts: "" }])}
            >
                <Icon name="plus" />
                {t("process.addStage")}
            </button>
        </fieldset>
    );
}
