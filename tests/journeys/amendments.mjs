// From a member's suggestion on a phone to the committee's merged version on a reader's open page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage, violations } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';
import * as visits from '../support/visits.mjs';

let server;
let browser;
let editor; // a client, and what it made
let document;
before(async () => {
    server = await startServer();
    browser = await openBrowser();
    ({ client: editor, document } = await visits.amendedDocument(server, 'Endringer', '# Ferge\n\nVi vil ha gratis ferge. Maten om bord er god.\n\nVeiene skal være trygge.\n'));
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const signedIn = (who, options) => visits.signedIn(server, browser, who, options);
const open = (page, path) => visits.open(server, page, path);

test('a member proposes a change on a phone, and sees before sending what it changes', async () => {
    const page = await signedIn('aase.nordboe@samlingspartiet.example', { width: 390 });
    await open(page, `/documents/${document}`);
    await page.locator('#b2').hover();
    await page.locator('#b2 .bubble').click();
    await page.getByRole('button', { name: 'Foreslå endring' }).click();
    const text = page.getByRole('textbox', { name: 'Teksten slik du vil ha den' });
    await page.waitForFunction(() => globalThis.document.querySelector('.propose textarea')?.value.includes('gratis'));
    await text.fill('Vi vil ha billig ferge. Maten om bord er god.');
    await page.locator('.preview ins').getByText('billig').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('textbox', { name: 'Begrunnelse' }).fill('Gratis er for dyrt.');
    await page.getByRole('button', { name: 'Send inn' }).click();
    await page.getByText('E 1 er sendt inn.').waitFor();
    assert.deepEqual(page.complaints, []);
});

test('another who wants the same words otherwise is told whom it collides with', async () => {
    const page = await signedIn('mona.viken@samlingspartiet.example', { width: 1440 });
    await open(page, `/documents/${document}`);
    await page.locator('.margin-card').getByText('Gratis er for dyrt.').waitFor();
    await page.locator('#b2').hover();
    await page.locator('#b2 .bubble').click();
    await page.locator('.margin-card, dialog').getByRole('button', { name: 'Foreslå endring' }).first().click();
    await page.waitForFunction(() => globalThis.document.querySelector('.propose textarea')?.value.includes('gratis'));
    await page.getByRole('textbox', { name: 'Teksten slik du vil ha den' }).fill('Vi vil ha dyr ferge. Maten om bord er god.');
    await page.getByText('Disse forslagene kolliderer med ditt.').waitFor();
    await page.getByText('om «gratis»').waitFor();
    await page.getByRole('button', { name: 'Send inn' }).click();
    await page.getByText('E 2 er sendt inn.').waitFor();
    assert.deepEqual(page.complaints, []);
});

test('who came first sees among their own that somebody wants the same words otherwise', async () => {
    const page = await signedIn('aase.nordboe@samlingspartiet.example', { width: 390 });
    await open(page, '/amendments');
    const together = page.locator(`a[href^="/documents/${document}/amendments?lines="]`);
    await together.waitFor();
    await page.getByText('Kolliderer med').first().waitFor();
    assert.deepEqual(await violations(page), []);
    await together.click();
    await page.getByText('Bare linje 2. Vis alle igjen').waitFor();
    assert.deepEqual(page.complaints, []);
});

test('a member amends an amendment where it stands, and it is shown under that one as the difference to its words', async () => {
    const page = await signedIn('aase.nordboe@samlingspartiet.example', { width: 390 });
    await open(page, `/documents/${document}/amendments`);
    const card = page.locator('.amendment', { has: page.locator('.amendment-name').getByText('E 2', { exact: true }) });
    await card.getByRole('button', { name: 'Foreslå endring i forslaget' }).click();
    const text = page.getByRole('textbox', { name: 'Teksten slik E 2 vil ha den' });
    await text.waitFor();
    assert.equal(await text.inputValue(), 'Vi vil ha dyr ferge. Maten om bord er god.');
    await text.fill('Vi vil ha svært dyr ferge. Maten om bord er god.');
    await page.locator('.preview ins').getByText('svært').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Send inn' }).click();
    await page.locator('.amendment', { hasText: 'Endrer E 2' }).waitFor();
    await card.getByText('Endringsforslag til dette: 1').click();
    await card.locator('.amending ins').getByText('svært').waitFor();
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(page.complaints, []);
});

test('two editors merge together, settle the collision, and the new version is on a reader’s open page', async () => {
    const reader = await openPage(browser, { width: 1440 });
    await open(reader, `/documents/${document}`);
    const other = await signedIn('eirik.dahle@samlingspartiet.example', { width: 1440 });
    await open(other, `/documents/${document}/merge`);
    const page = await signedIn('eirik.dahle@samlingspartiet.example', { width: 1440 });
    await open(page, `/documents/${document}/merge`);
    const take = (room, n) => room.getByRole('listitem', { name: new RegExp(`^E ${n},`) }).getByText('ta inn', { exact: true });
    await take(page, 1).click();
    await other.locator('.room-amendment.is-take', { hasText: /E 1/ }).waitFor();
    await take(other, 2).click();
    await page.locator('.dispute').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.locator('.readings li', { hasText: /E 2/ }).getByRole('button').click();
    await page.getByText('Avgjort for hånd.', { exact: true }).waitFor();
    // Undo knows what was written as it knows what was decided.
    await page.getByRole('button', { name: 'Angre' }).click();
    await page.locator('.dispute.open').waitFor();
    await page.locator('.readings li', { hasText: /E 2/ }).getByRole('button').click();
    await page.locator('.settled-dispute li', { hasText: /E 1.*Faller bort/ }).waitFor();
    await page.locator('.settled-dispute li', { hasText: /E 2.*Ordlyden brukes/ }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Lag versjon 2' }).click();
    await page.waitForURL(/comparison/);
    await reader.getByText('Versjon 2 er her.').waitFor();
    await reader.getByRole('button', { name: 'Les den' }).click();
    await reader.locator('#text').getByText('Vi vil ha dyr ferge.').waitFor();
    await reader.locator('#b2').hover();
    await reader.locator('#b2 .bubble').click();
    await reader.getByRole('button', { name: 'Hvorfor står dette her?' }).first().click();
    await reader.getByRole('dialog').getByText('E 2', { exact: true }).waitFor();
    assert.deepEqual([...page.complaints, ...other.complaints, ...reader.complaints], []);
});

test('what a colleague decides in between is shown, and neither undone nor left out of the version', async () => {
    const { client, document: room } = await visits.amendedDocument(server, 'To redaktører', '# Ferge\n\nVi vil ha gratis ferge.\n\nVeiene skal være trygge.\n');
    const sent = [];
    for (const [block, markdown] of [['b2', 'Vi vil ha billig ferge.'], ['b3', 'Veiene skal være brede.']]) {
        const made = await client.post(`/api/documents/${room}/amendments`, { version: 1, changes: [{ block, markdown }] });
        assert.equal(made.status, 201, made.text);
        sent.push(made.body.amendment.id);
        assert.equal((await client.post(`/api/amendments/${made.body.amendment.id}/submission`)).status, 200);
    }
    const decide = (id, expected, decision) =>
        client.post(`/api/documents/${room}/merge/decisions`, { version: 1, decision, amendments: [{ id, expected }] });
    const page = await signedIn('eirik.dahle@samlingspartiet.example', { width: 1440 });
    await open(page, `/documents/${room}/merge`);
    const first = page.getByRole('listitem', { name: /^E 1,/ });
    await first.getByText('ta inn', { exact: true }).click();
    await page.locator('.room-amendment.is-take', { hasText: /E 1/ }).waitFor();
    assert.equal((await decide(sent[0], 'take', 'leave')).status, 200);
    await page.locator('.room-amendment.is-leave', { hasText: /E 1/ }).getByText(/^Avgjort av /).waitFor();
    await page.getByRole('button', { name: 'Angre' }).click();
    await page.getByText(/har avgjort E 1 siden du så på det/).waitFor();
    await page.locator('.room-amendment.is-leave', { hasText: /E 1/ }).waitFor();
    assert.deepEqual(await violations(page), []);

    await page.getByRole('listitem', { name: /^E 2,/ }).getByText('ta inn', { exact: true }).click();
    await page.locator('.room-amendment.is-take', { hasText: /E 2/ }).waitFor();
    // From here on the page hears nothing of the room until it asks again.
    let letGo;
    const held = new Promise((done) => (letGo = done));
    await page.route(`**/api/documents/${room}/merge`, async (route) => {
        await held;
        await route.continue();
    });
    assert.equal((await decide(sent[0], 'leave', 'open')).status, 200);
    await page.getByRole('button', { name: 'Lag versjon 2' }).click();
    await page.getByText(/har avgjort mer i rommet siden du så på det/).waitFor();
    letGo();
    await page.locator('.room-amendment.is-open', { hasText: /E 1/ }).waitFor();
    await page.getByRole('button', { name: 'Lag versjon 2' }).click();
    await page.waitForURL(/comparison/);
    assert.deepEqual(page.complaints.filter((one) => !/409/.test(one)), []);
});

test('a sponsor sees what became of hers, and the list reads without fault at both widths', async () => {
    for (const width of [390, 1440]) {
        const page = await signedIn('aase.nordboe@samlingspartiet.example', { width });
        await open(page, '/amendments');
        await page.locator('.outcome', { hasText: 'Det kolliderte med E 2, og den ordlyden ble valgt.' }).getByText('Avvist').waitFor();
        assert.deepEqual(await violations(page), []);
        await open(page, `/documents/${document}/amendments`);
        await page.locator('.amendment').first().waitFor();
        assert.deepEqual(await violations(page), []);
        await open(page, '/documents/1/synopsis');
        await page.locator('.synopsis-one').first().waitFor();
        assert.deepEqual(await violations(page), []);
        await page.context().close();
    }
});
