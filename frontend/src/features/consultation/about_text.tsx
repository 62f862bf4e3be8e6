// Which version of which document a consultation asks about.
import type { ConsultationInFull } from "../../api/consultation_nouns.ts";
import type { Process } from "../../api/nouns.ts";
import type { Refusal } from "../../api/request.ts";
import { t } from "../../i18n/words.ts";
import { Field } from "../../ui/field.tsx";
import type { Typed } from "./settings_typed.ts";

interface Props {
    process: Process;
    consultation: ConsultationInFull | null;
    typed: Typed;
    refusal: Refusal | null;
    onChange: (change: Partial<Typed>) => void;
}

export function AboutText({ process, consultation, typed, refusal, onChange }: Props) {
    return (
        <div class="pair">
            <Field label={t("desk.document")} name="document" refusal={refusal}>
                {(attributes) => (
                    <select
                        {...attributes}
                        disabled={consultation?.begun === true}
                        value={String(typed.document)}
                        onChange={(event) => {
                            const document = Number(event.currentTarget.value);
                            const found = process.documents.find((one) => one.id === document);
                            onChange({ document, version: found?.version ?? 0 });
                        }}
                    >
                        {(consultation === null || consultation.document === null) && (
                            <option value="0">{t("desk.noDocument")}</option>
                        )}
                        {process.documents.map((one) => (
                            <option key={one.id} value={String(one.id)}>
                                {one.title}
                            </option>
                        ))}
                    </select>
                )}
            </Field>
            {typed.document !== 0 && (
                <Field label={t("desk.version")} name="version" refusal={refusal}>
                    {(attributes) => (
                        <select
                            {...attributes}
                            disabled={consultation?.begun === true}
                            value={String(typed.version)}
                            onChange={(event) => onChange({ version: Number(event.currentTarget.value) })}
                        >
                            {Array.from(
                                {
                                    length: process.documents.find((one) => one.id === typed.document)?.version ?? 1,
                                },
                                (_, i) => i + 1,
                            )
                                .reverse()
                                .map((n) => (
                                    <option key={n} value={String(n)}>
                                        {t("version.number", { n })}
                                    </option>
                                ))}
                        </select>
                    )}
                </Field>
            )}
        </div>
    );
}
