// What one may do with a comment: support, answer, and behind three dots what is rarer.
import { useState } from "preact/hooks";
import type { Comment, Rights } from "../../api/nouns.ts";
import { deleteComment, reopenComment, setSupport, showComment } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { account } from "../../shell/session.ts";
import { Menu, type MenuAct } from "../../ui/menu.tsx";
import { AskWords, Confirm, History, type Asked } from "./dialogs.tsx";
import { mine, onPropose, put, putOne } from "./store.ts";

/** Runs an act of one press; what is refused is said. */
async function attempt(act: () => Promise<void>): Promise<void> {
    try {
        await act();
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        announce(sentenceOf(error));
    }
}

function Support({ comment }: { comment: Comment }) {
    const own = mine.value[comment.id];
    const supported = own?.supported ?? false;
    const toggle = () =>
        attempt(async () => {
            const { supports } = await setSupport(comment.id, !supported);
            put([{ ...comment, supports }], {
                [comment.id]: { ...(own ?? { author: false, editable_until: null }), supported: !supported },
            });
        });
    return (
        <button type="button" class="act" aria-pressed={supported} onClick={() => void toggle()}>
            {supported ? t("comments.supported") : t("comments.support")}
            {comment.supports > 0 && <span class="act-count">{comment.supports}</span>}
        </button>
    );
}

interface Props {
    comment: Comment;
    may: Rights;
    onReply: () => void;
    onEdit: () => void;
}

export function CommentActs({ comment, may, onReply, onEdit }: Props) {
    const [asked, setAsked] = useState<Asked | "delete" | "history" | null>(null);
    const author = mine.value[comment.id]?.author === true;
    const shown = comment.state === "shown";
    const copy = () =>
        void navigator.clipboard
            .writeText(`${location.origin}/comments/${comment.id}`)
            .then(() => announce(t("comments.copied")));
    const block = comment.anchor?.state === "orphaned" ? undefined : comment.anchor?.block;
    const propose =
        may.amend && shown && block !== undefined && onPropose.value !== null
            ? { word: t("amendment.proposeFrom"), act: () => onPropose.value!(block, comment.id) }
            : false;
    const acts: (MenuAct | false)[] = [
        propose,
        { word: t("comments.copy"), act: copy },
        author && shown && { word: t("comments.edit"), act: onEdit },
        comment.edits > 0 && shown && { word: t("comments.history"), act: () => setAsked("history") },
        may.resolve &&
            comment.parent === null &&
            (comment.resolved === null
                ? { word: t("comments.resolve"), act: () => setAsked("resolve") }
                : {
                      word: t("comments.reopen"),
                      act: () => void attempt(async () => putOne((await reopenComment(comment.id)).comment)),
                  }),
        may.moderate && shown && { word: t("comments.hide"), act: () => setAsked("hide") },
        may.moderate &&
            comment.state === "hidden" && {
                word: t("comments.show"),
                act: () => void attempt(async () => putOne((await showComment(comment.id)).comment)),
            },
        author &&
            comment.state === "hidden" &&
            !comment.appeal && { word: t("comments.appeal"), act: () => setAsked("appeal") },
        author && comment.state !== "deleted" && { word: t("comments.delete"), act: () => setAsked("delete") },
    ];
    const remove = () =>
        void attempt(async () => {
            await deleteComment(comment.id);
            putOne({ ...comment, state: "deleted", text: null, html: null, author: null, stance: null });
        });
    const close = () => setAsked(null);
    return (
        <div class="comment-acts">
            {shown && account.value !== null && !author && may.comment ? (
                <Support comment={comment} />
            ) : (
                comment.supports > 0 && <span class="muted">{t("comments.supports", { n: comment.supports })}</span>
            )}
            {shown && (may.comment || account.value === null) && (
                <button type="button" class="act" onClick={onReply}>
                    {t("comments.reply")}
                </button>
            )}
            <Menu label={t("comments.acts")} acts={acts.filter((one) => one !== false)} />
            {asked === "delete" ? (
                <Confirm
                    title={t("comments.delete.title")}
                    word={t("comments.delete")}
                    onYes={remove}
                    onClose={close}
                />
            ) : asked === "history" ? (
                <History comment={comment} onClose={close} />
            ) : (
                asked !== null && <AskWords comment={comment} asked={asked} onClose={close} />
            )}
        </div>
    );
}
