// The synopsis: the text by its official lines, with every pending amendment beside the lines it touches, as parties
// print it.
import { signal } from "@preact/signals";
import type { Amendment, AmendmentPage, Document } from "../../api/nouns.ts";
import { fetchAmendments, fetchDocument } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { idIn } from "../../shell/page.ts";
import { mount } from "../../shell/shell.tsx";
import { blocksAlone, type BlockAlone } from "../../text/blocks_alone.ts";
import { drawTheRest, InSight } from "../../ui/in_sight.tsx";
import { Markup } from "../../ui/markup.tsx";
import { DownloadSynopsis } from "./download.tsx";
import { DifferenceView } from "./difference.tsx";
import { linesOf, nameOf } from "./naming.ts";
import { Recommendations } from "./recommendations.tsx";

/** Which block an amendment stands beside: the first whose lines reach its own, none for a principle. */
const standsAt = (blocks: BlockAlone[], amendment: Amendment) =>
    blocks.find((block) => block.line_to >= amendment.line_from && amendment.line_from > 0)?.block ?? null;

const numbers = ({ line_from, line_to }: BlockAlone) =>
    line_from === 0 ? "" : line_from === line_to ? String(line_from) : `${line_from}–${line_to}`;

function One({ amendment }: { amendment: Amendment }) {
    return (
        <div class="synopsis-one">
            <p>
                <strong>{nameOf(amendment)}</strong> {amendment.sponsor_unit?.name ?? amendment.sponsor.name}{" "}
                <span class="muted">{linesOf(amendment)}</span>
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

/** The pending amendments, as far as they have come. */
const amended = signal<{ list: Amendment[]; coming: boolean }>({ list: [], coming: true });

/** Drawn at once; the others come nearly in sight, and behind them the rest. */
const FIRST = 40;

function Page({ document, blocks }: Props) {
    const { list: amendments, coming } = amended.value;
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
            <p class="synopsis-of">{document.title}</p>
            <div class="actions amendments-actions">
                <button type="button" class="button quiet" disabled={coming} onClick={() => print()}>
                    {t("synopsis.print")}
                </button>
                <DownloadSynopsis id={document.id} />
            </div>
            {coming && <p class="muted">{t("synopsis.coming", { n: amendments.length })}</p>}
            {at.has(null) && (
                <section class="synopsis-whole">
                    <h2>{t("synopsis.whole")}</h2>
                    {all(null)}
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

const pending = (document: number, after: string | null) =>
    fetchAmendments(document, { state: "submitted", limit: 100, ...(after !== null && { after }) });

export async function start(): Promise<void> {
    try {
        const document = await fetchDocument(idIn("documents"));
        const blocks = blocksAlone(document.html ?? "");
        let { items, next } = await pending(document.id, null);
        amended.value = { list: items, coming: next !== null };
        mount("main", <Page document={document} blocks={blocks} />);
        while (next !== null) {
            const page: AmendmentPage = await pending(document.id, next);
            items = [...items, ...page.items];
            next = page.next;
        }
        amended.value = { list: items, coming: false }; // once: the whole table is gone through with it
        drawTheRest();
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
}
