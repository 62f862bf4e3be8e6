// The municipalities by how many answered from each: a square for every one, by county, those that nobody named as
// well. One voice at a time, since voices are never mixed.
import { scaleThreshold } from "d3-scale";
import { useState } from "preact/hooks";
import type { TallyTable, Voice } from "../../api/tally_nouns.ts";
import { number, t } from "../../i18n/words.ts";
import { Numbers } from "./chart.tsx";
import { unansweredRow } from "./labels.ts";

/** Counties by the first two digits of their municipalities' numbers. */
const counties: [string, string][] = [
    ["03", "Oslo"],
    ["11", "Rogaland"],
    ["15", "Møre og Romsdal"],
    ["18", "Nordland"],
    ["31", "Østfold"],
    ["32", "Akershus"],
    ["33", "Buskerud"],
    ["34", "Innlandet"],
    ["39", "Vestfold"],
    ["40", "Telemark"],
    ["42", "Agder"],
    ["46", "Vestland"],
    ["50", "Trøndelag"],
    ["55", "Troms"],
    ["56", "Finnmark"],
];

const steps = [5, 10, 20, 50];
/** 0 for under five and for what is hidden, which a map does not tell apart; then one shade for each step. */
const shade = scaleThreshold<number, number>().domain(steps).range([0, 1, 2, 3, 4]);
const stepInWords = (i: number) =>
    i === 0 ? t("tally.below") : i === steps.length ? `${steps[i - 1]}+` : `${steps[i - 1]}–${steps[i]! - 1}`;

interface Props {
    table: TallyTable;
    title: string;
    voices: Voice[];
    places: [string, string][];
}

export function Places({ table, title, voices, places }: Props) {
    const shown = voices.map((voice, i) => ({ voice, i })).filter(({ i }) => (table.asked[i] ?? 0) > 0);
    const [chosen, choose] = useState(shown.at(-1)?.i ?? 0);
    const counts = new Map(table.lines.map((line) => [line.key, line.counts[chosen] ?? 0]));
    const names = new Map(places);
    const rows = table.lines
        .map((line) => ({ key: line.key, label: names.get(line.key) ?? line.key, counts: line.counts }))
        .sort((a, b) => (b.counts[chosen] ?? 0) - (a.counts[chosen] ?? 0));
    return (
        <div class="tally">
            <div class="tally-map">
                <fieldset class="tally-voices">
                    <legend>{t("tally.mapOf")}</legend>
                    {shown.map(({ voice, i }) => (
                        <label key={voice}>
                            <input type="radio" name={table.field} checked={chosen === i} onChange={() => choose(i)} />
                            {t(`voice.${voice}`)}
                        </label>
                    ))}
                </fieldset>
                <ul class="tally-key">
                    {[0, ...steps].map((_, i) => (
                        <li key={i}>
                            <svg viewBox="0 0 10 10" aria-hidden="true">
                                <rect class={`shade-${i}`} width="10" height="10" rx="1.5" />
                            </svg>
                            {stepInWords(i)}
                        </li>
                    ))}
                </ul>
                <div class="tally-counties" role="img" aria-label={t("tally.map")}>
                    {counties.map(([prefix, county]) => (
                        <div key={prefix}>
                            <p>{county}</p>
                            <County places={places.filter(([key]) => key.startsWith(prefix))} counts={counts} />
                        </div>
                    ))}
                </div>
            </div>
            <Numbers
                long
                title={title}
                head={t("tally.municipality")}
                voices={voices}
                whole={table.asked}
                rows={[...rows, ...unansweredRow(table)]}
            />
        </div>
    );
}

const columns = 10;

function County({ places, counts }: { places: [string, string][]; counts: Map<string, number> }) {
    const lines = Math.ceil(places.length / columns);
    return (
        <svg class="tally-county" viewBox={`0 0 ${columns * 12} ${lines * 12}`} aria-hidden="true">
            {places.map(([key, name], i) => {
                const count = counts.get(key) ?? 0;
                return (
                    <rect
                        key={key}
                        class={`shade-${shade(count)}`}
                        x={(i % columns) * 12 + 0.5}
                        y={Math.floor(i / columns) * 12 + 0.5}
                        width="11"
                        height="11"
                        rx="1.5"
                    >
                        <title>{`${name}: ${count >= 5 ? number(count) : t("tally.below")}`}</title>
                    </rect>
                );
            })}
        </svg>
    );
}
