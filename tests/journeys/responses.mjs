// A committee answers three themes, publishes the report, and one answer is followed to the sentence that changed, and back.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { grown, openBrowser, openPage, violations } from '../support/browser.mjs';
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

async function answer(page, theme, status, { block } = {}) {
    await page.getByRole('navigation', { name: 'Temaer' }).getByRole('link', { name: theme }).click();
    await page.getByRole('heading', { level: 2, name: theme }).waitFor();
    await page.getByLabel('Hva ble det av det?').selectOption(status);
    await page.getByLabel('Hva vi hørte').fill(`Mange skriver om dette: ${theme}.`);
    await page.getByLabel('Hva vi bestemte').fill(`Vi har sett på ${theme.toLowerCase()}.`);
    await page.getByLabel('Hvorfor').fill('Det følger av det som er mulig i perioden.');
    if (block) {
        await page.getByLabel('Endret i teksten').selectOption('3');
        await page.getByRole('group', { name: 'Avsnittene som ble endret' }).getByLabel(block).last().check();
    }
    await page.getByRole('button', { name: 'Lagre utkastet' }).click();
    await page.getByText(/Lagret som revisjon \d/).waitFor();
}

test('a committee answers three themes beside their passages, and a colleague sees it come', async () => {
    const page = await visits.signedIn(server, browser, visits.editor, { width: 1440 });
    const colleague = await visits.signedIn(server, browser, 'ingrid.solberg@samlingspartiet.example');
    await visits.open(server, page, '/consultations/1/responses');
    await visits.open(server, colleague, '/consultations/1/responses');
    await page.getByRole('heading', { name: 'Svar på temaene' }).waitFor();
    assert.deepEqual(await violations(page), []);
    await answer(page, 'Lys langs veien', 'later');
    await answer(page, 'Tungtrafikk', 'noted');
    await answer(page, 'Tider for buss og ferge', 'partly', { block: 'rett til skoleskyss' });
    await colleague
        .getByRole('navigation', { name: 'Temaer' })
        .getByRole('link', { name: 'Tider for buss og ferge Delvis fulgt' })
        .waitFor();
    await colleague.close();

    await page.getByRole('button', { name: 'Publiser en ny utgave' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publiser en ny utgave' }).click();
    await page.getByRole('link', { name: 'Utgave 2' }).waitFor();
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(page.complaints, []);
    await page.close();
});

test('of two editors the slower one keeps every word, and decides', async () => {
    const page = await visits.signedIn(server, browser, visits.editor);
    await visits.open(server, page, '/consultations/1/responses');
    await page.getByRole('link', { name: 'Det som virker' }).click();
    await page.getByLabel('Hva vi hørte').fill('Mine ord om det som virker.');
    const client = server.client();
    await client.signIn('ingrid.solberg@samlingspartiet.example', visits.password);
    const { body } = await client.get('/api/consultations/1/responses');
    const theme = body.themes.find((one) => one.title === 'Det som virker');
    const saved = await client.put(`/api/consultations/1/responses/${theme.id}`, {
        base: 0,
        status: 'noted',
        heard: 'Kollegaens ord.',
        decided: 'Ingenting.',
    });
    assert.equal(saved.status, 200, saved.text);
    await page.getByText('lagret revisjon 1 mens du skrev').waitFor();
    assert.equal(await page.getByLabel('Hva vi hørte').inputValue(), 'Mine ord om det som virker.');
    await page.getByText('Slik er den nå').click();
    assert.ok(await page.getByText('Kollegaens ord.').isVisible());
    await page.getByRole('button', { name: 'Behold min' }).click();
    await page.getByLabel('Hva vi bestemte').fill('Begge deler.');
    await page.getByRole('button', { name: 'Lagre utkastet' }).click();
    await page.getByText('Lagret som revisjon 2').waitFor();
    await page.close();
});

test('the report is read on a phone without script, light and dark, and axe finds nothing', async () => {
    for (const dark of [false, true]) {
        const page = await openPage(browser, { width: 390, dark });
        await visits.open(server, page, '/consultations/1');
        await page.getByRole('link', { name: 'Les hva som ble svart på høringen' }).click();
        await page.waitForSelector('html[data-ready] .report');
        assert.deepEqual(await violations(page), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.ok(!wide);
        await page.close();
    }
    const plain = await openPage(browser, { width: 390, script: false });
    await plain.goto(server.url + '/consultations/1/report');
    await plain.getByRole('heading', { name: 'Tungtrafikk' }).waitFor();
    await plain.getByRole('link', { name: 'Utgave 1' }).click();
    await plain.getByText('Dette er en tidligere utgave.').waitFor();
    const told = plain.locator('section', { has: plain.getByRole('heading', { name: 'Tungtrafikk' }) });
    assert.ok(await told.getByText('Ikke besvart ennå').isVisible());
    await plain.close();
});

test('a contributor follows the mail to the sentence that changed, and from there back to the answers', async () => {
    const link = await eventually('somebody is told', async () => {
        for (const file of await readdir(server.mailFolder).catch(() => [])) {
            const mail = await readFile(join(server.mailFolder, file), 'utf8');
            const words = Buffer.from(mail.split(/\r?\n\r?\n/).slice(1).join('\n'), 'base64').toString('utf8');
            const found = /\/answers\/[\w-]{20,}\/outcome/.exec(words);
            if (found) return found[0];
        }
        return null;
    });
    const page = await openPage(browser, { width: 390 });
    await visits.open(server, page, link);
    await page.getByRole('heading', { name: 'Hva ble det av svaret ditt?' }).waitFor();
    assert.deepEqual(await violations(page), []);
    const sentence = page.locator('.changed a').first();
    await sentence.waitFor();
    await sentence.click();
    await page.waitForSelector('html[data-ready] #text');
    const block = new URL(page.url()).hash.slice(1);
    assert.match(await page.locator(`#${block}`).textContent(), /farlig|30 km/);
    const heard = await server.client().get(`/api/documents/1/heard?block=${block}`);
    assert.ok(heard.body.items.length > 0);
    await page.close();
});

test('the sentence that a link leads to stays in view while the page grows, is marked, and so is its chapter', async () => {
    for (const { width, phone } of [{ width: 390, phone: true }, { width: 1440, phone: false }]) {
        const page = await openPage(browser, { width, phone });
        // As in a browser that does not keep one's place by itself when something comes in above it.
        await page.addInitScript(() =>
            document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.overflowAnchor = 'none')),
        );
        await visits.open(server, page, '/consultations/1/report');
        const link = page.locator('a[href*="/documents/1/versions/3#b"]').first();
        const block = new URL(await link.getAttribute('href'), server.url).hash.slice(1);
        await link.click();
        await page.waitForSelector('html[data-ready] .heard-mark');
        await page.locator('.reading-tools').waitFor();
        const place = () =>
            page.evaluate((id) => {
                const { top, bottom } = document.getElementById(id).getBoundingClientRect();
                const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
                return { off: Math.abs(top - padding), inView: top >= 0 && bottom <= innerHeight };
            }, block);
        await eventually('it stands where a link leads', async () => (await place()).off < 2);
        assert.ok((await place()).inView);
        const chapter = await page.evaluate((id) => {
            const headings = [...document.querySelectorAll('#text :is(h1, h2, h3)')];
            const before = headings.filter((one) => one.compareDocumentPosition(document.getElementById(id)) & 4);
            return before.at(-1).id;
        }, block);
        const marked = page.locator('.outline [aria-current]');
        await eventually('the outline marks its chapter', async () => (await marked.getAttribute('href')) === `#${chapter}`);
        const look = await page.locator(`#${block}`).evaluate((one) => {
            const { boxShadow, backgroundImage, backgroundColor } = getComputedStyle(one);
            return { bar: boxShadow !== 'none' || backgroundImage !== 'none', tint: backgroundColor + backgroundImage };
        });
        assert.ok(look.bar && look.tint !== 'rgba(0, 0, 0, 0)none', JSON.stringify(look));
        if (process.env.SAMRAD_PICTURES) await page.screenshot({ path: `${process.env.SAMRAD_PICTURES}/arrived-${width}.png` });
        // Whoever moves is not held, not by the page growing either: a block is put in above, and its observers are heard.
        await page.keyboard.press('Home');
        assert.equal(await grown(page, () => scrollTo(0, 0)), 0);
        assert.deepEqual(page.complaints, []);
        await page.context().close();
    }
});
