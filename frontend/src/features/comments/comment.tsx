// One comment, and a thread of them.
import { useState } from "preact/hooks";
import type { Comment, Rights } from "../../api/nouns.ts";
import { said, t } from "../../i18n/words.ts";
import { askSignIn, initials } from "../../shell/shell.tsx";
import { account } from "../../shell/session.ts";
import { Markup } from "../../ui/markup.tsx";
import { CommentActs } from "./acts.tsx";
import { openThread } from "./loading.ts";
import { mine, closeThread, openThreads, repliesOf } from "./store.ts";
import { Editing, Writing } from "./writing.tsx";

/** The words that a comment is about, and what became of them. */
export function Quote({ comment }: { comment: Comment }) {
    const anchor = comment.anchor;
    if (anchor === null || anchor.quote === null) return null;
    const words = anchor.quote.trim().slice(0, 240);
    return (
        <div class="about">
            <blockquote class="quote">
                {anchor.state === "orphaned" ? words : <a href={`#${anchor.block}`}>{words}</a>}
            </blockquote>
            {anchor.state === "orphaned" && (
                <p class="muted">
                    <a href={`/documents/${comment.document}/versions/${anchor.version}`}>
                        {t("comments.orphaned", { n: anchor.version })}
                    </a>
                </p>
            )}
            {anchor.state === "changed" && <p class="muted">{t("comments.changed")}</p>}
        </div>
    );
}

export function Head({ comment }: { comment: Comment }) {
    return (
        <header class="comment-head">
            {comment.author !== null && (
                <>
                    <span class="initials small" aria-hidden="true">
                        {initials(comment.author.name)}
                    </span>
                    <strong>{comment.author.name}</strong>
                </>
            )}
            <a class="muted" href={`#comment-${comment.id}`}>
                <time dateTime={comment.at}>{said(comment.at)}</time>
            </a>
            {comment.edits > 0 && comment.state === "shown" && <span class="muted">{t("comments.edited")}</span>}
            {comment.stance !== null && <span class={`chip ${comment.stance}`}>{t(`stance.${comment.stance}`)}</span>}
        </header>
    );
}

export function Body({ comment }: { comment: Comment }) {
    return (
        <>
            {comment.state === "hidden" && (
                <p class="muted">
                    {comment.reason !== undefined
                        ? t("comments.hiddenBecause", { reason: comment.reason })
                        : t("comments.hidden")}
                </p>
            )}
            {comment.appeal && <p class="muted">{t("comments.appealed", { text: comment.appeal })}</p>}
            {comment.state === "deleted" && <p class="muted">{t("comments.deleted")}</p>}
            {comment.html !== null && <Markup html={comment.html} class="prose said" />}
            {comment.resolved !== null && (
                <div class="settled">
                    <p class="muted">
                        {t("comments.resolvedBy", {
                            name: comment.resolved.by.name,
                            when: said(comment.resolved.at),
                        })}
                    </p>
                    <p>{comment.resolved.answer}</p>
                </div>
            )}
        </>
    );
}

interface Props {
    comment: Comment;
    may: Rights;
    /** In the list under the text: names the comment in the address, and shows the words it is about. */
    named?: boolean;
}

export function OneComment({ comment, may, named = false }: Props) {
    const [doing, setDoing] = useState<"reply" | "edit" | null>(null);
    const open = openThreads.value.has(comment.id);
    const root = comment.parent === null;
    const stop = () => setDoing(null);
    const reply = async () => {
        if (account.value !== null || (await askSignIn())) setDoing("reply");
    };
    return (
        <article
            class={`comment is-${comment.state} ${comment.resolved !== null ? "resolved" : ""}`}
            {...(named && { id: `comment-${comment.id}` })}
        >
            {named && root && <Quote comment={comment} />}
            <Head comment={comment} />
            {doing === "edit" ? <Editing comment={comment} onDone={stop} /> : <Body comment={comment} />}
            {doing !== "edit" && (comment.state !== "deleted" || mine.value[comment.id]?.author === true) && (
                <CommentActs comment={comment} may={may} onReply={() => void reply()} onEdit={() => setDoing("edit")} />
            )}
            {root && comment.replies > 0 && (
                <button
                    type="button"
                    class="act replies-toggle"
                    aria-expanded={open}
                    onClick={() => (open ? closeThread(comment.id) : void openThread(comment.id))}
                >
                    {t("comments.replies", { n: comment.replies })}
                </button>
            )}
            {open && root && (
                <div class="replies">
                    {repliesOf(comment.id).map((one) => (
                        <OneComment key={one.id} comment={one} may={may} named={named} />
                    ))}
                </div>
            )}
            {doing === "reply" && (
                <Writing
                    document={comment.document}
                    place={`reply:${comment.id}`}
                    about={{ parent: comment.id }}
                    label={t("comments.replyTo", { name: comment.author?.name ?? "" })}
                    withStance={false}
                    onDone={() => {
                        stop();
                        void openThread(comment.root);
                    }}
                    onCancel={stop}
                />
            )}
        </article>
    );
}
