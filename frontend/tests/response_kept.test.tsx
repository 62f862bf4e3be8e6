import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as routes from "../src/api/response_routes.ts";
import { AnswerTheme } from "../src/features/response/answer_theme.tsx";
import { all, chosen } from "../src/features/response/store.ts";
import { dropDraft, keepDraft, readDraft } from "../src/ui/drafts.ts";

const response = (revision: number, heard: string): routes.ThemeResponse => ({
    revision,
    status: "noted",
    heard,
    decided: "",
    why: "",
    version: 0,
    blocks: [],
    quotes: [],
    complete: false,
    author: { id: 1, name: "Eirik" },
    at: "2026-11-01T12:00:00Z",
});
const themes = (stored: routes.ThemeResponse | null): routes.AnsweredTheme[] => [
    { id: 4, title: "Lys", parent: null, answers: {} as never, response: stored },
];
const empty: routes.ResponseForm = {
    base: 0,
    status: "noted",
    heard: "",
    decided: "",
    why: "",
    version: 0,
    blocks: [],
    quotes: [],
};
const root = document.createElement("div");
const heard = () => root.querySelector<HTMLTextAreaElement>("textarea[name=heard]")!;
const type = (words: string) =>
    act(() => {
        heard().value = words;
        heard().dispatchEvent(new Event("input", { bubbles: true }));
    });

beforeEach(async () => {
    localStorage.clear();
    document.body.append(root);
    vi.spyOn(routes, "fetchPassages").mockResolvedValue({ items: [], next: null });
    vi.spyOn(routes, "fetchResponses").mockImplementation(() => Promise.resolve(all.value));
    all.value = { ...all.value, themes: themes(null), may: { edit: true } };
    chosen.value = 4;
    await act(() => render(<AnswerTheme />, root));
});
afterEach(async () => {
    await act(() => render(null, root));
    vi.restoreAllMocks();
});

it("Words for a theme that a colleague merged away are shown with the theme that has its passages, and can be taken in", async () => {
    keepDraft("response:2", JSON.stringify({ ...empty, heard: "Om lys på gangveien" }));
    await act(() => {
        all.value = {
            ...all.value,
            merged: [
                { theme: 2, title: "Gangvei", into: 3 },
                { theme: 3, title: "", into: 4 },
            ],
        };
        render(<AnswerTheme key="anew" />, root);
    });
    expect(root.textContent).toContain("Om lys på gangveien");
    await type("Vi hørte");
    await act(() => root.querySelector<HTMLButtonElement>(".left-words .button")!.click());
    expect(heard().value).toBe("Vi hørte\n\nOm lys på gangveien");
    expect(readDraft("response:2")).toBeNull();
    expect(root.querySelector(".left-words")).toBeNull();
    dropDraft("response:4");
});

it("What is typed of a response while it is stored stays, on top of what was stored", async () => {
    let store: (stored: routes.ThemeResponse) => void = () => undefined;
    vi.spyOn(routes, "storeResponse").mockImplementation(() => new Promise((resolve) => (store = resolve)));
    await type("Vi hørte");
    await act(() => root.querySelector("form")!.requestSubmit());
    await type("Vi hørte mer");
    all.value = { ...all.value, themes: themes(response(1, "Vi hørte")) };
    await act(async () => store(response(1, "Vi hørte")));
    expect(heard().value).toBe("Vi hørte mer");
    expect(JSON.parse(readDraft("response:4")!)).toMatchObject({ base: 1, heard: "Vi hørte mer" });
    await act(() => root.querySelector("form")!.requestSubmit());
    all.value = { ...all.value, themes: themes(response(2, "Vi hørte mer")) };
    await act(async () => store(response(2, "Vi hørte mer")));
    expect(readDraft("response:4")).toBeNull();
});
