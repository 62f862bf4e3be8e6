// What a reader wants to see of a list of amendments.
import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Document, UnitName } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { bodies } from "./bodies.ts";
import { chaptersOf } from "./chapters.ts";
import { linesOf } from "./naming.ts";

export const filter = signal({
    state: "",
    kind: "",
    verdict: "",
    /** The body that has not spoken, where one asks for what a body has not spoken on; "" for anybody. */
    body: "",
    chapter: "",
    /** A passage in the place of a chapter. */
    lines: null as { from: number; to: number } | null,
    /** Those of one sponsor: a unit, or somebody for themselves. */
    sponsor: null as { id: number; unit: boolean; name: string } | null,
    q: "",
    sort: "line" as "line" | "number",
});

const states = ["", "submitted", "gathering", "adopted", "rejected", "withdrawn"] as const;
const kinds = ["", "text", "principle"] as const;
const verdicts = ["", "missing", "adopt", "reject", "adopt_changed", "refer", "covered", "none"] as const;

function stateWord(state: (typeof states)[number]): string {
    if (state === "") return t("amendment.all");
    return state === "gathering" ? t("gathering.state") : t(`amendment.state.${state}`);
}

/** What is asked of the server: those before the committee are taken up, or still gather support. */
export function statesAsked(state: string): { state: string; supporters?: "missing" | "enough" } {
    if (state === "gathering") return { state: "submitted", supporters: "missing" };
    return state === "submitted" ? { state, supporters: "enough" } : { state };
}

type Option = [value: string, word: string];

/** What a page is asked for by its address: the choices, as the page itself writes them there. */
export function readAddress(search: string): void {
    const asked = new URLSearchParams(search);
    const word = (name: string) => asked.get(name) ?? "";
    const one = <T extends string>(name: string, choices: readonly T[]) => choices.find((two) => two === word(name));
    const sponsor = Number(asked.get("unit") ?? asked.get("sponsor") ?? 0);
    set({
        q: word("q"),
        state: one("state", states) ?? "",
        kind: one("kind", kinds) ?? "",
        verdict: one("verdict", verdicts) ?? "",
        body: word("verdict") === "missing" && /^\d{1,7}$/.test(word("body")) ? word("body") : "",
        chapter: /^\d{1,4}$/.test(word("chapter")) ? word("chapter") : "",
        lines: linesIn(word("lines")),
        sponsor: sponsor > 0 ? { id: sponsor, unit: asked.has("unit"), name: word("from") } : null,
        sort: one("sort", ["number"] as const) ?? "line",
    });
}

/** The choices as an address has them, so that what is seen can be shared: "?q=ferge&state=adopted"; "" for none. */
export function addressOf({ lines, sponsor, sort, ...words }: typeof filter.value): string {
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(words)) if (value !== "") asked.set(name, value);
    if (lines !== null) asked.set("lines", `${lines.from}-${lines.to}`);
    if (sponsor !== null) {
        asked.set(sponsor.unit ? "unit" : "sponsor", String(sponsor.id));
        asked.set("from", sponsor.name);
    }
    if (sort !== "line") asked.set("sort", sort);
    return asked.size === 0 ? "" : `?${asked.toString()}`;
}

export function set(change: Partial<typeof filter.value>): void {
    filter.value = { ...filter.value, ...change };
}

/** The lines that are asked for; null for all. */
export function linesAsked(document: Document): { from: number; to: number } | null {
    const { chapter, lines } = filter.value;
    return lines ?? (chapter === "" ? null : (chaptersOf(document)[Number(chapter)] ?? null));
}

