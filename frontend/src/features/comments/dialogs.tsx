// What is asked before an act on a comment that needs words (settle, hide, appeal), and what it said before.
import { useEffect, useState } from "preact/hooks";
import type { Comment, CommentVersion } from "../../api/nouns.ts";
import { appealHiding, fetchHistory, hideComment, resolveComment } from "../../api/routes.ts";
import { moment, t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { Markup } from "../../ui/markup.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { putOne } from "./store.ts";

export type Asked = "resolve" | "hide" | "appeal";

const field = { resolve: "answer", hide: "reason", appeal: "text" } as const;
const act = { resolve: resolveComment, hide: hideComment, appeal: appealHiding } as const;

export function AskWords({ comment, asked, onClose }: { comment: Comment; asked: Asked; onClose: () => void }) {
    const place = `${asked}:${comment.id}`;
    const [words, setWords, drop] = useDraft(place);
    const { busy, refusal, send } = useSubmission(place);
    return (
        <Dialog title={t(`comments.${asked}.title`)} onClose={onClose}>
            <form
                class="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void send(
                        (key) => act[asked](comment.id, words, key),
                        (answer) => {
                            drop();
                            putOne(answer.comment, answer.mine);
                            onClose();
                        },
                        words,
                    );
                }}
            >
                <Problem refusal={refusal} fields={[field[asked]]} />
                <Field
                    label={t(`comments.${asked}.label`)}
                    hint={t(`comments.${asked}.hint`)}
                    name={field[asked]}
                    refusal={refusal}
                >
                    {(attributes) => (
                        <textarea
                            {...attributes}
                            rows={4}
                            required
                            value={words}
                            onInput={(event) => setWords(event.currentTarget.value)}
                        />
                    )}
                </Field>
                <div class="actions">
                    <button type="submit" class="button" disabled={busy}>
                        {t(`comments.${asked}.send`)}
                    </button>
                    <button type="button" class="link" onClick={onClose}>
                        {t("cancel")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

export function Confirm({
    title,
    word,
    onYes,
    onClose,
}: {
    title: string;
    word: string;
    onYes: () => void;
    onClose: () => void;
}) {
    return (
        <Dialog title={title} onClose={onClose}>
            <div class="actions">
                <button
                    type="button"
                    class="button danger"
                    onClick={() => {
                        onClose();
                        onYes();
                    }}
                >
                    {word}
                </button>
                <button type="button" class="link" onClick={onClose}>
                    {t("cancel")}
                </button>
            </div>
        </Dialog>
    );
}

/** What a comment said before, the newest first; what it says now stands on the page. */
export function History({ comment, onClose }: { comment: Comment; onClose: () => void }) {
    const [versions, setVersions] = useState<CommentVersion[] | null>(null);
    useEffect(() => {
        void fetchHistory(comment.id).then(
            ({ items }) => setVersions(items),
            () => onClose(),
        );
    }, [comment.id, comment.edits]);
    return (
        <Dialog title={t("comments.history")} onClose={onClose}>
            {versions?.map((version) => (
                <section class="earlier" key={version.at}>
                    <p class="muted">
                        <time dateTime={version.at}>{moment(version.at)}</time>
                    </p>
                    <Markup html={version.html} />
                </section>
            ))}
        </Dialog>
    );
}
