// Words that somebody typed for a theme which a colleague merged away since: they wait in the browser under the theme
// that is gone, and are shown with the one that has its passages.
import { useState } from "preact/hooks";
import type { ResponseForm } from "../../api/response_routes.ts";
import { t } from "../../i18n/words.ts";
import { dropDraft, readDraft } from "../../ui/drafts.ts";
import { mergedInto } from "../reading/theme_tree.ts";
import { all } from "./store.ts";

const placeOf = (theme: number) => `response:${theme}`;
const texts = ["heard", "decided", "why"] as const;

/** What was typed here with what was left under another theme behind it. */
export function joined(here: ResponseForm, left: ResponseForm): ResponseForm {
    const both = (name: (typeof texts)[number]) =>
        [here[name], left[name]].filter((text) => text.trim() !== "").join("\n\n");
    const quotes = [...new Set([...here.quotes, ...left.quotes])].slice(0, 20);
    return { ...here, heard: both("heard"), decided: both("decided"), why: both("why"), quotes };
}

interface Props {
    theme: number;
    onTakeIn: (left: ResponseForm) => void;
}

export function LeftWords({ theme, onTakeIn }: Props) {
    const [, redraw] = useState(0);
    const { merged, themes } = all.value;
    const left = merged.flatMap((one) => {
        const kept = mergedInto(one.theme, merged, themes)?.id === theme ? readDraft(placeOf(one.theme)) : null;
        return kept === null ? [] : [{ ...one, words: JSON.parse(kept) as ResponseForm }];
    });
    const away = (gone: number) => {
        dropDraft(placeOf(gone));
        redraw((n) => n + 1);
    };
    return (
        <>
            {left.map((one) => (
                <section key={one.theme} class="notice-box left-words" aria-label={one.title}>
                    <p>{t("response.fromMerged", { title: one.title })}</p>
                    {texts.map(
                        (name) =>
                            one.words[name].trim() !== "" && (
                                <div key={name}>
                                    <p class="part-head">{t(`response.${name}`)}</p>
                                    <p class="part">{one.words[name]}</p>
                                </div>
                            ),
                    )}
                    <p class="actions">
                        <button
                            type="button"
                            class="button quiet small"
                            onClick={() => {
                                onTakeIn(one.words);
                                away(one.theme);
                            }}
                        >
                            {t("response.takeIn")}
                        </button>
                        <button type="button" class="link" onClick={() => away(one.theme)}>
                            {t("response.throwAway")}
                        </button>
                    </p>
                </section>
            ))}
        </>
    );
}
