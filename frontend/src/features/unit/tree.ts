// The units as trees. The server gives a flat list; parents, children and what a search leaves are found here.
import type { Unit, UnitKind } from "../../api/nouns.ts";

export interface Branch {
    unit: Unit;
    below: Branch[];
}

const ranks: UnitKind[] = ["central", "committee", "county", "municipality", "branch", "affiliate"];
const order = new Intl.Collator("nb", { numeric: true });

function compare(a: Branch, b: Branch): number {
    const rank = ranks.indexOf(a.unit.kind) - ranks.indexOf(b.unit.kind);
    return rank === 0 ? order.compare(a.unit.name, b.unit.name) : rank;
}

/** Every unit once, below its parent; committees first, then by name. A unit whose parent is missing is a root. */
export function treesOf(units: Unit[]): Branch[] {
    const branches = new Map(units.map((unit) => [unit.id, { unit, below: [] } as Branch]));
    const roots: Branch[] = [];
    for (const branch of branches.values()) {
        const above = branch.unit.parent === null ? undefined : branches.get(branch.unit.parent);
        (above?.below ?? roots).push(branch);
    }
    for (const branch of branches.values()) branch.below.sort(compare);
    return roots.sort(compare);
}

export const countBelow = (branch: Branch): number =>
    branch.below.reduce((sum, below) => sum + 1 + countBelow(below), 0);

/** Letters as one types them in haste: no case, no accents, o for ø, so that "gjovik" finds Gjøvik. */
export const plain = (text: string) =>
    text
        .toLocaleLowerCase("nb")
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .replaceAll("ø", "o")
        .replaceAll("æ", "ae")
        .trim();

/** What is left of a tree when only units named like `words` and those above them stay; null where nothing is. */
export function sift(branch: Branch, words: string): Branch | null {
    const below = branch.below.map((one) => sift(one, words)).filter((one) => one !== null);
    if (below.length === 0 && !plain(branch.unit.name).includes(words)) return null;
    return { unit: branch.unit, below };
}

/** The ids of a unit's path, from its root down to itself. */
export const pathOf = (unit: Unit) => unit.path.split(".").map(Number);

/** What may stand below a unit, the likeliest first. An affiliate gets a tree of its own. */
export function kindsBelow(kind: UnitKind): UnitKind[] {
    const likely: Record<UnitKind, UnitKind> = {
        central: "county",
        affiliate: "county",
        county: "municipality",
        municipality: "branch",
        branch: "committee",
        committee: "committee",
    };
    const all: UnitKind[] = ["county", "municipality", "branch", "committee", "affiliate"];
    return [likely[kind], ...all.filter((one) => one !== likely[kind])];
}
