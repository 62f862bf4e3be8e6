// The chapters of a text, by their official lines.
import type { Document } from "../../api/nouns.ts";
import type { Lines } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";

export interface Chapter {
    title: string;
    from: number;
    to: number;
}

/** The lines under each heading of the outline, up to the next one that is as high; first those before any heading. */
export function chaptersOf({ outline, line_count }: Document): Chapter[] {
    const first = outline[0]?.line ?? 1;
    const before = first > 1 ? [{ title: t("amendment.beforeChapters"), from: 1, to: first - 1 }] : [];
    const chapters = outline
        .filter((entry) => entry.level <= 2)
        .map((entry, i, all) => {
            const next = all.slice(i + 1).find((other) => other.level <= entry.level);
            const title = `${"\u2003".repeat(entry.level - 1)}${entry.title}`;
            return { title, from: entry.line, to: next === undefined ? line_count : next.line - 1 };
        });
    return [...before, ...chapters];
}

/**
 * The chapter of another version in which one finds what was shown: a passage is another one there, and what a chapter
 * is called may be too. A text without chapters is shown whole.
 */
export function linesMoved(lines: Lines, from: Document, to: Document): Lines {
    if (lines === null || from.head === to.head) return lines;
    const [before, now] = [chaptersOf(from), chaptersOf(to)];
    const exact = before.findIndex((one) => one.from === lines.from && one.to === lines.to);
    const at = exact >= 0 ? exact : before.findLastIndex((one) => one.from <= lines.from);
    const alike = now.filter((one) => one.title === before[at]?.title);
    // Of several of one name the one at its place among all.
    const chapter =
        alike.length > 0
            ? (alike[before.slice(0, at).filter((one) => one.title === before[at]?.title).length] ?? alike.at(-1))
            : now.length === before.length
              ? now[at]
              : now.findLast((one) => one.from <= lines.from);
    return chapter === undefined ? null : { from: chapter.from, to: chapter.to };
}
