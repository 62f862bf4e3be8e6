// Which version stands on the page: its answers are put in place, and the newest comes in the place of the one that is
// read without the page jumping.
import type { Document } from "../../api/nouns.ts";
import { fetchDocument } from "../../api/routes.ts";
import { day, t } from "../../i18n/words.ts";
import { setMarkup } from "../../text/markup.ts";
import { reload } from "../comments/loading.ts";
import { forgetAmendments } from "./amended.ts";
import { forgetBubbles } from "./bubbles.ts";
import { showHeardMarks } from "./heard_marks.ts";
import { followOutline } from "./outline.ts";
import { blockNamed, blocksInOrder, focus, newest, shown, text } from "./reading.ts";
import { watchView } from "./view.ts";

let stopWatching: (() => void)[] = [];

/** What depends on the text's own elements, begun anew when the text is another version's. */
export function settleText(): void {
    for (const stop of stopWatching) stop();
    stopWatching = [followOutline(), watchView()];
}

let firstWords: number[] = []; // numbers of the events that told of a new comment

/** A new comment was heard of: it counts from now on. */
export function countOneMore(event: number): void {
    firstWords.push(event);
    shown.value = { ...shown.value, comment_count: shown.value.comment_count + 1 };
}

/** From here on a text is laid out where it comes into view only, as src/features/pages/document_pages.cpp begins. */
const linesOfALongText = 500;

/** Puts an answer in place. What was heard of while it was under way is newer than it. */
function take(fresh: Document): void {
    firstWords = firstWords.filter((number) => number > fresh.last_event);
    shown.value = { ...fresh, comment_count: fresh.comment_count + firstWords.length };
    newest.value = Math.max(newest.value, fresh.head);
    text().classList.toggle("long", fresh.line_count >= linesOfALongText);
}

export async function refresh(): Promise<number> {
    const number = shown.value.version.number;
    const fresh = await fetchDocument(shown.value.id, number);
    if (number !== shown.value.version.number) return refresh(); // meanwhile another version is read
    take(fresh);
    await reload(fresh.id);
    return fresh.last_event;
}

/** Puts the newest version in the place of the one that is read; the block that was at the top stays there. */
export async function turnToNewest(): Promise<void> {
    const anchor = blocksInOrder().find((block) => block.getBoundingClientRect().bottom > 0);
    const before = anchor?.getBoundingClientRect().top ?? 0;
    const fresh = await fetchDocument(shown.value.id);
    if (fresh.html === undefined) return;
    focus.value = null;
    setMarkup(text(), fresh.html);
    take(fresh);
    const outline = document.querySelector("#outline ol");
    outline?.replaceChildren(
        ...fresh.outline.map((entry) => {
            const [item, link] = [document.createElement("li"), document.createElement("a")];
            item.className = `level-${entry.level}`;
            link.href = `#${entry.block}`;
            link.textContent = entry.title;
            item.append(link);
            return item;
        }),
    );
    const byline = document.querySelector(".byline");
    const { number, author, at } = fresh.version;
    if (byline !== null)
        byline.textContent = t("version.byline", {
            n: number,
            name: author.name,
            when: day(at),
            lines: fresh.line_count,
        });
    forgetAmendments();
    await reload(fresh.id);
    forgetBubbles();
    settleText();
    await showHeardMarks().catch(() => undefined); // the text stands without them
    const same = anchor === undefined ? null : blockNamed(anchor.id);
    if (same !== null) scrollBy({ top: same.getBoundingClientRect().top - before, behavior: "instant" });
}
