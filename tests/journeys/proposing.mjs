// Proposals beyond a changed word: moved, kept as a draft, answering a comment, joined, answered for on a new version.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, violations } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';
import * as visits from '../support/visits.mjs';

const text =
    '# Ferge\n\nVi vil ha gratis ferge. Maten om bord er god.\n\nVeiene skal være trygge.\n\n' +
    '| År | Mål |\n| --- | --- |\n| 2027 | 10 |\n\nTil sist:\n\n- tog\n- buss\n';

let server;
let browser;
let editor;
let document;
before(async () => {
    server = await startServer();
    browser = await openBrowser();
    ({ client: editor, document } = await visits.amendedDocument(server, 'Forslag', text));
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const signedIn = (who, options) => visits.signedIn(server, browser, `${who}@samlingspartiet.example`, options);
const open = (page, path) => visits.open(server, page, path);

/** Opens the proposal for a block of the reading page. */
async function propose(page, block) {
    await page.locator(`#${block}`).hover();
    await page.locator(`#${block} .bubble`).click();
    await page.locator('.margin-card, dialog').getByRole('button', { name: 'Foreslå endring' }).first().click();
    await page.getByText('Endre avsnittet').waitFor();
}
const words = (page) => page.getByRole('textbox', { name: 'Teksten slik du vil ha den' });
const filled = (page, part) =>
    page.waitForFunction((part) => globalThis.document.querySelector('.propose textarea')?.value.includes(part), part);
const send = (page) => page.getByRole('button', { name: 'Send inn' }).click();
const card = (page, n) =>
    page.locator('.amendment', { has: page.locator('.amendment-name').getByText(`E ${n}`, { exact: true }) });

test('one sees how the change is cited, and what it breaks, before it is sent', async () => {
    const page = await signedIn('aase.nordboe', { width: 390 });
    await open(page, `/documents/${document}`);
    await propose(page, 'b2');
    await filled(page, 'gratis');
    await words(page).fill('Vi vil ha billig ferge. Maten om bord er god.');
    await page.getByText('Linje 2: erstatt «gratis» med «billig».').waitFor();
    assert.equal(await page.locator('.preview .warning').count(), 0);
    await words(page).fill('Vi vil ha billig ferge. Maten om bord er god.\n---');
    await page.getByText('Linje 2 blir noe annet enn den var').waitFor();
    assert.deepEqual(await violations(page), []);
    await words(page).fill('Vi vil ha billig ferge. Maten om bord er god.');
    await page.waitForFunction(() => globalThis.document.querySelector('.preview .warning') === null);
    await send(page);
    await page.getByText('E 1 er sendt inn.').waitFor();
    assert.deepEqual(page.complaints, []);
});

test('a paragraph is moved, kept as a draft, and sent from one’s own list', async () => {
    const page = await signedIn('mona.viken', { width: 1440 });
    await open(page, `/documents/${document}`);
    await propose(page, 'b3');
    await page.getByText('Flytt avsnittet').click();
    const where = page.getByRole('group', { name: 'Flytt til etter' });
    await where.getByLabel('Ord eller linjenummer').fill('ferge');
    await where.getByRole('button', { name: 'linje 1 Ferge' }).click();
    await page.getByText('Linje 3: flytt «Veiene skal være trygge.» til etter linje 1.').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Lagre kladd' }).click();
    await page.getByText('Kladden er lagret under Mine endringsforslag.').waitFor();
    await open(page, '/amendments');
    await page.getByText('flytting', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Send inn' }).first().click();
    await page.getByText('til behandling', { exact: true }).first().waitFor();
    assert.deepEqual(page.complaints, []);
});

test('a proposal answers a comment, and what says the same is folded and joined', async () => {
    const said = await editor.post(`/api/documents/${document}/comments`, {
        text: 'Gratis blir for dyrt.',
        anchor: { version: 1, block: 'b2' },
    });
    assert.equal(said.status, 201, said.text);
    const page = await signedIn('mona.viken', { width: 1440 });
    await open(page, `/documents/${document}`);
    const comment = page.locator('.margin-card', { hasText: 'Gratis blir for dyrt.' });
    await comment.hover();
    await comment.locator('.open-card').press('Enter');
    await comment.getByRole('button', { name: 'Flere valg' }).click();
    await page.getByRole('button', { name: 'Foreslå endring ut fra dette' }).click();
    await page.getByText('Forslaget svarer på kommentaren.').waitFor();
    await filled(page, 'gratis');
    await words(page).fill('Vi vil ha billig ferge. Maten om bord er god.');
    await page.getByText('Noen har foreslått akkurat det samme.').waitFor();
    await send(page);
    await page.getByText('E 3 er sendt inn.').waitFor();
    await open(page, `/documents/${document}/amendments`);
    await page.getByText('1 til sier akkurat det samme som E 1').click();
    await card(page, 3).getByText('Svarer på en kommentar av').waitFor();
    assert.deepEqual(await violations(page), []);
    await card(page, 3).getByRole('button', { name: 'Slå sammen med E 1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Slå sammen' }).click();
    await page.getByText('Slått sammen med E 1.').waitFor();
    await card(page, 1).getByText('Mona Viken').waitFor();
    assert.deepEqual(page.complaints, []);
});

test('the merge room goes from passage to passage, and starts over when asked twice', async () => {
    const other = await signedIn('aase.nordboe', { width: 1440 });
    await open(other, `/documents/${document}`);
    await propose(other, 'b2');
    await filled(other, 'gratis');
    await words(other).fill('Vi vil ha svært dyr ferge. Maten om bord er god.');
    await send(other);
    await other.getByText('E 4 er sendt inn.').waitFor();
    const page = await signedIn('eirik.dahle', { width: 1440 });
    await open(page, `/documents/${document}/merge`);
    await page.getByRole('button', { name: 'Neste sted' }).click();
    await page.waitForFunction(() => globalThis.document.querySelectorAll('.room-amendment').length === 3);
    assert.deepEqual(await violations(page), []);
    await page.getByRole('listitem', { name: /^E 1,/ }).getByText('ta inn', { exact: true }).click();
    await page.getByRole('button', { name: 'Begynn på nytt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Begynn på nytt' }).click();
    await page.getByText('Ingenting er tatt inn ennå.').waitFor();
    await page.getByRole('listitem', { name: /^E 1,/ }).getByText('ta inn', { exact: true }).click();
    const sponsor = await signedIn('aase.nordboe', { width: 390 });
    await open(sponsor, '/amendments');
    await card(sponsor, 1).getByText('til behandling').waitFor();
    await page.getByRole('textbox', { name: 'Hva er endret?' }).fill('Billig ferge');
    await page.getByRole('button', { name: 'Lag versjon 2' }).click();
    await page.waitForURL(/comparison/);
    // The next version has a note of its own.
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':merge:')).length), 0);
    await card(sponsor, 1).getByText('står i versjon 2').waitFor();
    assert.deepEqual([...page.complaints, ...other.complaints], []);
});

