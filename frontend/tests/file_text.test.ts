import { expect, test } from "vitest";
import { decoded } from "../src/text/file_text.ts";

test("a file of an old spreadsheet is read with its own letters, a newer one as UTF-8", () => {
    expect(decoded(new TextEncoder().encode("\uFEFFæøå").buffer as ArrayBuffer)).toBe("æøå");
    expect(decoded(new Uint8Array([0xe6, 0xf8, 0xe5]).buffer)).toBe("æøå");
});
