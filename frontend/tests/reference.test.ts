import { beforeAll, expect, test } from "vitest";
import type { Piece } from "../src/api/nouns.ts";
import { referencesOf } from "../src/features/amendment/reference.tsx";
import { loadWords } from "../src/i18n/words.ts";

beforeAll(() => loadWords("nb"));

const cited = (...pieces: [Piece["mark"], string][]) =>
    referencesOf({
        sort: "replace",
        difference: [
            { block: "b1", line_from: 12, line_to: 12, pieces: pieces.map(([mark, text]) => ({ mark, text })) },
        ],
    });

test("what is cited to the end of a sentence has one full stop, what is not has its own", () => {
    expect(cited(["kept", "Ferge"], ["deleted", " gratis"], ["inserted", " billig"], ["kept", "."])).toEqual([
        "Linje 12: erstatt «gratis» med «billig».",
    ]);
    expect(cited(["kept", "Ferge"], ["inserted", " i hele landet."])).toEqual(["Linje 12: føy til «i hele landet.»"]);
});
