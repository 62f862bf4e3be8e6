import { expect, test } from "vitest";
import { Refusal } from "../src/api/request.ts";
import { byCode, sentenceOf } from "../src/i18n/problems.ts";
import { loadWords } from "../src/i18n/words.ts";

for (const language of ["nb", "en"] as const) {
    test(`no refusal is told with a place that nobody filled, in ${language}`, async () => {
        await loadWords(language);
        for (const code of [...Object.keys(byCode), "status.429", "something.new"]) {
            for (const status of [0, 403, 409, 429, 500]) {
                const sentence = sentenceOf(new Refusal(status, code));
                expect(sentence, code).not.toMatch(/[{}]/);
                expect(sentence, code).not.toBe("");
            }
        }
    });
}

test("a refusal that tells its facts is told with them", async () => {
    await loadWords("nb");
    expect(sentenceOf(new Refusal(409, "amendment.amended_first", "", { number: "7" }))).toContain("E 7");
    expect(sentenceOf(new Refusal(429, "status.429", "", {}, 3))).toContain("3 sekunder");
});
