import { expect, test } from "vitest";
import { tablesIn } from "../src/text/table.ts";

test("a table is read with its head and rows, with or without borders at its ends", () => {
    const bare = {
        head: ["År", "Mål"],
        rows: [
            ["2027", "10"],
            ["2028", "20"],
        ],
    };
    expect(tablesIn("| År | Mål |\n|---|:-:|\n| 2027 | 10 |\n| 2028 | 20 |")).toEqual([bare]);
    expect(tablesIn("År | Mål\n--- | ---\n2027 | 10\n2028 | 20\n\nEtter.")).toEqual([bare]);
});

test("a row that has too few or too many cells is read as it is", () => {
    expect(tablesIn("|a|b|\n|-|-|\n|1|\n|1|2|3|")[0]?.rows).toEqual([["1"], ["1", "2", "3"]]);
});

test("a border that is escaped is a letter, and lines without a row of dashes are no table", () => {
    expect(tablesIn("|a\\|b|c|\n|-|-|")).toEqual([{ head: ["a|b", "c"], rows: [] }]);
    expect(tablesIn("Enten|eller, det er spørsmålet.\nOg mer|mindre.")).toEqual([]);
    expect(tablesIn("Overskrift\n---\nTekst")).toEqual([]);
});
