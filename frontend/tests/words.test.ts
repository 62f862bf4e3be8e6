import { expect, test } from "vitest";
import { en } from "../src/i18n/en.ts";
import { nb } from "../src/i18n/nb.ts";
import { fill } from "../src/i18n/words.ts";
import { timeLeft } from "../src/text/time_left.ts";

test("Both languages have the same keys, none of them empty, with the same places to fill", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(nb).sort());
    for (const key of Object.keys(nb) as (keyof typeof nb)[]) {
        const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
        expect(en[key], key).not.toBe("");
        expect(places(en[key]), key).toEqual(places(nb[key]));
    }
});

test("One is said in the singular, more in the plural", () => {
    expect(fill("1 svar|{n} svar nå", { n: 1 })).toBe("1 svar");
    expect(fill("1 svar|{n} svar nå", { n: 7 })).toContain("7");
});

test("The time left never promises more than there is", () => {
    const now = Date.parse("2026-11-23T12:00:00Z");
    expect(timeLeft("2026-11-23T11:59:59Z", now)).toEqual({ unit: "past" });
    expect(timeLeft("2026-11-23T12:00:30Z", now)).toEqual({ unit: "moment" });
    expect(timeLeft("2026-11-23T13:59:59Z", now)).toEqual({ unit: "minutes", n: 119 });
    expect(timeLeft("2026-11-26T11:59:59Z", now)).toEqual({ unit: "days", n: 2 });
});
