import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ConsultationInFull } from "../src/api/consultation_nouns.ts";
import * as consultations from "../src/api/consultation_routes.ts";
import { Refusal } from "../src/api/request.ts";
import * as routes from "../src/api/routes.ts";
import { useCopy } from "../src/features/consultation/copying.ts";

const consultation = {
    ...{ id: 7, process: 3, title: "Ferger", introduction: "", document: 5, version: 2, revision: 1, purpose: "" },
    ...{ opens: "2026-01-01T10:00:00Z", closes: "2026-03-01T10:00:00Z", erases: "2027-01-01T10:00:00Z" },
    ...{ once: "person", allows_anonymous: true, holds_answers: false, publishes_answers: false, asks_proof: true },
    per_address: 20,
} as unknown as ConsultationInFull;
const made = { id: 8 } as ConsultationInFull;
const lost = new Refusal(0, "network");
const gone = new Refusal(422, "form.block_unknown");

let held: ReturnType<typeof useCopy>;
let done: number[];
function Desk({ of }: { of: ConsultationInFull }) {
    held = useCopy(of, ({ id }) => void done.push(id));
    return null;
}
const show = (of: ConsultationInFull) => act(() => render(<Desk of={of} />, document.body));
const press = () => act(async () => void (await held.copy()));

beforeEach(async () => {
    done = [];
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.spyOn(consultations, "fetchForm").mockResolvedValue({ revision: 1, edit: 1, sections: [] });
    vi.spyOn(routes, "fetchProcess").mockResolvedValue({ id: 3, documents: [{ id: 5, version: 4 }] } as never);
    await show(consultation);
});
afterEach(async () => {
    await act(() => render(null, document.body));
    vi.restoreAllMocks();
    vi.useRealTimers();
});

it("A copy whose answer got lost is asked for again in the same words under the same key, also minutes later", async () => {
    const begin = vi.spyOn(consultations, "beginConsultation").mockRejectedValueOnce(lost).mockResolvedValueOnce(made);
    await press();
    expect(held.refusal).toBe(lost);
    vi.setSystemTime(Date.now() + 5 * 60_000);
    await show({ ...consultation }); // heard of once more
    await press();
    expect(begin.mock.calls[1]).toEqual(begin.mock.calls[0]);
    expect(done).toEqual([8]);
});

it("A copy about the older version goes out under a key of its own, the same when it is tried again", async () => {
    const begin = vi
        .spyOn(consultations, "beginConsultation")
        .mockRejectedValueOnce(gone)
        .mockRejectedValueOnce(lost)
        .mockRejectedValueOnce(gone)
        .mockResolvedValueOnce(made);
    await press();
    await press();
    const [newest, older, again, olderAgain] = begin.mock.calls;
    expect([newest![1].version, older![1].version]).toEqual([4, 2]);
    expect(older![3]).not.toBe(newest![3]);
    expect([again, olderAgain]).toEqual([newest, older]);
    expect(done).toEqual([8]);
});

it("A second copy, and one of terms that were changed meanwhile, is another act under another key", async () => {
    const begin = vi
        .spyOn(consultations, "beginConsultation")
        .mockResolvedValueOnce(made)
        .mockRejectedValueOnce(lost)
        .mockResolvedValueOnce(made);
    await press();
    await press();
    await show({ ...consultation, purpose: "Til programmet." });
    await press();
    expect(new Set(begin.mock.calls.map((call) => call[3])).size).toBe(3);
    expect(begin.mock.calls[2]![1].purpose).toBe("Til programmet.");
});
