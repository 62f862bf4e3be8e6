import { formLanguages, type Form, type FormLanguage } from "../../api/form_nouns.ts";
import { t } from "../../i18n/words.ts";
import { missingIn, speaks } from "./form_check.ts";

interface Props {
    form: Form;
    /** Those that the form speaks. */
    languages: FormLanguage[];
    onChange: (language: FormLanguage, on: boolean) => void;
}

/** Which languages the form speaks, and how much of each is missing. */
export function Languages({ form, languages, onChange }: Props) {
    return (
        <fieldset class="languages">
            <legend>{t("form.languages")}</legend>
            {formLanguages.map((one) => {
                const missing = missingIn(form, one);
                return (
                    <label class="chip-button" key={one}>
                        <input
                            type="checkbox"
                            checked={languages.includes(one)}
                            disabled={one === "nb" || speaks(form, one)}
                            onChange={(event) => onChange(one, event.currentTarget.checked)}
                        />
                        <span>
                            {t(`language.${one}`)}
                            {languages.includes(one) && missing > 0 && (
                                <small> {t("form.missingN", { n: missing })}</small>
                            )}
                        </span>
                    </label>
                );
            })}
        </fieldset>
    );
}
