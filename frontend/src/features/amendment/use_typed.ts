// What both sheets for proposing have: the text that is edited, what is typed of it, what the server says of it
// meanwhile, and the sending.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { AmendmentAnswer, AmendmentPreview, BlockSource, SubmissionRefusal } from "../../api/nouns.ts";
import {
    changeDraft,
    draftAmendment,
    fetchAmendment,
    fetchBlocks,
    previewAmendment,
    submitAmendment,
    type AmendmentForm,
} from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { announce } from "../../shell/notices.tsx";
import { useDraft } from "../../ui/drafts.ts";
import { useSubmission } from "../../ui/submission.ts";
import { store, submit } from "./sending.ts";
import { keptText, readTyped, type Typed } from "./typed.ts";

interface Sources {
    items: BlockSource[];
    /** Why one could not submit anything of one's own now. */
    refusal: SubmissionRefusal | null;
}

/** The paragraphs that are edited; null until they are there. Where they cannot be had the sheet closes and says why. */
export function useSources(document: number, version: number, amends: number | undefined, onClose: () => void) {
    const [sources, setSources] = useState<Sources | null>(null);
    useEffect(() => {
        let current = true;
        fetchBlocks(document, version, amends).then(
            (found) => current && setSources(found),
            (error: unknown) => {
                if (!(error instanceof Refusal)) throw error;
                if (!current) return;
                announce(sentenceOf(error));
                onClose();
            },
        );
        return () => (current = false);
    }, [document, version, amends]);
    return sources;
}

/** @param version the one that is shown: what is begun now is begun on it */
export function useTyped(place: string, start: Typed, version: number) {
    const [kept, keep, drop] = useDraft(place);
    const typed = useMemo(() => readTyped(kept, start), [kept]);
    const latest = useRef(typed);
    latest.current = typed;
    const put = (next: Typed) => {
        latest.current = next;
        keep(keptText(next, start));
    };
    return {
        typed,
        drop,
        change: (part: Partial<Omit<Typed, "made">>) => {
            const before = kept === "" ? { ...latest.current, version } : latest.current;
            put({ ...before, ...part, made: before.made === null ? null : { ...before.made, same: false } });
        },
        setMade: (made: Typed["made"]) => put({ ...latest.current, made }),
    };
}

/** What the server says of `form`, where it says something: of these words and of no others. */
export function usePreview(document: number, form: AmendmentForm | null) {
    const words = form === null ? "" : JSON.stringify({ ...form, reason: "" });
    const [said, setSaid] = useState<{ words: string; preview: AmendmentPreview | null; wrong: Refusal | null }>({
        ...{ words: "", preview: null, wrong: null },
    });
    useEffect(() => {
        if (form === null) {
            setSaid({ words, preview: null, wrong: null });
            return;
        }
        let current = true;
        const timer = setTimeout(() => {
            previewAmendment(document, form).then(
                (preview) => current && setSaid({ words, preview, wrong: null }),
                (error: unknown) => {
                    if (!(error instanceof Refusal)) throw error;
                    if (current) setSaid({ words, preview: null, wrong: error });
                },
            );
        }, 500);
        return () => {
            current = false;
            clearTimeout(timer);
        };
    }, [words]);
    // What was said of the words before stands until the next answer is there, so that nothing jumps.
    return form === null
        ? { preview: null, wrong: null, ready: false }
        : { ...said, ready: said.words === words && said.preview !== null };
}

/** Sends what is typed: as one draft, kept or submitted. */
export function useSending(
    document: number,
    place: string,
    { typed, setMade }: Pick<ReturnType<typeof useTyped>, "typed" | "setMade">,
    form: () => AmendmentForm,
    done: (answer: AmendmentAnswer) => void,
) {
    const { busy, refusal, send } = useSubmission(place);
    const sender = (key: string) => ({
        create: () => draftAmendment(document, form(), key),
        change: (id: number) => changeDraft(id, form()),
        submit: submitAmendment,
        find: fetchAmendment,
        made: setMade,
    });
    return {
        ...{ busy, refusal, send },
        submit: () => void send((key) => submit(typed.made, sender(key)), done, form()),
        save: () => void send((key) => store(typed.made, sender(key)), done, { ...form(), kept: true }),
    };
}
