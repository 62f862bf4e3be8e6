// What is typed of a proposal: all of it in one draft, so that its words, the way one chose, in whose name and where it
// goes are kept and dropped together.
import type { Amendment, BlockSource, Wording } from "../../api/nouns.ts";
import type { AmendmentForm } from "../../api/routes.ts";

export type Way = "change" | "after" | "move" | "whole" | "principle";

/** A paragraph as it is to be; without words it goes. */
export interface Edited {
    block: string;
    markdown: string;
    /** As it stood when one began to edit it. */
    was?: string;
}

/** The draft on the server that an earlier press made, and whether it holds just these words. */
export interface Made {
    id: number;
    same: boolean;
}

export interface Typed {
    /** The version that it was begun on. */
    version: number;
    way: Way;
    edits: Edited[];
    added: string;
    /** The whole text anew, once it is another one. */
    whole: string | null;
    behind: string;
    reason: string;
    /** The unit that it is proposed for, 0 for oneself. */
    unit: number;
    made: Made | null;
}

/** How one begins: with nothing, or with the words of a draft of one's own, as one would send them again. */
export function begun(version: number, draft?: Amendment, wording: Wording | null = null): Typed {
    const nothing: Typed = {
        ...{ version, way: "change", edits: [], added: "", whole: null, behind: "", reason: "", unit: 0, made: null },
    };
    if (draft === undefined) return nothing;
    const unit = draft.sponsor_unit?.id ?? 0;
    const own: Typed = { ...nothing, reason: draft.reason, unit, made: { id: draft.id, same: false } };
    if (wording === null) return { ...own, way: "principle", added: draft.instruction };
    if ("markdown" in wording) return { ...own, way: "whole", whole: wording.markdown };
    const one = wording.changes.length === 1 ? wording.changes[0]! : null;
    if (one !== null && "move" in one) return { ...own, way: "move", behind: one.after };
    if (one !== null && "after" in one) return { ...own, way: "after", added: one.markdown };
    const edits = wording.changes.flatMap((each) =>
        "block" in each ? [{ block: each.block ?? "", markdown: each.markdown }] : [],
    );
    return { ...own, edits };
}

/** The block where one goes on with such words: the first that they name. */
export function firstBlock(wording: Wording | null): string | null {
    const first = wording !== null && "changes" in wording ? wording.changes[0] : undefined;
    if (first === undefined) return null;
    return "move" in first ? first.move : "after" in first ? first.after : first.block;
}

const sourceOf = (sources: readonly BlockSource[], block: string) => sources.find((one) => one.block === block);

/** Where what is typed is kept: for a proposal of its own, for each draft, rewording and answered comment apart. */
export const placeOf = (about: {
    document: number;
    block: string;
    draft?: number;
    reword?: number;
    answers?: number;
}) =>
    about.draft !== undefined
        ? `amendment:${about.document}:draft:${about.draft}`
        : about.reword !== undefined
          ? `amendment:${about.document}:reword:${about.reword}`
          : `amendment:${about.document}:${about.block}${about.answers === undefined ? "" : `:answers:${about.answers}`}`;

/** Of the places where something is kept: those of proposals for a paragraph that is no longer in the text. */
export const lostPlaces = (document: number, places: readonly string[], sources: readonly BlockSource[]) =>
    places.filter((place) => {
        const block = new RegExp(`^amendment:${document}:(b\\d+)(:answers:\\d+)?$`).exec(place)?.[1];
        return block !== undefined && sourceOf(sources, block) === undefined;
    });

/** All words of it, whatever way was chosen last. */
export const wordsOf = ({ edits, added, whole, reason }: Typed) =>
    [...edits.map((one) => one.markdown), added, whole ?? "", reason].filter((words) => words.trim() !== "");

/** @returns what was kept, else `start`; what an earlier build kept in another shape counts as nothing */
export function readTyped(kept: string, start: Typed): Typed {
    try {
        return kept === "" ? start : { ...start, ...(JSON.parse(kept) as Typed) };
    } catch {
        return start;
    }
}

/** What is to be kept: nothing where it is as one began, whatever version that is. */
export function keptText(typed: Typed, start: Typed): string {
    const as = { ...typed, version: start.version, made: start.made ?? typed.made };
    return JSON.stringify(as) === JSON.stringify(start) ? "" : JSON.stringify(typed);
}

/** With a paragraph as it is to be; one that is as it was is none of them. */
export function withEdit(edits: readonly Edited[], source: BlockSource, markdown: string): Edited[] {
    const at = edits.findIndex((one) => one.block === source.block);
    if (markdown === source.markdown) return edits.filter((_, i) => i !== at);
    const edited = { was: source.markdown, ...edits[at], block: source.block, markdown };
    return at < 0 ? [edited, ...edits] : edits.with(at, edited);
}

/** Those whose paragraph is no longer in the text: they can be read and copied, and are not sent. */
export const lostOf = ({ edits }: Typed, sources: readonly BlockSource[]) =>
    edits.filter((one) => sourceOf(sources, one.block) === undefined);

/** The paragraphs as they are now that are others than those that were edited. */
export const changedUnder = ({ edits }: Typed, sources: readonly BlockSource[]) =>
    edits.flatMap(({ block, was }) => {
        const now = sourceOf(sources, block);
        return now === undefined || was === undefined || was === now.markdown ? [] : [now];
    });

type Sent = Pick<AmendmentForm, "changes" | "markdown" | "kind" | "instruction">;

/**
 * What is sent of it, where it was begun at `block`.
 * @returns null where it says nothing
 */
export function wordingOf(typed: Typed, block: string, sources: readonly BlockSource[]): Sent | null {
    const { way, added, whole, behind } = typed;
    if (way === "principle") return added.trim() === "" ? null : { kind: "principle", instruction: added };
    if (way === "whole") return whole === null || whole.trim() === "" ? null : { markdown: whole };
    if (sourceOf(sources, block) === undefined && way !== "change") return null;
    if (way === "after") return added.trim() === "" ? null : { changes: [{ after: block, markdown: added }] };
    if (way === "move") return behind === "" ? null : { changes: [{ move: block, after: behind }] };
    const changes = typed.edits.filter((one) => {
        const source = sourceOf(sources, one.block);
        return source !== undefined && source.markdown !== one.markdown;
    });
    return changes.length === 0
        ? null
        : { changes: changes.map(({ block: of, markdown }) => ({ block: of, markdown })) };
}
