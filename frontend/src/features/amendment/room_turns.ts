// One act at a time, in the order in which they were begun: each answer is the room as that act left it, and none can
// overtake another. An act says what its editor saw when they began it; what their own acts have done since counts as
// seen, for that is what they built upon.
import { signal } from "@preact/signals";
import type { MergeDecision, Room } from "../../api/nouns.ts";
import { fetchRoom } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { announce } from "../../shell/notices.tsx";
import { doc, lines, room, takeIn } from "./room_state.ts";

/** When an act was begun: the room that was seen, and how far one's own acts had come. */
export interface Begun {
    room: Room;
    moment: number;
    refusals: number;
}

let last: Promise<unknown> = Promise.resolve();
let moment = 0;
let refusals = 0;
/** What one's own acts have left of a thing, and when. */
const own = new Map<string, { value: unknown; moment: number }>();

/** How many have not been answered yet. */
export const waiting = signal(0);
/** What one has decided and the server has not answered yet. */
export const ahead = new Map<number, MergeDecision>();

/** One's own act has left a thing so. */
export function leftAs<T>(thing: string, value: T): void {
    moment += 1;
    own.set(thing, { value, moment });
}

/** A thing as its editor knows it in an act: as their own acts left it since it was begun, else as they saw it. */
export function known<T>(thing: string, begun: Begun, saw: T): T {
    const found = own.get(thing);
    return found !== undefined && found.moment > begun.moment ? (found.value as T) : saw;
}

/** Who was refused something since has seen another room than they thought. */
export const wasRefusedSince = (begun: Begun) => refusals !== begun.refusals;

function inTurn(act: (begun: Begun) => Promise<Room>, refused: (why: Refusal) => Promise<void>): Promise<boolean> {
    const begun = { room: room.value, moment, refusals };
    waiting.value += 1;
    const mine = last.then(async () => {
        try {
            takeIn(await act(begun));
            return true;
        } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            await refused(error);
            return false;
        } finally {
            waiting.value -= 1;
            if (waiting.value === 0) {
                ahead.clear();
                own.clear();
            }
        }
    });
    last = mine.catch(() => undefined);
    return mine;
}

const fetchNow = () => fetchRoom(doc.value.id, lines.value);

/**
 * An act of one's own. What is refused is not shown as done: the room is drawn anew, as others left it where they were
 * first. `refused` hears of it before the next act begins.
 */
export const attempt = (act: (begun: Begun) => Promise<Room>, refused = (why: Refusal) => announce(sentenceOf(why))) =>
    inTurn(act, async (why) => {
        refusals += 1;
        const now = why.passing ? null : await fetchNow().catch(() => null);
        takeIn(now ?? { ...room.value });
        refused(why);
    });

/** The room of the lines that one asks for. */
export const refresh = () => inTurn(fetchNow, (why) => Promise.resolve(announce(sentenceOf(why))));

/** The room anew, which nobody asked for. @returns why it could not be had; null where it could */
export async function refreshUnasked(): Promise<Refusal | null> {
    let refusal: Refusal | null = null;
    await inTurn(fetchNow, (why) => Promise.resolve(void (refusal = why)));
    return refusal;
}
