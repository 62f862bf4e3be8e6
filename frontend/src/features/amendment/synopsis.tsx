// The synopsis: the text by its official lines, with every pending amendment beside the lines it touches, as parties
// print it.
import { signal } from "@preact/signals";
import type { Amendment, AmendmentPage, Document } from "../../api/nouns.ts";
import { fetchAmendments, fetchDocument } from "../../api/routes.ts";
import type { Lines } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { idIn } from "../../shell/page.ts";
import { announce } from "../../shell/notices.tsx";
import { mount } from "../../shell/shell.tsx";
import { blocksAlone, type BlockAlone } from "../../text/blocks_alone.ts";
import { drawTheRest, InSight } from "../../ui/in_sight.tsx";
import { Markup } from "../../ui/markup.tsx";
import { chaptersOf, type Chapter } from "./chapters.ts";
import { DownloadSynopsis } from "./download.tsx";
import { DifferenceView } from "./difference.tsx";
import { linesOf, nameOf } from "./naming.ts";
import { Recommendations } from "./recommendations.tsx";

/** Those whose words stand in the text no more: their lines are another version's. */
const ON_OLD_TEXT = "old";

/** Which block an amendment stands beside: the first whose lines reach its own, none for a principle. */
function standsAt(blocks: BlockAlone[], amendment: Amendment): string | null {
    if (amendment.kind === "text" && amendment.carried !== "clean") return ON_OLD_TEXT;
    return blocks.find((block) => block.line_to >= amendment.line_from && amendment.line_from > 0)?.block ?? null;
}

const numbers = ({ line_from, line_to }: BlockAlone) =>
    line_from === 0 ? "" : line_from === line_to ? String(line_from) : `${line_from}–${line_to}`;

function One({ amendment }: { amendment: Amendment }) {
    return (
        <div class="synopsis-one">
            <p>
                <strong>{nameOf(amendment)}</strong> {amendment.sponsor_unit?.name ?? amendment.sponsor.name}{" "}
                <span class="muted">
                    {linesOf(amendment)}
                    {amendment.kind === "text" &&
                        amendment.carried !== "clean" &&
                        ` (${t("synopsis.version", { n: amendment.difference_version })})`}
                </span>
            </p>
            {amendment.kind === "principle" ? (
                <p>{amendment.instruction}</p>
            ) : (
                <DifferenceView rows={amendment.difference} />
            )}
            {amendment.reason !== "" && <p class="muted">{amendment.reason}</p>}
            <Recommendations list={amendment.recommendations} />
        </div>
    );
}

interface Props {
    document: Document;
    blocks: BlockAlone[];
}

/** The chapter that is shown, as the list's address names it; "" for the whole text. */
const chapter = signal("");

/** The pending amendments to what is shown, as far as they have come. */
const amended = signal<{ list: Amendment[]; coming: boolean }>({ list: [], coming: true });

const chapterShown = (document: Document): Chapter | null =>
    chapter.value === "" ? null : (chaptersOf(document)[Number(chapter.value)] ?? null);

/** The lines of a chapter; null for all. */
const part = (shown: Chapter | null): Lines => (shown === null ? null : { from: shown.from, to: shown.to });

const touches = ({ line_from, line_to }: BlockAlone, lines: Lines) =>
    lines === null || (line_from > 0 && line_to >= lines.from && line_from <= lines.to);

/** Drawn at once; the others come nearly in sight, and behind them the rest. */
const FIRST = 40;

function ChapterChoice({ document }: { document: Document }) {
    const choose = (chosen: string) => {
        const before = { chapter: chapter.value, amended: amended.value };
        const show = (what: string) => {
            chapter.value = what;
            history.replaceState(null, "", what === "" ? location.pathname : `?chapter=${what}`);
        };
        // The amendments of one chapter stand beside no other's lines.
        show(chosen);
        amended.value = { list: [], coming: true };
        load(document).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
            announce(sentenceOf(error));
            if (chapter.value !== chosen) return;
            show(before.chapter);
            amended.value = before.amended;
        });
    };
    return (
        <label>
            <span>{t("amendment.chapter")}</span>
            <select value={chapter.value} onChange={(event) => choose(event.currentTarget.value)}>
                <option value="">{t("amendment.all")}</option>
                {chaptersOf(document).map(({ title }, i) => (
                    <option key={i} value={String(i)}>
                        {title}
                    </option>
                ))}
            </select>
        </label>
    );
}

