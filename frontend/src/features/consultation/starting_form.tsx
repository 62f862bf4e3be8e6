import { useState } from "preact/hooks";
import type { Section } from "../../api/form_nouns.ts";
import { t } from "../../i18n/words.ts";
import { BeginFrom } from "../form/templates.tsx";

/** The form that a new consultation begins with; null sections: an empty one. */
export interface Start {
    sections: Section[] | null;
}

interface Props {
    unit: { id: number; name: string };
    start: Start;
    onChange: (start: Start) => void;
}

export function StartingForm({ unit, start, onChange }: Props) {
    const [asked, setAsked] = useState(false);
    const questions = start.sections?.reduce((sum, one) => sum + one.questions.length, 0) ?? 0;
    return (
        <fieldset>
            <legend>{t("desk.form")}</legend>
            <p class="hint">{start.sections === null ? t("desk.emptyForm") : t("desk.chosenForm", { n: questions })}</p>
            <p class="actions">
                <button type="button" class="button quiet small" onClick={() => setAsked(true)}>
                    {t("form.beginFrom")}
                </button>
                {start.sections !== null && (
                    <button type="button" class="link" onClick={() => onChange({ sections: null })}>
                        {t("desk.beginEmpty")}
                    </button>
                )}
            </p>
            {asked && (
                <BeginFrom
                    unit={unit}
                    consultation={null}
                    onForm={({ sections }) => onChange({ sections })}
                    onClose={() => setAsked(false)}
                />
            )}
        </fieldset>
    );
}
