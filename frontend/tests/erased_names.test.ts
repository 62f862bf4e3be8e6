import { expect, test } from "vitest";
import { readJson } from "../src/api/json.ts";
import { loadWords } from "../src/i18n/words.ts";

test("the name of an erased account is told in the reader's language, wherever the server names somebody", async () => {
    const sent = JSON.stringify({
        items: [{ author: { id: 17, name: "#17" }, text: "#17", by: "#1700" }, { name: "# 17" }, { title: "#3" }],
    });
    await loadWords("nb");
    expect(readJson(sent)).toEqual({
        items: [
            { author: { id: 17, name: "Slettet konto 17" }, text: "#17", by: "Slettet konto 1700" },
            { name: "# 17" },
            { title: "#3" },
        ],
    });
    await loadWords("en");
    expect(readJson('{"sponsor":"#17"}')).toEqual({ sponsor: "Erased account 17" });
    expect(readJson('{"name":"Kari"}')).toEqual({ name: "Kari" });
});
