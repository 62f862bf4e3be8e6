// What one began to propose for paragraphs that are no longer in the text, where nobody would look for it.
import { useState } from "preact/hooks";
import type { BlockSource } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { dropDraft, placesOfDrafts, readDraft } from "../../ui/drafts.ts";
import { begun, lostPlaces, readTyped, wordsOf } from "./typed.ts";

interface Props {
    document: number;
    sources: readonly BlockSource[];
}

export function LostWords({ document, sources }: Props) {
    const find = () => lostPlaces(document, placesOfDrafts(`amendment:${document}:`), sources);
    const [places, setPlaces] = useState(find);
    if (places.length === 0) return null;
    return (
        <details class="kept-words lost-words">
            <summary>{t("kept.lost", { n: places.length })}</summary>
            {places.map((place) => {
                const typed = readTyped(readDraft(place) ?? "", begun(0));
                return (
                    <figure key={place}>
                        <figcaption class="muted">{t("kept.lostFrom", { n: String(typed.version) })}</figcaption>
                        {wordsOf(typed).map((words, i) => (
                            <blockquote key={i} tabIndex={0}>
                                {words}
                            </blockquote>
                        ))}
                        <button
                            type="button"
                            class="act"
                            onClick={() => {
                                dropDraft(place);
                                setPlaces(find());
                            }}
                        >
                            {t("kept.forget")}
                        </button>
                    </figure>
                );
            })}
        </details>
    );
}
