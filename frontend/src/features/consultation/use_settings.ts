// The terms of a consultation under an editor's hands: kept in the browser with what the fields were filled with, so
// that what colleagues save meanwhile comes in, and only what was touched is sent.
import { useMemo } from "preact/hooks";
import type { ConsultationInFull, ConsultationRules } from "../../api/consultation_nouns.ts";
import { beginConsultation, changeConsultation } from "../../api/consultation_routes.ts";
import type { Form } from "../../api/form_nouns.ts";
import type { Process } from "../../api/nouns.ts";
import { Refusal } from "../../api/request.ts";
import { keepDraft, useDraft } from "../../ui/drafts.ts";
import { newQuestion } from "../form/form_state.ts";
import * as terms from "./settings_typed.ts";
import type { Typed } from "./settings_typed.ts";

/** One page with one question, to go on from in the builder. */
const firstForm = (): Form => ({
    sections: [{ key: "s1", questions: [{ ...newQuestion("q1", "long_text"), title: { nb: "Hva mener du?" } }] }],
});

const placeOf = ({ id }: ConsultationInFull) => `consultation:${id}`;

export interface HeldSettings {
    place: string;
    /** What the form shows. */
    typed: Typed;
    rules: ConsultationRules;
    /** As the server had it last. */
    loaded: Typed;
    /** What was touched and decided otherwise by a colleague meanwhile. */
    disputed: (keyof Typed)[];
    set: (change: Partial<Typed>) => void;
    take: (name: keyof Typed) => void;
    drop: () => void;
    /** @param onChanged is told how it is now, where a colleague was faster; what was typed stands */
    save: (key: string, onChanged?: (current: ConsultationInFull) => void) => Promise<ConsultationInFull>;
    /** Puts away what was stored; what was typed while that was under way stays typed. */
    stored: (saved: ConsultationInFull) => void;
}

export function useSettings(process: Process, consultation: ConsultationInFull | null): HeldSettings {
    const place = consultation === null ? `consultation:new:${process.id}` : placeOf(consultation);
    const loaded = useMemo(
        () => (consultation === null ? terms.fresh(process) : terms.typedOf(consultation)),
        [consultation, process.id],
    );
    const [text, keep, drop, now] = useDraft(place, JSON.stringify({ typed: loaded, base: loaded }));
    const kept = terms.readKept(text, loaded);
    const typed = terms.onto(kept, loaded);
    const rules = terms.rulesOf(typed, consultation);
    const put = (next: terms.Kept) => keep(JSON.stringify(next));
    return {
        place,
        typed,
        rules,
        loaded,
        disputed: consultation === null ? [] : terms.disputed(kept, loaded),
        set: (change) => put(terms.kept(kept, loaded, change)),
        take: (name) => put(terms.taken(kept, loaded, name)),
        drop,
        async save(key, onChanged) {
            if (consultation === null) {
                const form = typed.start.sections === null ? firstForm() : { sections: typed.start.sections };
                return beginConsultation(process.id, rules, form, key);
            }
            const change = terms.changeOf(typed, loaded, consultation);
            try {
                return await changeConsultation(consultation.id, change, consultation.fingerprint);
            } catch (error) {
                if (error instanceof Refusal && error.code === "consultation.changed")
                    onChanged?.((error.body as { current: ConsultationInFull }).current);
                throw error;
            }
        },
        stored(saved) {
            const fresh = terms.typedOf(saved);
            const meanwhile = terms.readKept(now(), loaded);
            const rest = terms.typedMeanwhile(typed, meanwhile.typed, fresh);
            drop();
            if (rest === null) return;
            const left = JSON.stringify({ typed: rest, base: fresh });
            if (consultation === null) keepDraft(placeOf(saved), left);
            else keep(left);
        },
    };
}
