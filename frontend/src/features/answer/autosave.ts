// Saves a page as one types: one request at a time, the last state wins, and a page that was changed elsewhere is left
// alone.
import type { FieldProblem, Fields } from "../../api/answering_nouns.ts";

export type Saved = "saving" | "saved" | "away" | "elsewhere";

export interface Saving {
    /** What stands in the form now. */
    read(): Fields;
    /** Sends it, with the state that the page was last known to be in. @throws with `passing` or `code` */
    send(base: string, fields: Fields): Promise<{ base: string; problems: FieldProblem[] }>;
    tell(saved: Saved): void;
    stored(base: string, problems: FieldProblem[]): void;
}

export class Autosave {
    private last: string;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private running: Promise<void> | null = null;
    private stopped = false;

    constructor(
        private base: string,
        private readonly saving: Saving,
        private readonly wait = 800,
    ) {
        this.last = JSON.stringify(saving.read());
    }

    /** Something was typed. */
    changed(): void {
        if (this.stopped) return;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.flush(), this.wait);
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

    async flush(): Promise<void> {
        if (this.running !== null || this.stopped) return;
        this.running = this.turn();
        await this.running;
        this.running = null;
        if (!this.stopped && JSON.stringify(this.saving.read()) !== this.last) this.changed();
    }

    private async turn(): Promise<void> {
        const fields = this.saving.read();
        const text = JSON.stringify(fields);
        if (text === this.last) return;
        this.saving.tell("saving");
        try {
            const { base, problems } = await this.saving.send(this.base, fields);
            this.base = base;
            this.last = text;
            this.saving.stored(base, problems);
            this.saving.tell("saved");
        } catch (error) {
            const refusal = error as { passing?: boolean; code?: string };
            if (refusal.code === "answer.changed_elsewhere") {
                this.stopped = true;
                this.saving.tell("elsewhere");
            } else {
                // Tried again with the next key; the page's own button tells why where it is no passing trouble.
                this.last = "";
                this.saving.tell("away");
                if (refusal.passing !== true) this.stopped = true;
            }
        }
    }
}
