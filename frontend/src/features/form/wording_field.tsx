import type { FormLanguage, Wording } from "../../api/form_nouns.ts";
import { t } from "../../i18n/words.ts";
import { useId } from "../../ui/unique.ts";
import { inAny } from "./form_state.ts";

interface Props {
    label: string;
    hint?: string;
    value: Wording | undefined;
    /** The languages that the form speaks, in their order; the first is the one it is written in. */
    languages: FormLanguage[];
    rows?: number;
    /** Whether the form cannot be asked without it. */
    needed?: boolean;
    /** Whether the label is for screen readers alone. */
    quiet?: boolean;
    onChange: (value: Wording) => void;
}

/** One text in every language of the form, side by side; a language that lacks it says so. */
export function WordingField({ label, hint, value, languages, rows, needed = false, quiet = false, onChange }: Props) {
    const id = useId();
    const written = inAny(value) !== "";
    return (
        <div class="wording" role="group" aria-labelledby={`${id}-label`}>
            <span class={quiet ? "hidden" : "wording-label"} id={`${id}-label`}>
                {label}
            </span>
            {hint !== undefined && (
                <p class="hint" id={`${id}-hint`}>
                    {hint}
                </p>
            )}
            <div class="wording-texts">
                {languages.map((language) => {
                    const text = value?.[language] ?? "";
                    const missing = text.trim() === "" && (written || needed);
                    const common = {
                        id: `${id}-${language}`,
                        value: text,
                        lang: language,
                        maxLength: 5000,
                        "aria-label": languages.length > 1 ? `${label}, ${t(`language.${language}`)}` : label,
                        ...(hint !== undefined && { "aria-describedby": `${id}-hint` }),
                        onInput: (event: { currentTarget: { value: string } }) =>
                            onChange({ ...value, [language]: event.currentTarget.value }),
                    };
                    return (
                        <div key={language} class={missing ? "wording-text missing" : "wording-text"}>
                            {languages.length > 1 && (
                                <span class="wording-language" aria-hidden="true">
                                    {t(`language.${language}`)}
                                    {missing && <em> · {t("form.missing")}</em>}
                                </span>
                            )}
                            {rows === undefined ? <input {...common} /> : <textarea {...common} rows={rows} />}
                        </div>
                    );
                })}
            </div>
        </div>
    );
}
