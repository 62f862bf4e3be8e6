// Saves a page as one types: one request at a time, the last state wins, and a page that was changed elsewhere is left
// alone. Where the server is away it is tried again, ever more seldom, and said once.
import type { FieldProblem, Fields } from "../../api/answering_nouns.ts";

export type Saved = "saving" | "saved" | "away" | "elsewhere";

const longestPause = 30_000;

export interface Saving {
    /** What stands in the form now. */
    read(): Fields;
    /**
     * Sends it, with the state that the page was last known to be in.
     * @param leaving it has to arrive though the page is gone by then
     * @throws with `passing`, `status`, `retryAfter` (seconds) or `code`
     */
    send(base: string, fields: Fields, leaving: boolean): Promise<{ base: string; problems: FieldProblem[] }>;
    tell(saved: Saved): void;
    stored(base: string, problems: FieldProblem[]): void;
}

export class Autosave {
    private last: string;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private running: Promise<void> | null = null;
    private stopped = false;
    private told: Saved | null = null;
    private pause = 0; // before it is tried again; 0 while the server answers

    constructor(
        private base: string,
        private readonly saving: Saving,
        private readonly wait = 800,
    ) {
        this.last = JSON.stringify(saving.read());
    }

    /** Something was typed. */
    changed(): void {
        if (!this.stopped && this.pause === 0) this.later(this.wait);
    }

    /** Whether a request is under way. */
    get busy(): boolean {
        return this.running !== null;
    }

    /** Nothing more is saved by itself; resolves when what was under way is over. */
    async stop(): Promise<void> {
        this.stopped = true;
        clearTimeout(this.timer);
        await this.running;
    }

    /** A field was left: what it holds is saved without the usual wait, unless the server is away. */
    async flush(): Promise<void> {
        if (this.pause === 0) await this.now();
    }

    /** Saves at once: the network is there again, or the page is being left. */
    async now(leaving = false): Promise<void> {
        if (this.running !== null || this.stopped) return;
        clearTimeout(this.timer);
        this.running = this.turn(leaving);
        await this.running;
        this.running = null;
        if (!this.stopped && this.unsaved) this.later(this.pause === 0 ? this.wait : this.pause);
    }

    private later(milliseconds: number): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.now(), milliseconds);
    }

    private get unsaved(): boolean {
        return JSON.stringify(this.saving.read()) !== this.last;
    }

    /** Says what is news: not each try while the server is away. */
    private tell(saved: Saved): void {
        if (saved === this.told || (saved === "saving" && this.pause > 0)) return;
        this.told = saved;
        this.saving.tell(saved);
    }

    private async turn(leaving: boolean): Promise<void> {
        if (!this.unsaved) return;
        const fields = this.saving.read();
        this.tell("saving");
        try {
            const { base, problems } = await this.saving.send(this.base, fields, leaving);
            this.base = base;
            this.last = JSON.stringify(fields);
            this.pause = 0;
            this.saving.stored(base, problems);
            this.tell("saved");
        } catch (error) {
            const refusal = error as { passing?: boolean; status?: number; retryAfter?: number | null; code?: string };
            if (refusal.code === "answer.changed_elsewhere") {
                this.stopped = true;
                this.tell("elsewhere");
                return;
            }
            // Whether it arrived is not known: it is sent once more. The page's own button tells why it is not taken
            // where that is no passing trouble.
            this.last = "";
            this.tell("away");
            const passing = refusal.passing === true || refusal.status === 429;
            if (!passing) this.stopped = true;
            this.pause = Math.max(Math.min(this.pause * 2 || 2000, longestPause), (refusal.retryAfter ?? 0) * 1000);
        }
    }
}
