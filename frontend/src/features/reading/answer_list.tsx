// The list of answers with its filters.
import type { ReadingItem, Voice } from "../../api/reading_nouns.ts";
import { said, t } from "../../i18n/words.ts";
import { useEffect, useRef } from "preact/hooks";
import {
    arrived,
    consultation,
    counts,
    filter,
    form,
    items,
    loadList,
    loadMore,
    next,
    open,
    selected,
    setFilter,
    themes,
} from "./reader_state.ts";
import { indented } from "./theme_tree.ts";
import { excerptOf, inWords, questionsOf } from "./wordings.ts";

const voices: Voice[] = ["members", "units", "youth_wing", "unions", "organisations", "public"];

function Select({ name, label, options }: { name: string; label: string; options: [string, string][] }) {
    return (
        <label>
            <span>{label}</span>
            <select
                value={filter.value[name] ?? ""}
                onChange={(event) => setFilter({ [name]: event.currentTarget.value })}
            >
                {options.map(([value, word]) => (
                    <option key={value} value={value}>
                        {word}
                    </option>
                ))}
            </select>
        </label>
    );
}

function Check({ name, label }: { name: string; label: string }) {
    return (
        <label class="check">
            <input
                type="checkbox"
                checked={filter.value[name] === "1"}
                onChange={(event) => setFilter({ [name]: event.currentTarget.checked ? "1" : "" })}
            />
            <span>{label}</span>
        </label>
    );
}

/** What the list is narrowed to by a button elsewhere, with the way out of it. */
function Narrowed() {
    const { family, without, sample, state } = filter.value;
    if (family === undefined && without === undefined && sample === undefined && state === undefined) return null;
    const title = themes.value.find((one) => String(one.id) === without)?.title ?? "";
    const words =
        sample !== undefined
            ? t("reading.onlySample")
            : without !== undefined
              ? t("reading.onlyWithout", { title })
              : family !== undefined
                ? t("reading.onlyFamily")
                : t(state === "held" ? "reading.onlyHeld" : "reading.onlyRefused");
    return (
        <p class="narrowed">
            <span>{words}</span>{" "}
            <button
                type="button"
                class="link"
                onClick={() => setFilter({ family: "", without: "", sample: "", state: "" })}
            >
                {t("reading.showAll")}
            </button>
        </p>
    );
}

let typing = 0;

export function Filters() {
    const all: [string, string] = ["", t("reading.all")];
    const chosen = Object.keys(filter.value).filter((name) => name !== "q" && name !== "folded").length;
    return (
        <search class="reading-filters">
            <input
                id="reading-search"
                type="search"
                aria-label={t("reading.search")}
                placeholder={t("reading.search")}
                defaultValue={filter.value.q ?? ""}
                maxLength={200}
                onInput={(event) => {
                    const q = event.currentTarget.value;
                    clearTimeout(typing);
                    typing = window.setTimeout(() => setFilter({ q }), 250);
                }}
                onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
            />
            <Narrowed />
            <div class="reading-checks">
                <Check name="unread" label={t("reading.unread")} />
                <Check name="folded" label={t("reading.folded")} />
            </div>
            <details open={chosen > 1}>
                <summary>
                    {t("reading.filters")}
                    {chosen > 0 && ` (${chosen})`}
                </summary>
                <div class="filters">
                    <Select
                        name="theme"
                        label={t("reading.theme")}
                        options={[
                            all,
                            ["none", t("reading.noTheme")],
                            ...themes.value.map((one): [string, string] => [
                                String(one.id),
                                indented(one, themes.value),
                            ]),
                        ]}
                    />
                    <Select
                        name="voice"
                        label={t("reading.voice")}
                        options={[all, ...voices.map((one): [string, string] => [one, t(`voice.${one}`)])]}
                    />
                    <Select
                        name="question"
                        label={t("reading.question")}
                        options={[
                            all,
                            ...questionsOf(form.value).map((one): [string, string] => [one.key, inWords(one.title)]),
                        ]}
                    />
                    <Select
                        name="state"
                        label={t("reading.state")}
                        options={[
                            ["", t("reading.submitted")],
                            ["held", t("reading.held")],
                            ["refused", t("reading.refused")],
                        ]}
                    />
                </div>
            </details>
        </search>
    );
}

function Item({ item }: { item: ReadingItem }) {
    const text = excerptOf(item);
    const here = selected.value === item.id;
    return (
        <li>
            <button
                type="button"
                id={`answer-${item.id}`}
                class={`answer-item${item.read ? "" : " is-unread"}`}
                aria-current={here ? "true" : undefined}
                onClick={() => void open(item.id)}
            >
                <span class="answer-item-head">
                    {!item.read && <span class="unread-dot" role="img" aria-label={t("reading.isUnread")} />}
                    <span>{item.body || item.author || t("reading.anonymous")}</span>
                    <span class="answer-item-when">{item.at === null ? "" : said(item.at)}</span>
                </span>
                <span class={text === "" ? "answer-item-text muted" : "answer-item-text"}>
                    {text || t("reading.noText")}
                </span>
                <span class="answer-item-foot">
                    <span>{t(`voice.${item.voice}`)}</span>
                    {item.family.answers > 1 && (
                        <span class="chip">{t("reading.family", { n: item.family.answers })}</span>
                    )}
                    {item.changed !== null && <span>{t("reading.changedOn", { when: said(item.changed) })}</span>}
                    {item.marks > 0 && <span>{t("reading.marks", { n: item.marks })}</span>}
                </span>
            </button>
        </li>
    );
}

function More() {
    const button = useRef<HTMLButtonElement>(null);
    useEffect(() => {
        const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && void loadMore(), {
            rootMargin: "400px",
        });
        if (button.current !== null) watch.observe(button.current);
        return () => watch.disconnect();
    }, [next.value]);
    if (next.value === null) return null;
    return (
        <button type="button" class="button quiet" ref={button} onClick={() => void loadMore()}>
            {t("reading.more")}
        </button>
    );
}

export function AnswerList() {
    return (
        <>
            {arrived.value && (
                <p class="notice" role="status">
                    {t("reading.arrived")}{" "}
                    <button type="button" class="link" onClick={() => void loadList()}>
                        {t("reading.showNew")}
                    </button>
                </p>
            )}
            {items.value.length === 0 && <p class="muted">{t("reading.nothing")}</p>}
            <ol class="answer-list">
                {items.value.map((item) => (
                    <Item key={item.id} item={item} />
                ))}
            </ol>
            <More />
        </>
    );
}

export function Counts() {
    const now = counts.value;
    if (now === null || consultation.value === null) return null;
    const { answers, families, read, marked } = now;
    return (
        <p class="muted reading-counts">
            {t("reading.counts", { answers, families, read, marked })}
            {(["held", "refused"] as const).map(
                (state) =>
                    now[state] > 0 && (
                        <>
                            {" · "}
                            <button type="button" class="link" onClick={() => setFilter({ state })}>
                                {t(`reading.count.${state}`, { n: now[state] })}
                            </button>
                        </>
                    ),
            )}
        </p>
    );
}
