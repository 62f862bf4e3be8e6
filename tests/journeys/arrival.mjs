// Who comes to a sentence by a link finds it, is not held there, and sees in which chapter it is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { grown, openBrowser, openPage } from '../support/browser.mjs';
import { eventually, startServer } from '../support/server.mjs';
import * as visits from '../support/visits.mjs';

let server;
let browser;
before(async () => {
    server = await startServer();
    browser = await openBrowser();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

/** A document of thirty chapters of one sentence. */
const chapters = (title) =>
    visits.amendedDocument(
        server,
        title,
        Array.from({ length: 30 }, (_, i) => `## Kapittel ${i + 1}\n\nEn setning om det ${i + 1}. av dem.\n\n`).join(''),
    );

test('whoever moves before the script has come, or without wheel and keys, is not thrown back to the sentence', async () => {
    const page = await openPage(browser, { width: 600, height: 500 });
    await page.addInitScript(() =>
        document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.overflowAnchor = 'none')),
    );
    const { document } = await chapters('Midten');
    await visits.open(server, page, `/documents/${document}`);
    const way = `/documents/${document}#${await page.locator('#text p').nth(15).getAttribute('id')}`;
    await page.goto('about:blank');
    let comes;
    const script = new Promise((resolve) => (comes = resolve));
    await page.route(/document-[^/]*\.js$/, async (route) => {
        await script;
        await route.continue();
    });
    await page.goto(server.url + way, { waitUntil: 'commit' });
    const off = () => page.evaluate(() => document.getElementById(location.hash.slice(1)).getBoundingClientRect().top);
    const there = () => eventually('it stands where a link leads', async () => Math.abs((await off()) - 80) < 3);
    await page.waitForSelector('footer.foot', { state: 'attached' });
    await there(); // the browser has gone to it
    await page.mouse.move(200, 300);
    const before = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, -300);
    await eventually('the reader has moved', () => page.evaluate((y) => scrollY === y - 300, before));
    const away = await page.evaluate(() => Math.round(scrollY));
    comes();
    await page.waitForSelector('html[data-ready]');
    assert.equal(await grown(page, () => undefined), away);

    // Come to it anew, and moved by nothing that a hand does: as a screen reader moves.
    await page.goto('about:blank');
    await visits.open(server, page, way);
    await there();
    const moved = await page.evaluate(
        () =>
            new Promise((resolve) => {
                addEventListener('scroll', () => requestAnimationFrame(() => resolve(Math.round(scrollY))), { once: true });
                scrollBy({ top: -60, behavior: 'instant' });
            }),
    );
    assert.equal(await grown(page, () => undefined), moved);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
});

test('a link to a sentence at the end of the page marks its chapter, and so does one that moves nothing', async () => {
    const { document } = await chapters('Slutten');
    const page = await openPage(browser, { width: 1440 });
    await visits.open(server, page, `/documents/${document}`);
    const links = page.locator('#outline a');
    const last = await links.evaluateAll((all) => all.slice(-2).map((one) => one.hash));
    const marked = (hash) =>
        eventually(`the outline marks ${hash}`, async () => (await page.locator('#outline [aria-current]').getAttribute('href')) === hash);
    for (const hash of [last[1], last[0], last[1]]) {
        await page.locator(`#outline a[href="${hash}"]`).click();
        await marked(hash);
    }
    const sentence = await page.locator('#text p').last().getAttribute('id');
    await page.goto('about:blank');
    await visits.open(server, page, `/documents/${document}#${sentence}`);
    await marked(last[1]);
    await page.context().close();
});

/** A text that is laid out where it comes into view, of paragraphs that are as high as they are long. */
const longText = (title) =>
    visits.amendedDocument(
        server,
        title,
        Array.from({ length: 150 }, (_, i) => `## Kapittel ${i + 1}\n\n${`En setning om det ${i + 1}. av dem. `.repeat(3 + ((i * 7) % 40))}\n\n`).join(''),
    );

for (const width of [390, 1440])
    test(`in a long text a link, the contents, the way back and a reload lead to the words that are meant, at ${width} pixels and with motion`, async () => {
        const { document } = await longText(`Langt, ${width}`);
        const page = await openPage(browser, { width, motion: true, phone: width < 500 });
        const path = `/documents/${document}`;
        const topOf = (id) => page.evaluate((name) => Math.round(document.getElementById(name).getBoundingClientRect().top), id);
        const stands = (id, top) => eventually(`${id} stands at ${top}`, async () => Math.abs((await topOf(id)) - top) < 4);
        const remembered = (what) =>
            eventually(what, () => page.evaluate(() => {
                const at = history.state?.at;
                return at && Math.abs(document.getElementById(at.block).getBoundingClientRect().top - at.top) < 2 ? at : null;
            }));
        await visits.open(server, page, path);
        assert.equal(await page.locator('h1').count(), 1);
        const chapters = await page.locator('#outline a').evaluateAll((all) => all.map((one) => one.hash.slice(1)));
        const goTo = async (id) => {
            if (width < 500) await page.locator('.outline-toggle').click();
            await page.locator(`#outline a[href="#${id}"]`).click();
            await stands(id, 80);
        };
        await goTo(chapters[110]);
        await remembered('the first chapter is remembered');
        await goTo(chapters[40]);
        await remembered('the second chapter is remembered');
        await page.goBack();
        await stands(chapters[110], 80);
        await page.goto('about:blank');
        await visits.open(server, page, `${path}#${chapters[90]}`);
        await stands(chapters[90], 80);
        // On from there, to another page and back.
        await page.mouse.move(200, 300);
        await page.evaluate(() => scrollBy({ top: 5_000, behavior: 'instant' }));
        await eventually('it has moved', async () => (await topOf(chapters[90])) < -3_000);
        const at = await remembered('the place is remembered');
        await visits.open(server, page, `${path}/amendments`);
        await page.goBack();
        await page.waitForSelector('html[data-ready]');
        await stands(at.block, at.top);
        await remembered('it is remembered again');
        await page.reload();
        await page.waitForSelector('html[data-ready]');
        await stands(at.block, at.top);
        assert.deepEqual(page.complaints, []);
        await page.context().close();
    });

test('the first stop of the Tab key leads to the text, past all that stands before it', async () => {
    const { document } = await longText('Med tastatur');
    const page = await openPage(browser, { width: 1440 });
    await visits.open(server, page, `/documents/${document}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.waitForSelector('#text > :first-child > .bubble:focus');
    await page.context().close();
});
