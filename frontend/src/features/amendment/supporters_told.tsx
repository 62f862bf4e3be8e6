// Of an amendment that is said anew: what becomes of those who support it, before it is sent.
import type { Amendment } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";

/** Support was for the wording that people saw; the sponsor is told for how many. */
export function SupportersTold({ reword }: { reword: Amendment }) {
    if (reword.supports === 0) return null;
    return <p class="notice warning">{t("reword.supportGoes", { n: reword.supports })}</p>;
}
