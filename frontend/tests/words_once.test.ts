import { expect, test } from "vitest";

const files: Record<string, string> = import.meta.glob("../src/i18n/*.ts", {
    query: "?raw",
    import: "default",
    eager: true,
});

/** The keys of all files of a language, each with the files in which it stands. */
function placesOf(suffix: string): Map<string, string[]> {
    const places = new Map<string, string[]>();
    for (const [name, text] of Object.entries(files)) {
        if (!new RegExp(`[/_]${suffix}\\.ts$`).test(name)) continue;
        for (const [, key] of text.matchAll(/^ {4}"?([\w.]+)"?:/gm))
            places.set(key!, [...(places.get(key!) ?? []), name]);
    }
    return places;
}

test.each(["nb", "en"])(
    "No word of the page stands in two places, of which one would hide the other (%s)",
    (language) => {
        const places = placesOf(language);
        expect(places.size).toBeGreaterThan(500);
        expect([...places].filter(([, names]) => names.length > 1)).toEqual([]);
    },
);

test("No refusal has two sentences", () => {
    const keys = Object.entries(files)
        .filter(([name]) => /problems\w*\.ts$/.test(name))
        .flatMap(([, text]) => [...text.matchAll(/^ {4}"([\w.]+)":/gm)].map(([, key]) => key!));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});
