// What the form builder does to a form, and what it says is wrong with it.
import { describe, expect, test } from "vitest";
import type { Form } from "../src/api/form_nouns.ts";
import { circles, issuesOf, keyAt, missingIn } from "../src/features/form/form_check.ts";
import { differencesOf } from "../src/features/form/form_differences.ts";
import { mergeForms } from "../src/features/form/form_merge.ts";
import {
    addQuestion,
    asKind,
    changeQuestion,
    copyQuestion,
    freshKey,
    moveQuestion,
    questionsOf,
    removeQuestion,
    setHead,
    stepOf,
    tidied,
} from "../src/features/form/form_state.ts";

const form = (): Form => ({
    sections: [
        {
            key: "s1",
            title: { nb: "Først" },
            questions: [
                {
                    key: "q1",
                    kind: "choice",
                    title: { nb: "Ferge?", en: "Ferry?" },
                    options: [
                        { key: "a1", label: { nb: "Ja" } },
                        { key: "a2", label: { nb: "Nei" } },
                    ],
                },
                {
                    key: "q2",
                    kind: "long_text",
                    title: { nb: "Hvorfor?" },
                    show_if: { all: [{ question: "q1", is: ["a1"] }] },
                },
            ],
        },
        { key: "s2", questions: [{ key: "q3", kind: "date", title: { nb: "Når?" } }] },
    ],
});
const order = (one: Form) => one.sections.map((section) => section.questions.map((question) => question.key).join(","));

describe("what an editor does", () => {
    test("a key never comes back, not even one that an earlier revision had", () => {
        expect(freshKey("q", ["q1", "q7", "other", "q03x"])).toBe("q8");
        expect(order(addQuestion(form(), 0, 1, "date", ["q9"]))).toEqual(["q1,q10,q2", "q3"]);
    });
    test("a copy stands behind its original with a key of its own", () => {
        const copied = copyQuestion(form(), "q1", []);
        expect(order(copied)).toEqual(["q1,q4,q2", "q3"]);
        expect(questionsOf(copied)[1]!.title).toEqual({ nb: "Ferge?", en: "Ferry?" });
    });
    test("a question moves over the edge of its section, and no further than the ends", () => {
        const down = stepOf(form(), "q2", 1)!;
        expect(order(moveQuestion(form(), "q2", down))).toEqual(["q1", "q2,q3"]);
        expect(order(moveQuestion(form(), "q1", stepOf(form(), "q1", 1)!))).toEqual(["q2,q1", "q3"]);
        expect(order(moveQuestion(form(), "q2", stepOf(form(), "q2", -1)!))).toEqual(["q2,q1", "q3"]);
        expect(order(moveQuestion(form(), "q3", stepOf(form(), "q3", -1)!))).toEqual(["q1,q2,q3", ""]);
        expect(stepOf(form(), "q1", -1)).toBeNull();
        expect(stepOf(form(), "q3", 1)).toBeNull();
    });
    test("another kind keeps what it has use for, and nothing else", () => {
        const before = { ...questionsOf(form())[0]!, required: true, other: true };
        expect(asKind(before, "ranking")).toMatchObject({ required: true, options: before.options });
        expect(asKind(before, "ranking")).not.toHaveProperty("other");
        expect(asKind(before, "date")).toEqual({ key: "q1", kind: "date", title: before.title, required: true });
        expect(asKind(before, "explanation")).not.toHaveProperty("required");
    });
    test("what is empty is not sent", () => {
        const one = changeQuestion(form(), "q3", (question) => ({ ...question, help: { nb: " " }, required: false }));
        expect(tidied(one)).toEqual(form());
    });
});

describe("what is wrong", () => {
    test("a form that is right has no issues", () => expect(issuesOf(form())).toEqual([]));
    test("a condition on what was removed is dead", () => {
        expect(issuesOf(removeQuestion(form(), "q1"))).toEqual([{ at: "q2", fault: "condition_unknown" }]);
    });
    test("a condition on an option that is gone is dead", () => {
        const one = changeQuestion(form(), "q1", (question) => ({ ...question, options: question.options!.slice(1) }));
        expect(issuesOf(one)).toEqual([
            { at: "q1", fault: "options_missing" },
            { at: "q2", fault: "condition_option" },
        ]);
    });
    test("circles are found through questions and through sections", () => {
        const direct = changeQuestion(form(), "q1", (question) => ({
            ...question,
            show_if: { any: [{ question: "q2", answered: true as const }] },
        }));
        expect(circles(direct)).toEqual(["q1", "q2"]);
        const own = form();
        own.sections[0]!.show_if = { all: [{ question: "q2", answered: true }] };
        expect(circles(own)).toContain("#s1");
        expect(issuesOf(own)).toEqual([{ at: "#s1", fault: "condition_circle" }]);
        expect(circles(form())).toEqual([]);
    });
    test("limits: a scale has two to eleven steps, and least is never over most", () => {
        const scale = (least: number, most: number) =>
            issuesOf({
                sections: [{ key: "s", questions: [{ key: "q", kind: "scale", title: { nb: "?" }, least, most }] }],
            });
        expect(scale(1, 5)).toEqual([]);
        expect(scale(0, 11)).toEqual([{ at: "q", fault: "limits_invalid" }]);
        expect(scale(3, 3)).toEqual([{ at: "q", fault: "limits_invalid" }]);
    });
    test("a place that the server names leads to the question or the section", () => {
        expect(keyAt(form(), "sections[0].questions[1].show_if")).toBe("q2");
        expect(keyAt(form(), "sections[1].show_if")).toBe("#s2");
        expect(keyAt(form(), "sections")).toBeNull();
    });
    test("what lacks a language is counted", () => {
        expect(missingIn(form(), "nb")).toBe(0);
        expect(missingIn(form(), "en")).toBe(5);
    });
});

