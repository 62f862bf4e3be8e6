// What changed from one version to another, not by colour alone: deleted is struck, inserted underlined, both are said.
import type { Row, Side } from "../../api/nouns.ts";
import { fetchComparison } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { idIn, parameter } from "../../shell/page.ts";
import { mount } from "../../shell/shell.tsx";

function Pieces({ side }: { side: Side }) {
    return (
        <p>
            {side.pieces.map((piece, i) =>
                piece.mark === "deleted" ? (
                    <del key={i}>{piece.text}</del>
                ) : piece.mark === "inserted" ? (
                    <ins key={i}>{piece.text}</ins>
                ) : (
                    <span key={i}>{piece.text}</span>
                ),
            )}
        </p>
    );
}

function OneRow({ row }: { row: Row }) {
    if (row.kind === "same") return <p class="muted">{t("compare.same", { n: row.count })}</p>;
    const word =
        row.kind === "moved"
            ? t("compare.moved")
            : row.kind === "deleted"
              ? t("compare.deleted")
              : row.kind === "inserted"
                ? t("compare.inserted")
                : null;
    return (
        <section class="pair">
            {word !== null && <span class="chip">{word}</span>}
            {row.old !== null && <Pieces side={row.old} />}
            {row.new !== null && <Pieces side={row.new} />}
        </section>
    );
}

export async function start(): Promise<void> {
    const id = idIn("documents");
    const found = await fetchComparison(id, Number(parameter("from")), Number(parameter("to")));
    mount(
        "main",
        <>
            <h1>{t("compare.title", { from: found.from, to: found.to })}</h1>
            <p>
                <a href={`/documents/${id}`}>{t("close")}</a>
            </p>
            {found.rows.map((row, i) => (
                <OneRow key={i} row={row} />
            ))}
        </>,
    );
}
