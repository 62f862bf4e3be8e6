// The JSON nouns of amendments and recommendations, see nouns.ts.
import type { Page, Person, Piece, Time, UnitName } from "./plain_nouns.ts";

/** What a vote came to. */
export type VotingResult = "open" | "adopted" | "adopted_changed" | "rejected" | "fallen" | "withdrawn";

export type Verdict = "adopt" | "reject" | "adopt_changed" | "refer" | "covered" | "none";

export interface Recommendation {
    id: number;
    unit: UnitName;
    verdict: Verdict;
    has_wording: boolean;
    /** Its sponsor has said the amendment anew since: it is about the words in `saw`, and not about those of now. */
    outdated: boolean;
    saw?: Difference[];
    /** Of a wording of the body's own, of the text that it had before it. */
    difference?: Difference[];
    refer_to: UnitName | null;
    covered_by: { id: number; number: number } | null;
    reason: string;
    votes: { for?: number; against?: number; abstain?: number };
    author: Person;
    /** null: kept back, and given to those alone who speak for the body. */
    published: Time | null;
    /** Of the last body of the chain that has spoken; by time where there is no chain. */
    last_word: boolean;
    /** What the body published before, the newest first. */
    before: Recommendation[];
    /** `from` is what the body recommended when it was filed. */
    dissents: { names: string; text: string; at: Time; from: Verdict }[];
}

/** The blocks that a change touches, with what is deleted and inserted in them. */
export interface Difference {
    block: string | null;
    line_from: number;
    line_to: number;
    pieces: Piece[];
}

/** A paragraph of a difference to an older version, as it stands in the newest text. */
export interface PassageNow {
    block: string;
    line_from: number;
    line_to: number;
    text: string;
}

export interface Amendment {
    id: number;
    document: number;
    number: number | null;
    version: number;
    /** How many wordings it has had, and of one that was said anew on which version and when. */
    wording: number;
    worded: { version: number; at: Time } | null;
    kind: "text" | "principle";
    sort: "insertion" | "deletion" | "replacement" | "move" | "several" | null;
    instruction: string;
    reason: string;
    reason_html: string;
    sponsor: Person;
    sponsor_unit: UnitName | null;
    sponsors: Person[];
    state: "draft" | "submitted" | "withdrawn" | "adopted" | "rejected";
    supports: number;
    supporters_missing: number;
    /** Of so many more units somebody has to support it. */
    supporter_units_missing: number;
    comments: number;
    at: Time;
    /** Of one that is adopted or rejected. */
    decided: {
        /** The newest version once it was decided; `taken`: its words are in it. */
        version: number;
        taken: boolean;
        /** As a body worded it. */
        changed: boolean;
        at: Time | null;
        by: UnitName;
        /** Of an editor who rejected it alone. */
        reason: string;
        /** Where a meeting voted: what came of it, and by which other amendment. */
        result: VotingResult | null;
        because_of: { id: number; number: number } | null;
        /** Taken in a merge, and then left out by what was written by hand; for whose words, where they were another's. */
        left_out: boolean;
        lost_to: { id: number; number: number } | null;
        votes: Recommendation["votes"];
        /** Where its words are in the version that it was taken into: the paragraphs as they stand there. */
        stands: Difference[];
    } | null;
    carried: "clean" | "needs_sponsor" | "moot";
    line_from: number;
    line_to: number;
    difference: Difference[];
    difference_version: number;
    /** Of one that needs its sponsor: what it would change, as that is now. What is gone is left out. */
    passage_now: PassageNow[] | null;
    recommendations: Recommendation[];
    /** Those that a body's last recommendation says this one covers. */
    covers: { id: number; number: number }[];
    voted: Exclude<VotingResult, "open"> | null;
    forwarded_from: number | null;
    forwarded_to: number[];
    /** The amendment that this one amends, and those that amend this one. */
    amends: { id: number; number: number } | null;
    amended_by: number[];
    /** A counter-draft: another text in the place of the whole document. */
    whole: boolean;
    /** What its sponsor said to where it stands on a later version than its own. */
    carried_answer: CarriedAnswer | null;
    /** The one with which its sponsors went together. */
    joined_into: { id: number; number: number } | null;
    /** The comments that it answers. */
    answers: { id: number; author: Person; text: string }[];
}

