import { expect, test } from "vitest";
import { blocksAlone } from "../src/text/blocks_alone.ts";

test("Each block of a text stands alone: a heading as a heading, an item in its list without the items inside it", () => {
    const blocks = blocksAlone(
        '<h3 id="b4" data-lines="1-1"><span class="ln" data-n="1"></span>Klima</h3>\n' +
            '<ul>\n<li id="b7" data-lines="2-3"><span class="ln" data-n="2"></span>Mer <b>buss</b>\n' +
            '<ul>\n<li id="b8" data-lines="4-4"><span class="ln" data-n="4"></span>hver time</li>\n</ul></li>\n</ul>',
    );
    expect(blocks.map(({ block, line_from, line_to }) => [block, line_from, line_to])).toEqual([
        ["b4", 1, 1],
        ["b7", 2, 3],
        ["b8", 4, 4],
    ]);
    expect(blocks.map(({ html }) => html.replaceAll(/\s+/g, " "))).toEqual([
        '<h3 data-lines="1-1">Klima</h3>',
        '<ul><li data-lines="2-3">Mer <b>buss</b> </li></ul>',
        '<ul><li data-lines="4-4">hver time</li></ul>',
    ]);
});

test("An item of a numbered list keeps its number", () => {
    const blocks = blocksAlone('<ol start="3"><li id="b1">tre</li><li id="b2">fire</li></ol>');
    expect(blocks[1]!.html).toBe('<ol start="4"><li>fire</li></ol>');
});

test("A block of nothing but other blocks has no row of its own", () => {
    const blocks = blocksAlone('<ul><li id="b1"><p id="b2">Avsnitt i punkt</p></li></ul>');
    expect(blocks.map(({ block }) => block)).toEqual(["b2"]);
});
