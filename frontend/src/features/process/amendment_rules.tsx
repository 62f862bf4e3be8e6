// What a process asks of amendments: until when, from whom, with whose support, and who recommends on them.
import type { Refusal } from "../../api/request.ts";
import { t } from "../../i18n/words.ts";
import { Field } from "../../ui/field.tsx";
import { UnitPicker } from "../../ui/unit_picker.tsx";
import type { SupportersFrom, Typed } from "./process_form.tsx";

interface Props {
    typed: Typed;
    set: (change: Partial<Typed>) => void;
    refusal: Refusal | null;
}

export function AmendmentRules({ typed, set, refusal }: Props) {
    const counted = (name: "supporters" | "supporter_units" | "each", label: string, hint: string) => (
        <Field label={label} hint={hint} name={name}>
            {(attributes) => (
                <input
                    {...attributes}
                    type="number"
                    min={0}
                    max={10000}
                    value={typed[name]}
                    onInput={(event) => set({ [name]: Number(event.currentTarget.value) })}
                />
            )}
        </Field>
    );
    const check = (label: string, value: boolean, onChange: (value: boolean) => void) => (
        <label class="choice">
            <input type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
            <span>{label}</span>
        </label>
    );
    return (
        <fieldset>
            <legend>{t("amendment.title")}</legend>
            <Field label={t("process.until")} hint={t("process.untilHint")} name="amendments" refusal={refusal}>
                {(attributes) => (
                    <input
                        {...attributes}
                        type="datetime-local"
                        value={typed.until}
                        onInput={(event) => set({ until: event.currentTarget.value })}
                    />
                )}
            </Field>
            {counted("each", t("process.each"), t("process.eachHint"))}
            {counted("supporters", t("process.supporters"), t("process.supportersHint"))}
            {counted("supporter_units", t("process.supporterUnits"), t("process.supporterUnitsHint"))}
            {typed.supporters + typed.supporter_units > 0 && (
                <Field label={t("process.supportersFrom")} name="supporters_from">
                    {(attributes) => (
                        <select
                            {...attributes}
                            value={typed.supporters_from}
                            onChange={(event) => set({ supporters_from: event.currentTarget.value as SupportersFrom })}
                        >
                            {(["everybody", "members", "units"] as const).map((one) => (
                                <option key={one} value={one}>
                                    {t(`process.supportersFrom.${one}`)}
                                </option>
                            ))}
                        </select>
                    )}
                </Field>
            )}
            {typed.supporters_from === "units" && typed.supporters + typed.supporter_units > 0 && (
                <UnitPicker
                    label={t("process.supportersUnits")}
                    refusal={null}
                    chosen={typed.supporters_units}
                    onChange={(supporters_units) => set({ supporters_units })}
                />
            )}
            {typed.audience === "public" &&
                check(t("process.participantsAmend"), typed.participants_amend, (participants_amend) =>
                    set({ participants_amend }),
                )}
            <UnitPicker
                label={t("process.chain")}
                refusal={null}
                chosen={typed.chain}
                onChange={(chain) => set({ chain })}
            />
            <p class="hint">{t("process.chainHint")}</p>
        </fieldset>
    );
}
