import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Unit } from "../src/api/nouns.ts";
import * as routes from "../src/api/routes.ts";
import { labelsOf, UnitPicker } from "../src/ui/unit_picker.tsx";

const unit = (id: number, name: string, parent: number | null = 1) => ({ id, name, parent }) as Unit;
const units = [
    unit(1, "Partiet", null),
    unit(2, "Oslo"),
    unit(3, "Oslo øst"),
    unit(4, "Bergen"),
    unit(5, "Sentrum", 2),
    unit(6, "Sentrum", 4),
    unit(7, "Sentrum", 4),
];
const root = document.createElement("div");
let chosen: number[] = [];
const show = () =>
    act(() =>
        render(<UnitPicker label="Ledd" refusal={null} chosen={chosen} onChange={(next) => (chosen = next)} />, root),
    );
const input = () => root.querySelector("input")!;
const hold = async (text: string, event: Event) => {
    input().value = text;
    await act(() => void input().dispatchEvent(event));
    await show();
};
const typed = () => new InputEvent("input", { bubbles: true, inputType: "insertText" });
const picked = () => new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" });
const enter = async () => {
    await act(() => void input().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
    await show();
};

beforeEach(async () => {
    chosen = [];
    document.body.append(root);
    vi.spyOn(routes, "fetchUnits").mockResolvedValue({ items: units, next: null } as never);
    await show();
    await act(() => Promise.resolve());
});
afterEach(async () => {
    await act(() => render(null, root));
    vi.restoreAllMocks();
});

it("A unit whose name begins with another's can be typed to its end", async () => {
    await hold("Oslo", typed());
    expect(chosen).toEqual([]);
    await hold("Oslo ø", typed());
    await enter();
    expect(chosen).toEqual([3]);
});

it("Enter takes the one that is called so before those that begin so; so does leaving the field", async () => {
    await hold("oslo", typed());
    await enter();
    expect(chosen).toEqual([2]);
    await hold("Bergen", typed());
    await act(() => void input().dispatchEvent(new Event("change", { bubbles: true })));
    expect(chosen).toEqual([2, 4]);
});

it("What is picked from the list is taken at once", async () => {
    await hold("Oslo øst", picked());
    expect(chosen).toEqual([3]);
    expect(input().value).toBe("");
});

it("Units with one name are all to be had, by what they are part of", async () => {
    const labels = labelsOf(units);
    expect([5, 6, 7].map((id) => labels.get(id))).toEqual([
        "Sentrum, Oslo",
        "Sentrum, Bergen (6)",
        "Sentrum, Bergen (7)",
    ]);
    expect(labels.get(2)).toBe("Oslo");
    await hold("Sentrum, Bergen (7)", picked());
    await hold("Sentrum, Oslo", picked());
    expect(chosen).toEqual([7, 5]);
});
