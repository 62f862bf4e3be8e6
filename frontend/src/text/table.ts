// Tables as people type them, with | between the cells and a row of dashes under the head.

const ruleRow = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** The cells of a row; \| is a letter and no border. */
function cells(row: string): string[] {
    const bare = row
        .trim()
        .replace(/^\|/, "")
        .replace(/(?<!\\)\|$/, "");
    return bare.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}

export interface Table {
    head: string[];
    rows: string[][];
}

/** The tables in a text, in order. */
export function tablesIn(markdown: string): Table[] {
    const lines = markdown.split("\n");
    const tables: Table[] = [];
    for (let i = 0; i + 1 < lines.length; ++i) {
        const [first, second] = [lines[i]!, lines[i + 1]!];
        if (!first.includes("|") || !second.includes("|") || !ruleRow.test(second)) continue;
        const table: Table = { head: cells(first), rows: [] };
        for (i += 2; i < lines.length && lines[i]!.includes("|"); ++i) table.rows.push(cells(lines[i]!));
        tables.push(table);
    }
    return tables;
}
