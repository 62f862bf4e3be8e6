import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test } from "vitest";
import type { Import, ImportedRow } from "../src/api/paper_routes.ts";
import { ImportRows, inOrder, Submitted } from "../src/features/amendment/import_rows.tsx";

const row = (n: number, fate: ImportedRow["fate"], over: Partial<ImportedRow> = {}): ImportedRow => ({
    ...{ row: n, fate, code: "", kind: "text", sort: null, line_from: 0, line_to: 0, old_words: "", new_words: "" },
    ...{ instruction: `Rad ${n}`, sponsor: "", difference: [], there: null, same_as: null, amendment: null },
    ...over,
});
const rows = [row(2, "matched"), row(3, "repeated", { same_as: 2 }), row(4, "not_found"), row(5, "refused")];

afterEach(() => act(() => render(null, document.body)));
const heads = () => [...document.querySelectorAll("tbody th")].map((one) => one.textContent);

test("rows that do not match stand first, then those that are there already", () => {
    expect(inOrder(rows).map((one) => one.row)).toEqual([4, 5, 3, 2]);
});

test("what is there already is submitted where one says so, and nothing else can be chosen", async () => {
    const chosen: number[] = [];
    await act(() =>
        render(
            <ImportRows document={7} rows={rows} again={new Set()} onAgain={(n) => chosen.push(n)} />,
            document.body,
        ),
    );
    const boxes = document.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
    expect(boxes.length).toBe(1);
    await act(() => boxes[0]!.click());
    expect(chosen).toEqual([3]);
});

test("once a sheet is submitted the rows that were not stay told, and nothing is chosen of them", async () => {
    const told = {
        ...{ version: 1, dry_run: false, result: "x", matched: 1 },
        rows: [row(2, "matched", { amendment: 9 }), ...rows.slice(1)],
    } as Import;
    await act(() => render(<Submitted document={7} told={told} />, document.body));
    expect(heads()).toEqual(["4", "5", "3"]);
    expect(document.querySelectorAll("input").length).toBe(0);
    expect(document.querySelector("a")?.getAttribute("href")).toBe("/documents/7/amendments");
    expect(document.activeElement).toBe(document.querySelector(".import-submitted"));
});
