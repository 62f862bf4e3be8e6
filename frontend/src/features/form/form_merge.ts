// Two editors changed one form: their changes are joined question by question and page by page, and where both changed
// the same one, a person chooses. Nothing of either is lost before that.
import type { Form, Question, Section } from "../../api/form_nouns.ts";
import { questionsOf } from "./form_state.ts";

/** What of a page is no question. */
export type PageHead = Omit<Section, "questions">;

/** What both changed, and how it stands with each: a question (null where that one took it away), or a page's head. */
export type Collision =
    | { of: "question"; key: string; mine: Question | null; theirs: Question | null }
    | { of: "page"; key: string; mine: PageHead; theirs: PageHead };

export interface Merged {
    form: Form;
    collisions: Collision[];
    /** How many of their changes came in. */
    taken: number;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const byKey = <T extends { key: string }>(all: T[]) => new Map(all.map((one) => [one.key, one]));

function headOf({ questions, ...head }: Section): PageHead {
    void questions;
    return head;
}

/**
 * Mine with what they changed since `base` taken in. Where both changed a question or the head of a page, mine stands
 * and the collision is named. All three have been tidied.
 */
export function mergeForms(base: Form, mine: Form, theirs: Form): Merged {
    const before = byKey(questionsOf(base));
    const here = byKey(questionsOf(mine));
    const there = byKey(questionsOf(theirs));
    const collisions: Collision[] = [];
    let taken = 0;
    const settled = (key: string): Question | null => {
        const [old, ours, other] = [before.get(key), here.get(key) ?? null, there.get(key) ?? null];
        if (same(ours, other) || same(other, old ?? null)) return ours;
        if (same(ours, old ?? null)) {
            taken++;
            return other;
        }
        collisions.push({ of: "question", key, mine: ours, theirs: other });
        return ours;
    };
    const settledHead = (ours: PageHead, old: PageHead | null, other: PageHead): PageHead => {
        if (same(ours, other) || same(other, old)) return ours;
        if (same(ours, old)) {
            taken++;
            return other;
        }
        collisions.push({ of: "page", key: ours.key, mine: ours, theirs: other });
        return ours;
    };
    const sectionsBefore = byKey(base.sections);
    const sectionsThere = byKey(theirs.sections);
    const sections: Section[] = mine.sections.flatMap((section) => {
        const old = sectionsBefore.get(section.key);
        const other = sectionsThere.get(section.key);
        const questions = section.questions.flatMap((one) => settled(one.key) ?? []);
        if (other === undefined) return old === undefined || questions.length > 0 ? [{ ...section, questions }] : [];
        const head = settledHead(headOf(section), old === undefined ? null : headOf(old), headOf(other));
        return [{ ...head, questions }];
    });
    // What they added, or what both hold but I have taken away, stands where they have it.
    for (const section of theirs.sections) {
        const added = section.questions.filter((one) => !here.has(one.key));
        const fresh = added.flatMap((one) => settled(one.key) ?? []);
        const at = sections.find((one) => one.key === section.key);
        if (at !== undefined) {
            for (const one of fresh) {
                const place = section.questions.findIndex((question) => question.key === one.key);
                at.questions.splice(Math.min(place, at.questions.length), 0, one);
            }
        } else if (!sectionsBefore.has(section.key) || fresh.length > 0) {
            sections.push({ ...section, questions: fresh });
        }
    }
    return { form: { sections }, collisions, taken };
}
