// The merge room, as docs/PROTOCOL.md describes it.
import type { Amendment, Difference, PassageNow, Recommendation, Verdict } from "./amendment_nouns.ts";
import type { Person, Piece } from "./plain_nouns.ts";

export type MergeDecision = "open" | "take" | "take_changed" | "leave";

export interface RoomAmendment {
    id: number;
    number: number;
    kind: Amendment["kind"];
    sponsor: Person;
    sponsor_unit: string;
    reason: string;
    instruction: string;
    /** The amendment that it amends. */
    amends: number | null;
    line_from: number;
    line_to: number;
    carried: Amendment["carried"];
    difference: Difference[];
    difference_version: number;
    passage_now: PassageNow[] | null;
    recommendations: { unit: string; verdict: Verdict; outdated: boolean; last_word: boolean }[];
    /** What bodies that the reader speaks for have not published. */
    kept: Recommendation[];
    has_wording: boolean;
    decision: MergeDecision;
    /** What a meeting voted: it holds, whatever editors would decide. */
    voted: Amendment["voted"];
    /** Why editors leave it; "" where they did not say. */
    left_because: string;
    /** Who said so, or took it back; another perhaps than who decided. */
    left_because_by: Person | null;
    decided_by: Person | null;
}

export interface RoomPiece extends Piece {
    amendments?: number[];
    by_hand?: boolean;
}

export interface Dispute {
    from: number;
    to: number;
    base: string;
    context: string;
    block: string | null;
    line: number;
    /** `extent`, where it is settled: how much of each is left in what was written. */
    readings: { amendment: number; number: number; text: string; extent?: "none" | "part" | "whole" }[];
    settled: boolean;
}

export interface Room {
    version: number;
    /** Who made this version, and how many amendments were adopted with it. */
    made: { author: Person; adopted: number };
    /** How much has been decided and written in it: who makes the version says what they saw. */
    entries: number;
    /** What a version that is made now would say, as a fingerprint. */
    result: string;
    /** Of the whole text, whatever lines are shown. */
    pending: number;
    decided: number;
    /** So many wait for supporters, and are not here. */
    gathering: number;
    /** Behind the lines that are shown, else before them: the first that nobody has decided. */
    next_open: { id: number; number: number; line_from: number } | null;
    taken: number;
    open_disputes: number;
    /** The line of the first one outside of what is shown: behind it, else before it. */
    next_dispute: number | null;
    /** Taken or voted, but without words on this version: no version is made past them. */
    without_text: { id: number; number: number }[];
    amendments: RoomAmendment[];
    blocks: { block: string; line_from: number; line_to: number; pieces: RoomPiece[] }[];
    disputes: Dispute[];
    hand_texts: { from: number; to: number; text: string; number: number }[];
}
