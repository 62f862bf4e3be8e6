// Words that are marked in the text get buttons: to comment on just these words, and to ask where they come from.
import { signal } from "@preact/signals";
import { t } from "../../i18n/words.ts";
import { placeOf, type Place } from "../../text/offsets.ts";
import { Icon } from "../../ui/icon.tsx";
import { mayWrite } from "./beside.tsx";
import { asked, shown, text } from "./reading.ts";

const marked = signal<{ place: Place; top: number; left: number } | null>(null);

function look(): void {
    const selection = getSelection();
    const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    if (range === null || range.collapsed || !text().contains(range.startContainer)) {
        marked.value = null;
        return;
    }
    const place = placeOf(range);
    const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
    marked.value = place === null ? null : { place, top: box.top + scrollY, left: box.left + scrollX };
}

export function watchSelection(): void {
    let timer = 0;
    document.addEventListener("selectionchange", () => {
        clearTimeout(timer);
        timer = window.setTimeout(look, 150);
    });
}

export function SelectionButton({ onChoose }: { onChoose: (place: Place) => void }) {
    const now = marked.value;
    if (now === null || (!mayWrite() && shown.value.head === 1)) return null;
    const choose = (act: (place: Place) => void) => () => {
        marked.value = null;
        getSelection()?.removeAllRanges();
        act(now.place);
    };
    return (
        <div
            class="selection-button"
            style={{ top: `${now.top}px`, left: `${now.left}px` }}
            // Keeps the selection: a press on a button would clear it first.
            onPointerDown={(event) => event.preventDefault()}
        >
            {mayWrite() && (
                <button type="button" class="button small" onClick={choose(onChoose)}>
                    <Icon name="comment" />
                    {t("comments.onWords")}
                </button>
            )}
            {shown.value.head > 1 && (
                <button
                    type="button"
                    class="button small"
                    onClick={choose(({ block, from, to }) => {
                        asked.value = { what: "origin", block, words: { from, to } };
                    })}
                >
                    {t("origin.title")}
                </button>
            )}
        </div>
    );
}
