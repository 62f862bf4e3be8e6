import { afterEach, expect, test, vi } from "vitest";
import * as reader from "../src/features/reading/reader_state.ts";
import { letLettersAct, onKeyDown } from "../src/features/reading/keys.tsx";

function press(key: string): boolean {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    document.body.addEventListener("keydown", onKeyDown, { once: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
}
afterEach(() => {
    letLettersAct(true);
    vi.restoreAllMocks();
});

test("The reader's bare letters act until they are turned off, which is remembered; Escape always closes", () => {
    reader.shown.value = null;
    expect(press("u")).toBe(true);
    letLettersAct(false);
    for (const letter of ["j", "k", "n", "p", "m", "s", "r", "u", "f", "/"]) expect(press(letter)).toBe(false);
    expect(press("Escape")).toBe(true);
    expect(localStorage.getItem("samrad:reading-keys")).toBe("off");
    letLettersAct(true);
    expect(press("u")).toBe(true);
});

test("The arrows are left to the browser: they scroll what one reads", () => {
    expect(press("ArrowDown")).toBe(false);
    expect(press("ArrowUp")).toBe(false);
});
