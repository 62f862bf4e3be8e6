import { expect, test } from "vitest";
import { rangeOf, visibleText } from "../src/text/offsets.ts";

function block(html: string): Element {
    // eslint-disable-next-line no-restricted-syntax -- a test makes its own page
    document.body.innerHTML = `<div id="text">${html}</div>`;
    return document.getElementById("b1")!;
}

test("The marks of official lines and the blocks inside a block are not its text", () => {
    const item = block(
        '<ul><li id="b1"><span class="ln" data-n="1"></span>En <b>fet</b> å😀<ul><li id="b2">inni</li></ul></li></ul>',
    );
    expect(visibleText(item).trim()).toBe("En fet å😀");
});

test("A range counts UTF-16 units across elements", () => {
    const paragraph = block('<p id="b1"><span class="ln" data-n="1"></span>En <b>fet</b> 😀 ord</p>');
    expect(rangeOf(paragraph, 3, 6)?.toString()).toBe("fet");
    expect(rangeOf(paragraph, 7, 9)?.toString()).toBe("😀");
});
