// Of a proposal: why, and in whose name.
import { t } from "../../i18n/words.ts";
import type { Refusal } from "../../api/request.ts";
import { holds, me } from "../../shell/session.ts";
import { Field } from "../../ui/field.tsx";
import type { Typed } from "./typed.ts";

interface Props {
    typed: Pick<Typed, "reason" | "unit">;
    change: (part: Partial<Pick<Typed, "reason" | "unit">>) => void;
    refusal: Refusal | null;
    busy: boolean;
}

export function Grounds({ typed, change, refusal, busy }: Props) {
    const { reason, unit } = typed;
    const speaksFor = me.value.standings.filter(
        (standing) => ["editor", "administrator"].includes(standing.role) && holds(standing.role, standing.unit.id),
    );
    // Chosen when one spoke for it: it stays chosen, so that it does not go out in one's own name unsaid.
    const isLost = unit > 0 && !speaksFor.some((standing) => standing.unit.id === unit);
    const lostName = me.value.standings.find((standing) => standing.unit.id === unit)?.unit.name;
    return (
        <>
            <Field label={t("amendment.reason")} name="reason" refusal={refusal}>
                {(attributes) => (
                    <textarea
                        {...attributes}
                        rows={3}
                        readOnly={busy}
                        value={reason}
                        onInput={(event) => change({ reason: event.currentTarget.value })}
                    />
                )}
            </Field>
            {(speaksFor.length > 0 || isLost) && (
                <Field label={t("amendment.sponsor")} name="sponsor_unit" refusal={refusal}>
                    {(attributes) => (
                        <select
                            {...attributes}
                            disabled={busy}
                            value={String(unit)}
                            onChange={(event) => change({ unit: Number(event.currentTarget.value) })}
                        >
                            <option value="0">{me.value.account?.name}</option>
                            {isLost && <option value={String(unit)}>{lostName ?? t("amendment.sponsorLost")}</option>}
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
