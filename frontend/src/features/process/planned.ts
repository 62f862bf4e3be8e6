import type { StageKind } from "../../api/nouns.ts";

/** A stage as an editor types it. */
export interface PlannedStage {
    id?: number;
    title: string;
    kind: StageKind;
    /** Of the reader's clock, "" for a stage that begins by hand. */
    starts: string;
}

/** The first stage that starts before one above it: the one to mark; -1 where all are in order. */
export function firstOutOfOrder(stages: readonly { starts: string }[]): number {
    let last = "";
    for (const [i, { starts }] of stages.entries()) {
        if (starts === "") continue;
        if (starts < last) return i;
        last = starts;
    }
    return -1;
}
