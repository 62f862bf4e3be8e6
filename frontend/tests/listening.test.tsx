// What comes between a page's first look and the moment from which it listens is taken up: it looks once more then.
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConsultationInFull, Consultee, Consultees } from "../src/api/consultation_nouns.ts";
import * as routes from "../src/api/consultation_routes.ts";
import type { Process } from "../src/api/nouns.ts";
import * as processes from "../src/api/routes.ts";
import * as consulteesPage from "../src/features/consultation/consultees_page.tsx";
import * as desk from "../src/features/consultation/desk_page.tsx";
import { live } from "../src/live/live.ts";

const consultation = {
    id: 3,
    process: 2,
    title: "Ferger",
    introduction: "",
    purpose: "Til programmet.",
    per_address: 20,
    document: null,
    version: 0,
    opens: "2026-01-01T00:00:00Z",
    closes: "2090-06-01T00:00:00Z",
    erases: "2091-01-01T00:00:00Z",
    once: "person",
    revision: 1,
    state: "open",
    warnings: [],
    answers: { submitted: 0, held: 0 },
    may: { edit: true, read_answers: true },
} as unknown as ConsultationInFull;
const counts = { unsent: 1, sent: 0, opened: 0, declined: 0, answered: 0, awaited: 0 };
const consultee = (id: number, name: string): Consultee => ({
    ...{ id, name, unit: null, state: "unsent", must_be_heard: false, word: "", waiver: null },
    ...{ sent: null, answered: null, declined: null },
});
const consultees = (...items: Consultee[]): Consultees => ({ items, counts: { ...counts, unsent: items.length } });

type Heard = { listening?: () => void };
let heard: Heard;

beforeEach(() => {
    const main = document.createElement("main");
    main.id = "main";
    document.body.replaceChildren(main);
    history.replaceState(null, "", "/consultations/3/edit");
    vi.spyOn(live("b1"), "listen").mockImplementation(((_topic: string, _since: unknown, handlers: Heard) => {
        heard = handlers;
        return () => undefined;
    }) as never);
    vi.spyOn(routes, "fetchConsultation").mockResolvedValue(consultation);
    vi.spyOn(processes, "fetchProcess").mockResolvedValue({ id: 2, title: "Sak", documents: [] } as unknown as Process);
    vi.spyOn(routes, "fetchConsultees").mockResolvedValueOnce(consultees(consultee(1, "Lyngen")));
});
afterEach(async () => {
    await act(() => render(null, document.getElementById("main")!));
    vi.restoreAllMocks();
});

const page = { page: "", me: null as never, data: null, build: "b1" };
const text = () => document.body.textContent;

describe("what came before the page began to listen", () => {
    it("stands on the desk as soon as it listens", async () => {
        await act(() => desk.start(page));
        const steps = () => document.querySelectorAll(".desk-steps .done").length;
        const before = steps();
        vi.mocked(routes.fetchConsultees).mockResolvedValue({
            items: [consultee(1, "Lyngen")],
            counts: { ...counts, unsent: 0, sent: 1 },
        });
        heard.listening?.();
        await vi.waitFor(() => expect(steps()).toBe(before + 1));
    });
    it("stands on the list of consultees as soon as it listens", async () => {
        history.replaceState(null, "", "/consultations/3/consultees");
        await act(() => consulteesPage.start(page));
        expect(text()).toContain("Lyngen");
        expect(text()).not.toContain("Nordlia");
        vi.mocked(routes.fetchConsultees).mockResolvedValue(
            consultees(consultee(1, "Lyngen"), consultee(2, "Nordlia")),
        );
        heard.listening?.();
        await vi.waitFor(() => expect(text()).toContain("Nordlia"));
    });
});
