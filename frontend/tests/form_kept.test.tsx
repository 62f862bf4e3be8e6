import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Form, KeptForm } from "../src/api/form_nouns.ts";
import * as routes from "../src/api/consultation_routes.ts";
import { Refusal } from "../src/api/request.ts";
import { changeQuestion } from "../src/features/form/form_state.ts";
import { useForm, type HeldForm } from "../src/features/form/use_form.ts";

const kept = (edit: number, ...titles: string[]): KeptForm => ({
    revision: 1,
    edit,
    sections: [
        {
            key: "s1",
            questions: titles.map((nb, i) => ({ key: `q${i + 1}`, kind: "long_text" as const, title: { nb } })),
        },
    ],
});
const named = (form: Form, key: string, nb: string) => changeQuestion(form, key, (one) => ({ ...one, title: { nb } }));
const titles = () => held.form.sections[0]!.questions.map((one) => one.title?.nb);

let consultation = 0; // another for each test: what is kept is kept for this page's life
let held: HeldForm;
let root: HTMLElement;
function Builder({ fetched }: { fetched: KeptForm }) {
    held = useForm(consultation, fetched, () => undefined);
    return null;
}
const open = (fetched: KeptForm) => {
    root = document.createElement("div");
    return act(() => render(<Builder fetched={fetched} />, root));
};
const leave = () => act(() => render(null, root));
const store = async () => {
    await act(async () => void (await held.store()));
};

beforeEach(async () => {
    localStorage.clear();
    consultation += 1;
    await open(kept(1, "Først", "Så"));
});
afterEach(async () => {
    await leave();
    vi.restoreAllMocks();
});

function aColleagueStored(form: KeptForm): void {
    vi.spyOn(routes, "storeForm").mockRejectedValueOnce(new Refusal(409, "form.stale_base"));
    vi.spyOn(routes, "fetchForm").mockResolvedValue(form);
}

describe("A form that a colleague stored meanwhile", () => {
    it("is joined, and no step back takes their changes out again", async () => {
        await act(() => held.act(named(held.form, "q1", "Min")));
        aColleagueStored(kept(2, "Først", "Deres"));
        await store();
        expect(titles()).toEqual(["Min", "Deres"]);
        expect(held.undo).toBeNull();
    });

    it("asks what both changed also after a reload: until then mine does not count", async () => {
        await act(() => held.act(named(held.form, "q1", "Min")));
        aColleagueStored(kept(2, "Deres", "Så"));
        await store();
        expect(held.collisions.map((one) => one.key)).toEqual(["q1"]);
        await leave();
        await open(kept(2, "Deres", "Så"));
        expect(held.collisions.map((one) => one.key)).toEqual(["q1"]);
        await act(() => held.settle(named(held.form, "q1", "Deres")));
        expect(held.collisions).toEqual([]);
        await leave();
        await open(kept(2, "Deres", "Så"));
        expect(held.collisions).toEqual([]);
    });

    it("asks on what was not chosen when it is stored once more", async () => {
        await act(() => held.act(named(held.form, "q1", "Min")));
        aColleagueStored(kept(2, "Deres", "Så"));
        await store();
        aColleagueStored(kept(3, "Deres", "Så, sier de"));
        await store();
        expect(held.collisions.map((one) => one.key)).toEqual(["q1"]);
        expect(titles()).toEqual(["Min", "Så, sier de"]);
    });
});

describe("What is typed while the form is stored", () => {
    const whileStoring = async (typed: () => void, stored: KeptForm, stale = false) => {
        let answer: () => void = () => undefined;
        vi.spyOn(routes, "storeForm").mockImplementationOnce(
            () =>
                new Promise((resolve, reject) => {
                    answer = () => (stale ? reject(new Refusal(409, "form.stale_base")) : resolve({} as never));
                }),
        );
        vi.spyOn(routes, "fetchForm").mockResolvedValue(stored);
        const { store } = held;
        let storing: Promise<boolean>;
        await act(() => void (storing = store()));
        await act(typed);
        answer();
        await act(async () => void (await storing));
    };

    it("stays, and is not stored yet", async () => {
        await act(() => held.type(named(held.form, "q1", "Min")));
        await whileStoring(() => held.type(named(held.form, "q2", "Og min")), kept(2, "Min", "Så"));
        expect(titles()).toEqual(["Min", "Og min"]);
        expect(held.base.edit).toBe(2);
        expect(held.joined).toBeNull();
        expect(held.changed).toBe(true);
        expect(held.collisions).toEqual([]);
    });

    it("stays where a colleague was faster", async () => {
        await act(() => held.type(named(held.form, "q1", "Min")));
        await whileStoring(() => held.type(named(held.form, "q1", "Min, helt")), kept(2, "Først", "Deres"), true);
        expect(titles()).toEqual(["Min, helt", "Deres"]);
        expect(held.collisions).toEqual([]);
    });

    it("is nothing where nobody typed: what the server has is shown, and nothing is kept", async () => {
        await act(() => held.type(named(held.form, "q1", "Min")));
        await whileStoring(() => undefined, kept(2, "Min", "Så"));
        expect(titles()).toEqual(["Min", "Så"]);
        expect(held.changed).toBe(false);
        expect(held.joined).toBeNull();
        await leave();
        expect(localStorage.length).toBe(0);
    });
});
