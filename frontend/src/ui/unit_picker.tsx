// Units out of the whole tree: a field to find them, the chosen ones as pieces that can be taken away again.
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Unit } from "../api/nouns.ts";
import type { Refusal } from "../api/request.ts";
import { fetchUnits } from "../api/routes.ts";
import { sentenceOf } from "../i18n/problems.ts";
import { t } from "../i18n/words.ts";
import { Icon } from "./icon.tsx";
import { useId } from "./unique.ts";

/** What each unit is called here: of two with one name, with what each is part of. */
export function labelsOf(units: Unit[]): Map<number, string> {
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    const many = (names: string[]) => new Set(names.filter((name, i) => names.indexOf(name) !== i));
    const names = units.map((unit) => unit.name.toLowerCase());
    const shared = many(names);
    const within = units.map((unit) => {
        const parent = unit.parent === null ? undefined : byId.get(unit.parent);
        return shared.has(unit.name.toLowerCase()) && parent !== undefined ? `${unit.name}, ${parent.name}` : unit.name;
    });
    const still = many(within.map((label) => label.toLowerCase()));
    return new Map(
        units.map((unit, i) => [
            unit.id,
            still.has(within[i]!.toLowerCase()) ? `${within[i]!} (${unit.id})` : within[i]!,
        ]),
    );
}

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
    const labels = useMemo(() => labelsOf(units), [units]);
    const nameOf = (unit: number) => labels.get(unit) ?? String(unit);
    /** Takes the unit that is called so. Not while one types: "Oslo" may be on the way to "Oslo øst". */
    const choose = (text: string) => {
        const words = text.trim().toLowerCase();
        const found = units.find((unit) => nameOf(unit.id).toLowerCase() === words);
        if (found === undefined) return false;
        setTyped("");
        if (!chosen.includes(found.id)) onChange([...chosen, found.id]);
        return true;
    };
    return (
        <div class={wrong === null ? "field" : "field wrong"}>
            <label for={id}>{label}</label>
            {chosen.length > 0 && (
                <ul class="picked">
                    {chosen.map((unit) => (
                        <li key={unit}>
                            {nameOf(unit)}
                            <button
                                type="button"
                                class="icon-button"
                                aria-label={t("units.remove", { name: labels.get(unit) ?? "" })}
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
                onInput={(event) => {
                    const text = event.currentTarget.value;
                    // What is picked from the list comes as one replacement, or as no typing at all.
                    const { inputType } = event as Partial<InputEvent>;
                    const picked = inputType === undefined || inputType === "insertReplacementText";
                    if (!picked || !choose(text)) setTyped(text);
                }}
                onChange={(event) => choose(event.currentTarget.value)}
                onKeyDown={(event) => {
                    // Enter takes the one that is called so, else the first that begins so, instead of sending a form
                    // where the unit is missing.
                    if (event.key !== "Enter" || typed.trim() === "") return;
                    event.preventDefault();
                    if (choose(typed)) return;
                    const words = typed.trim().toLowerCase();
                    const first = units.find(
                        (unit) => !chosen.includes(unit.id) && unit.name.toLowerCase().startsWith(words),
                    );
                    if (first !== undefined) choose(nameOf(first.id));
                }}
            />
            <datalist id={`${id}-list`}>
                {units
                    .filter((unit) => !chosen.includes(unit.id))
                    .map((unit) => (
                        <option key={unit.id} value={nameOf(unit.id)} />
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
