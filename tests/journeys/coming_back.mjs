// A delegate on a phone reads on where they were: they come back from what they opened, find what was decided, and have
// it on paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';
import * as visits from '../support/visits.mjs';

const many = 130; // more than one page of the list
let server;
let browser;
let chair; // a client
let document;
let ids; // of the amendments
before(async () => {
    server = await startServer({ settings: { SAMRAD_LIMIT_SCALE: '0' } });
    browser = await openBrowser();
    const text = Array.from({ length: many }, (_, i) => `Avsnitt ${i + 1} om ferger. Maten om bord er god.`).join('\n\n');
    ({ client: chair, document } = await visits.amendedDocument(server, 'Landsmøtet', `# Ferge\n\n${text}\n`));
    ids = [];
    for (let i = 0; i < many; i += 1) {
        const changes = [{ block: `b${i + 2}`, markdown: `Avsnitt ${i + 1} om båter. Maten om bord er god.` }];
        const made = await chair.post(`/api/documents/${document}/amendments`, { version: 1, reason: 'Fordi.', changes });
        assert.equal(made.status, 201, made.text);
        const id = made.body.amendment.id;
        assert.equal((await chair.post(`/api/amendments/${id}/submission`)).status, 200);
        ids.push(id);
    }
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const phone = async (path) => {
    const page = await openPage(browser, { width: 390 });
    await visits.open(server, page, `/documents/${document}/${path}`);
    return page;
};
const topOf = (page, id) =>
    page.evaluate((name) => Math.round(globalThis.document.getElementById(name)?.getBoundingClientRect().top ?? -9999), id);
/** Waits until something stands where it stood; what is drawn around it may still come. */
const standsAt = (page, id, top) =>
    page.waitForFunction(
        ([name, wanted]) => {
            const found = globalThis.document.getElementById(name);
            return found !== null && Math.abs(found.getBoundingClientRect().top - wanted) < 4;
        },
        [id, top],
    );
/** Brings something into the window's middle and says where it stands once it rests. */
async function readOn(page, id) {
    await page.locator(`#${id}`).evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
    let before = -1;
    let top = await topOf(page, id);
    while (before !== top) {
        before = top;
        await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));
        top = await topOf(page, id);
    }
    return top;
}

test('who opens an amendment from the voting list comes back to where they were', async () => {
    const page = await phone('voting-list');
    const id = `vote-${ids[69]}`;
    await page.getByLabel('Forslag nummer').fill('70');
    await page.getByRole('button', { name: 'Gå dit' }).click();
    await page.waitForFunction((name) => globalThis.document.activeElement.id === name, id);
    const top = await readOn(page, id);
    await page.locator(`#${id} .amendment-name`).click();
    await page.getByRole('dialog').getByText('båter').first().waitFor();
    await page.goBack();
    await page.waitForURL('**/voting-list');
    await standsAt(page, id, top);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
});

test('who goes from the list of amendments to the text comes back to where they were, on a later page of it too', async () => {
    const page = await phone('amendments');
    const id = `amendment-${ids[124]}`;
    // The next page of the list comes as its end comes near, and each row as it does.
    const all = (n) => globalThis.document.querySelectorAll('.amendments > *').length === n;
    const toEnd = () => page.evaluate(() => scrollTo(0, globalThis.document.documentElement.scrollHeight));
    await page.locator('.amendment-row').first().waitFor();
    await toEnd();
    await page.waitForFunction(all, many);
    await toEnd();
    await page.locator(`#${id}`).waitFor({ state: 'attached' });
    const top = await readOn(page, id);
    await page.locator(`#${id} header a`).click();
    await page.waitForURL(`**/documents/${document}#b126`);
    await page.goBack();
    await page.waitForURL('**/amendments');
    await standsAt(page, id, top);
    // One that is opened over the list, and closed again, moves nothing.
    await page.evaluate((name) => (location.hash = name), `amendment-${ids[3]}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Lukk' }).click();
    await standsAt(page, id, top);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
});

test('what is decided is gone to by its number, and stands on paper', async () => {
    const entered = await chair.post(`/api/documents/${document}/voting-list/results`, {
        ...{ version: 1, amendment: ids[61], expected: 'open', result: 'rejected', votes: { for: 3, against: 40 } },
    });
    assert.equal(entered.status, 200, entered.text);
    const page = await phone('voting-list');
    await page.getByRole('region', { name: 'Siste resultat' }).getByText('3 for, 40 mot').waitFor();
    const line = page.locator(`#decided-${ids[61]}`);
    assert.equal(await line.isVisible(), false);
    const print = (what) => page.evaluate((event) => globalThis.dispatchEvent(new Event(event)), what);
    await page.emulateMedia({ media: 'print' });
    await print('beforeprint');
    assert.equal(await line.isVisible(), true);
    assert.equal(await page.getByText('Alt som er ført').isVisible(), false);
    await print('afterprint');
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await line.isVisible(), false);
    await page.getByLabel('Forslag nummer').fill('62');
    await page.getByRole('button', { name: 'Gå dit' }).click();
    await page.waitForFunction((name) => globalThis.document.activeElement.id === name, `decided-${ids[61]}`);
    assert.equal(await line.isVisible(), true);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
});
