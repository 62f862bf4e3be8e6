// The margin of a wide page: a card for each thread, as near to its words as there is room, the one that is read or
// written exactly there. margin_plan.ts says which cards there are, text/stacking.ts where they stand.
//
// The card that is read or written in has an element of its own, apart from the others: a card that comes in above
// it would otherwise move it in the page, and an element that is moved loses the keyboard's focus.
import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import { stack, type Card } from "../../text/stacking.ts";
import { Body, Head, OneComment } from "../comments/comment.tsx";
import { AskBlock, BriefAmendment, mayWrite, Typing, WritingHere } from "./beside.tsx";
import { layouts, plan, type Planned } from "./margin_plan.ts";
import { blockNamed, focus, hovered, shown, text, wide, type About } from "./reading.ts";
import { atRest } from "./view.ts";

type Write = (about: About) => Promise<void>;

function OneCard({ card, write }: { card: Planned; write: Write }) {
    const { comment, block } = card;
    if (card.id === "new")
        return (
            <>
                <WritingHere about={focus.value!.writing!} onCancel={() => leave(block)} />
                <AskBlock block={block} />
            </>
        );
    if (card.amendment !== undefined) return <BriefAmendment amendment={card.amendment} />;
    if (card.id === `w${block}`)
        return (
            <>
                {mayWrite() && (
                    <button type="button" class="link" onClick={() => void write({ block })}>
                        {t("comments.onBlock")}
                    </button>
                )}
                <AskBlock block={block} />
            </>
        );
    if (comment === undefined)
        return (
            <button type="button" class="link" onClick={() => (allOf.value = block)}>
                {card.moreProposed === undefined
                    ? t("margin.more", { n: card.more! })
                    : t("margin.moreAmendments", { n: card.moreProposed })}
            </button>
        );
    if (focus.value?.thread === comment.id) return <OneComment comment={comment} may={shown.value.may} />;
    return (
        <article class="comment brief">
            <Head comment={comment} />
            <Body comment={comment} />
            <button
                type="button"
                class={comment.replies > 0 ? "open-card" : "open-card quiet"}
                onClick={() => (focus.value = { block, thread: comment.id, writing: null })}
            >
                {comment.replies > 0 ? t("margin.openReplies", { n: comment.replies }) : t("margin.open")}
            </button>
        </article>
    );
}

/** The block of which all threads are shown in a sheet. */
export const allOf = signal<string | null>(null);

export function Margin({ write }: { write: Write }) {
    const place = useRef<HTMLDivElement>(null);
    void layouts.value;
    const cards = wide.value ? plan() : [];
    const now = focus.value;
    const fixed = now === null ? null : now.writing !== null ? "new" : now.thread !== null ? `t${now.thread}` : null;
    // Nothing is open: the first card whose words are in view stands at them, those above it give way upwards.
    const margin = document.getElementById("margin")!.getBoundingClientRect().top;
    const pivot = fixed ?? cards.find((card) => card.wish + margin > 0)?.id ?? null;
    const settle = () => {
        const wish = (element: HTMLElement) => Number(element.dataset.wish);
        const elements = [...(place.current?.querySelectorAll<HTMLElement>(".margin-card") ?? [])];
        elements.sort((a, b) => wish(a) - wish(b));
        const sized: Card[] = elements.map((element) => ({
            id: element.dataset.card!,
            wish: wish(element),
            height: element.offsetHeight,
        }));
        const tops = stack(sized, 10, pivot);
        for (const element of elements) {
            element.style.translate = `0 ${Math.round(tops.get(element.dataset.card!) ?? 0)}px`;
            element.classList.add("placed");
        }
    };
    useLayoutEffect(settle);
    useEffect(() => {
        // Blocks take their real height while the text is scrolled: the cards follow when it has come to rest.
        const { later, never } = atRest(() => ++layouts.value);
        const watcher = new ResizeObserver(later);
        watcher.observe(text());
        return () => {
            never();
            watcher.disconnect();
        };
    }, []);
    useEffect(() => {
        // Opened by keyboard or press, a thread is where one is: Escape goes back to the text.
        const left = document.activeElement;
        if (fixed === null || fixed === "new" || !(left === document.body || left?.classList.contains("bubble")))
            return;
        place.current?.querySelector<HTMLElement>(`[data-card="${fixed}"]`)?.focus({ preventScroll: true });
    }, [fixed]);
    useEffect(() => {
        // A card grows while somebody writes in it, and blocks take their real height as they come into view.
        const watcher = new ResizeObserver(() => settle());
        for (const element of place.current?.querySelectorAll(".margin-card") ?? []) watcher.observe(element);
        return () => watcher.disconnect();
    });
    const drawn = (card: Planned) => (
        <div
            key={card.id}
            class={`margin-card ${fixed === card.id ? "active" : ""} ${card.comment || card.amendment || card.id === "new" ? "" : "margin-card-more"}`}
            tabIndex={-1}
            data-card={card.id}
            data-wish={card.wish}
            onPointerEnter={() => (hovered.value = card.comment?.id ?? null)}
            onPointerLeave={() => (hovered.value = null)}
            onKeyDown={(event) => {
                if (event.key === "Escape") leave(card.block);
            }}
        >
            <OneCard card={card} write={write} />
            {card.id === fixed && <Typing block={card.block} />}
        </div>
    );
    return (
        <div class="margin-cards" ref={place}>
            <div>{cards.filter((card) => card.id !== fixed).map(drawn)}</div>
            <div>{cards.filter((card) => card.id === fixed).map(drawn)}</div>
        </div>
    );
}

/** Back to the text, with the keyboard too. */
function leave(block: string): void {
    focus.value = null;
    blockNamed(block)?.querySelector<HTMLElement>(".bubble")?.focus({ preventScroll: true });
}