describe("two editors at once", () => {
    const title = (one: Form, key: string, nb: string) =>
        changeQuestion(one, key, (question) => ({ ...question, title: { nb } }));
    test("changes of different questions are joined, what they added comes in, what they removed goes", () => {
        const mine = title(form(), "q2", "Hvorfor det?");
        const theirs = removeQuestion(addQuestion(title(form(), "q1", "Båt?"), 0, 1, "date", []), "q3");
        const merged = mergeForms(form(), mine, theirs);
        expect(merged.collisions).toEqual([]);
        expect(questionsOf(merged.form).map((one) => one.key)).toEqual(["q1", "q4", "q2"]);
        expect(questionsOf(merged.form)[0]!.title).toEqual({ nb: "Båt?" });
        expect(questionsOf(merged.form)[2]!.title).toEqual({ nb: "Hvorfor det?" });
    });
    test("one question that both changed is a collision, with both wordings at hand", () => {
        const merged = mergeForms(form(), title(form(), "q1", "Min"), title(form(), "q1", "Deres"));
        expect(merged.collisions.map(({ mine, theirs }) => [mine?.title, theirs?.title])).toEqual([
            [{ nb: "Min" }, { nb: "Deres" }],
        ]);
        expect(questionsOf(merged.form)[0]!.title).toEqual({ nb: "Min" });
    });
    test("a page's title that both changed is a collision too; what only one changed is taken", () => {
        const named = (form: Form, nb: string) => setHead(form, "s1", { key: "s1", title: { nb } });
        const merged = mergeForms(form(), named(form(), "Min"), named(form(), "Deres"));
        expect(merged.collisions).toEqual([
            {
                of: "page",
                key: "s1",
                mine: { key: "s1", title: { nb: "Min" } },
                theirs: { key: "s1", title: { nb: "Deres" } },
            },
        ]);
        expect(merged.form.sections[0]!.title).toEqual({ nb: "Min" });
        const theirs = mergeForms(form(), form(), named(form(), "Deres"));
        expect(theirs).toMatchObject({ collisions: [], taken: 1 });
        expect(theirs.form.sections[0]!.title).toEqual({ nb: "Deres" });
    });
    test("what I removed and they changed is a collision, and the other way round", () => {
        const gone = mergeForms(form(), removeQuestion(form(), "q2"), title(form(), "q2", "Deres"));
        expect(gone.collisions).toHaveLength(1);
        expect(gone.collisions[0]!.mine).toBeNull();
        const kept = mergeForms(form(), title(form(), "q2", "Min"), removeQuestion(form(), "q2"));
        expect(kept.collisions[0]!.theirs).toBeNull();
        expect(questionsOf(kept.form).map((one) => one.key)).toContain("q2");
    });
});

describe("what changed between revisions", () => {
    test("wordings, options, rules and places are told one by one", () => {
        let after = changeQuestion(form(), "q1", (question) => ({
            ...question,
            title: { nb: "Bruker du ferge?", en: "Ferry?" },
            required: true,
            options: [...question.options!, { key: "a3", label: { nb: "Vet ikke" } }],
        }));
        after = moveQuestion(after, "q3", { section: 0, question: 0 });
        expect(differencesOf(form(), after)).toEqual([
            { key: "q3", title: "Når?", section: false, changes: [{ what: "moved" }] },
            {
                key: "q1",
                title: "Bruker du ferge?",
                section: false,
                changes: [
                    { what: "title", before: "Ferge?", after: "Bruker du ferge?" },
                    { what: "option_added", word: "Vet ikke" },
                    { what: "required" },
                ],
            },
        ]);
        expect(differencesOf(form(), form())).toEqual([]);
    });
});
