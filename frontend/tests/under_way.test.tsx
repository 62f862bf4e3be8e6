import { act } from "preact/test-utils";
import { render, type ComponentChild } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Amendment, Recommendation } from "../src/api/nouns.ts";
import { Dissent } from "../src/features/amendment/dissent.tsx";
import { Recommend } from "../src/features/amendment/recommend.tsx";
import { ReasonDialog } from "../src/ui/reason_dialog.tsx";
import { me } from "../src/shell/session.ts";

// What is typed into a form that is under way would be in neither what is sent nor what is kept.

const editor = { id: 1, unit: { id: 3, name: "Partiet" }, role: "editor" };
const chosen = [{ id: 9, document: 7, version: 1, kind: "text", recommendations: [] as Recommendation[] } as Amendment];
const nothing = () => undefined;

beforeEach(() => {
    localStorage.clear();
    HTMLDialogElement.prototype.showModal ??= nothing;
    me.value = { ...me.value, standings: [editor] as unknown as typeof me.value.standings };
    vi.stubGlobal("fetch", (path: string) =>
        path.includes("recommendations?")
            ? Promise.resolve(new Response(JSON.stringify({ items: [] }), { status: 200 }))
            : new Promise<Response>(nothing),
    );
});
afterEach(() => {
    act(() => render(null, document.body));
    vi.unstubAllGlobals();
});

const open = (form: ComponentChild) => act(() => render(form, document.body));
const fields = () => [...document.querySelectorAll<HTMLInputElement>("input, textarea, select")];
const fixed = () => fields().map((one) => one.readOnly === true || one.matches(":disabled"));
const write = (field: HTMLInputElement | HTMLTextAreaElement, words: string) =>
    act(() => {
        field.value = words;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    });
const press = (button: HTMLButtonElement) => act(() => button.click());

const forms: [string, () => ComponentChild, string][] = [
    [
        "a dissent",
        () => (
            <Dissent
                recommendation={{ id: 4, unit: editor.unit } as Recommendation}
                onDone={nothing}
                onClose={nothing}
            />
        ),
        "button[type=submit]",
    ],
    [
        "a recommendation",
        () => <Recommend document={7} chosen={chosen} onDone={nothing} onRefused={nothing} />,
        ".actions button",
    ],
    [
        "a reason",
        () => (
            <ReasonDialog
                place="reason"
                announce={nothing}
                title=""
                text=""
                act=""
                send={() => new Promise(nothing)}
                onDone={nothing}
                onClose={nothing}
            />
        ),
        ".actions button",
    ],
];

test.each(forms)("While %s is under way none of its fields can be changed", async (_, form, button) => {
    await open(form());
    for (const field of document.querySelectorAll<HTMLInputElement>("textarea, input[name]"))
        await write(field, "Ord.");
    expect(fields().length).toBeGreaterThan(0);
    expect(fixed()).not.toContain(true);
    await press(document.querySelector(button)!);
    expect(fixed()).not.toContain(false);
});
