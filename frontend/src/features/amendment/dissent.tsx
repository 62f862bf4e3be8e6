// A minority's view beside what its body recommends: written once, and nobody takes it away.
import type { AmendmentAnswer, Recommendation } from "../../api/nouns.ts";
import { dissent } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { account } from "../../shell/session.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";

interface Props {
    recommendation: Recommendation;
    onDone: (answer: AmendmentAnswer) => void;
    onClose: () => void;
}

export function Dissent({ recommendation, onDone, onClose }: Props) {
    const place = `dissent:${recommendation.id}`;
    const [names, setNames, dropNames] = useDraft(`${place}:names`, account.value?.name ?? "");
    const [text, setText, dropText] = useDraft(place);
    const { busy, refusal, send } = useSubmission(place);
    const form = { names, text };
    return (
        <Dialog title={t("dissent.title", { unit: recommendation.unit.name })} onClose={onClose}>
            <form
                class="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void send(
                        (key) => dissent(recommendation.id, form, key),
                        (answer) => {
                            dropText();
                            dropNames();
                            onDone(answer);
                        },
                        form,
                    );
                }}
            >
                <p class="hint">{t("dissent.hint")}</p>
                <Problem refusal={refusal} fields={["names", "text"]} />
                <Field label={t("dissent.names")} name="names" refusal={refusal}>
                    {(attributes) => (
                        <input
                            {...attributes}
                            required
                            maxLength={500}
                            readOnly={busy}
                            value={names}
                            onInput={(event) => setNames(event.currentTarget.value)}
                        />
                    )}
                </Field>
                <Field label={t("dissent.text")} name="text" refusal={refusal}>
                    {(attributes) => (
                        <textarea
                            {...attributes}
                            required
                            rows={4}
                            readOnly={busy}
                            value={text}
                            onInput={(event) => setText(event.currentTarget.value)}
                        />
                    )}
                </Field>
                <div class="actions">
                    <button type="submit" class="button" disabled={busy}>
                        {t("dissent.send")}
                    </button>
                    <button type="button" class="link" onClick={onClose}>
                        {t("cancel")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}
