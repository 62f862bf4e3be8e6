// A committee reads the answers to the demo's consultation: it gives thirty answers a theme by keys alone, folds a campaign of fifty
// and marks it in one act, blacks a passage out, and two of them see each other's work as it is done.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, violations } from '../support/browser.mjs';
import { eventually, startServer } from '../support/server.mjs';
import * as visits from '../support/visits.mjs';

let server;
let browser;
before(async () => {
    server = await startServer();
    browser = await openBrowser();
    // The demo has passages marked already: they are put away, so that what is counted is what is marked here.
    await server.sql('delete from marks');
    // Families are found behind the commits of the answers.
    const client = await reader();
    await eventually('the answers are sorted', async () => {
        const { body } = await client.get('/api/consultations/1/families');
        return body.items[0]?.answers === 50;
    });
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

async function reader() {
    const client = server.client();
    await client.signIn(visits.editor, visits.password);
    return client;
}
const picture = async (page, name) => {
    if (process.env.SAMRAD_PICTURES) await page.screenshot({ path: `${process.env.SAMRAD_PICTURES}/${name}.png` });
};
async function openReader(options = {}) {
    const page = await visits.signedIn(server, browser, visits.editor, { width: 1440, ...options });
    await visits.open(server, page, '/consultations/1/read');
    await page.locator('.answer-item').first().waitFor();
    return page;
}
const shownId = (page) => page.locator('.answer-item[aria-current=true]').getAttribute('id');

test('thirty answers get a theme by keys alone, and another reader sees it happen', async () => {
    const page = await openReader();
    const other = await openReader();
    assert.deepEqual(await violations(page), []);
    await picture(page, 'reader-1440');
    await page.keyboard.press('j');
    let marked = 0;
    for (let tries = 0; marked < 30 && tries < 60; ++tries) {
        await page.locator('.read-answer').waitFor();
        if ((await page.locator('.paragraph').count()) > 0) {
            await page.keyboard.press('n');
            await page.keyboard.press('m');
            const input = page.getByRole('combobox', { name: 'Skriv for å finne eller lage et tema' });
            await input.waitFor();
            if (tries === 0) await picture(page, 'picker-1440');
            await input.fill(marked % 3 === 0 ? 'Fart' : 'Lys og brøyting');
            await page.keyboard.press('Enter');
            await input.waitFor({ state: 'hidden' });
            await page.locator('.theme-mark').first().waitFor();
            ++marked;
        }
        const before = await shownId(page);
        await page.keyboard.press('j');
        await page.waitForFunction((id) => document.querySelector('.answer-item[aria-current=true]')?.id !== id, before);
    }
    assert.equal(marked, 30);
    const client = await reader();
    const { body } = await client.get('/api/consultations/1/themes');
    assert.equal(body.items.reduce((sum, theme) => sum + theme.answers, 0), 30);
    await other.locator('.theme-name', { hasText: 'Lys og brøyting' }).getByText('20', { exact: true }).waitFor();
    await page.keyboard.press('k');
    await page.locator('.theme-mark').first().waitFor();
    await picture(page, 'marked-1440');
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(page.complaints, []);
    await page.close();
    await other.close();
});

test('a mark that is stored late is of the answer that it was made on, and takes nobody back to it', async () => {
    const page = await openReader();
    let store;
    const may = new Promise((go) => (store = go));
    await page.route(/\/api\/answers\/\d+\/marks$/, (route) => may.then(() => route.continue()));
    await page.keyboard.press('j');
    await page.locator('.read-answer').waitFor();
    while ((await page.locator('.paragraph').count()) === 0) await page.keyboard.press('j');
    const first = await shownId(page);
    await page.keyboard.press('n');
    await page.keyboard.press('m');
    const input = page.getByRole('combobox', { name: 'Skriv for å finne eller lage et tema' });
    await input.fill('Fart');
    const asked = page.waitForRequest(/\/marks$/);
    await page.keyboard.press('Enter');
    const request = await asked;
    assert.ok(request.url().includes(`/answers/${first.replace('answer-', '')}/`), request.url());
    await page.keyboard.press('j');
    await page.waitForFunction((id) => document.querySelector('.answer-item[aria-current=true]')?.id !== id, first);
    const second = await shownId(page);
    const back = [];
    page.on('request', (one) => one.url().endsWith(`/api/answers/${first.replace('answer-', '')}`) && back.push(one.url()));
    const stored = page.waitForResponse(/\/marks$/);
    const counted = page.waitForResponse(/\/themes$/);
    store();
    assert.equal((await stored).status(), 201);
    await counted;
    await page.getByText(/^Merket/).first().waitFor();
    assert.equal(await shownId(page), second);
    assert.deepEqual(back, []);
    await page.close();
});

test('a campaign of fifty is read once, with own words in full view, and marked in one act', async () => {
    const page = await openReader();
    await page.getByLabel('Slå sammen nesten like').check();
    await page.getByLabel('Søk i svarene').fill('foreldre krever fartsgrensen');
    // What was asked for before the last key may come first, and is not folded yet.
    await page.waitForFunction(() => document.querySelectorAll('.answer-item').length === 1);
    const item = page.locator('.answer-item', { hasText: '50 nesten like svar' });
    await item.waitFor();
    await item.click();
    await page.getByRole('button', { name: 'Vis familien (50)' }).click();
    await page.locator('.family-members > li').nth(49).waitFor();
    assert.match(await page.locator('.shared-text', { hasText: 'fartsgrensen' }).textContent(), /fartsgrensen ved alle skoler settes ned til 30/);
    assert.ok((await page.locator('.own-pieces ins').count()) > 10);
    await picture(page, 'family-1440');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Vis bare svaret' }).click();
    await page.locator('.paragraph-text', { hasText: '30 kilometer' }).click();
    await page.keyboard.press('m');
    await page.getByLabel('Merk alle de 50 nesten like svarene').check();
    const input = page.getByRole('combobox');
    await input.fill('Kampanjen');
    await input.press('Enter');
    await page.getByText(/Merket, og i \d+ andre svar i familien/).waitFor();
    const client = await reader();
    const { body } = await client.get('/api/consultations/1/themes');
    const theme = body.items.find((one) => one.title === 'Kampanjen');
    assert.ok(theme.answers >= 40, String(theme.answers));
    assert.equal(theme.families, 1);
    assert.equal(theme.marks >= theme.answers, true);
    // Those that lack the words are told, and found.
    const without = 50 - theme.answers;
    assert.ok(without > 0);
    await page.getByText(`${without} svar har ikke ordene og er ikke merket`).waitFor();
    await picture(page, 'left-out-1440');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Vis dem' }).click();
    await page.getByText('Bare svar i familien uten «Kampanjen».').waitFor();
    await page.waitForFunction((n) => document.querySelectorAll('.answer-item').length === n, without);
    await page.getByRole('button', { name: 'Vis alle svar' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.answer-item').length === 40);
    await page.close();
});

test('a passage is blacked out with a reason, and its words are nowhere for those who read', async () => {
    const page = await openReader();
    const client = await reader();
    await page.locator('.answer-item:not(:has(.muted))').nth(2).click();
    await page.locator('.paragraph-text').first().click();
    const words = await page.locator('.paragraph-text').first().textContent();
    await page.keyboard.press('r');
    await page.getByLabel('Begrunnelse').fill('Navngir et barn');
    await picture(page, 'redacting-1440');
    await page.getByRole('dialog').getByRole('button', { name: 'Sladd' }).click();
    await page.locator('.bar-of-words').first().waitFor();
    await picture(page, 'redacted-1440');
    assert.deepEqual(await violations(page), []);
    const id = (await shownId(page)).slice('answer-'.length);
    const { body } = await client.get(`/api/answers/${id}`);
    assert.ok(!JSON.stringify(body).includes(words));
    assert.match(body.texts.map(({ text }) => text).join(), /█/);
    assert.equal(body.passages.redactions[0].reason, 'Navngir et barn');
    await page.close();
});

test('an answer that waits is found from the desk, kept out, found again, let in, and counted', async () => {
    await server.sql(
        "update answers set state = 'held', held_for = 'moderation' where id = " +
            "(select max(id) from answers where consultation_id = 1 and state = 'submitted')",
    );
    const page = await visits.signedIn(server, browser, 'mona.viken@samlingspartiet.example', { width: 1440 });
    await visits.open(server, page, '/consultations/1/read');
    const counts = page.locator('.reading-counts');
    const counted = async () => Number((await counts.textContent()).match(/^\d+/)[0]);
    await counts.waitFor();
    const before = await counted();
    const only = async (on, sentence) => {
        await on.getByText(sentence).waitFor();
        await eventually('one answer is listed', async () => (await on.locator('.answer-item').count()) === 1);
        await on.locator('.answer-item').click();
    };
    await counts.getByRole('button', { name: '1 venter på moderering' }).click();
    await only(page, 'Bare svar som venter på moderering.');
    await page.getByText('Svaret venter på moderering').waitFor();
    await picture(page, 'held-1440');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Hold utenfor' }).click();
    await page.getByText('Svaret er holdt utenfor og er ikke talt med.').waitFor();
    await counts.getByRole('button', { name: '1 holdt utenfor' }).click();
    await only(page, 'Bare svar som er holdt utenfor.');
    assert.equal(await counted(), before);
    await page.getByRole('button', { name: 'Slipp inn' }).click();
    await eventually('it is counted', async () => (await counted()) === before + 1);
    assert.equal(await page.locator('.settling').count(), 0);
    assert.equal(await page.locator('.answer-item').count(), 0);
    assert.deepEqual(page.complaints, []);
    await page.close();

    const editor = await visits.signedIn(server, browser, visits.editor, { width: 1440 });
    await server.sql("update answers set state = 'held' where id = (select max(id) from answers where consultation_id = 1)");
    await visits.open(server, editor, '/consultations/1/edit');
    await editor.getByRole('link', { name: '1 venter på moderering' }).click();
    await only(editor, 'Bare svar som venter på moderering.');
    await editor.getByText('En moderator avgjør om det slippes inn.').waitFor();
    assert.equal(await editor.getByRole('button', { name: 'Slipp inn' }).count(), 0);
    await server.sql("update answers set state = 'submitted' where state = 'held'");
    await editor.close();
});

test('on a phone the list and the answer take turns, in the dark as well', async () => {
    const page = await openReader({ width: 390, height: 844, dark: true });
    await picture(page, 'reader-390');
    const item = page.locator('.answer-item:not(:has(.muted))').first();
    const opened = await item.getAttribute('id');
    await item.focus();
    await page.keyboard.press('Enter');
    await page.locator('#answer-name:focus').waitFor(); // what had the focus is gone
    await picture(page, 'answer-390');
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 390));
    await page.getByRole('button', { name: 'Til listen' }).press('Enter');
    await page.locator(`#${opened}:focus`).waitFor();
    await page.keyboard.press('j'); // the next one
    await page.locator('#answer-name:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.answer-item:focus').waitFor();
    await page.close();
});
