// What the rows of a form sheet come to: those that need somebody first, then those that say what is there already.
import { useEffect, useRef } from "preact/hooks";
import type { Import, ImportedRow } from "../../api/paper_routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { DifferenceView } from "./difference.tsx";
import { linesOf, nameOf } from "./naming.ts";

export const isRepeat = ({ fate }: ImportedRow) => fate === "there" || fate === "repeated";
export const isWrong = (row: ImportedRow) => row.fate !== "matched" && !isRepeat(row);

/** Rows that do not match, rows that are there already, all others; each in the order of the sheet. */
export function inOrder(rows: readonly ImportedRow[]): ImportedRow[] {
    const rank = (row: ImportedRow) => (isWrong(row) ? 0 : isRepeat(row) ? 1 : 2);
    return rows.toSorted((a, b) => rank(a) - rank(b) || a.row - b.row);
}

const colours = { wrong: "state-rejected", repeat: "not-published", matched: "state-adopted" };

/** Why it does not match, what it says again, and whether it is to be submitted all the same. */
function Fate({ row, document, again, onAgain }: { row: ImportedRow } & Omit<Props, "rows">) {
    const colour = colours[isWrong(row) ? "wrong" : isRepeat(row) ? "repeat" : "matched"];
    return (
        <>
            <span class={`chip ${colour}`}>{t(`import.fate.${row.fate}`)}</span>
            {row.code !== "" && <p class="muted">{sentenceOf(new Refusal(422, row.code))}</p>}
            {row.line_from > 0 && <p class="muted">{linesOf(row)}</p>}
            {row.there !== null && (
                <p class="muted">
                    {t("import.there")}{" "}
                    <a href={`/documents/${document}/amendments#amendment-${row.there.id}`} target="_blank">
                        {nameOf(row.there)}
                    </a>
                </p>
            )}
            {row.same_as !== null && <p class="muted">{t("import.sameAs", { row: String(row.same_as) })}</p>}
            {isRepeat(row) && onAgain !== undefined && (
                <label class="check">
                    <input type="checkbox" checked={again?.has(row.row)} onChange={() => onAgain(row.row)} />
                    <span>{t("import.again")}</span>
                </label>
            )}
        </>
    );
}

interface Props {
    document: number;
    rows: readonly ImportedRow[];
    /** Which of those that are there are to be submitted all the same; absent where nothing is to be submitted. */
    again?: ReadonlySet<number>;
    onAgain?: (row: number) => void;
}

export function ImportRows({ rows, ...about }: Props) {
    return (
        <table class="import-table">
            <thead>
                <tr>
                    <th scope="col">{t("import.row")}</th>
                    <th scope="col">{t("import.fate")}</th>
                    <th scope="col">{t("import.change")}</th>
                    <th scope="col">{t("import.sponsor")}</th>
                </tr>
            </thead>
            <tbody>
                {inOrder(rows).map((row) => (
                    <tr key={row.row} class={isWrong(row) ? "import-wrong" : ""}>
                        <th scope="row">{row.row}</th>
                        <td>
                            <Fate row={row} {...about} />
                        </td>
                        <td>
                            {row.difference.length > 0 ? (
                                <DifferenceView rows={row.difference} />
                            ) : (
                                <p class="pieces">{row.instruction || row.old_words || row.new_words}</p>
                            )}
                        </td>
                        <td>{row.sponsor}</td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

/** How many rows do not match, and how many are there already. */
export function Rest({ rows }: { rows: readonly ImportedRow[] }) {
    const [wrong, repeats] = [rows.filter(isWrong).length, rows.filter(isRepeat).length];
    return (
        <>
            {wrong > 0 && <p>{t("import.rest", { n: wrong })}</p>}
            {repeats > 0 && <p>{t("import.repeats", { n: repeats })}</p>}
        </>
    );
}

/** What was submitted, and what was not: that stays in the sheet, where it can be corrected and tried again. */
export function Submitted({ document, told }: { document: number; told: Import }) {
    const rest = told.rows.filter((row) => row.amendment === null);
    const section = useRef<HTMLElement>(null);
    useEffect(() => section.current?.focus(), []);
    return (
        <section class="import-submitted" tabIndex={-1} ref={section}>
            <h2>{t("import.done", { n: told.matched })}</h2>
            <p>
                <a href={`/documents/${document}/amendments`}>{t("import.toList")}</a>
            </p>
            {rest.length > 0 && (
                <>
                    <p>{t("import.left", { n: rest.length })}</p>
                    <ImportRows document={document} rows={rest} />
                </>
            )}
        </section>
    );
}
