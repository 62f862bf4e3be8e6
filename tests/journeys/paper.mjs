// A form sheet from a branch's meeting becomes amendments, and the amendments leave as files.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { openBrowser, openPage, violations } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';
import * as visits from '../support/visits.mjs';

let server;
let browser;
let document;
before(async () => {
    server = await startServer();
    browser = await openBrowser();
    ({ document } = await visits.amendedDocument(server, 'Endringer på papir', '# Ferge\n\nVi vil ha gratis ferge. Maten om bord er god.\n\nVeiene skal være trygge.\n'));
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const signedIn = (options) => visits.signedIn(server, browser, visits.editor, options);
const open = (page, path) => visits.open(server, page, path);

const sheet = [
    'linjer;gammel tekst;ny tekst;forslagsstiller',
    '2;gratis ferge;billig ferge;Per Hansen',
    '3;står ikke der;noe;Anne Li',
].join('\r\n');

test('an editor tries a sheet on the text, sees what each row means, and submits what fits', async () => {
    const page = await signedIn({ width: 390 });
    await open(page, `/documents/${document}/amendments`);
    await page.getByRole('link', { name: 'Legg inn fra skjema' }).click();
    // As old spreadsheets in Norwegian write it: Windows-1252.
    await page.getByLabel('Fil (CSV)').setInputFiles({
        name: 'skjema.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(sheet, 'latin1'),
    });
    await page.getByRole('button', { name: 'Prøv uten å sende inn' }).click();
    await page.getByRole('heading', { name: '1 forslag passer med teksten' }).waitFor();
    assert.equal(await page.locator('.import-table ins').textContent(), 'billig');
    assert.equal(await page.locator('.import-wrong .chip').textContent(), 'ikke funnet');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Send inn 1 forslag' }).click();
    // What was not submitted stays told, and is corrected in the sheet; what was is not submitted twice.
    await page.getByRole('heading', { name: '1 forslag er sendt inn.' }).waitFor();
    assert.equal(await page.locator('.import-wrong .chip').textContent(), 'ikke funnet');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Prøv uten å sende inn' }).click();
    await page.getByText('finnes alt', { exact: true }).waitFor();
    assert.equal(await page.getByRole('button', { name: /Send inn \d+ forslag/ }).count(), 0);
    await page.getByLabel('Send inn likevel').check();
    await page.getByRole('button', { name: 'Send inn 1 forslag' }).waitFor();
    await page.getByRole('link', { name: 'E 1' }).waitFor();
    await open(page, `/documents/${document}/amendments`);
    await page.locator('.amendment-name', { hasText: 'E 1' }).waitFor();
    await page.getByText('Forslagsstiller: Per Hansen.').waitFor();
    await page.close();
});

test('the list leaves as a file with a name of its own, by the keyboard', async () => {
    const page = await signedIn();
    await open(page, `/documents/${document}/amendments`);
    await page.locator('.amendment-name', { hasText: 'E 1' }).waitFor();
    await page.getByRole('button', { name: 'Last ned' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.menu button:focus', { hasText: 'DOCX' }).waitFor();
    for (let i = 0; i < 4; ++i) await page.keyboard.press('ArrowDown');
    assert.deepEqual(await violations(page), []);
    const file = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const download = await file;
    assert.equal(download.suggestedFilename(), 'Endringsforslag Et program.csv');
    const text = await readFile(await download.path(), 'utf8');
    assert.match(text, /^\uFEFFnummer,/);
    assert.match(text, /Vi vil ha gratis ferge\.,Vi vil ha billig ferge\./);
    await page.close();
});

test('the synopsis leaves as Word, and prints with its head on every page', async () => {
    const page = await signedIn();
    await open(page, `/documents/${document}/synopsis`);
    await page.getByRole('button', { name: 'Last ned' }).click();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Word (DOCX)' }).click();
    const bytes = await readFile(await (await file).path());
    assert.equal(bytes.subarray(0, 2).toString(), 'PK');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.synopsis thead').evaluate((one) => getComputedStyle(one).display), 'table-header-group');
    assert.ok(await page.locator('.synopsis-of').isVisible());
    assert.ok(!(await page.getByRole('button', { name: 'Last ned' }).isVisible()));
    await page.close();
});

test('the synopsis of three hundred amendments comes a hundred at a time, and all of them stand in it', async () => {
    const page = await signedIn({ width: 1440 });
    await open(page, '/documents/4/synopsis');
    const pending = await page.evaluate(async () => {
        let count = 0;
        for (let after = ''; after !== null; ) {
            const answer = await fetch(`/api/documents/4/amendments?state=submitted&limit=100${after && `&after=${after}`}`);
            const { items, next } = await answer.json();
            count += items.length;
            after = next;
        }
        return count;
    });
    assert.ok(pending > 200);
    await page.waitForFunction((all) => document.querySelectorAll('.synopsis-one').length === all, pending);
    assert.ok((await page.locator('.synopsis tbody tr').count()) > 1000);
    // One chapter of it, also by its address, and as a file.
    await page.getByLabel('Kapittel').selectOption({ index: 2 });
    await page.waitForFunction(() => document.querySelectorAll('.synopsis tbody tr').length < 200);
    await page.waitForFunction((all) => document.querySelectorAll('.synopsis-one').length < all / 4, pending);
    const rows = await page.locator('.synopsis tbody tr').count();
    const shown = await page.locator('.synopsis-one').count();
    assert.ok(rows > 10 && shown > 3, `${rows} rows, ${shown} amendments`);
    assert.deepEqual(await violations(page), []);
    await open(page, new URL(page.url()).pathname + new URL(page.url()).search);
    await page.waitForFunction((all) => document.querySelectorAll('.synopsis-one').length === all, shown);
    assert.equal(await page.locator('.synopsis tbody tr').count(), rows);
    const asked = page.waitForRequest(/synopsis\?form=odt.*&from=\d+&to=\d+/);
    await page.getByRole('button', { name: 'Last ned' }).click();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'OpenDocument' }).click();
    await asked;
    assert.equal((await readFile(await (await file).path())).subarray(0, 2).toString(), 'PK');
    assert.deepEqual(page.complaints, []);
    await page.close();
});

test('without script the text leads to its amendments as files', async () => {
    const page = await openPage(browser, { script: false });
    await page.goto(`${server.url}/documents/4`);
    const links = page.locator('#head a[href^="/api/"]');
    assert.deepEqual(await links.allTextContents(), ['synopse (PDF)', 'liste (Word)', 'tabell (CSV)']);
    const file = await page.request.get(server.url + (await links.nth(2).getAttribute('href')));
    assert.equal(file.status(), 200);
    assert.match(await file.text(), /^\uFEFFnummer,/);
    await page.close();
});
