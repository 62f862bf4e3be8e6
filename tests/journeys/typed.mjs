// Nothing that was typed is lost, sent for another, or shown to another.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, violations } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';
import * as visits from '../support/visits.mjs';

const text = '# Ferge\n\nVi vil ha gratis ferge. Maten om bord er god.\n\nVeiene skal være trygge.\n\nTil sist.\n';

let server;
let browser;
let editor;
let process;
let document;
before(async () => {
    server = await startServer();
    browser = await openBrowser();
    ({ client: editor, process, document } = await visits.amendedDocument(server, 'Forslag', text));
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const address = (who) => `${who}@samlingspartiet.example`;
const signedIn = (who, options) => visits.signedIn(server, browser, address(who), options);
const open = (page, path) => visits.open(server, page, path);

async function propose(page, block) {
    await open(page, `/documents/${document}`);
    await page.locator(`#${block}`).hover();
    await page.locator(`#${block} .bubble`).click();
    await page.locator('.margin-card, dialog').getByRole('button', { name: 'Foreslå endring' }).first().click();
    await page.getByText('Endre avsnittet').waitFor();
}
const words = (page) => page.getByRole('textbox', { name: 'Teksten slik du vil ha den' });
const close = (page) => page.locator('.propose').getByRole('button', { name: 'Avbryt' }).click();
const kept = (page) =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('samrad:draft:')));
const look = async (page, name) => {
    const folder = globalThis.process.env.SAMRAD_PICTURES;
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
};
const version = async (markdown) => {
    const { head: base } = (await editor.get(`/api/documents/${document}`)).body;
    const made = await editor.post(`/api/documents/${document}/versions`, { base, markdown, note: 'Ny' });
    assert.equal(made.status, 201, made.text);
};

test('a sheet that was only opened keeps nothing, and a paragraph that is to go is empty when one comes back', async () => {
    const page = await signedIn('aase.nordboe', { width: 390 });
    await propose(page, 'b3');
    assert.equal(await words(page).inputValue(), 'Veiene skal være trygge.');
    await page.getByText('Hele dokumentet', { exact: true }).click();
    await page.getByText('Endre avsnittet').click();
    await close(page);
    assert.deepEqual(await kept(page), []);
    await propose(page, 'b3');
    await words(page).fill('');
    await page.getByText('stryk «Veiene skal være trygge.»').waitFor();
    await close(page);
    await propose(page, 'b3');
    await page.getByText('Det du skrev her sist, er tatt vare på.').waitFor();
    assert.equal(await words(page).inputValue(), '');
    await page.getByText('stryk «Veiene skal være trygge.»').waitFor();
    await page.getByRole('button', { name: 'Begynn på nytt' }).click();
    assert.equal(await words(page).inputValue(), 'Veiene skal være trygge.');
    await close(page);
    assert.deepEqual(await kept(page), []);
    assert.deepEqual(page.complaints, []);
});

test('what was typed on one version is there on the next, beside the paragraph as it is now', async () => {
    const page = await signedIn('aase.nordboe', { width: 1440 });
    await propose(page, 'b2');
    await words(page).fill('Vi vil ha billig ferge. Maten om bord er god.');
    await page.getByRole('textbox', { name: 'Begrunnelse' }).fill('Gratis er for dyrt.');
    await close(page);
    await propose(page, 'b4');
    await page.getByText('Hele dokumentet', { exact: true }).click();
    const whole = page.locator('.propose textarea').first();
    await page.waitForFunction(() => globalThis.document.querySelector('.propose textarea')?.value.startsWith('# Ferge'));
    await whole.fill('# Buss\n\nVi vil ha buss.\n');
    await close(page);
    await version(text.replace('gratis ferge', 'gratis hurtigbåt'));
    await propose(page, 'b2');
    await page.getByText('Det du skrev her, er skrevet på versjon 1.').waitFor();
    await page.getByText('Vi vil ha gratis hurtigbåt.', { exact: false }).and(page.locator('.kept-words blockquote')).waitFor();
    assert.equal(await words(page).inputValue(), 'Vi vil ha billig ferge. Maten om bord er god.');
    assert.equal(await page.getByRole('textbox', { name: 'Begrunnelse' }).inputValue(), 'Gratis er for dyrt.');
    await page.locator('.preview ins').first().waitFor();
    assert.deepEqual(await violations(page), []);
    await look(page, 'typed_paragraph');
    await close(page);
    await propose(page, 'b4');
    await page.getByText('Hele teksten slik den er i versjon 2').click();
    assert.equal(await page.locator('.propose textarea').nth(1).inputValue(), '# Buss\n\nVi vil ha buss.\n');
    assert.match(await page.locator('.kept-words textarea').inputValue(), /hurtigbåt/);
    await look(page, 'typed_whole');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Begynn på nytt' }).click();
    await close(page);
    assert.deepEqual(page.complaints, []);
});

test('what was typed for a paragraph that is gone is found where one proposes something else', async () => {
    const page = await signedIn('mona.viken', { width: 390, dark: true });
    await propose(page, 'b4');
    await words(page).fill('Til aller sist.');
    await close(page);
    await version(text.replace('gratis ferge', 'gratis hurtigbåt').replace('\n\nTil sist.', ''));
    await propose(page, 'b3');
    await page.getByText('Du har begynt på et forslag til et avsnitt som er borte').click();
    await page.locator('.lost-words').getByText('Til aller sist.').waitFor();
    await look(page, 'typed_gone');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Glem dette' }).click();
    await page.locator('.lost-words').waitFor({ state: 'detached' });
    assert.deepEqual(await kept(page), []);
    assert.deepEqual(page.complaints, []);
});

