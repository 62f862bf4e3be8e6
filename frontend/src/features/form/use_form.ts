// The form under an editor's hands: kept in the browser from the first change on, with the form that it was made from
// beside it, so that what others store meanwhile can be joined with it.
import { useRef, useState } from "preact/hooks";
import { fetchForm, storeForm } from "../../api/consultation_routes.ts";
import type { Form, KeptForm } from "../../api/form_nouns.ts";
import { Refusal } from "../../api/request.ts";
import { useDraft } from "../../ui/drafts.ts";
import { useSubmission, type Submission } from "../../ui/submission.ts";
import { mergeForms, type Collision } from "./form_merge.ts";
import { tidied } from "./form_state.ts";

interface Kept {
    form: Form;
    base: KeptForm;
    /** What both changed and nobody has chosen yet: it outlives a reload, or mine would count without a word. */
    collisions?: Collision[];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const textOf = (kept: KeptForm) => JSON.stringify({ form: { sections: kept.sections }, base: kept });

export interface HeldForm {
    form: Form;
    base: KeptForm;
    /** Whether there is something to store. */
    changed: boolean;
    /** What both changed, until somebody has chosen. */
    collisions: Collision[];
    /** How many changes of others came in with the last joining; null where nothing was joined. */
    joined: number | null;
    place: string;
    submission: Submission;
    /** A change that can be taken back in one step. */
    act: (form: Form) => void;
    /** A change in a field, which has an undo of its own. */
    type: (form: Form) => void;
    undo: (() => void) | null;
    drop: () => void;
    settle: (form: Form) => void;
    store: () => Promise<boolean>;
}

/** @param onStored with what the server has then */
export function useForm(consultation: number, fetched: KeptForm, onStored: (kept: KeptForm) => void): HeldForm {
    const place = `form:${consultation}`;
    const [server, setServer] = useState(fetched);
    const [text, keep, drop, now] = useDraft(place, textOf(server));
    const { form, base, collisions = [] } = JSON.parse(text) as Kept;
    const [joined, setJoined] = useState<number | null>(null);
    const before = useRef<Form[]>([]);
    const [, redraw] = useState(0);
    const submission = useSubmission(place);
    const put = ({ form, base, collisions = [] }: Kept) =>
        keep(JSON.stringify({ form, base, ...(collisions.length > 0 && { collisions }) }));
    const set = (next: Form) => put({ form: next, base, collisions });
    /** @param since what mine, as it is by now, was made from */
    const join = (since: Form, theirs: KeptForm) => {
        const { form: mine, collisions: open = [] } = JSON.parse(now()) as Kept;
        const merged = mergeForms(tidied(since), tidied(mine), tidied(theirs));
        const unsettled = open.filter(
            (one) => !merged.collisions.some(({ of, key }) => of === one.of && key === one.key),
        );
        before.current = []; // a step back would take their changes out again, unseen
        setServer(theirs);
        setJoined(merged.taken);
        put({ form: merged.form, base: theirs, collisions: [...unsettled, ...merged.collisions] });
    };
    const store = async () => {
        let stale = false;
        const done = await submission.send(
            async () => {
                try {
                    await storeForm(consultation, base.revision, base.edit, tidied(form).sections);
                } catch (error) {
                    if (!(error instanceof Refusal) || error.code !== "form.stale_base") throw error;
                    stale = true;
                }
                return fetchForm(consultation);
            },
            (stored) => {
                if (stale) return join(base, stored);
                onStored(stored);
                // What was typed meanwhile, and what a colleague stored behind it, comes on top.
                const mine = tidied((JSON.parse(now()) as Kept).form);
                if (!same(mine, tidied(form))) {
                    join(form, stored);
                    return setJoined((n) => n || null); // nobody else was in it
                }
                before.current = [];
                setJoined(null);
                drop();
                setServer(stored);
            },
        );
        return done && !stale;
    };
    return {
        form,
        base,
        changed: !same(tidied(form), tidied(base)),
        collisions,
        joined,
        place,
        submission,
        act: (next) => {
            before.current = [...before.current.slice(-49), form];
            set(next);
        },
        type: set,
        undo:
            before.current.length === 0
                ? null
                : () => {
                      set(before.current.pop()!);
                      redraw((n) => n + 1);
                  },
        drop: () => {
            before.current = [];
            setJoined(null);
            drop();
        },
        settle: (next) => put({ form: next, base }),
        store,
    };
}
