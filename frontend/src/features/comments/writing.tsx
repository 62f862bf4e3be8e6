// Writing a comment or a reply, and changing one. What is typed is kept until the server has it.
import { useEffect, useRef } from "preact/hooks";
import type { Comment, Stance } from "../../api/nouns.ts";
import { changeComment, createComment, type CommentForm } from "../../api/routes.ts";
import { said, t } from "../../i18n/words.ts";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission, type Submission } from "../../ui/submission.ts";
import { mine, putOne, putOwn } from "./store.ts";

/** Set by the page: says to the others where somebody is writing. */
export const typing: { tell: (block: string) => void } = { tell: () => {} };

const stances: (Stance | "")[] = ["", "for", "neutral", "against"];

function StanceChoice({ stance, onChange }: { stance: Stance | ""; onChange: (stance: Stance | "") => void }) {
    return (
        <fieldset class="stances">
            <legend>{t("stance")}</legend>
            {stances.map((word) => (
                <label class="stance" key={word}>
                    <input type="radio" name="stance" checked={stance === word} onChange={() => onChange(word)} />
                    <span>{word === "" ? t("stance.none") : t(`stance.${word}`)}</span>
                </label>
            ))}
        </fieldset>
    );
}

interface FormProps {
    label: string;
    text: string;
    onText: (text: string) => void;
    submission: Submission;
    send: string;
    onSubmit: () => void;
    onCancel: () => void;
    children?: preact.ComponentChildren;
}

function WordsForm({ label, text, onText, submission, send, onSubmit, onCancel, children }: FormProps) {
    const form = useRef<HTMLFormElement>(null);
    useEffect(() => form.current?.querySelector("textarea")?.focus({ preventScroll: true }), []);
    return (
        <form
            class="form writing"
            ref={form}
            onSubmit={(event) => {
                event.preventDefault();
                onSubmit();
            }}
            onKeyDown={(event) => {
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
                else if (event.key === "Escape" && text.trim() === "") onCancel();
                else return;
                event.preventDefault();
                event.stopPropagation();
            }}
        >
            <Problem refusal={submission.refusal} fields={["text"]} />
            <Field label={label} name="text" refusal={submission.refusal}>
                {(attributes) => (
                    <textarea
                        {...attributes}
                        rows={3}
                        required
                        value={text}
                        onInput={(event) => onText(event.currentTarget.value)}
                    />
                )}
            </Field>
            {children}
            <div class="actions">
                <button type="submit" class="button small" disabled={submission.busy}>
                    {send}
                </button>
                <button type="button" class="link" onClick={onCancel}>
                    {t("cancel")}
                </button>
            </div>
        </form>
    );
}

/** Words and what one means by them, kept and dropped together. */
function useWords(place: string, text = "", stance: Stance | "" = "") {
    const [words, setWords, dropWords] = useDraft(place, text);
    const [meant, setMeant, dropMeant] = useDraft(`${place}:stance`, stance);
    return {
        ...{ text: words, setText: setWords, stance: meant as Stance | "", setStance: setMeant },
        drop: () => {
            dropWords();
            dropMeant();
        },
    };
}

interface Props {
    document: number;
    place: string;
    about?: Partial<CommentForm>;
    label?: string;
    withStance?: boolean;
    onDone: (comment: Comment) => void;
    onCancel: () => void;
}

export function Writing({ document, place, about = {}, label, withStance = true, onDone, onCancel }: Props) {
    const { text, setText, stance, setStance, drop } = useWords(place);
    const submission = useSubmission(place);
    const form: CommentForm = { ...about, text, ...(stance !== "" && { stance }) };
    return (
        <WordsForm
            label={label ?? t("comments.text")}
            text={text}
            onText={(next) => {
                setText(next);
                typing.tell(about.anchor?.block ?? "");
            }}
            submission={submission}
            send={t("comments.send")}
            onSubmit={() =>
                void submission.send(
                    (key) => createComment(document, form, key),
                    (answer) => {
                        drop();
                        putOwn(answer.comment, answer.mine);
                        onDone(answer.comment);
                    },
                    form,
                )
            }
            onCancel={onCancel}
        >
            {withStance && <StanceChoice stance={stance} onChange={setStance} />}
        </WordsForm>
    );
}

export function Editing({ comment, onDone }: { comment: Comment; onDone: () => void }) {
    const place = `edit:${comment.id}`;
    const { text, setText, stance, setStance, drop } = useWords(place, comment.text ?? "", comment.stance ?? "");
    const submission = useSubmission(place);
    const until = mine.value[comment.id]?.editable_until ?? null;
    const free = until !== null && Date.parse(until) > Date.now();
    const form = { text, stance: stance === "" ? null : stance };
    return (
        <WordsForm
            label={t("comments.edit")}
            text={text}
            onText={setText}
            submission={submission}
            send={t("comments.save")}
            onSubmit={() =>
                void submission.send(
                    () => changeComment(comment.id, form),
                    (answer) => {
                        drop();
                        putOne(answer.comment, answer.mine);
                        onDone();
                    },
                    form,
                )
            }
            onCancel={() => {
                drop();
                onDone();
            }}
        >
            {comment.parent === null && <StanceChoice stance={stance} onChange={setStance} />}
            <p class="hint">{free ? t("comments.editFree", { when: said(until) }) : t("comments.editKept")}</p>
        </WordsForm>
    );
}
