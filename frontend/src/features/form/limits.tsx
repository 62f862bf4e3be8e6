import type { Question, QuestionKind } from "../../api/form_nouns.ts";
import { t } from "../../i18n/words.ts";
import { useId } from "../../ui/unique.ts";

/** What the two limits of a kind mean; kinds that have none are not here. */
const meanings = {
    short_text: "length",
    long_text: "length",
    choices: "count",
    scale: "steps",
    number: "value",
    date: "day",
    file: "files",
} as const satisfies Partial<Record<QuestionKind, string>>;

/** 20261123 of "2026-11-23", and back. */
const dayNumber = (text: string) => (text === "" ? undefined : Number(text.replaceAll("-", "")));
const dayText = (number: number | undefined) =>
    number === undefined ? "" : String(number).replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");

interface Props {
    question: Question;
    fixed: boolean;
    onChange: (change: Partial<Question>) => void;
}

export function Limits({ question, fixed, onChange }: Props) {
    const id = useId();
    const meaning = meanings[question.kind as keyof typeof meanings] as
        (typeof meanings)[keyof typeof meanings] | undefined;
    if (meaning === undefined) return null;
    const limit = (name: "least" | "most") => {
        const value = question[name];
        const set = (next: number | undefined) => onChange({ [name]: next });
        return (
            <label class="field" key={name} for={`${id}-${name}`}>
                <span>{t(`form.${name}.${meaning}`)}</span>
                {meaning === "day" ? (
                    <input
                        id={`${id}-${name}`}
                        type="date"
                        value={dayText(value)}
                        onInput={(event) => set(dayNumber(event.currentTarget.value))}
                    />
                ) : (
                    <input
                        id={`${id}-${name}`}
                        type="number"
                        step="1"
                        disabled={fixed && meaning === "steps"}
                        value={value === undefined ? "" : String(value)}
                        onInput={(event) => {
                            const text = event.currentTarget.value;
                            set(text === "" ? undefined : Math.round(Number(text)));
                        }}
                    />
                )}
            </label>
        );
    };
    return (
        <div class="pair limits">
            {meaning !== "files" && limit("least")}
            {limit("most")}
        </div>
    );
}
