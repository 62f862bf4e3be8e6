// Of a proposal: why, and in whose name.
import { t } from "../../i18n/words.ts";
import type { Refusal } from "../../api/request.ts";
import { holds, me } from "../../shell/session.ts";
import { Field } from "../../ui/field.tsx";

interface Props {
    reason: string;
    setReason: (reason: string) => void;
    /** The unit that it is proposed for, 0 for oneself. */
    unit: number;
    setUnit: (unit: number) => void;
    refusal: Refusal | null;
}

export function Grounds({ reason, setReason, unit, setUnit, refusal }: Props) {
    const speaksFor = me.value.standings.filter(
        (standing) => ["editor", "administrator"].includes(standing.role) && holds(standing.role, standing.unit.id),
    );
    return (
        <>
            <Field label={t("amendment.reason")} name="reason" refusal={refusal}>
                {(attributes) => (
                    <textarea
                        {...attributes}
                        rows={3}
                        value={reason}
                        onInput={(event) => setReason(event.currentTarget.value)}
                    />
                )}
            </Field>
            {speaksFor.length > 0 && (
                <Field label={t("amendment.sponsor")} name="sponsor_unit" refusal={refusal}>
                    {(attributes) => (
                        <select
                            {...attributes}
                            value={String(unit)}
                            onChange={(event) => setUnit(Number(event.currentTarget.value))}
                        >
                            <option value="0">{me.value.account?.name}</option>
                            {speaksFor.map((standing) => (
                                <option key={standing.id} value={String(standing.unit.id)}>
                                    {standing.unit.name}
                                </option>
                            ))}
                        </select>
                    )}
                </Field>
            )}
        </>
    );
}
