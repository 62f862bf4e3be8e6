import { act } from "preact/test-utils";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useTrial, type Sheet } from "../src/features/amendment/import_trial.ts";

let shown: ReturnType<typeof useTrial>;
let submitted: string[];
function Page({ sheet }: { sheet: Sheet }) {
    shown = useTrial(7, sheet, (_, of) => submitted.push(of.csv));
    return null;
}
const sheetOf = (csv: string, unit = 1): Sheet => ({ version: 1, unit, csv });
const write = (sheet: Sheet) => act(() => render(<Page sheet={sheet} />, document.body));

/** What was asked, and the server's answers, given when the test likes. */
let asked: { csv: string; unit: number; dry_run: boolean; result?: string }[];
let answers: (() => Promise<void>)[];
beforeEach(() => {
    [asked, answers, submitted] = [[], [], []];
    vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
        const form = JSON.parse(body) as (typeof asked)[number];
        asked.push(form);
        return new Promise<Response>((resolve) => {
            const told = { result: `of ${form.csv}`, matched: 1, rows: [] };
            answers.push(() =>
                act(async () => {
                    resolve(new Response(JSON.stringify(told), { status: 200 }));
                    await new Promise((go) => setTimeout(go, 0));
                }),
            );
        });
    });
});
afterEach(() => {
    render(null, document.body);
    vi.unstubAllGlobals();
});
const attempt = () => act(() => shown.attempt());
const submit = () => act(() => shown.submit());

test("What is submitted is the sheet that was tried, by the name of what was shown", async () => {
    await write(sheetOf("one"));
    await attempt();
    await answers[0]!();
    expect(shown.told?.result).toBe("of one");
    await submit();
    await answers[1]!();
    expect(asked[1]).toEqual({ version: 1, unit: 1, csv: "one", dry_run: false, result: "of one" });
    expect(submitted).toEqual(["one"]);
});

test("An answer to a sheet that was corrected meanwhile is not shown, and nothing can be submitted by it", async () => {
    await write(sheetOf("one"));
    await attempt();
    await write(sheetOf("two"));
    await answers[0]!();
    expect(shown.told).toBeNull();
    await submit();
    expect(asked.length).toBe(1);
    await attempt();
    await answers[1]!();
    expect(shown.told?.result).toBe("of two");
});

test("A sheet that is corrected after it was tried, or is for another unit, has to be tried again", async () => {
    await write(sheetOf("one"));
    await attempt();
    await answers[0]!();
    for (const other of [sheetOf("two"), sheetOf("one", 2)]) {
        await write(other);
        expect(shown.told).toBeNull();
        await submit();
    }
    expect(asked.length).toBe(1);
    await write(sheetOf("one"));
    expect(shown.told?.result).toBe("of one");
});

test("Rows that are to be submitted all the same are named, and what was submitted has to be tried anew", async () => {
    await write(sheetOf("one"));
    await attempt();
    await answers[0]!();
    await act(() => shown.submit([3]));
    await answers[1]!();
    expect(asked[1]).toMatchObject({ again: [3], dry_run: false });
    expect(submitted).toEqual(["one"]);
    expect(shown.told).toBeNull();
});
