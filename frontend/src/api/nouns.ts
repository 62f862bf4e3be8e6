// The JSON nouns of docs/PROTOCOL.md, field by field. Times are RFC 3339 strings, ids whole numbers.

import type { Hearing } from "./consultation_nouns.ts";
import type { Audience, Page, Person, Piece, Stance, Time, UnitName } from "./plain_nouns.ts";
export type * from "./amendment_nouns.ts";
export type * from "./plain_nouns.ts";
export type * from "./room_nouns.ts";

export type StageKind = "preparing" | "reading" | "discussing" | "amending" | "voting" | "closed";

export interface Stage {
    id: number;
    title: string;
    kind: StageKind;
    starts: Time | null;
    ends: Time | null;
}

export interface Consultation {
    id: number;
    process: number;
    title: string;
    closes: Time;
    state: "draft" | "coming" | "open" | "closed";
    answers?: { submitted: number; held: number };
    may: { edit: boolean; read_answers: boolean };
}
export interface Process {
    id: number;
    unit: UnitName;
    title: string;
    description: string;
    description_html: string;
    audience: Audience;
    units: number[];
    stage: Stage | null;
    stages: Stage[];
    documents: { id: number; title: string; version: number; comments: number; amendments: number }[];
    ballots: Ballot[];
    /** In the page alone; later they are asked for. */
    consultations?: Consultation[];
    hearing?: Hearing | null;
    admits_participants: boolean;
    amendments: {
        until: Time | null;
        participants: boolean;
        supporters_needed: number;
        supporters_from: "everybody" | "members" | "units";
        /** In which, or below which, those stand whose support counts. */
        supporters_units: UnitName[];
        /** From how many different units they have to come; 0 is any. */
        supporter_units_needed: number;
        /** How many one person may have before the committee; 0 is any number. */
        each: number;
        chain: UnitName[];
    };
    next_change: Time | null;
    needs_you: ("comment" | "vote" | "amendment" | "support" | "collision")[];
    /** Where the process is asked for by itself. */
    last_event?: number;
    /** Of what its editors write: who saves it says what they saw. There where last_event is. */
    fingerprint?: string;
    may: { edit: boolean; moderate: boolean; comment: boolean; amend: boolean; vote: boolean };
}

export interface OutlineEntry {
    block: string;
    level: number;
    title: string;
    line: number;
}

export interface Version {
    number: number;
    title: string;
    note: string;
    author: Person;
    at: Time;
    length: number;
}

/** What the reader may do with a document and what is said about it. */
export interface Rights {
    edit: boolean;
    moderate: boolean;
    comment: boolean;
    amend: boolean;
    resolve: boolean;
}

export interface Document {
    id: number;
    process: { id: number; title: string; stage: Stage | null; audience: Audience };
    title: string;
    head: number;
    line_width: number;
    line_count: number;
    comment_count: number;
    /** Ever submitted. */
    amendment_count: number;
    /** Whether readers may follow the merge room. */
    merge_followed: boolean;
    version: Version;
    outline: OutlineEntry[];
    html?: string;
    last_event: number;
    may: Rights;
}

export interface Anchor {
    version: number;
    block: string;
    quote: string | null;
    state: "exact" | "changed" | "orphaned";
    whole_block: boolean;
    from?: number;
    to?: number;
}

export interface Comment {
    id: number;
    document: number;
    /** The amendment that the thread is about. */
    amendment: number | null;
    parent: number | null;
    root: number;
    author: Person | null;
    at: Time;
    edited: Time | null;
    edits: number;
    /** null for those who may not see it (hidden), and for everybody once it is deleted. */
    text: string | null;
    html: string | null;
    stance: Stance | null;
    supports: number;
    replies: number;
    anchor: Anchor | null;
    state: "shown" | "hidden" | "deleted";
    reason?: string;
    appeal?: string | null;
    resolved: { by: Person; at: Time; answer: string } | null;
}

export interface Mine {
    supported: boolean;
    author: boolean;
    editable_until: Time | null;
}

export type MineMap = Record<string, Mine>;

export interface CommentPage extends Page<Comment> {
    mine: MineMap;
    blocks?: Record<string, number>;
}

/** What a comment said before a change. */
export interface CommentVersion {
    text: string;
    html: string;
    at: Time;
}

export interface CommentAnswer {
    comment: Comment;
    mine?: Mine;
}

export interface Choice {
    id: number;
    /** Of an approval; null where the ballot has options of its own. */
    key: "for" | "against" | "abstain" | null;
    label: string;
}

export interface Tally {
    choice: number;
    votes: number;
}

export interface Turnout {
    electorate: number | null;
    voted: number;
}

/** Of a named ballot whose results are visible. */
export interface NamedVote {
    person: Person;
    group: "members" | "participants";
    choice: number;
}

export interface Ballot {
    id: number;
    process: number;
    document: number | null;
    question: string;
    description_html: string;
    description?: string;
    choices: Choice[];
    kind: "approval" | "options";
    disclosure: "named" | "result_only";
    results_visible: "after_close" | "always";
    admits_participants: boolean;
    units: number[];
    state: "draft" | "open" | "closed";
    opens: Time | null;
    closes: Time | null;
    opened: Time | null;
    closed: Time | null;
    turnout: { members: Turnout; participants: Turnout };
    results: { members: Tally[]; participants: Tally[] } | null;
    mine?: { entitled: "members" | "participants" | null; choice: number | null };
    may?: { edit: boolean; open: boolean; close: boolean; vote: boolean };
    /** Of its process; where the ballot is asked for by itself. */
    last_event?: number;
    warnings?: "small_electorate"[];
}

export interface Side {
    block: string;
    line: number;
    pieces: Piece[];
}

export type Row =
    | { kind: "same"; count: number }
    | {
          kind: "changed" | "inserted" | "deleted" | "moved";
          old: Side | null;
          new: Side | null;
          moved?: "from above" | "from below";
      };

export interface Comparison {
    from: number;
    to: number;
    rows: Row[];
}

export interface LiveEvent {
    topic: string;
    n: number;
    kind: string;
    body: unknown;
}
