// The tree of themes, as lists need it.
import type { MergedTheme, Theme } from "../../api/reading_nouns.ts";

export function levelOf(theme: Theme, all: readonly Theme[]): number {
    let level = 0;
    for (let at = theme.parent; at !== null; ++level) at = all.find((one) => one.id === at)?.parent ?? null;
    return level;
}

/** The title, moved in by its level: for lists of choices. */
export const indented = (theme: Theme, all: readonly Theme[]) => "\u2003".repeat(levelOf(theme, all)) + theme.title;

/** "Veier › Lys" */
export function pathOf(theme: Theme, all: readonly Theme[]): string {
    const above = all.find((one) => one.id === theme.parent);
    return above === undefined ? theme.title : `${pathOf(above, all)} › ${theme.title}`;
}

/** The theme and all below it. */
export function withThoseBelow(theme: Theme, all: readonly Theme[]): Set<number> {
    const found = new Set([theme.id]);
    for (const one of all) if (one.parent !== null && found.has(one.parent)) found.add(one.id);
    return found;
}

/** The living theme that has the marks of one that is gone, over as many mergings as there were. */
export function mergedInto<T extends { id: number }>(
    theme: number,
    merged: readonly MergedTheme[],
    living: readonly T[],
): T | undefined {
    let at: number | undefined = theme;
    // No theme goes into itself, so that there are no more steps than mergings.
    for (let steps = 0; steps <= merged.length && at !== undefined; ++steps) {
        const id: number = at;
        const found = living.find((one) => one.id === id);
        if (found !== undefined) return found;
        at = merged.find((one) => one.theme === id)?.into;
    }
    return undefined;
}

/** A hue for each theme: the top theme's, so that a family of themes looks akin. Top themes take them in the order in
 * which they were made, each as far from those before it as can be (a golden angle on), so that no two are alike and a
 * new theme leaves the others as they are. Themes are told apart by their names: the hue only helps the eye. */
export function hueOf(id: number, all: readonly Theme[]): number {
    let theme = all.find((one) => one.id === id);
    for (let above = theme; above !== undefined; above = all.find((one) => one.id === theme?.parent)) theme = above;
    const earlier = all.filter((one) => one.parent === null && one.id < (theme?.id ?? id)).length;
    return Math.round(40 + earlier * 137.508) % 360;
}

/** What stands at the end of a marked passage: the theme's own title, as much as fits. */
export function tagOf(title: string): string {
    const signs = [...title];
    return signs.length <= 32 ? title : `${signs.slice(0, 31).join("").trimEnd()}…`;
}
