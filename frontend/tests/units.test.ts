import { expect, test } from "vitest";
import type { Unit, UnitKind } from "../src/api/nouns.ts";
import { countBelow, kindsBelow, pathOf, plain, sift, treesOf } from "../src/features/unit/tree.ts";

const unit = (path: string, name: string, kind: UnitKind, affiliated: number | null = null): Unit => {
    const ids = path.split(".").map(Number);
    return {
        id: ids.at(-1)!,
        name,
        kind,
        parent: ids.at(-2) ?? null,
        affiliated_to: affiliated,
        path,
        may: { administer: false },
    };
};
const units = [
    unit("1", "Partiet", "central"),
    unit("1.2", "Ås fylkeslag", "county"),
    unit("1.3", "Innlandet fylkeslag", "county"),
    unit("1.4", "Programkomiteen", "committee"),
    unit("1.3.5", "Gjøvik kommunelag", "municipality"),
    unit("6", "Ungdommen", "affiliate", 1),
    unit("6.7", "Gjøvik ungdom", "branch"),
];

test("every unit stands once, committees first and then by the Norwegian alphabet", () => {
    const [party, youth] = treesOf(units);
    expect(party!.below.map((one) => one.unit.name)).toEqual([
        "Programkomiteen",
        "Innlandet fylkeslag",
        "Ås fylkeslag",
    ]);
    expect(countBelow(party!)).toBe(4);
    expect(youth!.unit.name).toBe("Ungdommen");
    expect(countBelow(youth!)).toBe(1);
});

test("a search keeps what is named so and the units above it", () => {
    const [party] = treesOf(units).map((root) => sift(root, plain("GJOVIK")));
    expect(party!.below.map((one) => one.unit.name)).toEqual(["Innlandet fylkeslag"]);
    expect(party!.below[0]!.below[0]!.unit.name).toBe("Gjøvik kommunelag");
    expect(treesOf(units).map((root) => sift(root, "finnes ikke"))).toEqual([null, null]);
});

test("the path and what may stand below", () => {
    expect(pathOf(units[4]!)).toEqual([1, 3, 5]);
    expect(kindsBelow("county")[0]).toBe("municipality");
    expect(kindsBelow("branch")).not.toContain("central");
});
