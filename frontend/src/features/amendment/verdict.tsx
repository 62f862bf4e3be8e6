// What a body recommends, in a word; where its sponsor has said the amendment anew since, that too.
import type { ComponentChildren } from "preact";
import type { Verdict } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";

interface Props {
    verdict: Verdict;
    outdated: boolean;
    /** In the place of the verdict's own word. */
    children?: ComponentChildren;
}

export function VerdictChip({ verdict, outdated, children }: Props) {
    if (!outdated) return <span class={`chip verdict-${verdict}`}>{children ?? t(`verdict.${verdict}`)}</span>;
    return (
        <span class="chip outdated" title={t("anew.outdatedWhy")}>
            {children ?? t(`verdict.${verdict}`)}, {t("anew.outdated")}
        </span>
    );
}
