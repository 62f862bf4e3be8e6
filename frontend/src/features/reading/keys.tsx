// What keys do in the reader. Bare letters can be turned off: who speaks to the computer, or presses keys by mistake,
// would mark and black out without knowing.
import { signal } from "@preact/signals";
import { t } from "../../i18n/words.ts";
import { begin, picking, redacting, stepParagraph, takeSuggestion } from "./chosen.ts";
import { close, familyShown, shown, step, toggleRead } from "./reader_state.ts";

const PLACE = "samrad:reading-keys";

function wanted(): boolean {
    try {
        return localStorage.getItem(PLACE) !== "off";
    } catch {
        return true;
    }
}
export const lettersAct = signal(wanted());
export function letLettersAct(on: boolean): void {
    lettersAct.value = on;
    try {
        if (on) localStorage.removeItem(PLACE);
        else localStorage.setItem(PLACE, "off");
    } catch {
        // it holds for this page
    }
}

const letters: Record<string, () => void> = {
    j: () => void step(1),
    k: () => void step(-1),
    n: () => stepParagraph(1),
    p: () => stepParagraph(-1),
    m: () => begin(picking),
    s: takeSuggestion,
    r: () => begin(redacting),
    u: () => void toggleRead(),
    f: () => (familyShown.value = shown.value !== null && shown.value.family.answers > 1 && !familyShown.value),
    "/": () => document.getElementById("reading-search")?.focus(),
};

export function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (target.closest("input, textarea, select, dialog, [aria-expanded=true], .menu") !== null) return;
    const act = event.key === "Escape" ? close : lettersAct.value ? letters[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
}

const told = [
    ["j k", "jk"],
    ["n p", "np"],
    ["m", "m"],
    ["s", "s"],
    ["r", "r"],
    ["u", "u"],
    ["f", "f"],
    ["/", "search"],
] as const;

export function Keys() {
    return (
        <details class="reading-keys">
            <summary>{t("reading.keys")}</summary>
            <label class="check">
                <input
                    type="checkbox"
                    checked={lettersAct.value}
                    onChange={(event) => letLettersAct(event.currentTarget.checked)}
                />
                <span>{t("reading.keysAct")}</span>
            </label>
            <dl class={lettersAct.value ? "" : "is-off"}>
                {told.map(([key, name]) => (
                    <div key={name}>
                        <dt>
                            {key.split(" ").map((one) => (
                                <kbd key={one}>{one}</kbd>
                            ))}
                        </dt>
                        <dd>{t(`reading.keys.${name}`)}</dd>
                    </div>
                ))}
            </dl>
        </details>
    );
}
