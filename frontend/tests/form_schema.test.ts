// @vitest-environment node
// The published description of forms, held to the same forms as the server's own check; the other half of this stands in
// tests/features/consultations/form_schema_test.cpp.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";

const read = (path: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")) as unknown;
const forms = read("tests/golden/form/forms.json") as {
    name: string;
    refusal: string | null;
    schema: boolean;
    form: unknown;
}[];
const valid = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(
    read("docs/reference/form.schema.json") as object,
);

test("The schema takes every form that the server takes", () => {
    for (const { name, refusal, schema, form } of forms) {
        if (refusal === null) expect(schema, name).toBe(true);
        if (refusal === null) expect(valid(form), `${name}: ${JSON.stringify(valid.errors)}`).toBe(true);
    }
});

test("The schema refuses what the server refuses, but for what hangs together across the form", () => {
    for (const { name, refusal, schema, form } of forms) {
        if (refusal !== null) expect(valid(form), name).toBe(schema);
    }
    const beyond = forms.filter(({ refusal, schema }) => refusal !== null && schema).map(({ refusal }) => refusal);
    expect([...new Set(beyond)].sort()).toEqual([
        "form.condition_circle",
        "form.condition_unknown",
        "form.key_twice",
        "form.limits_invalid",
    ]);
});
