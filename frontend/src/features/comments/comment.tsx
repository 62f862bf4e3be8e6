// One comment, and a thread of them.
import { useState } from "preact/hooks";
import type { Comment } from "../../api/nouns.ts";
import { deleteComment, setSupport } from "../../api/routes.ts";
import { said, t } from "../../i18n/words.ts";
import { account } from "../../shell/session.ts";
import { Markup } from "../../ui/markup.tsx";
import { mine, openThread, openThreads, put, repliesOf } from "./store.ts";
import { Writing } from "./writing.tsx";

function Gone({ comment }: { comment: Comment }) {
    return <p class="muted">{comment.state === "hidden" ? t("comments.hidden") : t("comments.deleted")}</p>;
}

function Where({ comment }: { comment: Comment }) {
    const anchor = comment.anchor;
    if (anchor === null || anchor.quote === null) return null;
    const orphaned = anchor.state === "orphaned";
    return (
        <>
            <blockquote class="quote">
                {orphaned ? anchor.quote : <a href={`#${anchor.block}`}>{anchor.quote.trim().slice(0, 160)}</a>}
            </blockquote>
            {orphaned && (
                <p class="muted">
                    <a href={`/documents/${comment.document}/versions/${anchor.version}`}>
                        {t("comments.orphaned", { n: anchor.version })}
                    </a>
                </p>
            )}
            {anchor.state === "changed" && <p class="muted">{t("comments.changed")}</p>}
        </>
    );
}

function Support({ comment }: { comment: Comment }) {
    const own = mine.value[comment.id];
    const toggle = async () => {
        const supported = !(own?.supported ?? false);
        const { supports } = await setSupport(comment.id, supported);
        put([{ ...comment, supports }], {
            [comment.id]: { ...(own ?? { author: false, editable_until: null }), supported },
        });
    };
    return (
        <>
            {account.value !== null && own?.author !== true && (
                <button type="button" class="link" aria-pressed={own?.supported ?? false} onClick={() => void toggle()}>
                    {own?.supported ? t("comments.supported") : t("comments.support")}
                </button>
            )}{" "}
            {comment.supports > 0 && <span class="muted">{t("comments.supports", { n: comment.supports })}</span>}
        </>
    );
}

export function OneComment({ comment, mayComment }: { comment: Comment; mayComment: boolean }) {
    const [replying, setReplying] = useState(false);
    const open = openThreads.value.has(comment.id);
    const remove = async () => {
        await deleteComment(comment.id);
        put([{ ...comment, state: "deleted", text: "", html: "", author: null }]);
    };
    return (
        <article class="comment" id={`comment-${comment.id}`}>
            <Where comment={comment} />
            <header class="comment-head">
                {comment.author !== null && <strong>{comment.author.name}</strong>}{" "}
                <a class="muted" href={`#comment-${comment.id}`}>
                    <time dateTime={comment.at}>{said(comment.at)}</time>
                </a>{" "}
                {comment.stance !== null && (
                    <span class={`chip ${comment.stance}`}>{t(`stance.${comment.stance}`)}</span>
                )}
            </header>
            {comment.text === null || comment.state === "deleted" ? (
                <Gone comment={comment} />
            ) : (
                <Markup html={comment.html} />
            )}
            {comment.resolved !== null && (
                <p class="muted">{t("comments.resolved", { answer: comment.resolved.answer })}</p>
            )}
            {comment.state === "shown" && (
                <p class="comment-acts">
                    <Support comment={comment} />{" "}
                    {mayComment && (
                        <button type="button" class="link" onClick={() => setReplying(true)}>
                            {t("comments.reply")}
                        </button>
                    )}{" "}
                    {mine.value[comment.id]?.author === true && (
                        <button type="button" class="link" onClick={() => void remove()}>
                            {t("comments.delete")}
                        </button>
                    )}
                </p>
            )}
            {replying && (
                <Writing
                    document={comment.document}
                    place={`reply:${comment.id}`}
                    about={{ parent: comment.id }}
                    withStance={false}
                    onDone={() => {
                        setReplying(false);
                        void openThread(comment.root);
                    }}
                />
            )}
            {comment.parent === null && comment.replies > 0 && !open && (
                <button type="button" class="link" onClick={() => void openThread(comment.id)}>
                    {t("comments.replies", { n: comment.replies })}
                </button>
            )}
            {open && comment.parent === null && (
                <div class="replies">
                    {repliesOf(comment.id).map((reply) => (
                        <OneComment key={reply.id} comment={reply} mayComment={mayComment} />
                    ))}
                </div>
            )}
        </article>
    );
}
