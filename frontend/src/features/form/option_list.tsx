import { useLayoutEffect, useRef } from "preact/hooks";
import type { FormLanguage, Option } from "../../api/form_nouns.ts";
import { t } from "../../i18n/words.ts";
import { Icon } from "../../ui/icon.tsx";
import { freshKey, inAny } from "./form_state.ts";
import { WordingField } from "./wording_field.tsx";

interface Props {
    legend: string;
    options: Option[];
    /** The letter that keys begin with: "a" of options, "r" of rows. */
    letter: string;
    languages: FormLanguage[];
    /** Whether options may not be taken away or added: answers are told against them. */
    fixed: boolean;
    onChange: (options: Option[]) => void;
}

/** The options of a choice, or the rows of a matrix, each in every language. Enter in the last one adds another. */
export function OptionList({ legend, options, letter, languages, fixed, onChange }: Props) {
    const list = useRef<HTMLOListElement>(null);
    const next = useRef<{ row: number; selector: string } | null>(null);
    useLayoutEffect(() => {
        if (next.current === null) return;
        const row = list.current?.children[next.current.row];
        const found = row?.querySelector<HTMLElement>(`${next.current.selector}:enabled`);
        (found ?? row?.querySelector<HTMLElement>("input"))?.focus();
        next.current = null;
    });
    const move = (i: number, by: -1 | 1) => {
        const moved = [...options];
        moved.splice(i + by, 0, ...moved.splice(i, 1));
        next.current = { row: i + by, selector: by < 0 ? ".up" : ".down" };
        onChange(moved);
    };
    const add = () => {
        const key = freshKey(
            letter,
            options.map((option) => option.key),
        );
        next.current = { row: options.length, selector: "input" };
        onChange([...options, { key, label: {} }]);
    };
    return (
        <fieldset class="option-list">
            <legend>{legend}</legend>
            <ol ref={list}>
                {options.map((option, i) => {
                    const name = inAny(option.label) || t("form.optionN", { n: i + 1 });
                    return (
                        <li
                            key={option.key}
                            onKeyDown={(event) => {
                                if (event.key !== "Enter" || fixed || !(event.target instanceof HTMLInputElement))
                                    return;
                                event.preventDefault();
                                if (i === options.length - 1) add();
                                else list.current?.children[i + 1]?.querySelector("input")?.focus();
                            }}
                        >
                            <WordingField
                                label={t("form.optionN", { n: i + 1 })}
                                quiet
                                value={option.label}
                                languages={languages}
                                needed
                                onChange={(label) =>
                                    onChange(options.map((one, j) => (i === j ? { ...one, label } : one)))
                                }
                            />
                            <span class="row-acts">
                                <button
                                    type="button"
                                    class="icon-button up"
                                    aria-label={t("form.optionUp", { name })}
                                    disabled={i === 0}
                                    onClick={() => move(i, -1)}
                                >
                                    <Icon name="up" />
                                </button>
                                <button
                                    type="button"
                                    class="icon-button down turned"
                                    aria-label={t("form.optionDown", { name })}
                                    disabled={i === options.length - 1}
                                    onClick={() => move(i, 1)}
                                >
                                    <Icon name="up" />
                                </button>
                                <button
                                    type="button"
                                    class="icon-button"
                                    aria-label={t("form.optionRemove", { name })}
                                    disabled={fixed || options.length === 1}
                                    onClick={() => {
                                        next.current = { row: Math.min(i, options.length - 2), selector: "input" };
                                        onChange(options.filter((_, j) => j !== i));
                                    }}
                                >
                                    <Icon name="cross" />
                                </button>
                            </span>
                        </li>
                    );
                })}
            </ol>
            <button type="button" class="link" disabled={fixed || options.length >= 400} onClick={add}>
                {t(letter === "r" ? "form.addRow" : "form.addOption")}
            </button>
        </fieldset>
    );
}