test('a sponsor says whether an amendment means the same on the new version', async () => {
    const page = await signedIn('mona.viken', { width: 390, dark: true });
    await open(page, '/amendments');
    await card(page, 2).getByText('Skrevet på versjon 1, ført over til versjon 2.').waitFor();
    assert.deepEqual(await violations(page), []);
    await card(page, 2).getByRole('button', { name: 'Det er ikke det jeg mener' }).click();
    await card(page, 2).getByText('Forslagsstilleren mener noe annet').waitFor();
    await page.getByRole('button', { name: 'Si hva du mener nå' }).click();
    await page.getByText('E 2 slik det ble sendt inn').waitFor();
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(page.complaints, []);
});

test('why a sentence is there is asked of that sentence, and tells the comment that was answered', async () => {
    const page = await signedIn('aase.nordboe', { width: 1440 });
    await open(page, `/documents/${document}`);
    await page.locator('#b2').hover();
    await page.locator('#b2 .bubble').click();
    await page.getByRole('button', { name: 'Hvorfor står dette her?' }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('E 1', { exact: true }).waitFor();
    await sheet.getByText('Gratis blir for dyrt.').waitFor();
    assert.deepEqual(await violations(page), []);
    await sheet.getByRole('button', { name: 'Maten om bord er god.' }).click();
    await sheet.getByText('E 1', { exact: true }).waitFor({ state: 'hidden' });
    assert.deepEqual(page.complaints, []);
});
