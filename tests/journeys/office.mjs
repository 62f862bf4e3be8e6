// What an editor does from an empty page to an open ballot, and a moderator with what was hidden.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, violations } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';
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

const signedIn = (who, options) => visits.signedIn(server, browser, `${who}@samlingspartiet.example`, options);
const open = (page, path) => visits.open(server, page, path);

test('an editor begins a process, writes a document, and drafts and opens a ballot', async () => {
    const page = await signedIn('eirik.dahle', { width: 1440 });
    const unit = await page.evaluate(async () => {
        const me = await (await fetch('/api/me')).json();
        return me.standings.find((one) => one.role === 'editor').unit.id;
    });
    await open(page, `/units/${unit}/processes/new`);
    assert.deepEqual(await violations(page), []);
    await page.getByRole('textbox', { name: 'Tittel' }).first().fill('Ny ferge');
    await page.getByRole('textbox', { name: 'Beskrivelse' }).fill('Om *fergen*.');
    await page.reload(); // what was typed is kept
    await page.waitForSelector('html[data-ready]');
    assert.equal(await page.getByRole('textbox', { name: 'Tittel' }).first().inputValue(), 'Ny ferge');
    await page.locator('.planned select').first().selectOption('voting');
    await page.getByRole('button', { name: 'Opprett saken' }).click();
    await page.waitForURL(/\/processes\/\d+$/);
    await page.getByText('Avstemning', { exact: true }).first().waitFor();

    await page.getByRole('link', { name: 'Nytt dokument' }).click();
    await page.getByRole('textbox', { name: 'Tittel' }).fill('Fergeplanen');
    await page.locator('textarea').first().fill('# Plan\n\nEn ferge til alle.');
    await page.getByRole('button', { name: /Lagre|Opprett/ }).first().click();
    await page.waitForURL(/\/documents\/\d+$/);
    await page.goBack();
    await page.goBack();

    await page.getByRole('link', { name: 'Ny avstemning' }).click();
    await page.waitForURL(/ballots\/new$/);
    await page.getByRole('textbox', { name: 'Spørsmål' }).fill('Hvilken ferge?');
    await page.getByText('flere alternativer, én stemme').click();
    await page.getByRole('textbox', { name: 'Alternativ 1' }).fill('Rød');
    await page.getByRole('textbox', { name: 'Alternativ 2' }).fill('Blå');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Lagre kladden' }).click();
    await page.waitForURL(/\/ballots\/\d+$/);
    await page.getByRole('button', { name: 'Åpne avstemningen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Åpne avstemningen' }).click();
    await page.getByLabel('Blå').waitFor();
    assert.deepEqual(page.complaints, []);
});

test('a form that is refused leads to the field, and stages are put in order by keys', async () => {
    const page = await signedIn('eirik.dahle', { width: 390, dark: true });
    await open(page, '/units/1/processes/new');
    await page.getByRole('textbox', { name: 'Tittel' }).first().fill('Ny kai');
    await page.getByRole('textbox', { name: 'Beskrivelse' }).fill('Om **kaien**.');
    await page.getByRole('button', { name: 'Forhåndsvis' }).click();
    await page.locator('.preview strong').getByText('kaien').waitFor();
    const starts = page.getByLabel('Starter');
    await starts.nth(0).fill('2090-05-01T10:00');
    await starts.nth(2).fill('2090-04-01T10:00');
    await page.getByRole('button', { name: 'Opprett saken' }).click();
    await page.waitForSelector('.planned li:nth-child(3) input[aria-invalid=true]:focus');
    assert.deepEqual(await violations(page), []);

    await page.getByRole('button', { name: 'Flytt Avsluttet opp' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[aria-label="Flytt Avsluttet ned"]:focus');
    await page.getByRole('button', { name: 'Opprett saken' }).click();
    await page.waitForURL(/\/processes\/\d+$/);
    await page.locator('.timeline strong').first().waitFor();
    assert.deepEqual(await page.locator('.timeline strong').allTextContents(), ['Avsluttet', 'Forberedes', 'Debatt']);

    await page.getByRole('button', { name: 'Start fasen «Debatt» nå' }).click();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('dialog').getByRole('button', { name: 'Start fasen' }).click();
    await page.locator('[aria-current=step]').getByText('Debatt').waitFor();
    // The refusal above is the only thing that the browser may have complained of.
    assert.deepEqual(page.complaints.filter((line) => !line.includes('422')), []);
});

test('a form that was opened before a colleague began a stage keeps what was typed and undoes nothing', async () => {
    const client = server.client();
    assert.equal((await client.signIn(visits.editor, visits.password)).status, 200);
    const me = await client.get('/api/me');
    const unit = me.body.standings.find((one) => one.role === 'editor').unit.id;
    const made = await client.post(`/api/units/${unit}/processes`, {
        title: 'Havneplan',
        audience: 'public',
        stages: [
            { title: 'Debatt', kind: 'discussing', starts: '2020-01-01T00:00:00Z' },
            { title: 'Votering', kind: 'voting', starts: null },
        ],
    });
    assert.equal(made.status, 201, made.text);
    const page = await signedIn('eirik.dahle', { width: 390 });
    await open(page, `/processes/${made.body.id}/edit`);
    const title = page.getByRole('textbox', { name: 'Tittel' }).first();
    await title.fill('Havneplanen');
    const begun = await client.post(`/api/processes/${made.body.id}/stage`, { stage: made.body.stages[1].id });
    assert.equal(begun.status, 200, begun.text);
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText(/Noen andre har endret saken siden du åpnet den/).waitFor();
    assert.equal(await title.inputValue(), 'Havneplanen');
    assert.notEqual(await page.locator('.planned input[type=datetime-local]').nth(1).inputValue(), '');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.waitForURL(/\/processes\/\d+$/);
    const now = (await client.get(`/api/processes/${made.body.id}`)).body;
    assert.equal(now.title, 'Havneplanen');
    assert.equal(now.stages[1].starts, begun.body.stages[1].starts);
    assert.deepEqual(page.complaints.filter((one) => !/409/.test(one)), []);
});

test('a moderator sees what is hidden with its reason and appeal, and shows it again', async () => {
    const page = await signedIn('mona.viken', { width: 390 });
    await open(page, '/processes/1');
    await page.getByText('1 skjult kommentar').waitFor();
    await page.getByText('Det var ment som ros.').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Vis igjen' }).click();
    await page.getByText('1 skjult kommentar').waitFor({ state: 'hidden' });
    assert.deepEqual(page.complaints, []);
});

test('an editor corrects a typing error with the preview beside the text', async () => {
    const page = await signedIn('eirik.dahle', { width: 1440 });
    await open(page, '/documents/1/edit');
    await page.locator('.editor-preview').getByText('Kommunene først').waitFor();
    assert.deepEqual(await violations(page), []);
    const text = page.locator('textarea').first();
    await text.fill((await text.inputValue()).replace('Kommunene først', 'Kommunene fyrst'));
    await page.getByText('Bare skrivefeil er rettet').click();
    await page.getByRole('button', { name: 'Lagre som ny versjon' }).click();
    await page.waitForURL(/\/documents\/1$/);
    await page.locator('#text').getByText('Kommunene fyrst').waitFor();
    assert.deepEqual(page.complaints, []);
});
