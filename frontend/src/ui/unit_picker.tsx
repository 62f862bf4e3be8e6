// Units out of the whole tree: a field to find them, the chosen ones as pieces that can be taken away again.
import { useEffect, useState } from "preact/hooks";
import type { Unit } from "../api/nouns.ts";
import type { Refusal } from "../api/request.ts";
import { fetchUnits } from "../api/routes.ts";
import { sentenceOf } from "../i18n/problems.ts";
import { t } from "../i18n/words.ts";
import { Icon } from "./icon.tsx";
import { useId } from "./unique.ts";

export function UnitPicker({
    label,
    refusal,
    chosen,
    onChange,
}: {
    label: string;
    /** A refusal of the field "units" is said here. */
    refusal: Refusal | null;
    chosen: number[];
    onChange: (units: number[]) => void;
}) {
    const [units, setUnits] = useState<Unit[]>([]);
    const [typed, setTyped] = useState("");
    const id = useId();
    const wrong = refusal?.field.startsWith("units") === true ? sentenceOf(refusal) : null;
    useEffect(() => void fetchUnits().then(({ items }) => setUnits(items)), []);
    const choose = (text: string) => {
        const found = units.find((unit) => unit.name.toLowerCase() === text.trim().toLowerCase());
        setTyped(found === undefined ? text : "");
        if (found !== undefined && !chosen.includes(found.id)) onChange([...chosen, found.id]);
    };
    return (
        <div class={wrong === null ? "field" : "field wrong"}>
            <label for={id}>{label}</label>
            {chosen.length > 0 && (
                <ul class="picked">
                    {chosen.map((unit) => (
                        <li key={unit}>
                            {units.find((one) => one.id === unit)?.name ?? unit}
                            <button
                                type="button"
                                class="icon-button"
                                aria-label={t("units.remove", {
                                    name: units.find((one) => one.id === unit)?.name ?? "",
                                })}
                                onClick={() => onChange(chosen.filter((one) => one !== unit))}
                            >
                                <Icon name="cross" />
                            </button>
                        </li>
                    ))}
                </ul>
            )}
            <input
                id={id}
                list={`${id}-list`}
                value={typed}
                placeholder={t("units.find")}
                autocomplete="off"
                {...(wrong !== null && { "aria-invalid": "true" as const, "aria-describedby": `${id}-wrong` })}
                onInput={(event) => choose(event.currentTarget.value)}
                onKeyDown={(event) => {
                    // Enter takes the first that begins so, instead of sending a form where the unit is missing.
                    if (event.key !== "Enter" || typed.trim() === "") return;
                    event.preventDefault();
                    const words = typed.trim().toLowerCase();
                    const first = units.find(
                        (unit) => !chosen.includes(unit.id) && unit.name.toLowerCase().startsWith(words),
                    );
                    if (first !== undefined) choose(first.name);
                }}
            />
            <datalist id={`${id}-list`}>
                {units
                    .filter((unit) => !chosen.includes(unit.id))
                    .map((unit) => (
                        <option key={unit.id} value={unit.name} />
                    ))}
            </datalist>
            {wrong !== null && (
                <p class="field-wrong" id={`${id}-wrong`}>
                    {wrong}
                </p>
            )}
        </div>
    );
}
