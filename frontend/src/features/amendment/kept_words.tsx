// What somebody typed before, on a text that is another one now: both are shown, and nothing of either is lost.
import type { BlockSource } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { KeptDraft } from "../../ui/kept_draft.tsx";
import { linesOf } from "./naming.ts";
import { changedUnder, lostOf, type Typed } from "./typed.ts";

interface Props {
    place: string;
    typed: Typed;
    version: number;
    sources: readonly BlockSource[];
    /** The whole text as it is now, where one writes another. */
    original?: string | null;
    drop: () => void;
}

export function KeptWords({ place, typed, version, sources, original = null, drop }: Props) {
    const isWhole = typed.way === "whole";
    const changed = typed.way === "change" ? changedUnder(typed, sources) : [];
    const lost = typed.way === "change" ? lostOf(typed, sources) : [];
    const otherWhole = isWhole && typed.whole !== null && typed.version !== version && original !== null;
    if (changed.length === 0 && lost.length === 0 && !otherWhole) return <KeptDraft place={place} drop={drop} />;
    return (
        <div class="kept-words">
            <KeptDraft
                place={place}
                drop={drop}
                sentence={t("kept.onVersion", { n: String(typed.version), now: String(version) })}
                always
            />
            {changed.map((one) => (
                <figure key={one.block}>
                    <figcaption class="muted">{t("kept.paragraphNow", { lines: linesOf(one) })}</figcaption>
                    <blockquote tabIndex={0}>{one.markdown}</blockquote>
                </figure>
            ))}
            {lost.map((one, i) => (
                <figure key={i}>
                    <figcaption class="muted">{t("kept.paragraphGone")}</figcaption>
                    <blockquote tabIndex={0}>{one.markdown === "" ? t("kept.nothing") : one.markdown}</blockquote>
                </figure>
            ))}
            {otherWhole && (
                <details>
                    <summary>{t("kept.wholeNow", { n: String(version) })}</summary>
                    <textarea
                        rows={10}
                        readOnly
                        value={original}
                        aria-label={t("kept.wholeNow", { n: String(version) })}
                    />
                </details>
            )}
        </div>
    );
}