export type CarriedAnswer = "confirmed" | "objected";

export interface MyBacking {
    supported: boolean;
    /** In an earlier wording, and not in this one. */
    supported_before: boolean;
    author: boolean;
    sponsor: boolean;
    /** What bodies that the reader speaks for have not published. */
    kept: Recommendation[];
    /** The other ends of its forwardings that the reader may read. */
    trail: { from: ForwardingEnd | null; to: ForwardingEnd[] } | null;
}

/** An amendment of another document, from which this one was sent on or as which it was. */
export interface ForwardingEnd extends Pick<Amendment, "id" | "state"> {
    number: number;
    changed: boolean;
    document: { id: number; title: string };
    unit: UnitName;
}

/** One's own, with the titles of the documents that they are of. */
export interface MyAmendmentPage extends AmendmentPage {
    documents: Record<string, string>;
    /** Those before the committee that one supported in an earlier wording. */
    supported_before: Amendment[];
    /** Of each that one sponsors the later ones that came to collide with it, and that one has not seen. */
    collided: Record<string, Collided>;
}
export interface Collided {
    number: number;
    document: number;
    later: { id: number; number: number }[];
}

export interface KeptRecommendation {
    id: number;
    amendment: number;
    number: number;
    verdict: Verdict;
    /** About an earlier wording. */
    outdated: boolean;
    /** What the body has published on it, which this would take the place of. */
    replaces: { id: number; verdict: Verdict } | null;
    reason: string;
    author: Person;
    at: Time;
}

export interface AmendmentPage extends Page<Amendment> {
    mine: Record<string, MyBacking>;
}

/** What becomes of a block: its own words anew, something put in behind it, or another place. */
export type BlockChange =
    { block: string; markdown: string } | { after: string; markdown: string } | { move: string; after: string };

/** Words as one sends them; a block without a name is of a text that is another one now. */
export type Wording = { markdown: string } | { changes: (BlockChange | { block: null; markdown: string })[] };

export interface AmendmentAnswer {
    amendment: Amendment;
    mine: MyBacking | null;
    /** Of a draft, or one before the committee, that is asked for by itself; on its own version. A principle has none. */
    wording?: Wording | null;
}

/** One that a proposal meets. Where it collides only one of the two can be taken; `disputed` says on which words. */
export type NamedAmendment = Pick<Amendment, "id" | "line_from" | "line_to" | "sponsor"> & {
    number: number;
    collides: boolean;
    /** None where one of the two is another text in the place of all. */
    disputed: { words: string; behind: boolean }[];
};

/** How the pending amendments to a document stand to one another. */
export interface Clusters {
    version: number;
    clusters: { line_from: number; line_to: number; count: number }[];
    neighbours: Record<string, Record<"same" | "similar" | "colliding", { id: number; number: number }[]>>;
}

export interface SupportersNeeded {
    supporters: number;
    from: "everybody" | "members" | "units";
    units: string[];
    different_units: number;
}

/** Why one could not submit an amendment now. */
export interface SubmissionRefusal {
    code: string;
    facts: Record<string, string>;
}

export interface AmendmentPreview {
    line_from: number;
    line_to: number;
    sort: Amendment["sort"];
    carried: Amendment["carried"];
    difference: Difference[];
    /** Who has to support it before a body takes it up. */
    needs: SupportersNeeded | null;
    refusal: SubmissionRefusal | null;
    /** What it would break of the text's shape. */
    warnings: { what: "kind" | "list" | "table" | "beyond"; line: number }[];
    /** Of many the first are named. Nobody is in two of the lists. */
    similar: NamedAmendment[];
    similar_count: number;
    colliding: NamedAmendment[];
    colliding_count: number;
    same: NamedAmendment[];
    same_count: number;
    beside: NamedAmendment[];
    beside_count: number;
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
