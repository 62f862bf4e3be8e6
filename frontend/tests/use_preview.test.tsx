import { act } from "preact/test-utils";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AmendmentForm } from "../src/api/routes.ts";
import { usePreview } from "../src/features/amendment/use_typed.ts";

let shown: ReturnType<typeof usePreview>;
function Sheet({ form }: { form: AmendmentForm | null }) {
    shown = usePreview(7, form);
    return null;
}
const form = (markdown: string, reason = ""): AmendmentForm => ({
    version: 1,
    reason,
    changes: [{ block: "b1", markdown }],
});
const write = (next: AmendmentForm | null) => act(() => render(<Sheet form={next} />, document.body));

/** The server's answers, given when the test likes. */
let answers: { words: string; come: () => Promise<void> }[];
beforeEach(() => {
    vi.useFakeTimers();
    answers = [];
    vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
        const words = (JSON.parse(body) as { changes: { markdown: string }[] }).changes[0]!.markdown;
        return new Promise<Response>((resolve) => {
            const come = async () => {
                resolve(new Response(JSON.stringify({ sort: words }), { status: 200 }));
                await pause(1);
            };
            answers.push({ words, come });
        });
    });
});
afterEach(() => {
    render(null, document.body);
    vi.useRealTimers();
    vi.unstubAllGlobals();
});
const pause = (ms = 500) =>
    act(async () => {
        await vi.advanceTimersByTimeAsync(ms);
    });

test("A late answer to older words never stands over newer ones", async () => {
    await write(form("older"));
    await pause();
    await write(form("newer"));
    await pause();
    await answers[1]!.come();
    await answers[0]!.come();
    expect(answers.map((one) => one.words)).toEqual(["older", "newer"]);
    expect(shown).toMatchObject({ preview: { sort: "newer" }, ready: true });
});

test("Words are ready to be sent only when the server has answered to just these", async () => {
    await write(form("one"));
    expect(shown.ready).toBe(false);
    await pause();
    await answers[0]!.come();
    expect(shown.ready).toBe(true);
    await write(form("one", "The reason is no part of it."));
    expect(shown.ready).toBe(true);
    await write(form("two"));
    expect(shown).toMatchObject({ preview: { sort: "one" }, ready: false });
    await write(null);
    expect(shown).toMatchObject({ preview: null, ready: false });
});
