// The bodies that recommend on amendments, in their order, and what each has said of one.
import type { Amendment, UnitName } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";

export function ChainStrip({ chain, amendment }: { chain: readonly UnitName[]; amendment: Amendment }) {
    if (chain.length === 0) return null;
    return (
        <ol class="chain" aria-label={t("chain.title")}>
            {chain.map((unit) => {
                const said = amendment.recommendations.findLast((one) => one.unit.id === unit.id);
                return (
                    <li key={unit.id} class={said === undefined ? "muted" : ""}>
                        {unit.name}:{" "}
                        {said === undefined ? (
                            t("chain.waits")
                        ) : (
                            <span class={`chip verdict-${said.verdict}`}>{t(`verdict.${said.verdict}`)}</span>
                        )}
                    </li>
                );
            })}
        </ol>
    );
}
