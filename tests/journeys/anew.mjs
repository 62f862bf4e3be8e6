// An amendment is said anew: who supported it is asked again, what a body said stays with the words that it was about,
// and a sponsor whose amendment a later one collides with is told once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, violations } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';
import * as visits from '../support/visits.mjs';

const sponsor = 'aase.nordboe@samlingspartiet.example';
const supporter = 'mona.viken@samlingspartiet.example';
const later = 'ingrid.solberg@samlingspartiet.example';
const text = (roads) => `# Ferge\n\nVi vil ha gratis ferge. Maten om bord er god.\n\n${roads}\n\nTogene skal gå.\n`;
let server;
let browser;
let document;
let roads; // ids
let trains;
before(async () => {
    server = await startServer();
    browser = await openBrowser();
    const made = await visits.amendedDocument(server, 'På nytt', text('Veiene skal være trygge.'));
    document = made.document;
    const as = async (who) => {
        const client = server.client();
        await client.signIn(who, visits.password);
        return client;
    };
    const propose = async (who, version, block, markdown) => {
        const client = await as(who);
        const draft = await client.post(`/api/documents/${document}/amendments`, {
            version,
            reason: 'Fordi.',
            changes: [{ block, markdown }],
        });
        assert.equal(draft.status, 201, draft.text);
        assert.equal((await client.post(`/api/amendments/${draft.body.amendment.id}/submission`)).status, 200);
        return draft.body.amendment.id;
    };
    roads = await propose(sponsor, 1, 'b3', 'Veiene skal være trygge og brede.');
    assert.equal((await (await as(supporter)).request('PUT', `/api/amendments/${roads}/support`)).status, 200);
    trains = await propose(supporter, 1, 'b4', 'Togene skal gå hver time.');
    const unit = (await made.client.get('/api/me')).body.standings.find((one) => one.role === 'editor').unit.id;
    const said = await made.client.post(`/api/documents/${document}/recommendations`, {
        unit,
        amendments: [roads],
        wordings: [1],
        verdict: 'adopt_changed',
        reason: 'Brede veier koster.',
        publish: true,
        changes: [{ block: 'b3', markdown: 'Veiene skal være trygge og passe brede.' }],
    });
    assert.equal(said.status, 201, said.text);
    const saved = await made.client.post(`/api/documents/${document}/versions`, {
        base: 1,
        markdown: text('Alle veier skal være svært trygge.'),
    });
    assert.equal(saved.status, 201, saved.text);
    const anew = await (
        await as(sponsor)
    ).post(`/api/amendments/${roads}/rewording`, {
        version: 2,
        changes: [{ block: 'b3', markdown: 'Alle veier skal være svært trygge og lyse.' }],
    });
    assert.equal(anew.status, 200, anew.text);
    await propose(later, 2, 'b4', 'Togene skal gå hvert tiende minutt.');
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

test('a supporter comes from the front page to the new words, and supports them; a collision is told there, once', async () => {
    const page = await visits.signedIn(server, browser, supporter, {
        width: 390,
    });
    const ours = page.locator('.card', { hasText: 'På nytt' });
    await ours.getByText('Et senere forslag kolliderer med ditt').waitFor();
    await ours.getByText('Et forslag du støttet, er sagt på nytt').waitFor();
    await ours.getByRole('link', { name: 'Se hva som venter' }).click();
    await page.waitForSelector('html[data-ready]');
    await page.getByText('E 2 kolliderer nå med').waitFor();
    assert.ok((await page.getByText('E 2 kolliderer nå med').textContent()).endsWith('E 3'));
    const card = page.locator(`#amendment-${roads}`);
    await card.locator('ins', { hasText: 'lyse' }).first().waitFor();
    assert.deepEqual(await violations(page), []);
    await card.getByRole('button', { name: 'Støtt den nye ordlyden' }).click();
    await page.getByText('Sagt på nytt siden du støttet det').waitFor({ state: 'detached' });
    await page.getByText('E 2 kolliderer nå med').waitFor(); // as long as one reads
    await visits.open(server, page, '/');
    await ours.getByText('Åpen for endringsforslag').waitFor();
    assert.equal(await ours.locator('.chip.needs-you').count(), 1);
    await visits.open(server, page, '/amendments');
    await page.locator(`#amendment-${trains}`).waitFor();
    assert.equal(await page.getByText('kolliderer nå med').count(), 0);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
});

for (const { width, dark } of [
    { width: 390, dark: true },
    { width: 1440, dark: false },
])
    test(`what a body said of the earlier words stands with those, at ${width} pixels`, async () => {
        const page = await visits.signedIn(server, browser, visits.editor, {
            width,
            dark,
        });
        await visits.open(server, page, `/documents/${document}/amendments#amendment-${roads}`);
        const card = page.locator(`dialog #amendment-${roads}`);
        await card.getByText('om en tidligere ordlyd').first().waitFor();
        const about = card.locator('.spoke-about');
        await about.getByText('Ordene det ble innstilt på:').waitFor();
        await about.locator('ins', { hasText: 'brede' }).first().waitFor();
        assert.equal(await about.locator('ins').count(), 2);
        await card.getByText('Sagt på nytt av forslagsstilleren, på versjon 2').waitFor();
        assert.deepEqual(await violations(page), []);
        await visits.open(server, page, `/documents/${document}/merge`);
        const row = page.locator('.room-amendment', { hasText: 'E 1' }).first();
        await row.getByText('om en tidligere ordlyd').waitFor();
        assert.equal(await row.getByRole('radio', { name: 'ta inn i endret form' }).count(), 0);
        assert.deepEqual(page.complaints, []);
        await page.context().close();
    });
