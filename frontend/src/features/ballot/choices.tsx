// The options of a ballot, as an editor types them: 2 to 50.
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { Icon } from "../../ui/icon.tsx";
import { useId } from "../../ui/unique.ts";

interface Props {
    choices: string[];
    refusal: Refusal | null;
    onChange: (choices: string[]) => void;
}

export function Choices({ choices, refusal, onChange }: Props) {
    const place = useRef<HTMLFieldSetElement>(null);
    const next = useRef<number | null>(null); // the input that gets the focus once the list is drawn
    useLayoutEffect(() => {
        if (next.current !== null) place.current?.querySelectorAll("input")[next.current]?.focus();
        next.current = null;
    });
    const add = () => {
        if (choices.length >= 50) return;
        next.current = choices.length;
        onChange([...choices, ""]);
    };
    const remove = (i: number) => {
        next.current = Math.min(i, choices.length - 2);
        onChange(choices.filter((_, j) => j !== i));
    };
    const reason = useId();
    const wrong = refusal?.field.startsWith("choices") === true;
    return (
        <fieldset ref={place} class={wrong ? "field wrong" : "field"}>
            <legend>{t("ballot.choices")}</legend>
            {choices.map((label, i) => (
                <p class="choice-row" key={i}>
                    <input
                        value={label}
                        maxLength={200}
                        aria-label={t("ballot.choiceN", { n: i + 1 })}
                        {...(wrong && { "aria-invalid": "true" as const, "aria-describedby": reason })}
                        onInput={(event) =>
                            onChange(choices.map((one, j) => (i === j ? event.currentTarget.value : one)))
                        }
                        onKeyDown={(event) => {
                            // One types options as one types a list. Enter must not send the form half-way.
                            if (event.key !== "Enter") return;
                            event.preventDefault();
                            if (i + 1 < choices.length) place.current?.querySelectorAll("input")[i + 1]?.focus();
                            else add();
                        }}
                    />
                    <button
                        type="button"
                        class="icon-button"
                        aria-label={t("ballot.removeChoice", { n: i + 1 })}
                        disabled={choices.length <= 2}
                        onClick={() => remove(i)}
                    >
                        <Icon name="cross" />
                    </button>
                </p>
            ))}
            {wrong && (
                <p class="field-wrong" id={reason}>
                    {sentenceOf(refusal)}
                </p>
            )}
            <button type="button" class="button quiet small" disabled={choices.length >= 50} onClick={add}>
                <Icon name="plus" />
                {t("ballot.addChoice")}
            </button>
        </fieldset>
    );
}
