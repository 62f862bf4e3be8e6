// Where the cards in the margin stand: each as near to its text as it can be without two of them overlapping.
//
// Cards come in the order of their text. Without a focus the first one gets its wish and each later one moves down
// as far as needed. With a focus (the thread that is being read or written) that card gets its wish exactly, those
// below are pushed down, those above are pushed up. Linear in the number of cards.
//
// Example: wishes 0 and 10, heights 50, gap 8: tops 0 and 58. With focus on the second: -48 and 10.

export interface Card {
    id: number | string;
    /** The top of the card's text. */
    wish: number;
    height: number;
}

export function stack(cards: readonly Card[], gap: number, focus: Card["id"] | null = null): Map<Card["id"], number> {
    const tops = new Map<Card["id"], number>();
    const fixed = Math.max(
        0,
        cards.findIndex((card) => card.id === focus),
    );
    let floor = -Infinity;
    for (const card of cards.slice(fixed)) {
        const top = Math.max(card.wish, floor);
        tops.set(card.id, top);
        floor = top + card.height + gap;
    }
    let ceiling = cards.length > fixed ? tops.get(cards[fixed]!.id)! : Infinity;
    for (const card of cards.slice(0, fixed).reverse()) {
        const top = Math.min(card.wish, ceiling - gap - card.height);
        tops.set(card.id, top);
        ceiling = top;
    }
    return tops;
}
