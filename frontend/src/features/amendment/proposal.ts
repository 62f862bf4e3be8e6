// What is typed of a proposal, kept until the server has it, and what the server says of it meanwhile.
import { useEffect, useState } from "preact/hooks";
import type { Amendment, AmendmentAnswer, AmendmentPreview, BlockSource } from "../../api/nouns.ts";
import {
    changeDraft,
    draftAmendment,
    fetchBlocks,
    fetchSource,
    previewAmendment,
    rewordAmendment,
    submitAmendment,
    type AmendmentForm,
} from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { useDraft } from "../../ui/drafts.ts";
import { useSubmission } from "../../ui/submission.ts";
import type { Edited } from "./propose_parts.tsx";

export type Way = "change" | "after" | "move" | "whole" | "principle";

export interface ProposeProps {
    document: number;
    version: number;
    block: string;
    /** A submitted amendment of one's own that is said anew, in the place of a new one. */
    reword?: Amendment;
    /** A draft of one's own that is written on. */
    draft?: Amendment;
    /** Of that draft: the text of a counter-draft, or which block stands behind which. */
    wording?: NonNullable<AmendmentAnswer["wording"]>;
    /** The comment that it answers. */
    answers?: number;
    onDone: (amendment: Amendment) => void;
    onClose: () => void;
}

interface Begun {
    way: Way;
    edits: Edited[];
    added: string;
    whole?: string;
    behind?: string;
}

/** How one goes on with a draft: with its words where they stand. */
function begun(draft: Amendment | undefined, wording: ProposeProps["wording"]): Begun {
    if (draft === undefined) return { way: "change", edits: [], added: "" };
    if (wording !== undefined && "markdown" in wording)
        return { way: "whole", edits: [], added: "", whole: wording.markdown };
    if (wording !== undefined) return { way: "move", edits: [], added: "", behind: wording.after };
    if (draft.kind === "principle") return { way: "principle", edits: [], added: draft.instruction };
    const said = draft.difference.map(({ block, pieces }) => ({
        block: block ?? "",
        markdown: pieces
            .filter((piece) => piece.mark !== "deleted")
            .map((piece) => piece.text)
            .join("")
            .trim(),
    }));
    const [only] = draft.difference;
    const inserted = said.length === 1 && only!.pieces.every((piece) => piece.mark === "inserted");
    if (inserted) return { way: "after", edits: [], added: said[0]!.markdown };
    return { way: "change", edits: said.filter((one) => one.block !== ""), added: "" };
}

export function useProposal(props: ProposeProps) {
    const { document, version, block, reword, draft, answers } = props;
    const place = `amendment:${document}:${version}:${block}${draft === undefined ? "" : `:${draft.id}`}`;
    const [start] = useState(() => begun(draft, props.wording));
    const [sources, setSources] = useState<BlockSource[]>([]);
    const [original, setOriginal] = useState<string | null>(null);
    const [way, setWay] = useState<Way>(start.way);
    const source = sources.find((one) => one.block === block) ?? null;
    const own = start.edits.find((one) => one.block === block)?.markdown;
    const [text, setText, dropText] = useDraft(place, own ?? source?.markdown ?? "");
    const [added, setAdded, dropAdded] = useDraft(`${place}:after`, start.added);
    const [whole, setWhole, dropWhole] = useDraft(`${place}:whole`, start.whole ?? original ?? "");
    const elsewhere = start.edits.filter((one) => one.block !== block);
    const [more, setMore, dropMore] = useDraft(`${place}:more`, JSON.stringify(elsewhere));
    const others = JSON.parse(more) as Edited[];
    const [behind, setBehind] = useState(start.behind ?? "");
    const [reason, setReason, dropReason] = useDraft(`${place}:reason`, draft?.reason ?? "");
    const [unit, setUnit] = useState(draft?.sponsor_unit?.id ?? 0);
    const [preview, setPreview] = useState<AmendmentPreview | null>(null);
    const [wrong, setWrong] = useState<Refusal | null>(null);
    const { busy, refusal, send } = useSubmission(place);
    useEffect(() => {
        void fetchBlocks(document, version).then(({ items }) => {
            setSources(items);
            const found = items.find((one) => one.block === block);
            if (found !== undefined && text === "") setText(found.markdown);
        });
    }, []);
    const edits = [{ block, markdown: text }, ...others];
    const wording = (): Pick<AmendmentForm, "changes" | "markdown"> =>
        way === "whole"
            ? { markdown: whole }
            : way === "after"
              ? { changes: [{ after: block, markdown: added }] }
              : way === "move"
                ? { changes: [{ move: block, after: behind }] }
                : { changes: edits };
    const form = (): AmendmentForm => ({
        version,
        reason,
        ...(unit > 0 && { sponsor_unit: unit }),
        ...(answers !== undefined && { answers: [answers] }),
        ...(way === "principle" ? { kind: "principle" as const, instruction: added } : wording()),
    });
    const unchanged =
        way === "whole"
            ? whole === "" || whole === original
            : way === "move"
              ? behind === ""
              : way === "after"
                ? added.trim() === ""
                : way === "change" &&
                  edits.every((one) => sources.find((other) => other.block === one.block)?.markdown === one.markdown);
    useEffect(() => {
        if (way !== "whole" || original !== null) return;
        void fetchSource(document, version).then(({ markdown }) => {
            setOriginal(markdown);
            if (whole === "") setWhole(markdown);
        });
    }, [way]);
    useEffect(() => {
        if (source === null || way === "principle" || unchanged) {
            setPreview(null);
            setWrong(null);
            return;
        }
        let current = true;
        const timer = setTimeout(() => {
            previewAmendment(document, form()).then(
                (found) => {
                    if (!current) return;
                    setPreview(found);
                    setWrong(null);
                },
                (error: unknown) => {
                    if (!(error instanceof Refusal)) throw error;
                    if (!current) return;
                    setPreview(null);
                    setWrong(error);
                },
            );
        }, 500);
        return () => {
            current = false;
            clearTimeout(timer);
        };
    }, [text, added, whole, more, way, behind, source, unit]);
    const done = (answer: AmendmentAnswer) => {
        for (const drop of [dropText, dropAdded, dropWhole, dropMore, dropReason]) drop();
        props.onDone(answer.amendment);
    };
    const store = (key: string) =>
        draft === undefined ? draftAmendment(document, form(), key) : changeDraft(draft.id, form());
    const submit = () =>
        void send(
            async (key) =>
                reword !== undefined
                    ? rewordAmendment(reword.id, { version, ...wording() }, key)
                    : submitAmendment((await store(key)).amendment.id),
            done,
            form(),
        );
    const save = () => void send(store, done, { ...form(), kept: true });
    return {
        ...{ sources, source, way, chooseWay: setWay, text, setText, added, setAdded, whole, setWhole },
        ...{ others, behind, setBehind, reason, setReason, unit, setUnit },
        ...{ preview, wrong, busy, refusal, submit, save },
        setOthers: (next: Edited[]) => setMore(JSON.stringify(next)),
        ready: way === "principle" ? added.trim() !== "" : preview !== null,
    };
}
