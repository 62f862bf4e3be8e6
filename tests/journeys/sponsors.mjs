// What a sponsor learns of an amendment of theirs: the words that came of it and where they stand, what waits for an
// answer, and what becomes of those who support it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage, violations } from '../support/browser.mjs';
import { eventually, startServer } from '../support/server.mjs';
import * as visits from '../support/visits.mjs';

const member = 'aase.nordboe@samlingspartiet.example';
let server;
let browser;
let editor; // a client
let document;
let hers; // ids: settled by hand, the deletion of a paragraph that was reworded
before(async () => {
    server = await startServer();
    browser = await openBrowser();
    const text = '# Ferge\n\nVi vil ha gratis ferge. Maten om bord er god.\n\nVeiene skal være trygge.\n\nTogene skal gå.\n';
    ({ client: editor, document } = await visits.amendedDocument(server, 'Svar', text));
    const propose = async (who, block, markdown) => {
        const client = server.client();
        await client.signIn(who, visits.password);
        const made = await client.post(`/api/documents/${document}/amendments`, { version: 1, reason: 'Fordi.', changes: [{ block, markdown }] });
        assert.equal(made.status, 201, made.text);
        assert.equal((await client.post(`/api/amendments/${made.body.amendment.id}/submission`)).status, 200);
        return made.body.amendment.id;
    };
    const other = 'mona.viken@samlingspartiet.example';
    hers = [await propose(member, 'b2', 'Vi vil ha billig ferge. Maten om bord er god.'), await propose(member, 'b3', '')];
    const theirs = [
        await propose(other, 'b2', 'Vi vil ha dyr ferge. Maten om bord er god.'),
        await propose(other, 'b3', 'Veiene skal være brede.'),
    ];
    const supporter = server.client();
    await supporter.signIn(other, visits.password);
    assert.equal((await supporter.request('PUT', `/api/amendments/${hers[1]}/support`)).status, 200);
    const amendments = [hers[0], ...theirs].map((id) => ({ id, expected: 'open' }));
    let room = await editor.post(`/api/documents/${document}/merge/decisions`, { version: 1, decision: 'take', amendments });
    const [{ from, to }] = room.body.disputes;
    room = await editor.post(`/api/documents/${document}/merge/texts`, { version: 1, from, to, expected: 0, text: 'rimelig' });
    assert.equal(room.status, 200, room.text);
    const made = await editor.post(`/api/documents/${document}/merge/version`, { version: 1, seen: room.body.entries });
    assert.equal(made.status, 201, made.text);
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

for (const { width, dark } of [
    { width: 390, dark: true },
    { width: 1440, dark: false },
])
    test(`whose words were settled by hand reads what stands in the version, and gets there, at ${width} pixels`, async () => {
        const page = await visits.signedIn(server, browser, member, { width, dark });
        await visits.open(server, page, '/amendments');
        const card = page.locator(`#amendment-${hers[0]}`);
        await card.getByText('Vedtatt i endret form').waitFor();
        assert.equal(await card.locator('.stands ins').textContent(), 'rimelig');
        assert.equal(await card.getByText('ikke innstilt ennå').count(), 0);
        assert.deepEqual(await violations(page), []);
        await card.getByRole('link', { name: 'Slik står det i versjon 2, linje 2:' }).click();
        await page.waitForURL(`**/documents/${document}/versions/2#b2`);
        await page.waitForSelector('#b2:target');
        assert.deepEqual(page.complaints, []);
        await page.context().close();
    });

test('“why is this here?” says that the editors wrote it, and shows the words', async () => {
    const page = await openPage(browser, { width: 1440 });
    await visits.open(server, page, `/documents/${document}`);
    await page.locator('#b2').hover();
    await page.locator('#b2 .bubble').click();
    await page.locator('dialog, .margin-card').getByRole('button', { name: 'Hvorfor står dette her?' }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('Redaksjonen skrev denne ordlyden ut fra 2 forslag').waitFor();
    await sheet.locator('ins', { hasText: 'rimelig' }).waitFor();
    await page.context().close();
});

test('a sponsor sees what waits for an answer, answers in the card, and is told before it is sent who goes', async () => {
    const page = await visits.signedIn(server, browser, member, { width: 390 });
    await visits.open(server, page, '/amendments');
    await page.getByText('1 forslag venter på svar fra deg:').waitFor();
    assert.deepEqual(await violations(page), []);
    const card = page.locator(`#amendment-${hers[1]}`);
    await card.locator('.carried').getByRole('button', { name: 'Si hva du mener nå' }).click();
    await page.getByRole('textbox', { name: 'Teksten slik du vil ha den' }).waitFor();
    await page.getByText('1 støtter forslaget slik det sto.').waitFor();
    await page.getByRole('textbox', { name: 'Teksten slik du vil ha den' }).fill('');
    await page.locator('.preview del').first().waitFor();
    await page.getByText('1 støtter forslaget slik det sto.').waitFor(); // other words go
    await page.getByRole('button', { name: 'Send inn' }).click();
    await eventually('nothing waits', async () => (await page.getByText('venter på svar fra deg').count()) === 0);
    assert.equal((await editor.get(`/api/amendments/${hers[1]}`)).body.amendment.supports, 0);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
});

test('what is done with on a new version is answered in the card, and what is carried along waits for nobody', async () => {
    const { markdown } = (await editor.get(`/api/documents/${document}/versions/2/source`)).body;
    const made = await editor.post(`/api/documents/${document}/versions`, {
        ...{ base: 2, note: '', markdown: markdown.replace(/Veiene.*\n\n/, '') },
    });
    assert.equal(made.status, 201, made.text);
    const page = await visits.signedIn(server, browser, member, { width: 390 });
    await page.getByText('Endringsforslaget ditt venter på svar').waitFor();
    await visits.open(server, page, '/amendments');
    await page.getByText('1 forslag venter på svar fra deg:').waitFor();
    const card = page.locator(`#amendment-${hers[1]}`);
    await card.getByText('Det forslaget ber om, er alt gjort, eller teksten er borte.').waitFor();
    await card.getByRole('button', { name: 'Det stemmer' }).click();
    await card.getByText('Forslagsstilleren har bekreftet det.').waitFor();
    await eventually('nothing waits', async () => (await page.getByText('venter på svar fra deg').count()) === 0);
    await visits.open(server, page, '/');
    assert.equal(await page.getByText('venter på svar').count(), 0);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
});
