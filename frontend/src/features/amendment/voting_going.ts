// The way to a vote, and where the keyboard stands when a vote has gone from its place.
import type { VotingItem } from "../../api/voting_nouns.ts";
import { hold } from "../../ui/hold.ts";
import { decided, left, list, moot } from "./voting_store.ts";

/** Where the focus goes once the list is drawn anew: the first of these that is there. */
let toFocus: string[] = [];
let goes = false; // whether one goes to it from elsewhere

/** Says what has the focus once the list is drawn anew. */
export function focusNext(places: string[]): void {
    toFocus = places;
}

export const isToBeFocused = (item: VotingItem) =>
    toFocus.some((one) => one.split(" ")[0] === `#vote-${item.amendment}`);

/** Puts the focus where it was said to go, once. To be called when the list has been drawn. */
export function focusNow(): void {
    const found = toFocus.map((one) => document.querySelector<HTMLElement>(one)).find(Boolean);
    toFocus = [];
    if (!found) return;
    found.focus({ preventScroll: goes });
    if (goes) hold({ block: found, top: innerHeight / 4 }); // what is drawn above it would push it away
    goes = false;
}

/** Goes to a vote that is still to come; one that is not drawn yet is drawn for it. */
export function goToVote(item: VotingItem): void {
    toFocus = [`#vote-${item.amendment}`];
    goes = true;
    list.value = { ...list.value }; // drawn anew
}

/** Goes to what stands in a fold, which is opened: one that is decided, or moot. */
function goIntoFold(id: string): void {
    const found = document.getElementById(id);
    if (found === null) return;
    const fold = found.closest("details");
    if (fold !== null) fold.open = true;
    found.focus({ preventScroll: true });
    hold({ block: found, top: innerHeight / 4 });
}

/** Goes to the vote of a number, or into the fold in which it stands. @returns whether there is one */
export function goTo(number: number): boolean {
    const is = (one: VotingItem) => one.number === number || one.same.some((other) => other.number === number);
    const open = left.value.find(is);
    const done = decided.value.find(({ item }) => is(item))?.item;
    const gone = moot.value.find(is);
    if (open !== undefined) goToVote(open);
    else if (done !== undefined) goIntoFold(`decided-${done.amendment}`);
    else if (gone !== undefined) goIntoFold(`moot-${gone.amendment}`);
    return (open ?? done ?? gone) !== undefined;
}

/** Where one that was taken back stands again. @returns what has the focus then */
export const backIn = (amendment: number): string[] => [
    `#vote-${amendment}`,
    ...(moot.value.some((one) => one.amendment === amendment) ? [".moot-head"] : []),
    ".votes-left",
];

/**
 * The vote that comes behind one that has been decided, by the order that was seen when its result was sent: what fell
 * with it is none. Where none is left behind it the last before it, else the list's heading; of one that was moot the
 * heading of those.
 * @returns what has the focus then
 */
export function behind(order: readonly VotingItem[], decided: VotingItem): string[] {
    const at = order.findIndex((one) => one.amendment === decided.amendment);
    if (at < 0) return [".moot-head", ".votes-left"];
    const stands = new Set(left.value.map((one) => one.amendment));
    const next = order.slice(at + 1).find((one) => stands.has(one.amendment) && one.amendment !== decided.amendment);
    const found = next ?? order.slice(0, at).findLast((one) => stands.has(one.amendment));
    return [...(found === undefined ? [] : [`#vote-${found.amendment}`]), ".votes-left"];
}
