// Everything that is said about a document, under its text, a page at a time.
import { useState } from "preact/hooks";
import type { Rights } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { OneComment } from "./comment.tsx";
import { loadPage, reload } from "./loading.ts";
import { held, listed, loaded, next, order, showHeld, threads, type Order } from "./store.ts";
import { Writing } from "./writing.tsx";

/** Shows what others wrote meanwhile and goes there: its button is gone, and with it the keyboard's place. */
function showNews(): void {
    const first = order.value === "newest" ? held.value.at(-1) : held.value[0];
    showHeld();
    requestAnimationFrame(() => {
        const element = document.getElementById(`comment-${first}`);
        if (element === null) return;
        element.tabIndex = -1;
        element.focus({ preventScroll: true });
        element.scrollIntoView({ block: "nearest" });
    });
}

interface Props {
    document: number;
    may: Rights;
    mayWrite: boolean;
    count: number;
    /** Whether a sign-in was given where it was needed. */
    begin: () => Promise<boolean>;
}

export function Conversation({ document, may, mayWrite, count, begin }: Props) {
    const [writing, setWriting] = useState(false);
    const [busy, setBusy] = useState(false);
    const load = async (act: () => Promise<void>) => {
        setBusy(true);
        await act().catch(() => undefined);
        setBusy(false);
    };
    return (
        <>
            <header class="conversation-head">
                <h2>{t("comments.count", { n: count })}</h2>
                {listed.value.length > 1 && (
                    <label class="order">
                        <span class="hidden">{t("comments.order")}</span>
                        <select
                            value={order.value}
                            onChange={(event) => {
                                order.value = event.currentTarget.value as Order;
                                void load(() => reload(document));
                            }}
                        >
                            <option value="newest">{t("comments.newest")}</option>
                            <option value="oldest">{t("comments.oldest")}</option>
                        </select>
                    </label>
                )}
            </header>
            {writing ? (
                <Writing
                    document={document}
                    place={`comment:${document}`}
                    label={t("comments.onDocument")}
                    onDone={() => setWriting(false)}
                    onCancel={() => setWriting(false)}
                />
            ) : mayWrite ? (
                <p class="actions">
                    <button
                        type="button"
                        class="button"
                        onClick={() => void begin().then((signedIn) => signedIn && setWriting(true))}
                    >
                        {t("comments.onDocument")}
                    </button>
                </p>
            ) : (
                <p class="muted">{t("comments.closed")}</p>
            )}
            <div role="status" class="news">
                {held.value.length > 0 && (
                    <button type="button" class="pill" onClick={showNews}>
                        {t("comments.new", { n: held.value.length })}
                    </button>
                )}
            </div>
            {loaded.value && threads.value.length === 0 && <p class="empty">{t("comments.none")}</p>}
            {threads.value.map((comment) => (
                <OneComment key={comment.id} comment={comment} may={may} named />
            ))}
            {next.value !== null && (
                <button
                    type="button"
                    class="button quiet"
                    disabled={busy}
                    onClick={() => void load(() => loadPage(document))}
                >
                    {t("comments.more")}
                </button>
            )}
        </>
    );
}
