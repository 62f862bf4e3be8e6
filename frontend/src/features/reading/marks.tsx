// What readers have marked in the open answer and what is blacked out in it, below its texts.
import type { ReadAnswer } from "../../api/reading_nouns.ts";
import { t } from "../../i18n/words.ts";
import { account } from "../../shell/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { Became } from "./became.tsx";
import { unmark } from "./marking.ts";
import { themeOf, themes } from "./reader_state.ts";
import { Original, RemoveBar } from "./redaction.tsx";
import { hueOf, pathOf } from "./theme_tree.ts";

export const titleOf = (id: number) => {
    const theme = themeOf(id);
    return theme === undefined ? "?" : pathOf(theme, themes.value);
};

/** As much of a passage as tells which one it is. */
const cut = (words: string) => (words.length <= 90 ? words : `${words.slice(0, 89).trimEnd()}…`);

export function Marks({ answer }: { answer: ReadAnswer }) {
    const { marks, redactions } = answer.passages;
    const words = (field: string, first: number, past: number) =>
        answer.texts.find((one) => one.field === field)?.text.slice(first, past) ?? "";
    return (
        <section class="marks-of-answer">
            <h3>{t("mark.heading")}</h3>
            {marks.length + redactions.length === 0 && <p class="muted">{t("mark.none")}</p>}
            <ul>
                {marks.map((one) => (
                    <li key={one.id} style={{ "--hue": String(hueOf(one.theme, themes.value)) }}>
                        <span class="mark-theme">{titleOf(one.theme)}</span>
                        <q>{cut(words(one.field, one.first, one.past))}</q>
                        <span class="muted">
                            {t("mark.by", { name: one.reader.name })}
                            {one.source !== "hand" && <> · {t(`mark.source.${one.source}`)}</>}
                        </span>
                        <Became theme={one.theme} title={titleOf(one.theme)} />
                        {(answer.may.edit || one.reader.id === account.value?.id) && (
                            <button
                                type="button"
                                class="icon-button"
                                aria-label={`${t("mark.remove")}: ${titleOf(one.theme)}`}
                                onClick={() => void unmark(one.id)}
                            >
                                <Icon name="cross" />
                            </button>
                        )}
                    </li>
                ))}
                {redactions.map((one) => (
                    <li key={`r${one.id}`} class="redaction-of-answer">
                        <span>{t("redaction.shown", { reason: one.reason, name: one.by })}</span>
                        {answer.may.see_original && <RemoveBar redaction={one} />}
                    </li>
                ))}
            </ul>
            {answer.may.see_original && redactions.length > 0 && <Original answer={answer} />}
        </section>
    );
}
