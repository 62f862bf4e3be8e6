// The style sheets are one sheet in the end: a class that two of them style by itself looks on one page as another page
// wants it. Where a page wants it otherwise it says where (".reader .chip").
import { expect, test } from "vitest";

const sheets = import.meta.glob<string>("../src/styles/*.css", { query: "?raw", import: "default", eager: true });

/** What stands outside of any @ rule: those for print and for widths change a class and do not own it. */
function withoutAtRules(css: string): string {
    let [out, depth, skipped] = ["", 0, false];
    for (const piece of css.replace(/\/\*[^]*?\*\//g, "").match(/[^{}]+|[{}]/g) ?? []) {
        if (piece === "{") ++depth;
        else if (piece === "}" && --depth === 0) skipped = false;
        else if (depth === 0 && piece.trim().startsWith("@")) skipped = true;
        if (!skipped) out += piece;
    }
    return out;
}

test("a class is styled by itself in one style sheet alone", () => {
    const owners = new Map<string, Set<string>>();
    for (const [path, css] of Object.entries(sheets)) {
        const file = path.split("/").at(-1)!;
        for (const [, selectors] of withoutAtRules(css).matchAll(/([^{}]+)\{/g))
            for (const one of selectors!.split(/,(?![^()]*\))/).map((selector) => selector.trim()))
                if (/^\.[\w-]+$/.test(one)) owners.set(one, (owners.get(one) ?? new Set()).add(file));
    }
    const shared = [...owners]
        .filter(([, files]) => files.size > 1)
        .map(([name, files]) => `${name}: ${[...files].join(", ")}`);
    expect(owners.size).toBeGreaterThan(300);
    expect(shared).toEqual([]);
});
