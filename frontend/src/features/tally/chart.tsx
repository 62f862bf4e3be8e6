// A question's answers as bars, each voice by itself, and the numbers beside them.
//
// The bars show shares of those of a voice that were asked, all on one scale that d3 works out; the table is what is read
// aloud. Voices are told apart by their names, not by colour.
import { scaleLinear } from "d3-scale";
import type { Count, Voice } from "../../api/tally_nouns.ts";
import { number, percent, t } from "../../i18n/words.ts";

export interface Row {
    key: string;
    label: string;
    counts: Count[];
    depth?: number;
    /** Of those who chose nothing: drawn fainter. */
    aside?: boolean;
}

interface Props {
    title: string;
    head: string;
    voices: Voice[];
    /** Of how many each voice's shares are. */
    whole: Count[];
    rows: Row[];
}

/** With a place to break a long word at: narrow pages have no room for it. */
const voiceWord = (voice: Voice) => t(`voice.${voice}`).replace(/(?<=\p{L}{5})(?=organisa)/u, "\u00AD");

/** Nothing where it cannot be told. Nobody is nobody, also of a whole that is hidden. */
export function shareOf(count: Count, whole: Count): number | null {
    if (count === 0) return 0;
    return count === null || !whole ? null : count / whole;
}

/** The scale that all bars of a chart share: from nothing to the longest, with a few round ticks. */
export function scaleOf(rows: Row[], whole: Count[]) {
    const longest = Math.max(
        0.05,
        ...rows.flatMap((row) => row.counts.map((count, i) => shareOf(count, whole[i] ?? null) ?? 0)),
    );
    return scaleLinear().domain([0, longest]).range([0, 100]).nice(4);
}

type Scale = ReturnType<typeof scaleOf>;

function Bar({ share, scale, aside }: { share: number | null; scale: Scale; aside?: boolean | undefined }) {
    return (
        <svg class="tally-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            {scale.ticks(4).map((tick) => (
                <line key={tick} class="tally-tick" x1={scale(tick)} x2={scale(tick)} y1="0" y2="10" />
            ))}
            {share === null ? (
                <rect class="tally-hidden" y="4" width={scale(scale.domain()[1]! / 12)} height="2" />
            ) : (
                <rect class={aside ? "tally-share is-aside" : "tally-share"} y="1" width={scale(share)} height="8" />
            )}
        </svg>
    );
}

/** The ticks that have their number written, four at most, so that there is room for each. */
export function labelledTicks(scale: Scale): number[] {
    const ticks = scale.ticks(4);
    const every = Math.max(1, Math.ceil((ticks.length - 1) / 3));
    return ticks.filter((_, i) => i % every === 0);
}

function Axis({ scale }: { scale: Scale }) {
    const ticks = labelledTicks(scale);
    return (
        <svg class={ticks.length > 3 ? "tally-axis crowded" : "tally-axis"} aria-hidden="true">
            {ticks.map((tick, i) => (
                <text
                    key={tick}
                    x={`${scale(tick)}%`}
                    y="0.9em"
                    text-anchor={i === 0 ? "start" : scale(tick) > 90 ? "end" : "middle"}
                >
                    {percent(tick)}
                </text>
            ))}
        </svg>
    );
}

function Bars({ voices, whole, rows }: Props) {
    const scale = scaleOf(rows, whole);
    const spoken = voices.map((voice, i) => ({ voice, i })).filter(({ i }) => whole[i] !== 0);
    return (
        <div class="tally-bars" aria-hidden="true">
            {rows.map((row) => (
                <div key={row.key} class={`tally-row depth-${row.depth ?? 0}`}>
                    <p>{row.label}</p>
                    {spoken.map(({ voice, i }) => {
                        const share = shareOf(row.counts[i] ?? null, whole[i] ?? null);
                        return (
                            <div key={voice} class="tally-line">
                                <span>{voiceWord(voice)}</span>
                                <Bar share={share} scale={scale} aside={row.aside} />
                                <span class="tally-figure">{share === null ? t("tally.hidden") : percent(share)}</span>
                            </div>
                        );
                    })}
                </div>
            ))}
            <div class="tally-line">
                <span />
                <Axis scale={scale} />
                <span />
            </div>
        </div>
    );
}

export function Numbers({ title, head, voices, whole, rows, long = false }: Props & { long?: boolean }) {
    const cell = (count: Count) => (count === null ? <span class="muted">{t("tally.hidden")}</span> : number(count));
    return (
        <div
            class={long ? "tally-numbers is-long" : "tally-numbers"}
            tabIndex={0}
            role="region"
            aria-label={`${t("tally.table")}: ${title}`}
        >
            <table>
                <thead>
                    <tr>
                        <th scope="col">{head}</th>
                        {voices.map((voice) => (
                            <th key={voice} scope="col">
                                {voiceWord(voice)}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row) => (
                        <tr key={row.key}>
                            <th scope="row" class={`depth-${row.depth ?? 0}`}>
                                {row.label}
                            </th>
                            {row.counts.map((count, i) => (
                                <td key={voices[i]}>{cell(count)}</td>
                            ))}
                        </tr>
                    ))}
                    <tr class="tally-whole">
                        <th scope="row">{t("tally.whole")}</th>
                        {whole.map((count, i) => (
                            <td key={voices[i]}>{cell(count)}</td>
                        ))}
                    </tr>
                </tbody>
            </table>
        </div>
    );
}

export function Chart(props: Props) {
    return (
        <div class="tally">
            <Bars {...props} />
            <Numbers {...props} />
        </div>
    );
}
