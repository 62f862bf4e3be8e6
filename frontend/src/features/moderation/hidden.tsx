// What moderators have hidden in a process, with the reason and what its author says against it.
import { useEffect, useState } from "preact/hooks";
import type { Comment, Page } from "../../api/nouns.ts";
import { fetchHidden, showComment } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { Problem } from "../../ui/field.tsx";
import { Markup } from "../../ui/markup.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { Head } from "../comments/comment.tsx";

function HiddenComment({ comment, onShown }: { comment: Comment; onShown: () => void }) {
    const { busy, refusal, send } = useSubmission();
    return (
        <article class="comment">
            <Head comment={comment} />
            {comment.html !== null && <Markup html={comment.html} class="prose said" />}
            <p class="muted">{t("comments.hiddenBecause", { reason: comment.reason ?? "" })}</p>
            {comment.appeal && <p class="appeal">{t("comments.appealed", { text: comment.appeal })}</p>}
            <Problem refusal={refusal} />
            <p class="comment-acts">
                <button
                    type="button"
                    class="act"
                    disabled={busy}
                    onClick={() => void send(() => showComment(comment.id), onShown)}
                >
                    {t("comments.show")}
                </button>
                <a class="act" href={`/comments/${comment.id}`}>
                    {t("moderation.inPlace")}
                </a>
            </p>
        </article>
    );
}

/** @param process whose hidden comments are fetched anew whenever `state`, the process as last fetched, is another */
export function Hidden({ process, state }: { process: number; state: unknown }) {
    const [page, setPage] = useState<Page<Comment> | null>(null);
    const { busy, refusal, send } = useSubmission();
    useEffect(() => void send(() => fetchHidden(process), setPage), [process, state]);
    if (page === null || page.items.length === 0) return <Problem refusal={refusal} />;
    const add = (more: Page<Comment>) => setPage({ items: [...page.items, ...more.items], next: more.next });
    const drop = (id: number) => setPage({ ...page, items: page.items.filter((one) => one.id !== id) });
    return (
        <section class="office" aria-labelledby="hidden-comments">
            <h2 id="hidden-comments">{t("moderation.hidden", { n: page.items.length })}</h2>
            {page.items.map((comment) => (
                <HiddenComment key={comment.id} comment={comment} onShown={() => drop(comment.id)} />
            ))}
            <Problem refusal={refusal} />
            {page.next !== null && (
                <button
                    type="button"
                    class="button quiet small"
                    disabled={busy}
                    onClick={() => void send(() => fetchHidden(process, page.next!), add)}
                >
                    {t("comments.more")}
                </button>
            )}
        </section>
    );
}
