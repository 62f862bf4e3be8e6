// A proposal as it is written: what is typed, kept until the server has it, and what the server says of it meanwhile.
import { useEffect, useState } from "preact/hooks";
import type { Amendment, AmendmentAnswer, Wording } from "../../api/nouns.ts";
import { fetchSource, rewordAmendment, type AmendmentForm } from "../../api/routes.ts";
import { begun, lostOf, placeOf, withEdit, wordingOf, type Edited } from "./typed.ts";
import { usePreview, useSending, useSources, useTyped } from "./use_typed.ts";

export interface ProposeProps {
    document: number;
    version: number;
    block: string;
    /** A submitted amendment of one's own that is said anew, in the place of a new one. */
    reword?: Amendment;
    /** A draft of one's own that is written on. */
    draft?: Amendment;
    /** The words of that draft; a principle has none. */
    wording?: Wording | null;
    /** The comment that it answers. */
    answers?: number;
    onDone: (amendment: Amendment) => void;
    onClose: () => void;
}

export function useProposal(props: ProposeProps) {
    const { document, version, block, reword, draft, answers, onDone, onClose } = props;
    const place = placeOf({
        ...{ document, block },
        ...(draft !== undefined && { draft: draft.id }),
        ...(reword !== undefined && { reword: reword.id }),
        ...(answers !== undefined && { answers }),
    });
    const [start] = useState(() => begun(version, draft, props.wording));
    const held = useTyped(place, start, version);
    const { typed, change, drop } = held;
    const sources = useSources(document, version, undefined, onClose);
    const items = sources?.items ?? [];
    const source = items.find((one) => one.block === block) ?? null;
    const [original, setOriginal] = useState<string | null>(null);
    useEffect(() => {
        if (typed.way !== "whole") return;
        let current = true;
        void fetchSource(document, version).then(({ markdown }) => current && setOriginal(markdown));
        return () => (current = false);
    }, [typed.way, version]);
    const wording = wordingOf(typed, block, items);
    const answered = answers !== undefined ? [answers] : (draft?.answers.map((one) => one.id) ?? []);
    const form = (): AmendmentForm => ({
        version,
        reason: typed.reason,
        ...(typed.unit > 0 && { sponsor_unit: typed.unit }),
        ...(answered.length > 0 && { answers: answered }),
        ...wording,
    });
    const isPrinciple = typed.way === "principle";
    const { preview, wrong, ready } = usePreview(document, wording === null || isPrinciple ? null : form());
    const done = (answer: AmendmentAnswer) => {
        drop();
        onDone(answer.amendment);
    };
    const sending = useSending(document, place, held, form, done);
    const { busy, refusal, send } = sending;
    // A limit is one's own: what is proposed for a unit is not counted.
    const before = typed.unit > 0 && sources?.refusal?.code === "amendment.limit_reached" ? null : sources?.refusal;
    const others = typed.edits.filter((one) => one.block !== block && items.some((other) => other.block === one.block));
    return {
        ...{ place, typed, change, drop, sources: sources === null ? null : items, source, original },
        ...{ preview, wrong, busy, refusal, others },
        text: typed.edits.find((one) => one.block === block)?.markdown ?? source?.markdown ?? "",
        setText: (markdown: string) => source !== null && change({ edits: withEdit(typed.edits, source, markdown) }),
        setWhole: (whole: string) => change({ whole: whole === original ? null : whole }),
        setOthers: (next: Edited[]) =>
            change({ edits: [...typed.edits.filter((one) => one.block === block), ...next, ...lostOf(typed, items)] }),
        /** Why it could not be submitted, also before a word is written. What is said anew is submitted already. */
        refused: reword !== undefined ? null : ((preview === null ? before : preview.refusal) ?? null),
        submit:
            reword === undefined
                ? sending.submit
                : () => void send((key) => rewordAmendment(reword.id, { version, ...wording }, key), done, form()),
        save: sending.save,
        ready: isPrinciple ? wording !== null : ready,
    };
}
