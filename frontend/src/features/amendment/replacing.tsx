// What a body's published words take the place of: told before they are sent, since what it said before counts no more.
import type { Amendment, UnitName, Verdict } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { nameOf } from "./naming.ts";

/** What a body has published on an amendment, and what it would say instead. */
export interface Replaced {
    number: number;
    before: { id: number; verdict: Verdict };
    now: Verdict;
}

/** What the body would replace if it published the verdict on all of these. */
export const replacedBy = (chosen: readonly Amendment[], unit: number, now: Verdict): Replaced[] =>
    chosen.flatMap(({ number, recommendations }) =>
        recommendations
            .filter((one) => one.unit.id === unit)
            .map(({ id, verdict }) => ({ number: number ?? 0, before: { id, verdict }, now })),
    );

/** As the server is told what was seen. */
export const seenOf = (replaced: readonly Replaced[]) => replaced.map(({ before }) => before.id);

/** Those that get another verdict, by what it was and what it becomes; in the order of their numbers. */
export function turned(replaced: readonly Replaced[]): { from: Verdict; to: Verdict; numbers: number[] }[] {
    const groups = new Map<string, { from: Verdict; to: Verdict; numbers: number[] }>();
    for (const { number, before, now } of replaced.toSorted((a, b) => a.number - b.number)) {
        if (before.verdict === now) continue;
        const key = `${before.verdict} ${now}`;
        const group = groups.get(key) ?? { from: before.verdict, to: now, numbers: [] };
        group.numbers.push(number);
        groups.set(key, group);
    }
    return [...groups.values()];
}

const Chip = ({ verdict }: { verdict: Verdict }) => (
    <span class={`chip verdict-${verdict}`}>{t(`verdict.${verdict}`)}</span>
);

/** On how many of `all` the body has spoken already, and which of them turn. */
export function Replacing({ unit, replaced, all }: { unit: UnitName; replaced: readonly Replaced[]; all: number }) {
    if (replaced.length === 0) return null;
    const groups = turned(replaced);
    const n = groups.reduce((sum, { numbers }) => sum + numbers.length, 0);
    return (
        <div class="replacing">
            <p>
                <strong>
                    {all === 1
                        ? t("replaces.one", { unit: unit.name })
                        : t("replaces.some", { unit: unit.name, n: replaced.length, all })}
                </strong>{" "}
                {n === 0 ? t("replaces.same") : t("replaces.turned", { n })}
            </p>
            {n > 0 && (
                <dl class="kept-list">
                    {groups.map(({ from, to, numbers }) => (
                        <div key={`${from} ${to}`}>
                            <dt>
                                <Chip verdict={from} /> → <Chip verdict={to} />{" "}
                                <span class="muted">{numbers.length}</span>
                            </dt>
                            <dd>
                                {numbers.map((number, i) => (
                                    <span key={number}>
                                        {i > 0 && ", "}
                                        <span class="amendment-name">{nameOf({ number })}</span>
                                    </span>
                                ))}
                            </dd>
                        </div>
                    ))}
                </dl>
            )}
            <p class="muted">{t("replaces.stays")}</p>
        </div>
    );
}
