// The reading page: the text stays the server's own, around it come what others say and what is new.
import { signal } from "@preact/signals";
import type { Comment, Document, LiveEvent } from "../../api/nouns.ts";
import { fetchDocument } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import type { Presence } from "../../live/connection.ts";
import type { PageData } from "../../shell/page.ts";
import { account, onRightsChanged } from "../../shell/session.ts";
import { askSignIn, mount } from "../../shell/shell.tsx";
import { isBlock, placeOf, visibleText, type Place } from "../../text/offsets.ts";
import { OneComment } from "../comments/comment.tsx";
import { apply, loadPage, next, reload, threads } from "../comments/store.ts";
import { Writing } from "../comments/writing.tsx";

const shown = signal<Document | null>(null);
const presence = signal<Presence>({ count: 0 });
const newest = signal(0);
const marked = signal<{ place: Place; quote: string } | null>(null);
const writing = signal<{ about: object; quote?: string; place: string } | null>(null);

const isNewest = () => shown.value !== null && shown.value.version.number === shown.value.head;

async function begin(about: object, place: string, quote?: string): Promise<void> {
    if (account.value === null && !(await askSignIn())) return;
    writing.value = { about, place, ...(quote !== undefined && { quote }) };
    document.getElementById("conversation")?.scrollIntoView({ block: "start" });
}

function Tools() {
    const doc = shown.value!;
    return (
        <>
            {presence.value.count > 0 && (
                <p class="presence" title={(presence.value.names ?? []).join(", ")}>
                    <span class="presence-dot" aria-hidden="true" />
                    {t("presence.here", { n: presence.value.count })}
                </p>
            )}
            {doc.version.number > 1 && (
                <a
                    class="link"
                    href={`/documents/${doc.id}/comparison?from=${doc.version.number - 1}&to=${doc.version.number}`}
                >
                    {t("version.compare")}
                </a>
            )}{" "}
            {doc.may.edit && isNewest() && (
                <a class="button quiet" href={`/documents/${doc.id}/edit`}>
                    {t("version.edit")}
                </a>
            )}
            <p role="status" class={newest.value > doc.version.number ? "notice" : ""}>
                {newest.value > doc.version.number && (
                    <>
                        {t("version.new", { n: newest.value })}{" "}
                        <a href={`/documents/${doc.id}/comparison?from=${doc.version.number}&to=${newest.value}`}>
                            {t("version.show")}
                        </a>
                    </>
                )}
            </p>
        </>
    );
}

function Conversation() {
    const doc = shown.value!;
    const may = doc.may.comment || account.value === null;
    return (
        <>
            <h2>{t("comments.title")}</h2>
            {writing.value !== null ? (
                <Writing
                    document={doc.id}
                    {...writing.value}
                    onDone={() => {
                        writing.value = null;
                    }}
                />
            ) : may ? (
                <p class="actions">
                    {marked.value !== null && (
                        <button
                            type="button"
                            class="button"
                            onClick={() => {
                                const { place, quote } = marked.value!;
                                void begin(
                                    { anchor: { version: doc.version.number, ...place } },
                                    `comment:${doc.id}:${place.block}:${place.from}`,
                                    quote,
                                );
                            }}
                        >
                            {t("comments.about")}
                        </button>
                    )}
                    <button type="button" class="button quiet" onClick={() => void begin({}, `comment:${doc.id}`)}>
                        {t("comments.aboutDocument")}
                    </button>
                </p>
            ) : (
                <p class="muted">{t("comments.closed")}</p>
            )}
            {threads.value.length === 0 && <p class="empty">{t("comments.none")}</p>}
            {threads.value.map((comment) => (
                <OneComment key={comment.id} comment={comment} mayComment={doc.may.comment} />
            ))}
            {next.value !== null && (
                <button type="button" class="button quiet" onClick={() => void loadPage(doc.id)}>
                    {t("comments.more")}
                </button>
            )}
        </>
    );
}

/** A button in each block, for keyboard and touch: to comment on the block as a whole. */
function offerBlocks(doc: Document): void {
    document.getElementById("text")?.addEventListener("dblclick", (event) => {
        const block = (event.target as Element).closest("[id]");
        if (block === null || !isBlock(block)) return;
        void begin(
            { anchor: { version: doc.version.number, block: block.id } },
            `comment:${doc.id}:${block.id}`,
            visibleText(block).trim().slice(0, 200),
        );
    });
    document.addEventListener("selectionchange", () => {
        const selection = getSelection();
        const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
        if (range === null || range.collapsed || !document.getElementById("text")?.contains(range.startContainer))
            return;
        const place = placeOf(range);
        marked.value = place === null ? null : { place, quote: range.toString().slice(0, 300) };
    });
}

async function refresh(): Promise<number> {
    const fresh = await fetchDocument(shown.value!.id, shown.value!.version.number);
    shown.value = fresh;
    newest.value = fresh.head;
    await reload(fresh.id);
    return fresh.last_event;
}

function heard(event: LiveEvent): void {
    if (event.kind === "comment") apply(event.body as Comment);
    else if (event.kind === "version") {
        newest.value = (event.body as { number: number }).number;
        void reload(shown.value!.id);
    } else if (event.kind === "document") void refresh();
}

export function start(page: PageData): void {
    const doc = page.data as Document;
    shown.value = doc;
    newest.value = doc.head;
    mount("tools", <Tools />);
    mount("conversation", <Conversation />);
    offerBlocks(doc);
    void reload(doc.id);
    onRightsChanged(() => void refresh());
    live(page.build).listen(`document:${doc.id}`, doc.last_event, {
        event: heard,
        resync: refresh,
        presence: (now) => (presence.value = now),
    });
}