function Page({ document, blocks: all_blocks }: Props) {
    const { list: amendments, coming } = amended.value;
    const shown = chapterShown(document);
    const lines = part(shown);
    const blocks = all_blocks.filter((block) => touches(block, lines));
    const at = new Map<string | null, Amendment[]>();
    for (const amendment of amendments) {
        const block = standsAt(blocks, amendment);
        const here = at.get(block);
        if (here === undefined) at.set(block, [amendment]);
        else here.push(amendment);
    }
    let drawn = 0;
    const all = (block: string | null) =>
        (at.get(block) ?? []).map((amendment) => (
            <InSight key={amendment.id} height={160} here={++drawn <= FIRST} name={`synopsis-${amendment.id}`}>
                {() => <One amendment={amendment} />}
            </InSight>
        ));
    return (
        <>
            <p class="crumbs">
                <a href={`/processes/${document.process.id}`}>{document.process.title}</a>
                <a href={`/documents/${document.id}`}>{document.title}</a>
                <a href={`/documents/${document.id}/amendments`}>{t("amendment.title")}</a>
            </p>
            <h1>{t("synopsis.title")}</h1>
            <p class="synopsis-of">
                {document.title}
                {shown !== null && `: ${shown.title.trim()}, ${linesOf({ line_from: shown.from, line_to: shown.to })}`}
            </p>
            <div class="actions amendments-actions filters">
                {document.outline.length > 1 && <ChapterChoice document={document} />}
                <button type="button" class="button quiet" disabled={coming} onClick={() => print()}>
                    {t("synopsis.print")}
                </button>
                <DownloadSynopsis id={document.id} part={lines} />
            </div>
            {coming && <p class="muted">{t("synopsis.coming", { n: amendments.length })}</p>}
            {at.has(null) && (
                <section class="synopsis-whole">
                    <h2>{t("synopsis.whole")}</h2>
                    {all(null)}
                </section>
            )}
            {at.has(ON_OLD_TEXT) && (
                <section class="synopsis-whole">
                    <h2>{t("synopsis.old")}</h2>
                    {all(ON_OLD_TEXT)}
                </section>
            )}
            <table class="synopsis">
                <thead>
                    <tr>
                        <th scope="col">{t("synopsis.line")}</th>
                        <th scope="col">{t("synopsis.text", { n: document.head })}</th>
                        <th scope="col">{t("amendment.title")}</th>
                    </tr>
                </thead>
                <tbody>
                    {blocks.map((block) => (
                        <tr key={block.block}>
                            <th scope="row">{numbers(block)}</th>
                            <td>
                                <Markup html={block.html} />
                            </td>
                            <td>{all(block.block)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </>
    );
}

/** Asked for last: what comes for a chapter that is not shown any more is let go. */
let turn = 0;

/** Fetches the amendments to what is shown, a hundred at a time; `begun` is told when the first are there. */
async function load(document: Document, begun = () => {}): Promise<void> {
    turn += 1;
    const mine = turn;
    const lines = part(chapterShown(document));
    let items: Amendment[] = [];
    let next: string | null = null;
    do {
        const filters = { state: "submitted", limit: 100, ...lines, ...(next !== null && { after: next }) };
        const page: AmendmentPage = await fetchAmendments(document.id, filters);
        if (mine !== turn) return;
        const isFirst = next === null;
        items = [...items, ...page.items];
        next = page.next;
        // Those between the first and the last stand once: the whole table is gone through with each.
        if (isFirst || next === null) amended.value = { list: items, coming: next !== null };
        if (isFirst) begun();
    } while (next !== null);
    drawTheRest();
}

export async function start(): Promise<void> {
    try {
        const document = await fetchDocument(idIn("documents"));
        const asked = new URLSearchParams(location.search).get("chapter") ?? "";
        if (/^\d{1,4}$/.test(asked) && Number(asked) < chaptersOf(document).length) chapter.value = asked;
        const blocks = blocksAlone(document.html ?? "");
        await load(document, () => mount("main", <Page document={document} blocks={blocks} />));
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
}
