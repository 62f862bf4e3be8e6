// Writing a comment or a reply. What is typed is kept until the server has it.
import { useState } from "preact/hooks";
import type { Stance } from "../../api/nouns.ts";
import { createComment, type CommentForm } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { putOne } from "./store.ts";

interface Props {
    document: number;
    place: string;
    about?: Partial<CommentForm>;
    quote?: string;
    withStance?: boolean;
    onDone: () => void;
}

const stances: (Stance | "")[] = ["", "for", "against", "neutral"];

export function Writing({ document, place, about = {}, quote, withStance = true, onDone }: Props) {
    const [text, setText, drop] = useDraft(place);
    const [stance, setStance] = useState<Stance | "">("");
    const { busy, refusal, send } = useSubmission(place);
    const form: CommentForm = { ...about, text, ...(stance !== "" && { stance }) };
    return (
        <form
            class="form writing"
            onSubmit={(event) => {
                event.preventDefault();
                void send(
                    (key) => createComment(document, form, key),
                    (answer) => {
                        drop();
                        putOne(answer.comment, answer.mine);
                        onDone();
                    },
                    form,
                );
            }}
        >
            {quote !== undefined && <blockquote class="quote">{quote}</blockquote>}
            <Problem refusal={refusal} fields={["text"]} />
            <Field label={t("comments.text")} name="text" refusal={refusal}>
                {(attributes) => (
                    <textarea
                        {...attributes}
                        rows={4}
                        required
                        value={text}
                        onInput={(event) => setText(event.currentTarget.value)}
                    />
                )}
            </Field>
            {withStance && (
                <Field label={t("stance")} name="stance" refusal={refusal}>
                    {(attributes) => (
                        <select
                            {...attributes}
                            value={stance}
                            onChange={(event) => setStance(event.currentTarget.value as Stance | "")}
                        >
                            {stances.map((word) => (
                                <option key={word} value={word}>
                                    {word === "" ? t("stance.none") : t(`stance.${word}`)}
                                </option>
                            ))}
                        </select>
                    )}
                </Field>
            )}
            <div class="actions">
                <button type="submit" class="button" disabled={busy}>
                    {t("comments.send")}
                </button>
                <button type="button" class="link" onClick={onDone}>
                    {t("cancel")}
                </button>
            </div>
        </form>
    );
}
