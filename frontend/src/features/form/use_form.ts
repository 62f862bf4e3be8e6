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
}

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
    const [text, keep, drop] = useDraft(place, textOf(server));
    const { form, base } = JSON.parse(text) as Kept;
    const [collisions, setCollisions] = useState<Collision[]>([]);
    const [joined, setJoined] = useState<number | null>(null);
    const before = useRef<Form[]>([]);
    const [, redraw] = useState(0);
    const submission = useSubmission(place);
    const set = (next: Form) => keep(JSON.stringify({ form: next, base }));
    const join = (theirs: KeptForm) => {
        const merged = mergeForms(tidied(base), tidied(form), tidied(theirs));
        setServer(theirs);
        setCollisions(merged.collisions);
        setJoined(merged.taken);
        keep(JSON.stringify({ form: merged.form, base: theirs }));
    };
    const store = async () => {
        let stale = false;
        const stored = await submission.send(
            async () => {
                try {
                    await storeForm(consultation, base.revision, base.edit, tidied(form).sections);
                } catch (error) {
                    if (!(error instanceof Refusal) || error.code !== "form.stale_base") throw error;
                    stale = true;
                }
                return fetchForm(consultation);
            },
            (now) => {
                if (stale) return join(now);
                before.current = [];
                setJoined(null);
                drop();
                setServer(now);
                keep(textOf(now));
                onStored(now);
            },
        );
        return stored && !stale;
    };
    return {
        form,
        base,
        changed: JSON.stringify(tidied(form)) !== JSON.stringify(tidied(base)),
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
            setCollisions([]);
            setJoined(null);
            drop();
        },
        settle: (next) => {
            setCollisions([]);
            set(next);
        },
        store,
    };
}
