// The JSON nouns of the voting list, see nouns.ts.
import type { Amendment, Verdict, VotingResult } from "./amendment_nouns.ts";
import type { Dispute, Room } from "./room_nouns.ts";
import type { Person, Time } from "./plain_nouns.ts";

/** A vote: one amendment, or several that say the same. */
export interface VotingItem {
    amendment: number;
    number: number;
    same: { id: number; number: number }[];
    group: number | null;
    chapter: number;
    kind: Amendment["kind"];
    sort: Amendment["sort"];
    instruction: string;
    sponsor: Person;
    sponsor_unit: string;
    line_from: number;
    line_to: number;
    carried: Amendment["carried"];
    recommendations: { unit: string; verdict: Verdict; has_wording: boolean; outdated: boolean }[];
}

export interface EnteredResult {
    id: number;
    amendment: number;
    number: number;
    version: number;
    result: VotingResult;
    because_of: { id: number; number: number } | null;
    votes: { for?: number; against?: number; abstain?: number };
    ballot: number | null;
    by: Person;
    at: Time;
}

export interface VotingList {
    version: number;
    order: number;
    by_rule: boolean;
    chapters: string[];
    items: VotingItem[];
    results: EnteredResult[];
    log: EnteredResult[];
    versions: number[];
}

export interface Consequence {
    version: number;
    amendment: number;
    result: VotingResult;
    along: { id: number; number: number }[];
    falls: { id: number; number: number; reason: "collides" | "covered" | "amends" }[];
    blocks: Room["blocks"];
    disputes: Dispute[];
}
