import type { SubmissionRefusal } from "../../api/nouns.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";

/** Says before anything is sent why it would be refused. What is written can be kept all the same. */
export function Refused({ refused }: { refused: SubmissionRefusal | null }) {
    if (refused === null) return null;
    return (
        <p class="notice warning" role="status">
            {sentenceOf(new Refusal(409, refused.code, "", refused.facts))} {t("amendment.keepsDraft")}
        </p>
    );
}
