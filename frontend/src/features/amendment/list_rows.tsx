// The rows of the list: each with its box to choose it, and what says the same folded under the first of it.
import type { Amendment } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { onPaper } from "../../ui/paper_folds.ts";
import { bodies } from "./bodies.ts";
import { AmendmentCard } from "./card.tsx";
import { nameOf } from "./naming.ts";
import { ChainStrip } from "./chain.tsx";
import { set } from "./filters.tsx";
import { chain, changed, chosen, isTakenUp, items, mine, shown } from "./list_state.ts";
import { clusters, Neighbours, Together } from "./neighbours.tsx";

/** A sponsor's others: the unit's, where it is on behalf of one. */
function askSponsor(amendment: Amendment): void {
    const { sponsor, sponsor_unit: unit } = amendment;
    set({
        sponsor:
            unit === null
                ? { id: sponsor.id, unit: false, name: sponsor.name }
                : { id: unit.id, unit: true, name: unit.name },
    });
}

function Row({ amendment }: { amendment: Amendment }) {
    const { may } = shown.value;
    return (
        <div class="amendment-row">
            {bodies().length > 0 && isTakenUp(amendment) && (
                <label class="amendment-choose">
                    <input
                        type="checkbox"
                        checked={chosen.value.has(amendment.id)}
                        onChange={() => {
                            const now = new Set(chosen.value);
                            if (!now.delete(amendment.id)) now.add(amendment.id);
                            chosen.value = now;
                        }}
                    />
                    <span class="hidden">{t("amendment.choose", { n: String(amendment.number) })}</span>
                </label>
            )}
            <AmendmentCard
                amendment={amendment}
                mine={mine.value[amendment.id] ?? null}
                mayAmend={may.amend}
                onChange={changed}
                onSponsor={askSponsor}
                may={may}
            >
                <ChainStrip chain={chain.value} amendment={amendment} />
                <Neighbours
                    amendment={amendment}
                    among={clusters.value}
                    mine={mine.value[amendment.id] ?? null}
                    onChange={changed}
                >
                    <Together amendment={amendment} />
                </Neighbours>
            </AmendmentCard>
        </div>
    );
}

/** Those that say just the same stand folded under the first of them. */
export function Folded({ leader, others }: { leader: Amendment; others: readonly Amendment[] }) {
    return (
        <div>
            <Row amendment={leader} />
            {others.length > 0 && (
                <details class="folded" {...onPaper}>
                    <summary>{t("amendment.folded", { n: others.length, name: nameOf(leader) })}</summary>
                    {others.map((one) => (
                        <Row key={one.id} amendment={one} />
                    ))}
                </details>
            )}
        </div>
    );
}

/** What is listed, with what says the same under the first of it that is listed. */
export function folded(list: readonly Amendment[]): { leader: Amendment; others: Amendment[] }[] {
    const place = new Map<number, { leader: Amendment; others: Amendment[] }>();
    for (const amendment of list) {
        const same = clusters.value.neighbours[amendment.id]?.same ?? [];
        const under = same.map((one) => place.get(one.id)).find((found) => found !== undefined);
        if (under !== undefined && amendment.state === "submitted") {
            under.others.push(amendment);
            place.set(amendment.id, under);
        } else place.set(amendment.id, { leader: amendment, others: [] });
    }
    return [...new Set(place.values())];
}

/** All that is listed is chosen at once, or nothing. */
export function ChooseAll() {
    const all = items.value.filter(isTakenUp);
    if (all.length < 2) return null;
    const every = all.every((one) => chosen.value.has(one.id));
    return (
        <label class="choose-all">
            <input
                type="checkbox"
                checked={every}
                onChange={() => (chosen.value = every ? new Set() : new Set(all.map((one) => one.id)))}
            />
            <span>{t("amendment.chooseAll", { n: all.length })}</span>
        </label>
    );
}
