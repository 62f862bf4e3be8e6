// What changed from one version to another, side by side or in one column. Not by colour alone: deleted words are
// struck through, inserted ones underlined, and screen readers are told both.
import { signal } from "@preact/signals";
import type { Comparison, Document, Row, Side } from "../../api/nouns.ts";
import { fetchComparison, fetchDocument } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { idIn, parameter } from "../../shell/page.ts";
import { mount } from "../../shell/shell.tsx";

type View = "beside" | "inline";

const wide = matchMedia("(min-width: 60rem)");
const view = signal<View>(wide.matches ? "beside" : "inline");

function Pieces({ side, only }: { side: Side; only?: "deleted" | "inserted" }) {
    return (
        <p class="pieces">
            {side.pieces
                .filter((piece) => only === undefined || piece.mark === "kept" || piece.mark === only)
                .map((piece, i) =>
                    piece.mark === "deleted" ? (
                        <del key={i}>{piece.text}</del>
                    ) : piece.mark === "inserted" ? (
                        <ins key={i}>{piece.text}</ins>
                    ) : (
                        piece.text
                    ),
                )}
        </p>
    );
}

/** Both sides of a changed block in one text: each side's words in their order, what both kept only once. */
function joined(before: Side, after: Side): Side {
    const pieces: Side["pieces"] = [];
    const [left, right] = [[...before.pieces], [...after.pieces]];
    while (left.length > 0 || right.length > 0) {
        if (left[0]?.mark === "deleted") pieces.push(left.shift()!);
        else if (right[0]?.mark === "inserted") pieces.push(right.shift()!);
        else {
            left.shift();
            pieces.push(right.shift()!);
        }
    }
    return { ...after, pieces: pieces.filter(Boolean) };
}

const wordOf = (row: Exclude<Row, { kind: "same" }>) =>
    row.kind === "moved"
        ? t(row.moved === "from below" ? "compare.movedUp" : "compare.movedDown")
        : t(`compare.${row.kind}`);

function At({ side, document, version }: { side: Side; document: number; version: number }) {
    return (
        <a class="pair-line" href={`/documents/${document}/versions/${version}#${side.block}`}>
            {t("lines.title", { lines: String(side.line) })}
        </a>
    );
}

function OneRow({ row, found, document }: { row: Row; found: Comparison; document: number }) {
    if (row.kind === "same") return <p class="same">{t("compare.same", { n: row.count })}</p>;
    const { old: before, new: after } = row;
    const together = view.value === "inline" && before !== null && after !== null;
    const place = after ?? before!;
    return (
        <section class={`change ${row.kind}`}>
            <header class="change-head">
                <span class={`chip change-chip ${row.kind}`}>{wordOf(row)}</span>
                <At side={place} document={document} version={after === null ? found.from : found.to} />
            </header>
            {together ? (
                <Pieces side={joined(before, after)} />
            ) : view.value === "inline" ? (
                <Pieces side={place} />
            ) : (
                <div class="sides">
                    <div>{before !== null && <Pieces side={before} only="deleted" />}</div>
                    <div>{after !== null && <Pieces side={after} only="inserted" />}</div>
                </div>
            )}
        </section>
    );
}

function VersionChoice({ name, chosen, head }: { name: "from" | "to"; chosen: number; head: number }) {
    const choose = (n: string) => {
        const address = new URL(location.href);
        address.searchParams.set(name, n);
        location.assign(address);
    };
    return (
        <label>
            <span>{t(name === "from" ? "compare.from" : "compare.to")}</span>
            <select value={String(chosen)} onChange={(event) => choose(event.currentTarget.value)}>
                {Array.from({ length: head }, (_, i) => head - i).map((n) => (
                    <option key={n} value={String(n)}>
                        {t("version.number", { n })}
                    </option>
                ))}
            </select>
        </label>
    );
}

function Page({ document, found }: { document: Document; found: Comparison }) {
    const changes = found.rows.filter((row) => row.kind !== "same").length;
    return (
        <>
            <p class="crumbs">
                <a href={`/processes/${document.process.id}`}>{document.process.title}</a>
                <a href={`/documents/${document.id}`}>{document.title}</a>
            </p>
            <h1>{t("compare.title", { from: found.from, to: found.to })}</h1>
            <p class="lead">{t("compare.changes", { n: changes })}</p>
            <div class="compare-tools">
                <VersionChoice name="from" chosen={found.from} head={document.head} />
                <VersionChoice name="to" chosen={found.to} head={document.head} />
                <fieldset class="stances">
                    <legend>{t("compare.view")}</legend>
                    {(["beside", "inline"] as const).map((one) => (
                        <label class="stance" key={one}>
                            <input
                                type="radio"
                                name="view"
                                checked={view.value === one}
                                onChange={() => (view.value = one)}
                            />
                            <span>{t(`compare.${one}`)}</span>
                        </label>
                    ))}
                </fieldset>
            </div>
            <div class={`changes ${view.value}`}>
                {view.value === "beside" && (
                    <div class="sides sides-head" aria-hidden="true">
                        <p>{t("version.number", { n: found.from })}</p>
                        <p>{t("version.number", { n: found.to })}</p>
                    </div>
                )}
                {found.rows.map((row, i) => (
                    <OneRow key={i} row={row} found={found} document={document.id} />
                ))}
            </div>
        </>
    );
}

export async function start(): Promise<void> {
    const id = idIn("documents");
    try {
        const document = await fetchDocument(id);
        const to = Number(parameter("to") ?? document.head);
        const from = Number(parameter("from") ?? Math.max(1, to - 1));
        const found = await fetchComparison(id, from, to);
        mount("main", <Page document={document} found={found} />);
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
}
