// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Fields, FormOfConditions } from "../src/api/answering_nouns.ts";
import { shownQuestions } from "../src/features/answer/conditions.ts";

interface Golden {
    forms: Record<string, FormOfConditions>;
    cases: { form: string; fields: Fields; shown: string[] }[];
}
const golden = JSON.parse(
    readFileSync(new URL("../../tests/golden/form/conditions.json", import.meta.url), "utf8"),
) as Golden;

test("A browser asks the same questions as the server, in every case that both are held to", () => {
    expect(golden.cases.length).toBeGreaterThan(20);
    for (const { form, fields, shown } of golden.cases) {
        const asked = [...shownQuestions(golden.forms[form]!, fields)].sort();
        expect(asked, JSON.stringify(fields)).toEqual(shown);
    }
});
