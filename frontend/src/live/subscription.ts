// One topic's place in its numbered events: what has been applied, what waits, whether something is missing.
//
// Events of a topic are numbered without gaps. Three things can upset the order in which they reach us: the answer to
// "listen" (which carries what was missed) can come after the first live event, the same event can come twice after a
// reconnect, and a connection can die in between. So an event is applied only when its number is the next one;
// a lower one is dropped, a higher one shows a gap, and events that come before the answer to "listen" wait.
//
// Example: last = 118. listen(since 118); event 120 arrives (waits); listening with [119]; 119 is applied, then 120.
// Counter-example: applying 120 at once and 119 afterwards would put an older state of a comment over a newer one.
import type { LiveEvent } from "../api/nouns.ts";

export type Verdict = "applied" | "old" | "waiting" | "gap";

export class Subscription {
    private waiting: LiveEvent[] = [];
    /** Whether the server has answered our latest "listen". */
    ready = false;

    /** @param last number of the last event that is known, undefined where nothing is known yet */
    constructor(
        public last: number | undefined,
        private readonly apply: (event: LiveEvent) => void,
    ) {}

    /** The connection is gone, or we ask anew: live events wait until the answer comes. */
    begin(): void {
        this.ready = false;
        this.waiting = [];
    }

    /** An event from the socket. "gap" means: call begin() and listen again from `last`. */
    receive(event: LiveEvent): Verdict {
        if (!this.ready) {
            this.waiting.push(event);
            return "waiting";
        }
        if (this.last !== undefined && event.n <= this.last) return "old";
        if (this.last !== undefined && event.n > this.last + 1) return "gap";
        this.last = event.n;
        this.apply(event);
        return "applied";
    }

    /** The answer to "listen": what was missed, then what waited. False where a gap remains. */
    listening(head: number, missed: LiveEvent[]): boolean {
        this.ready = true;
        const waiting = this.waiting;
        this.waiting = [];
        if (this.last === undefined) this.last = missed.length > 0 ? missed[0]!.n - 1 : head;
        for (const event of [...missed, ...waiting]) if (this.receive(event) === "gap") return false;
        // The server says it is further than what it sent: something is missing.
        return this.last! >= head;
    }
}
