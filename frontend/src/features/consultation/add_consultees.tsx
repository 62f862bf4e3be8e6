// Bodies are put on the list: one by one, all of a kind below a unit, or organisations outside of the tree.
import { useEffect, useState } from "preact/hooks";
import type { Consultees } from "../../api/consultation_nouns.ts";
import { addConsultees, type NewConsultees } from "../../api/consultation_routes.ts";
import type { Unit, UnitKind } from "../../api/nouns.ts";
import { fetchUnits } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { UnitPicker } from "../../ui/unit_picker.tsx";

type Way = "units" | "below" | "organisations";
const ways: Way[] = ["units", "below", "organisations"];
const kinds: UnitKind[] = ["municipality", "county", "branch", "committee", "affiliate"];

/** "Norsk Forening, post@forening.no" a line; what has no address is left as it is for the server to refuse. */
export function organisationsIn(text: string): { name: string; email: string }[] {
    return text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .map((line) => {
            const found = /^(.*?)[\s,;]*<?([^\s,;<>]+@[^\s,;<>]+)>?$/.exec(line);
            return found === null
                ? { name: line, email: "" }
                : { name: found[1]!.trim() || found[2]!, email: found[2]! };
        });
}

interface Props {
    consultation: number;
    onAdded: (after: Consultees & { added: number }) => void;
    onClose: () => void;
}

export function AddConsultees({ consultation, onAdded, onClose }: Props) {
    const [way, setWay] = useState<Way>("units");
    const [units, setUnits] = useState<number[]>([]);
    const [all, setAll] = useState<Unit[]>([]);
    const [under, setUnder] = useState(0);
    const [kind, setKind] = useState<UnitKind>("municipality");
    const [text, setText] = useState("");
    const [required, setRequired] = useState(false);
    const { busy, refusal, send } = useSubmission();
    useEffect(
        () =>
            void fetchUnits().then(
                ({ items }) => {
                    setAll(items);
                    setUnder(items.find((one) => one.parent === null)?.id ?? 0);
                },
                () => undefined,
            ),
        [],
    );
    const parents = new Set(all.map((one) => one.parent));
    const below = (unit: Unit): boolean => {
        for (let at: Unit | undefined = unit; at !== undefined && at.parent !== null;) {
            if (at.parent === under) return true;
            const parent: number = at.parent;
            at = all.find((one) => one.id === parent);
        }
        return false;
    };
    const many = way === "below" ? all.filter((one) => one.kind === kind && below(one)).length : 0;
    const organisations = organisationsIn(text);
    const whom: NewConsultees = {
        ...(way === "units" && { units }),
        ...(way === "below" && { below: { unit: under, kind } }),
        ...(way === "organisations" && { organisations }),
        must_be_heard: required,
    };
    const ready =
        way === "units" ? units.length > 0 : way === "below" ? under !== 0 && many > 0 : organisations.length > 0;
    return (
        <Dialog title={t("consultees.add")} onClose={onClose}>
            <form
                class="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    if (ready) void send((key) => addConsultees(consultation, whom, key), onAdded, whom);
                }}
            >
                <fieldset>
                    <legend>{t("consultees.whom")}</legend>
                    {ways.map((one) => (
                        <label class="choice" key={one}>
                            <input type="radio" name="way" checked={way === one} onChange={() => setWay(one)} />
                            <span>{t(`consultees.way.${one}`)}</span>
                        </label>
                    ))}
                </fieldset>
                <Problem refusal={refusal} fields={["units", "organisations"]} />
                {way === "units" && (
                    <UnitPicker label={t("consultees.units")} refusal={refusal} chosen={units} onChange={setUnits} />
                )}
                {way === "below" && (
                    <div class="pair">
                        <Field label={t("consultees.kind")} name="kind" refusal={refusal}>
                            {(attributes) => (
                                <select
                                    {...attributes}
                                    value={kind}
                                    onChange={(event) => setKind(event.currentTarget.value as UnitKind)}
                                >
                                    {kinds.map((one) => (
                                        <option key={one} value={one}>
                                            {t(`unit.kind.${one}`)}
                                        </option>
                                    ))}
                                </select>
                            )}
                        </Field>
                        <Field label={t("consultees.under")} name="units" refusal={refusal}>
                            {(attributes) => (
                                <select
                                    {...attributes}
                                    value={String(under)}
                                    onChange={(event) => setUnder(Number(event.currentTarget.value))}
                                >
                                    {all
                                        .filter((one) => parents.has(one.id))
                                        .map((one) => (
                                            <option key={one.id} value={String(one.id)}>
                                                {one.name}
                                            </option>
                                        ))}
                                </select>
                            )}
                        </Field>
                    </div>
                )}
                {way === "below" && (
                    <p class="hint" role="status">
                        {t("consultees.many", { n: many })}
                    </p>
                )}
                {way === "organisations" && (
                    <Field
                        label={t("consultees.organisations")}
                        hint={t("consultees.organisationsHint")}
                        name="organisations"
                        refusal={refusal}
                    >
                        {(attributes) => (
                            <textarea
                                {...attributes}
                                rows={5}
                                value={text}
                                onInput={(event) => setText(event.currentTarget.value)}
                            />
                        )}
                    </Field>
                )}
                <label class="choice">
                    <input
                        type="checkbox"
                        checked={required}
                        onChange={(event) => setRequired(event.currentTarget.checked)}
                    />
                    <span>
                        {t("consultee.mustBe")}
                        <small>{t("consultees.mustHint")}</small>
                    </span>
                </label>
                <div class="actions">
                    <button class="button" disabled={busy || !ready}>
                        {t("consultees.addThem")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}
