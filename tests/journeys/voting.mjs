// A meeting votes: the chair puts the list in order and enters a result by keys alone, and a delegate's page follows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage, violations } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';
import { amendedDocument, editor, password, signedIn } from '../support/visits.mjs';

let server;
let browser;
let document;

async function propose(client, block, markdown) {
    const place = `/api/documents/${document}/amendments`;
    const made = await client.post(place, { version: 1, changes: [{ block, markdown }], reason: 'Fordi.' });
    assert.equal(made.status, 201, made.text);
    const sent = await client.post(`/api/amendments/${made.body.amendment.id}/submission`);
    assert.equal(sent.status, 200, sent.text);
}

before(async () => {
    server = await startServer();
    browser = await openBrowser();
    const made = await amendedDocument(server, 'Landsmøtet', '# Ferge\n\nVi vil ha gratis ferge. Maten om bord er god.\n\n# Vei\n\nVeiene skal være trygge.\n');
    document = made.document;
    const member = server.client();
    await member.signIn('aase.nordboe@samlingspartiet.example', password);
    await propose(member, 'b2', 'Vi vil ha billig ferge. Maten om bord er god.');
    await propose(made.client, 'b2', 'Vi vil ha dyr ferge.');
    await propose(member, 'b4', 'Veiene skal være brede.');
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

async function open(page) {
    await page.goto(`${server.url}/documents/${document}/voting-list`);
    await page.waitForSelector('html[data-ready]');
    await page.locator('.vote-item').first().waitFor();
}

async function chair(width = 1440) {
    const page = await signedIn(server, browser, editor, { width });
    await open(page);
    return page;
}

const votes = (page) => page.locator('.vote-item .amendment-name').allInnerTexts();
const becomes = async (page, wanted) => {
    await page.waitForFunction(
        (names) =>
            [...globalThis.document.querySelectorAll('.vote-item .amendment-name')]
                .map((one) => one.innerText)
                .join() === names,
        wanted.join(),
    );
};

test('the chair orders and decides by keys alone, and a delegate’s open page shows it at once', async () => {
    const delegate = await openPage(browser, { width: 390 });
    await open(delegate);
    assert.deepEqual(await votes(delegate), ['E 2', 'E 1', 'E 3']);
    assert.equal(await delegate.locator('.vote-group .vote-item').count(), 2);
    assert.equal(await delegate.getByRole('button', { name: /Før resultatet/ }).count(), 0);
    assert.deepEqual(await violations(delegate), []);

    const page = await chair();
    assert.deepEqual(await violations(page), []);
    await page.locator('.vote-item', { hasText: 'E 3' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('E 3 er nå nummer 2 av 3.').waitFor();
    await becomes(page, ['E 2', 'E 3', 'E 1']);
    await page.waitForFunction(() => globalThis.document.activeElement.innerText.includes('E 3'));
    await page.getByRole('button', { name: 'Flytt E 3 opp' }).focus();
    await page.keyboard.press('Enter');
    await becomes(page, ['E 3', 'E 2', 'E 1']);
    // Its own way up is closed now, so the focus stands on the way down.
    await page.waitForFunction(
        () => globalThis.document.activeElement.getAttribute('aria-label') === 'Flytt E 3 ned',
    );
    await becomes(delegate, ['E 3', 'E 2', 'E 1']);

    await page.getByRole('button', { name: 'Før resultatet for E 1' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    // The dialog begins with its first choice.
    await page.waitForFunction(() => globalThis.document.activeElement.type === 'radio');
    assert.ok(await dialog.getByRole('radio', { name: 'vedtatt', exact: true }).evaluate((one) => one === globalThis.document.activeElement));
    await page.keyboard.press('Space');
    await dialog.locator('ins').getByText('billig').waitFor();
    await dialog.getByText('Dette faller bort.').waitFor();
    assert.deepEqual(await violations(page), []);
    await dialog.getByRole('spinbutton', { name: 'For' }).fill('31');
    await dialog.getByRole('spinbutton', { name: 'Mot' }).fill('12');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await becomes(page, ['E 3']);
    // What fell is gone as well: the keyboard stands on the next that is voted on.
    await page.waitForFunction(() => globalThis.document.activeElement.getAttribute('aria-label') === 'E 3');
    await becomes(delegate, ['E 3']);
    await delegate.getByText('E 1: vedtatt, 31 for, 12 mot. Bortfalt: E 2.').waitFor();
    const newest = delegate.getByRole('region', { name: 'Siste resultat' });
    await newest.getByText('31 for, 12 mot').waitFor();
    await newest.getByText('Bortfalt: E 2').waitFor();
    await newest.getByRole('link', { name: 'E 1' }).waitFor();
    await delegate.getByRole('heading', { name: 'Avgjort' }).click();
    await delegate.getByText('fordi E 1 ble vedtatt').first().waitFor();
    await delegate.locator('.vote-done').getByText('31 for, 12 mot ·').first().waitFor();
    assert.equal(await delegate.getByText('avstår').count(), 0); // nobody counted them
    assert.deepEqual(await violations(delegate), []);
    assert.deepEqual([...page.complaints, ...delegate.complaints], []);
});

test('a result that was entered by mistake is taken back with what fell, and the version holds what was voted', async () => {
    const page = await chair(390);
    await page.getByRole('heading', { name: 'Avgjort' }).click();
    await page.getByRole('button', { name: 'Ta tilbake resultatet for E 1' }).click();
    await page.getByRole('dialog').getByText('E 1, E 2 settes opp igjen.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Ta tilbake' }).click();
    await becomes(page, ['E 3', 'E 2', 'E 1']);
    await page.waitForFunction(() => globalThis.document.activeElement.getAttribute('aria-label') === 'E 1');
    await page.getByRole('button', { name: 'Før resultatet for E 3' }).click();
    await page.getByRole('dialog').getByText('vedtatt', { exact: true }).click();
    await page.getByRole('button', { name: 'Før resultatet', exact: true }).click();
    await becomes(page, ['E 2', 'E 1']);
    await page.getByText('Alt som er ført').click();
    assert.equal(await page.locator('.vote-done').last().locator('li').count(), 5);
    await page.getByRole('link', { name: 'Til flettrommet' }).click();
    await page.locator('.room-amendment.is-take', { hasText: 'E 3' }).waitFor();
    assert.deepEqual(page.complaints, []);
});

test('what was adopted is sent on to the party’s own draft, and each of the two leads to the other', async () => {
    const editor = server.client();
    await editor.signIn('eirik.dahle@samlingspartiet.example', password);
    const me = await editor.get('/api/me');
    const unit = me.body.standings.find((one) => one.role === 'editor').unit.id;
    const process = await editor.post(`/api/units/${unit}/processes`, {
        title: 'Partiets program',
        audience: 'public',
        stages: [{ title: 'Forslag', kind: 'amending', starts: '2020-01-01T00:00:00Z' }],
    });
    const upper = await editor.post(`/api/processes/${process.body.id}/documents`, {
        title: 'Partiets program',
        markdown: '# Innledning\n\nHei.\n\n# Vei\n\nVeiene skal være trygge.\n',
    });
    const page = await chair();
    await page.goto(`${server.url}/documents/${document}/amendments`);
    const card = page.locator('.amendment', { hasText: /^E 3/ });
    await card.getByText('møtet vedtok det').waitFor();
    await card.getByRole('button', { name: 'Send videre' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Dokument').selectOption(String(upper.body.id));
    assert.deepEqual(await violations(page), []);
    await dialog.getByRole('button', { name: 'Send videre' }).click();
    await card.getByText('Sendt videre til «').waitFor();
    await card.getByText('Sendt videre til «').getByRole('link').click();
    await page.waitForURL(new RegExp(`/documents/${upper.body.id}/amendments`));
    await page.locator('.amendment ins').getByText('brede').first().waitFor();
    await page.getByText('Sendt videre hit fra «').first().waitFor();
    assert.deepEqual(page.complaints, []);
});
