// The tree of themes, as lists need it.
import type { Theme } from "../../api/reading_nouns.ts";

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

/** A hue for each theme that stays the same; the top theme's, so that a family of themes looks akin. */
export function hueOf(id: number, all: readonly Theme[]): number {
    let theme = all.find((one) => one.id === id);
    for (let above = theme; above !== undefined; above = all.find((one) => one.id === theme?.parent)) theme = above;
    return ((theme?.id ?? id) * 137) % 360;
}
