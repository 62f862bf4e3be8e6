// What an editor has begun in the merge room while colleagues go on in it: no word is lost, nothing is written where it
// was not meant for, and the keyboard keeps its place.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, violations } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';
import * as visits from '../support/visits.mjs';

const text = '# Ferge\n\nVi vil ha gratis ferge hele året.\n\nVeiene skal være trygge.\n\nSkolen skal være god.\n';
let server;
let browser;
let ingrid; // the colleague
let page; // Eirik's
before(async () => {
    server = await startServer();
    browser = await openBrowser();
    ingrid = server.client();
    assert.equal((await ingrid.signIn('ingrid.solberg@samlingspartiet.example', visits.password)).status, 200);
    page = await visits.signedIn(server, browser, visits.editor, { width: 1440 });
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

/** A document with an amendment for each of these new paragraphs. */
async function amended(title, changes) {
    const { client, document } = await visits.amendedDocument(server, title, text);
    const ids = [];
    for (const [block, markdown] of changes) {
        const made = await client.post(`/api/documents/${document}/amendments`, { version: 1, changes: [{ block, markdown }] });
        assert.equal(made.status, 201, made.text);
        ids.push(made.body.amendment.id);
        assert.equal((await client.post(`/api/amendments/${made.body.amendment.id}/submission`)).status, 200);
    }
    const place = `/api/documents/${document}`;
    const decide = async (of, expected, decision, version = 1) => {
        const amendments = of.map((id) => ({ id, expected }));
        const done = await ingrid.post(`${place}/merge/decisions`, { version, decision, amendments });
        assert.equal(done.status, 200, done.text);
    };
    return { client, document, place, ids, decide, open: () => visits.open(server, page, `/documents/${document}/merge`) };
}

const focused = () => page.evaluate(() => document.activeElement?.className ?? '');
const clean = () => {
    const complaints = page.complaints.splice(0).filter((one) => !/409/.test(one));
    assert.deepEqual(complaints, []);
};

test('words by hand stay where they are typed when the place grows, and are there again on the next version', async () => {
    const { ids, decide, open, place } = await amended('Ord for hånd', [
        ['b2', 'Vi vil ha billig ferge hele året.'],
        ['b2', 'Vi vil ha dyr ferge hele året.'],
        ['b2', 'Vi vil ha båt.'],
    ]);
    const [cheap, dear, boat] = ids;
    await decide([cheap, dear], 'open', 'take');
    await open();
    await page.locator('.dispute.open').getByRole('button', { name: 'Skriv teksten selv' }).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('rimelig');
    await decide([boat], 'open', 'take');
    await page.getByText('Stedet er endret siden du begynte å skrive').waitFor();
    await page.keyboard.type(', og båt');
    assert.equal(await page.locator('.dispute textarea').inputValue(), 'rimelig, og båt');
    assert.deepEqual(await violations(page), []);
    await decide([boat], 'take', 'open');
    await page.getByText('Stedet er endret siden du begynte å skrive').waitFor({ state: 'detached' });

    const markdown = text.replace('trygge', 'helt trygge');
    const saved = await ingrid.post(`${place}/versions`, { base: 1, markdown, note: '', correction: true });
    assert.equal(saved.status, 201, saved.text);
    await page.getByText('Versjon 2 er lagret av Ingrid Solberg').waitFor();
    const now = (await ingrid.get(`${place}/merge`)).body.amendments;
    const open_ones = now.filter(({ id, decision }) => id !== boat && decision === 'open').map(({ id }) => id);
    if (open_ones.length > 0) await decide(open_ones, 'open', 'take', 2);
    await page.locator('.dispute.open .by-hand').waitFor();
    assert.equal(await page.locator('.dispute.open textarea').inputValue(), 'rimelig, og båt');
    assert.deepEqual(await violations(page), []);
    await page.locator('.dispute textarea').fill('rimelig');
    await page.locator('.dispute').getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Slik blir det: rimelig').waitFor();
    assert.equal(await page.locator('.dispute textarea').count(), 0);
    clean();
});

test('keys that are faster than the line do what they say, and the keyboard stays when a list empties', async () => {
    const { open } = await amended('Raske taster', [['b3', 'Veiene skal være brede.']]);
    await open();
    await page.locator('.room-show').getByRole('button', { name: 'ikke avgjort' }).first().click();
    let letGo;
    const slow = new Promise((done) => (letGo = done));
    await page.route('**/merge/decisions', async (route) => {
        await slow;
        await route.continue();
    });
    await page.locator('.room-amendment').first().focus();
    for (const key of ['t', 'u', 'l']) await page.keyboard.press(key);
    letGo();
    await page.getByText('Ingen forslag er slik nå.').waitFor();
    await page.unroute('**/merge/decisions');
    assert.match(await focused(), /room-empty/);
    await page.getByRole('status').getByText('E 1: avvis').waitFor({ state: 'attached' });
    await page.keyboard.press('u');
    await page.locator('.room-amendment.is-open').waitFor();
    await page.getByRole('status').getByText('Angret. E 1: ikke avgjort.').waitFor({ state: 'attached' });
    assert.match(await focused(), /room-amendment/);
    await page.locator('.room-show').getByRole('button', { name: 'alle' }).click();
    await page.locator('.room-amendment').first().focus();
    await page.keyboard.press('l');
    await page.keyboard.press('b');
    await page.getByRole('dialog').getByRole('textbox').fill('For dyrt.');
    await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Begrunnelse: For dyrt.').waitFor();
    clean();
});

test('a reason that one writes outlives the list it was begun in; another’s reason leaves the decision one’s own', async () => {
    const { ids, decide, open, place } = await amended('Begrunnelser', [
        ['b3', 'Veiene skal være brede.'],
        ['b4', 'Skolen skal være best.'],
    ]);
    await open();
    for (const n of [1, 2]) {
        await page.getByRole('listitem', { name: new RegExp(`^E ${n},`) }).focus();
        await page.keyboard.press('l');
        await page.locator('.room-amendment.is-leave').nth(n - 1).waitFor();
    }
    const mine = page.locator('.room-show').getByRole('button', { name: 'avgjort av meg' });
    const said = await ingrid.post(`${place}/merge/reasons`, { version: 1, amendment: ids[0], expected: '', reason: 'Uklart.' });
    assert.equal(said.status, 200, said.text);
    await page.getByText('Begrunnelse fra Ingrid Solberg: Uklart.').waitFor();
    assert.equal(await page.getByText('Avgjort av Eirik Dahle').count(), 2);
    await mine.click();
    await page.getByRole('listitem', { name: /^E 2,/ }).getByRole('button', { name: 'Begrunn' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('En lang begrunnelse');
    await decide([ids[1]], 'leave', 'take');
    await page.getByRole('dialog').getByText('E 2 er ikke avvist lenger').waitFor();
    assert.equal(await page.getByRole('dialog').getByRole('textbox').inputValue(), 'En lang begrunnelse');
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await decide([ids[1]], 'take', 'leave');
    await page.locator('.room-show').getByRole('button', { name: 'alle' }).click();
    await page.getByRole('listitem', { name: /^E 2,/ }).getByRole('button', { name: 'Begrunn' }).click();
    assert.equal(await page.getByRole('dialog').getByRole('textbox').inputValue(), 'En lang begrunnelse');
    await page.keyboard.press('Escape');
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    clean();
});

test('an onlooker whose room is closed is told so, and sees nothing more of it', async () => {
    const { client, ids, decide, place, document } = await amended('Tilskuere', [
        ['b3', 'Veiene skal være brede.'],
        ['b4', 'Skolen skal være best.'],
    ]);
    assert.equal((await client.request('PATCH', place, { merge_followed: true })).status, 200);
    const onlooker = await visits.signedIn(server, browser, 'aase.nordboe@samlingspartiet.example', { width: 390 });
    await visits.open(server, onlooker, `/documents/${document}/merge`);
    await decide([ids[0]], 'open', 'take');
    await onlooker.locator('.room-amendment.is-take').waitFor();
    assert.equal((await client.request('PATCH', place, { merge_followed: false })).status, 200);
    await decide([ids[1]], 'open', 'take');
    await onlooker.getByText('Redaksjonen arbeider nå videre uten tilskuere.').waitFor();
    assert.equal(await onlooker.locator('.room-amendment').count(), 0);
    assert.deepEqual(await violations(onlooker), []);
    assert.equal((await client.request('PATCH', place, { merge_followed: true })).status, 200);
    await onlooker.locator('.room-amendment.is-take').nth(1).waitFor();
    assert.equal(await onlooker.getByText('Dette kan du ikke gjøre her').count(), 0);
    assert.deepEqual(onlooker.complaints.filter((one) => !/403/.test(one)), []);
});
