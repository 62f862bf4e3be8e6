// Finds a person by name or address: a combobox as the ARIA practices describe it, with the list below the box.
import { useEffect, useState } from "preact/hooks";
import type { Refusal } from "../../api/request.ts";
import type { Person } from "../../api/nouns.ts";
import { findPeople } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { Field } from "../../ui/field.tsx";
import { useId } from "../../ui/unique.ts";

interface Props {
    chosen: Person | null;
    refusal: Refusal | null;
    onChoose: (person: Person | null) => void;
}

const shortest = 2; // letters; the server answers nothing to fewer

/** What the server finds for the words, asked once the typing pauses. null: nothing has been asked yet. */
function useFound(words: string): Person[] | null {
    const [found, setFound] = useState<Person[] | null>(null);
    useEffect(() => {
        setFound(null);
        if (words.length < shortest) return;
        let late = false; // an answer to earlier words must not replace that to later ones
        const timer = window.setTimeout(() => {
            findPeople(words).then(
                ({ items }) => late || setFound(items),
                () => late || setFound([]),
            );
        }, 200);
        return () => {
            late = true;
            clearTimeout(timer);
        };
    }, [words]);
    return found;
}

export function PeopleSearch({ chosen, refusal, onChoose }: Props) {
    const [typed, setTyped] = useState("");
    const [at, setAt] = useState(0);
    const list = useId();
    const found = useFound(chosen === null ? typed.trim() : "");
    const choose = (person: Person | undefined) => {
        if (person === undefined) return;
        onChoose(person);
        setTyped(person.name);
    };
    const options = found ?? [];
    const onKeyDown = (event: KeyboardEvent) => {
        if (options.length === 0) return;
        if (event.key === "ArrowDown") setAt((at + 1) % options.length);
        else if (event.key === "ArrowUp") setAt((at - 1 + options.length) % options.length);
        else if (event.key === "Enter") choose(options[at]);
        else return;
        event.preventDefault();
    };
    return (
        <div class="people-search">
            <Field label={t("standing.person")} hint={t("standing.personHint")} name="account" refusal={refusal}>
                {(attributes) => (
                    <input
                        {...attributes}
                        type="text"
                        autofocus
                        role="combobox"
                        autocomplete="off"
                        aria-autocomplete="list"
                        aria-expanded={options.length > 0}
                        {...(options.length > 0 && {
                            "aria-controls": list,
                            "aria-activedescendant": `${list}-${at}`,
                        })}
                        required
                        value={typed}
                        onInput={({ currentTarget }) => {
                            setTyped(currentTarget.value);
                            setAt(0);
                            onChoose(null);
                        }}
                        onKeyDown={onKeyDown}
                    />
                )}
            </Field>
            {options.length > 0 && (
                <ul class="people" role="listbox" id={list} aria-label={t("standing.found")}>
                    {options.map((person, i) => (
                        <li
                            key={person.id}
                            id={`${list}-${i}`}
                            role="option"
                            aria-selected={i === at}
                            onPointerDown={(event) => event.preventDefault()}
                            onClick={() => choose(person)}
                        >
                            {person.name}
                            {person.groups?.includes("participant") && <small>{t("standing.participant")}</small>}
                        </li>
                    ))}
                </ul>
            )}
            <p class="muted" role="status">
                {found !== null &&
                    (found.length === 0 ? t("standing.foundNone") : t("standing.foundN", { n: found.length }))}
            </p>
        </div>
    );
}
