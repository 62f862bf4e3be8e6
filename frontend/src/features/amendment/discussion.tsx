// What is said about an amendment, opened where the amendment stands. Threads are as on any block.
import { useEffect, useState } from "preact/hooks";
import type { Amendment, Rights } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { account } from "../../shell/session.ts";
import { askSignIn } from "../../shell/shell.tsx";
import { OneComment } from "../comments/comment.tsx";
import { openDiscussion } from "../comments/loading.ts";
import { closeDiscussion, discussed, threadsAbout } from "../comments/store.ts";
import { Writing } from "../comments/writing.tsx";

interface Props {
    amendment: Amendment;
    may: Rights;
}

function Threads({ amendment, may }: Props) {
    const [writing, setWriting] = useState(false);
    const threads = threadsAbout(amendment.id);
    const begin = async () => {
        if (account.value !== null || (await askSignIn())) setWriting(true);
    };
    return (
        <div class="discussion">
            {threads.map((comment) => (
                <OneComment key={comment.id} comment={comment} may={may} />
            ))}
            {writing ? (
                <Writing
                    document={amendment.document}
                    place={`amendment-comment:${amendment.id}`}
                    about={{ amendment: amendment.id }}
                    label={t("amendment.say")}
                    onDone={() => setWriting(false)}
                    onCancel={() => setWriting(false)}
                />
            ) : may.comment || account.value === null ? (
                <button type="button" class="button small quiet" onClick={() => void begin()}>
                    {t("amendment.say")}
                </button>
            ) : (
                <p class="muted">{t("comments.closed")}</p>
            )}
        </div>
    );
}

/** `open` from the start where the amendment is read by itself. */
export function Discussion({ amendment, may, open = false }: Props & { open?: boolean }) {
    const opened = discussed.value.has(amendment.id);
    const show = () => void openDiscussion(amendment.document, amendment.id).catch(() => undefined);
    useEffect(() => {
        if (open) show();
    }, [amendment.id]);
    if (amendment.state === "draft") return null;
    return (
        <>
            <button
                type="button"
                class="act replies-toggle"
                aria-expanded={opened}
                onClick={() => (opened ? closeDiscussion(amendment.id) : show())}
            >
                {amendment.comments > 0
                    ? t("amendment.discussionN", { n: amendment.comments })
                    : t("amendment.discussion")}
            </button>
            {opened && <Threads amendment={amendment} may={may} />}
        </>
    );
}