function Select({ name, label, options }: { name: "state" | "kind" | "chapter"; label: string; options: Option[] }) {
    return (
        <label>
            <span>{label}</span>
            <select
                value={filter.value[name]}
                onChange={(event) =>
                    set({ [name]: event.currentTarget.value, ...(name === "chapter" && { lines: null }) })
                }
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

/** The bodies that may be asked for: those that the reader speaks for, and the one that an address named. */
function askable(chain: readonly UnitName[]): { id: string; name: string }[] {
    const own = bodies().map(({ unit }) => ({ id: String(unit.id), name: unit.name }));
    const { body } = filter.value;
    if (body === "" || own.some((one) => one.id === body)) return own;
    const name = chain.find((one) => String(one.id) === body)?.name ?? t("verdict.aBody");
    return [...own, { id: body, name }];
}

/** What has been recommended, or on what nobody has, or a body has not. */
function Recommended({ chain }: { chain: readonly UnitName[] }) {
    const { verdict, body, state } = filter.value;
    const choose = (value: string) => {
        const [word, of = ""] = value.split(" ");
        // What a body has still to do is before the committee.
        set({ verdict: word!, body: of, ...(of !== "" && state === "" && { state: "submitted" }) });
    };
    const words = verdicts.map((one): Option => [one, one === "" ? t("amendment.all") : t(`verdict.${one}`)]);
    const silent = askable(chain).map(({ id, name }): Option => [
        `missing ${id}`,
        t("verdict.missingOf", { unit: name }),
    ]);
    return (
        <label>
            <span>{t("recommendation.title")}</span>
            <select
                value={body === "" ? verdict : `${verdict} ${body}`}
                onChange={(event) => choose(event.currentTarget.value)}
            >
                {[...words.slice(0, 2), ...silent, ...words.slice(2)].map(([value, word]) => (
                    <option key={value} value={value}>
                        {word}
                    </option>
                ))}
            </select>
        </label>
    );
}

/** "112" or "112-114"; nothing for anything else. */
export function linesIn(text: string): { from: number; to: number } | null {
    const read = /^\s*(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?\s*$/.exec(text);
    if (read === null) return null;
    const from = Number(read[1]);
    return { from, to: Math.max(from, Number(read[2] ?? read[1])) };
}

/** A stretch of the text by its official lines. */
function Lines() {
    const { lines } = filter.value;
    return (
        <label>
            <span>{t("amendment.linesHead")}</span>
            <input
                class="count lines-asked"
                inputMode="text"
                placeholder="112–114"
                value={lines === null ? "" : lines.from === lines.to ? lines.from : `${lines.from}–${lines.to}`}
                onChange={(event) => set({ lines: linesIn(event.currentTarget.value), chapter: "" })}
            />
        </label>
    );
}

/** How long after the last key it is searched, in milliseconds. */
const PAUSE = 300;

/** What is searched for is asked while one types; Enter asks at once. */
function Search() {
    const waiting = useRef(0);
    const ask = (q: string) => {
        clearTimeout(waiting.current);
        if (q !== filter.value.q) set({ q });
    };
    return (
        <label>
            <span>{t("amendment.search")}</span>
            <input
                type="search"
                defaultValue={filter.value.q}
                onInput={(event) => {
                    const { value } = event.currentTarget;
                    clearTimeout(waiting.current);
                    waiting.current = window.setTimeout(() => ask(value), PAUSE);
                }}
                onChange={(event) => ask(event.currentTarget.value)}
            />
        </label>
    );
}

/** `chain`: the bodies that recommend. */
export function Filters({ document, chain }: { document: Document; chain: readonly UnitName[] }) {
    return (
        <form class="filters amendment-filters" role="search" onSubmit={(event) => event.preventDefault()}>
            <Search />
            {document.outline.length > 1 && (
                <Select
                    name="chapter"
                    label={t("amendment.chapter")}
                    options={[
                        ["", t("amendment.all")],
                        ...chaptersOf(document).map((one, i): Option => [String(i), one.title]),
                    ]}
                />
            )}
            <Lines />
            <Select
                name="state"
                label={t("amendment.stateHead")}
                options={states.map((one) => [one, stateWord(one)])}
            />
            <Select
                name="kind"
                label={t("amendment.kindHead")}
                options={kinds.map((one) => [one, one === "" ? t("amendment.all") : t(`amendment.kind.${one}`)])}
            />
            <Recommended chain={chain} />
            <label>
                <span>{t("comments.order")}</span>
                <select
                    value={filter.value.sort}
                    onChange={(event) => set({ sort: event.currentTarget.value as "line" | "number" })}
                >
                    <option value="line">{t("amendment.byLine")}</option>
                    <option value="number">{t("amendment.byNumber")}</option>
                </select>
            </label>
            {filter.value.sponsor !== null && (
                <button type="button" class="pill" onClick={() => set({ sponsor: null })}>
                    {t("amendment.allSponsors", { name: filter.value.sponsor.name })}
                </button>
            )}
            {filter.value.lines !== null && (
                <button type="button" class="pill" onClick={() => set({ lines: null })}>
                    {t("amendment.allAgain", {
                        lines: linesOf({ line_from: filter.value.lines.from, line_to: filter.value.lines.to }),
                    })}
                </button>
            )}
        </form>
    );
}
