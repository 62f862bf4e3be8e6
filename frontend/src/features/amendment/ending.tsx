import { useState } from "preact/hooks";
import type { AmendmentAnswer } from "../../api/nouns.ts";
import { AskOnce } from "../../ui/ask_once.tsx";
import { useSubmission } from "../../ui/submission.ts";

/** An act that ends something: it is asked once more before it is done. */
export function Ending({
    word,
    title,
    text,
    act,
    onDone,
}: {
    word: string;
    title: string;
    text: string;
    act: () => Promise<AmendmentAnswer | null>;
    onDone: (answer: AmendmentAnswer | null) => void;
}) {
    const [asking, setAsking] = useState(false);
    const submission = useSubmission();
    return (
        <>
            <button type="button" class="act" onClick={() => setAsking(true)}>
                {word}
            </button>
            {asking && (
                <AskOnce
                    {...{ title, text, word, submission }}
                    danger
                    onYes={() =>
                        void submission.send(act, (answer) => {
                            setAsking(false);
                            onDone(answer);
                        })
                    }
                    onClose={() => {
                        submission.clear();
                        setAsking(false);
                    }}
                />
            )}
        </>
    );
}
