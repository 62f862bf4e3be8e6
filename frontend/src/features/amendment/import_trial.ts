// A form sheet is tried, and what is submitted is the sheet that was tried, while it is the one that is shown.
import { useState } from "preact/hooks";
import { importAmendments, type Import } from "../../api/paper_routes.ts";
import { useSubmission } from "../../ui/submission.ts";

export interface Sheet {
    version: number;
    unit: number;
    csv: string;
}

const same = (a: Sheet, b: Sheet) => a.version === b.version && a.unit === b.unit && a.csv === b.csv;

/**
 * @param sheet as it is now: what is told of another one, tried before, is not shown and cannot be submitted
 * @param done is told what was submitted, and of which sheet
 */
export function useTrial(document: number, sheet: Sheet, done: (submitted: Import, of: Sheet) => void) {
    const [tried, setTried] = useState<{ sheet: Sheet; told: Import | null }>({ sheet, told: null });
    const trying = useSubmission();
    const sending = useSubmission(`import:${document}`);
    const told = same(tried.sheet, sheet) ? tried.told : null;
    return {
        told,
        refusal: same(tried.sheet, sheet) ? (trying.refusal ?? sending.refusal) : null,
        trying: trying.busy,
        sending: sending.busy,
        attempt: () => {
            sending.clear();
            setTried({ sheet, told: null });
            void trying.send(
                () => importAmendments(document, { ...sheet, dry_run: true }),
                (answer) => setTried({ sheet, told: answer }),
            );
        },
        /** @param again the rows that say what is there already and are to be submitted all the same */
        submit: (again: number[] = []) => {
            if (told === null) return;
            const form = { ...tried.sheet, result: told.result, dry_run: false, ...(again.length > 0 && { again }) };
            void sending.send(
                (key) => importAmendments(document, form, key),
                (submitted) => {
                    setTried({ sheet: tried.sheet, told: null }); // tried once more it comes to something else
                    done(submitted, tried.sheet);
                },
                form,
            );
        },
    };
}