test('in whose name one proposes is kept with the words, and the words pass to nobody else on the machine', async () => {
    const page = await signedIn('eirik.dahle', { width: 1440 });
    await propose(page, 'b3');
    await words(page).fill('Veiene skal være svært trygge.');
    const sponsor = page.getByRole('combobox', { name: 'På vegne av' });
    await sponsor.selectOption({ index: 1 });
    const unit = await sponsor.inputValue();
    await close(page);
    await propose(page, 'b3');
    assert.equal(await sponsor.inputValue(), unit);
    await close(page);
    const leave = async () => {
        await page.locator('.bar-account').click();
        await page.getByRole('button', { name: 'Logg ut', exact: true }).click();
        await page.locator('a.bar-account').waitFor();
    };
    const come = async (who) => {
        await open(page, '/sign-in');
        await page.fill('input[name=email]', address(who));
        await page.fill('input[name=password]', visits.password);
        await page.click('main form button[type=submit]');
        await page.waitForURL(server.url + '/');
    };
    await leave();
    await come('mona.viken');
    await propose(page, 'b3');
    assert.equal(await words(page).inputValue(), 'Veiene skal være trygge.');
    await close(page);
    await leave();
    await come('eirik.dahle');
    await propose(page, 'b3');
    assert.equal(await words(page).inputValue(), 'Veiene skal være svært trygge.');
    await page.getByRole('button', { name: 'Send inn' }).click();
    await page.getByText('E 1 er sendt inn.').waitFor();
    assert.deepEqual(await kept(page), []);
    assert.deepEqual(page.complaints, []);
});

test('what one means by a comment is kept with its words', async () => {
    const page = await signedIn('mona.viken', { width: 390 });
    const write = async () => {
        await open(page, `/documents/${document}`);
        await page.getByRole('button', { name: 'Kommenter hele dokumentet' }).click();
        await page.locator('.writing textarea').waitFor();
    };
    await write();
    await page.locator('.writing textarea').fill('Dette er bra.');
    await page.locator('.writing').getByText('for', { exact: true }).click();
    await write();
    assert.equal(await page.locator('.writing textarea').inputValue(), 'Dette er bra.');
    assert.equal(await page.getByRole('radio', { name: 'for', exact: true }).isChecked(), true);
    await page.locator('.writing').getByRole('button', { name: 'Send' }).click();
    await page.locator('.writing').waitFor({ state: 'detached' });
    assert.deepEqual(await kept(page), []);
    assert.deepEqual(page.complaints, []);
});

test('that the deadline has passed is said before a word is written, and a draft is kept once', async () => {
    const page = await signedIn('mona.viken', { width: 390 });
    const rule = { amendments: { until: '2021-01-01T00:00:00Z' } };
    assert.equal((await editor.patch(`/api/processes/${process}`, rule)).status, 200);
    await propose(page, 'b3');
    await page.getByText('Fristen er ute.').waitFor();
    await look(page, 'typed_deadline');
    await words(page).fill('Veiene skal være brede.');
    await page.locator('.preview ins').first().waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.getByRole('button', { name: 'Send inn' }).isDisabled(), true);
    await page.getByRole('button', { name: 'Lagre kladd' }).click();
    await page.getByText('Kladden er lagret under Mine endringsforslag.').waitFor();
    assert.deepEqual(await kept(page), []);
    await open(page, '/amendments');
    await page.getByRole('button', { name: 'Forkast' }).click();
    await page.getByText('Forkaste kladden?').waitFor();
    await look(page, 'typed_discard');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).click();
    await page.getByRole('button', { name: 'Skriv videre' }).click();
    await page.waitForFunction(() => globalThis.document.querySelector('.propose textarea')?.value.includes('brede'));
    await words(page).fill('Veiene skal være svært brede.');
    await page.locator('.preview ins').getByText('svært').waitFor();
    await page.getByRole('button', { name: 'Lagre kladd' }).click();
    await page.locator('.amendment ins').getByText('svært').waitFor();
    assert.equal(await page.locator('.amendment').count(), 1);
    await page.getByRole('button', { name: 'Forkast' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forkast' }).click();
    await page.locator('.amendment').waitFor({ state: 'detached' });
    assert.deepEqual(page.complaints, []);
});

test('an amendment to an amendment that was left as a draft is written on', async () => {
    const mona = server.client();
    assert.equal((await mona.signIn(address('mona.viken'), visits.password)).status, 200);
    const { items } = (await mona.get(`/api/documents/${document}/amendments`)).body;
    const { id: amends, difference_version: version } = items[0];
    const blocks = (await mona.get(`/api/documents/${document}/versions/${version}/blocks?amends=${amends}`)).body.items;
    const changes = [{ block: blocks[0].block, markdown: 'Veiene skal være svært brede.' }];
    const made = await mona.post(`/api/documents/${document}/amendments`, { version, amends, changes });
    assert.equal(made.status, 201, made.text);
    const page = await signedIn('mona.viken', { width: 1440 });
    await open(page, '/amendments');
    await page.getByRole('button', { name: 'Skriv videre' }).click();
    const text = page.getByRole('textbox', { name: 'Teksten slik E 1 vil ha den' });
    assert.equal(await text.inputValue(), 'Veiene skal være svært brede.');
    await text.fill('Veiene skal være ganske brede.');
    await page.locator('.preview ins').getByText('ganske').waitFor();
    assert.deepEqual(await violations(page), []);
    await look(page, 'typed_amending');
    await page.getByRole('button', { name: 'Lagre kladd' }).click();
    await page.locator('.amendment ins').getByText('ganske').waitFor();
    assert.equal(await page.locator('.amendment').count(), 1);
    assert.deepEqual(await kept(page), []);
    assert.deepEqual(page.complaints, []);
});
