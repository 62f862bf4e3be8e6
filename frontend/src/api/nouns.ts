// The JSON nouns of docs/PROTOCOL.md, field by field. Times are RFC 3339 strings, ids whole numbers.

export type Time = string;
export type Language = "nb" | "en";
export type Group = "member" | "affiliate" | "participant";
export type Role = "member" | "editor" | "moderator" | "administrator";
export type Audience = "public" | "members" | "units";
export type Stance = "for" | "against" | "neutral";

export interface Page<T> {
    items: T[];
    next: string | null;
}

export interface Person {
    id: number;
    name: string;
    groups?: Group[];
}

export interface Account {
    id: number;
    name: string;
    email?: string;
    confirmed?: boolean;
    language?: Language;
}

export interface UnitName {
    id: number;
    name: string;
}

export type UnitKind = "central" | "county" | "municipality" | "branch" | "committee" | "affiliate";

export interface Unit extends UnitName {
    kind: UnitKind;
    parent: number | null;
    affiliated_to: number | null;
    path: string;
    may: { administer: boolean };
    standings?: Standing[];
}

export interface Standing {
    id: number;
    account: Person;
    unit: UnitName;
    role: Role;
    from: Time;
    to: Time | null;
}

export interface Invitation {
    id: number;
    email: string;
    unit: number;
    role: Role;
    expires: Time;
    used: boolean;
}

export interface Me {
    account: Account | null;
    language: Language;
    settings: { open_sign_up: boolean; organisation: string };
    standings: Standing[];
}

export type StageKind = "preparing" | "reading" | "discussing" | "amending" | "voting" | "closed";

export interface Stage {
    id: number;
    title: string;
    kind: StageKind;
    starts: Time | null;
    ends: Time | null;
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
    documents: { id: number; title: string; version: number; comments: number }[];
    ballots: Ballot[];
    admits_participants: boolean;
    next_change: Time | null;
    needs_you: ("comment" | "vote")[];
    may: { edit: boolean; moderate: boolean; comment: boolean; vote: boolean };
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
    warnings?: "small_electorate"[];
}

export interface Piece {
    text: string;
    mark: "kept" | "deleted" | "inserted";
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

export type Verdict = "adopt" | "reject" | "adopt_changed" | "refer" | "covered" | "none";

export interface Recommendation {
    id: number;
    unit: UnitName;
    verdict: Verdict;
    has_wording: boolean;
    refer_to: number | null;
    covered_by: number | null;
    reason: string;
    votes: { for?: number; against?: number; abstain?: number };
    author: Person;
    published: Time;
    dissents: { names: string; text: string; at: Time }[];
}

/** The blocks that a change touches, with what is deleted and inserted in them. */
export interface Difference {
    block: string | null;
    line_from: number;
    line_to: number;
    pieces: Piece[];
}

export interface Amendment {
    id: number;
    document: number;
    number: number | null;
    version: number;
    kind: "text" | "principle";
    sort: "insertion" | "deletion" | "replacement" | "several" | null;
    instruction: string;
    reason: string;
    reason_html: string;
    sponsor: Person;
    sponsor_unit: UnitName | null;
    sponsors: Person[];
    state: "draft" | "submitted" | "withdrawn" | "adopted" | "rejected";
    supports: number;
    at: Time;
    decided_version: number | null;
    carried: "clean" | "needs_sponsor" | "moot";
    line_from: number;
    line_to: number;
    difference: Difference[];
    difference_version: number;
    recommendations: Recommendation[];
}

export interface MyBacking {
    supported: boolean;
    author: boolean;
    sponsor: boolean;
}

export interface AmendmentPage extends Page<Amendment> {
    mine: Record<string, MyBacking>;
}

export interface AmendmentAnswer {
    amendment: Amendment;
    mine: MyBacking | null;
}

export type NamedAmendment = Pick<Amendment, "id" | "line_from" | "line_to" | "sponsor"> & { number: number };

export interface AmendmentPreview {
    line_from: number;
    line_to: number;
    sort: Amendment["sort"];
    carried: Amendment["carried"];
    difference: Difference[];
    colliding: NamedAmendment[];
    same: NamedAmendment[];
}

/** A block as it is edited. */
export interface BlockSource {
    block: string;
    line_from: number;
    line_to: number;
    markdown: string;
}

export interface OriginStep {
    version: number;
    note: string;
    author: Person | null;
    at: Time | null;
    amendments: Amendment[];
}

export type MergeDecision = "open" | "take" | "take_changed" | "leave";

export interface RoomAmendment {
    id: number;
    number: number;
    kind: Amendment["kind"];
    sponsor: Person;
    sponsor_unit: string;
    reason: string;
    instruction: string;
    line_from: number;
    line_to: number;
    carried: Amendment["carried"];
    recommendations: { unit: string; verdict: Verdict }[];
    has_wording: boolean;
    decision: MergeDecision;
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
    block: string | null;
    line: number;
    readings: { amendment: number; text: string }[];
    settled: boolean;
}

export interface Room {
    version: number;
    amendments: RoomAmendment[];
    blocks: { block: string; line_from: number; line_to: number; pieces: RoomPiece[] }[];
    disputes: Dispute[];
    hand_texts: { from: number; to: number; text: string }[];
}
