// A copy of a consultation: a draft that asks the same. Its times count from the press of the button, so what is sent is
// kept until an answer comes: tried again it is the same words under the same key, and there is one copy.
import { useRef } from "preact/hooks";
import type { ConsultationInFull, ConsultationRules } from "../../api/consultation_nouns.ts";
import { beginConsultation, fetchForm } from "../../api/consultation_routes.ts";
import type { Form } from "../../api/form_nouns.ts";
import { Refusal } from "../../api/request.ts";
import { fetchProcess } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { useSubmission, type Submission } from "../../ui/submission.ts";
import { copyOf, rulesOf, typedOf } from "./settings_typed.ts";

interface Copy {
    key: string;
    rules: ConsultationRules;
    form: Form;
}

async function prepare(consultation: ConsultationInFull, key: string): Promise<Copy> {
    const [{ sections }, process] = await Promise.all([fetchForm(consultation.id), fetchProcess(consultation.process)]);
    const title = t("desk.copyOf", { title: consultation.title }).slice(0, 200);
    return { key, rules: { ...rulesOf(copyOf(consultation, process), null), title }, form: { sections } };
}

/** Where a paragraph that it asks about is gone since, the copy is about the version that had it: another body. */
async function store(consultation: ConsultationInFull, { key, rules, form }: Copy): Promise<ConsultationInFull> {
    try {
        return await beginConsultation(consultation.process, rules, form, key);
    } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "form.block_unknown") throw error;
        const { version } = consultation;
        return beginConsultation(consultation.process, { ...rules, version }, form, `${key}-before`);
    }
}

/** @param done what follows once the copy is stored */
export function useCopy(
    consultation: ConsultationInFull,
    done: (made: ConsultationInFull) => void,
): Pick<Submission, "busy" | "refusal"> & { copy: () => Promise<boolean> } {
    const { busy, refusal, send } = useSubmission();
    const prepared = useRef<Copy | null>(null);
    const copy = () =>
        send(
            async (key) => {
                if (prepared.current?.key !== key) prepared.current = await prepare(consultation, key);
                return store(consultation, prepared.current);
            },
            done,
            [typedOf(consultation), consultation.revision],
        );
    return { busy, refusal, copy };
}
