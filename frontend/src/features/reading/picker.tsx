// Which theme a passage gets: suggestions first, then what is typed for, and a new one where there is none.
import { useEffect, useState } from "preact/hooks";
import type { ReadAnswer, ReadPassage, ThemeSuggestion } from "../../api/reading_nouns.ts";
import { addTheme, fetchSuggestions } from "../../api/reading_routes.ts";
import { t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { picking } from "./chosen.ts";
import { mark } from "./marking.ts";
import { attempt, consultation, themes } from "./reader_state.ts";
import { pathOf } from "./theme_tree.ts";

interface Option {
    key: string;
    word: string;
    because?: string;
    choose: (family: boolean) => Promise<void>;
}

function optionsFor(
    answer: ReadAnswer,
    passage: ReadPassage,
    typed: string,
    suggested: readonly ThemeSuggestion[],
): Option[] {
    const wanted = typed.trim().toLocaleLowerCase();
    const options: Option[] = [];
    const fits = (path: string) => path.toLocaleLowerCase().includes(wanted);
    for (const one of suggested) {
        const theme = themes.value.find(({ id }) => id === one.theme);
        if (theme === undefined || !fits(pathOf(theme, themes.value))) continue;
        options.push({
            key: `s${theme.id}`,
            word: pathOf(theme, themes.value),
            because: one.because_of.text?.slice(0, 120) ?? "",
            choose: (family) => mark(answer, passage, theme.id, { because_of: one.because_of.mark, family }),
        });
    }
    for (const theme of themes.value) {
        const path = pathOf(theme, themes.value);
        if (!fits(path) || options.some(({ key }) => key === `s${theme.id}`)) continue;
        options.push({
            key: String(theme.id),
            word: path,
            choose: (family) => mark(answer, passage, theme.id, { family }),
        });
    }
    const title = typed.trim();
    if (title !== "" && !themes.value.some((theme) => theme.title.toLocaleLowerCase() === wanted)) {
        options.push({
            key: "new",
            word: t("mark.create", { title }),
            choose: async (family) => {
                const made = await attempt(() => addTheme(consultation.value.id, title, null));
                if (made?.added === undefined) return;
                themes.value = made.items;
                await mark(answer, passage, made.added, { family });
            },
        });
    }
    return options;
}

function Picker({ passage, answer }: { passage: ReadPassage; answer: ReadAnswer }) {
    const size = answer.family.answers;
    const [typed, setTyped] = useState("");
    const [at, setAt] = useState(0);
    const [family, setFamily] = useState(false);
    const [suggested, setSuggested] = useState<readonly ThemeSuggestion[]>([]);
    useEffect(() => {
        void attempt(() => fetchSuggestions(answer.id, passage)).then((found) =>
            setSuggested(found?.[0]?.themes ?? []),
        );
    }, [answer.id, passage]);
    const options = optionsFor(answer, passage, typed, suggested);
    const here = Math.min(at, options.length - 1);
    const choose = (option: Option | undefined) => {
        if (option === undefined) return;
        picking.value = null;
        getSelection()?.removeAllRanges();
        void option.choose(family);
    };
    const onKeyDown = (event: KeyboardEvent) => {
        const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
        if (step !== 0) {
            setAt((here + step + options.length) % Math.max(1, options.length));
            event.preventDefault();
        } else if (event.key === "Enter") {
            event.preventDefault();
            choose(options[here]);
        }
    };
    return (
        <Dialog title={t("mark.title")} onClose={() => (picking.value = null)}>
            <div class="theme-picker">
                <input
                    type="text"
                    role="combobox"
                    aria-label={t("mark.filter")}
                    placeholder={t("mark.filter")}
                    aria-expanded="true"
                    aria-controls="theme-options"
                    aria-autocomplete="list"
                    aria-activedescendant={options.length > 0 ? `theme-option-${here}` : undefined}
                    autocomplete="off"
                    maxLength={200}
                    value={typed}
                    autofocus
                    onInput={(event) => {
                        setTyped(event.currentTarget.value);
                        setAt(0);
                    }}
                    onKeyDown={onKeyDown}
                />
                <ul id="theme-options" role="listbox" aria-label={t("theme.heading")}>
                    {options.map((option, i) => (
                        <li
                            key={option.key}
                            id={`theme-option-${i}`}
                            role="option"
                            aria-selected={i === here}
                            onPointerMove={() => setAt(i)}
                            onClick={() => choose(option)}
                        >
                            <span>{option.word}</span>
                            {option.because !== undefined && (
                                <small>{t("mark.suggested", { text: option.because })}</small>
                            )}
                        </li>
                    ))}
                </ul>
                {size > 1 && (
                    <label class="check">
                        <input
                            type="checkbox"
                            checked={family}
                            onChange={(event) => setFamily(event.currentTarget.checked)}
                        />
                        <span>{t("mark.wholeFamily", { n: size })}</span>
                    </label>
                )}
            </div>
        </Dialog>
    );
}

export function ThemePicker() {
    if (picking.value === null) return null;
    const { passage, answer } = picking.value;
    return <Picker passage={passage} answer={answer} />;
}
