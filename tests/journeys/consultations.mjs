// An editor makes a consultation from nothing, sends it, and nothing is decided before who must be heard has been.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage, violations } from '../support/browser.mjs';
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

const open = (page, path) => visits.open(server, page, path);
const editorPage = (options) => visits.signedIn(server, browser, visits.editor, options);

const kinds = [
    'Kort tekst', 'Lang tekst', 'Ett valg', 'Flere valg', 'Skala', 'Tall', 'Dato', 'Rangering', 'Tabell', 'Kommune',
    'Enig i et avsnitt', 'Forklarende tekst', 'Samtykke',
];

// Presses Enter on what has that name, as somebody without a mouse does.
async function press(page, role, name, within = page) {
    await within.getByRole(role, { name, exact: true }).focus();
    await page.keyboard.press('Enter');
}

test('an editor makes a form with every kind of question by keyboard, previews it and publishes', async () => {
    const { client, process, document } = await visits.amendedDocument(server, 'Ferger', '# Ferger\n\nGratis ferger til alle.\n\nFlere avganger om kvelden.');
    const page = await editorPage({ width: 1440 });
    await open(page, `/processes/${process}`);
    await page.getByRole('link', { name: 'Ny høring' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/consultations\/new$/);
    await page.waitForSelector('html[data-ready] form');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('textbox', { name: 'Tittel' }).fill('Hva mener du om fergene?');
    await page.getByRole('textbox', { name: 'Invitasjon' }).fill('Vi vil vite **hva du mener**.');
    await page.getByLabel('Hva svarene skal brukes til').fill('Å skrive programmet.');
    await page.getByLabel('Frist').fill('2090-01-20T12:00');
    await page.getByLabel('Åpner', { exact: true }).fill('2090-01-01T12:00');
    await page.getByText('Under seks uker er knapt').waitFor();
    await page.getByLabel('Frist').fill('2090-06-20T12:00');
    await page.getByLabel('Åpner', { exact: true }).fill('2020-01-01T12:00');
    await page.getByLabel('Svarene slettes', { exact: true }).fill('2091-06-20T12:00');
    await page.getByText('Under seks uker er knapt').waitFor({ state: 'hidden' });
    await press(page, 'button', 'Opprett høringen');
    await page.waitForURL(/consultations\/\d+\/form$/);
    await page.waitForSelector('html[data-ready] .builder');
    const id = Number(/consultations\/(\d+)/.exec(page.url())[1]);

    for (const [i, kind] of kinds.entries()) {
        await press(page, 'button', 'Legg til spørsmål på side 1');
        await page.getByRole('button', { name: kind, exact: true }).focus();
        await page.keyboard.press('Enter');
        const card = page.locator('.question-card.open');
        await card.locator('.question-body').waitFor();
        assert.equal(await page.evaluate(() => document.activeElement.closest('.question-card.open') !== null), true);
        await page.keyboard.type(`Spørsmål ${i + 1}: ${kind.toLowerCase()}`);
        for (const list of await card.locator('.option-list').all()) {
            await list.locator('input').first().focus();
            await page.keyboard.type('Ja');
            await page.keyboard.press('Enter');
            await page.keyboard.type('Nei');
        }
        if (kind === 'Enig i et avsnitt') {
            await press(page, 'button', 'Velg avsnitt');
            await page.getByRole('searchbox').fill('avganger');
            await page.keyboard.press('Tab');
            await page.keyboard.press('Enter');
            await card.getByText('Flere avganger om kvelden.').waitFor();
        }
        if (kind === 'Forklarende tekst') await card.getByRole('group', { name: 'Tekst' }).getByRole('textbox').fill('Les *dette*.');
    }
    assert.equal(await page.locator('.question-card').count(), kinds.length + 1);

    // A condition: the second question hangs on the choice; and a circle is told as it is made.
    await page.locator('.question-card').nth(2).locator('.question-name').focus();
    await page.keyboard.press('Enter');
    await press(page, 'button', 'Legg til en betingelse', page.locator('.question-card.open'));
    await page.getByLabel('Betingelse 1: spørsmål').selectOption({ label: 'Spørsmål 3: ett valg' });
    await page.getByRole('group', { name: 'Betingelse 1: svar' }).getByLabel('Ja').waitFor();
    await page.locator('.question-card').nth(3).locator('.question-name').focus();
    await page.keyboard.press('Enter');
    await press(page, 'button', 'Legg til en betingelse', page.locator('.question-card.open'));
    await page.getByLabel('Betingelse 1: spørsmål').selectOption({ label: 'Spørsmål 2: lang tekst' });
    await page.getByText('Betingelsene går i ring').first().waitFor();
    await press(page, 'button', 'Fjern betingelse 1');
    await page.getByText('Betingelsene går i ring').first().waitFor({ state: 'hidden' });

    // Moved by keys, copied, removed and taken back.
    await page.locator('.question-card').nth(5).locator('.question-name').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.waitForFunction(() => document.querySelectorAll('.question-title')[4].textContent.includes('skala'));
    await press(page, 'button', 'Kopier «Spørsmål 5: skala»');
    assert.equal(await page.locator('.question-card').count(), kinds.length + 2);
    await press(page, 'button', 'Angre');
    assert.equal(await page.locator('.question-card').count(), kinds.length + 1);
    await press(page, 'button', 'Fjern «Hva mener du?»');
    assert.equal(await page.locator('.question-card').count(), kinds.length);

    // English beside it: what is missing is shown.
    await page.getByRole('group', { name: 'Språk' }).getByLabel('Engelsk').check();
    await page.getByText(/tekster mangler/).first().waitFor();
    assert.deepEqual(await violations(page), []);

    // The server's own page, in the phone beside it.
    const phone = page.locator('.phone');
    await phone.getByText('Spørsmål 3: ett valg').waitFor();
    assert.deepEqual(page.complaints, []);

    await page.reload(); // nothing is lost
    await page.waitForSelector('html[data-ready] .builder');
    assert.equal(await page.locator('.question-card').count(), kinds.length);
    await press(page, 'button', 'Lagre skjemaet');
    await page.getByText('Alt er lagret.').waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal((await client.get(`/api/consultations/${id}/form`)).body.sections[0].questions.length, kinds.length);
    assert.ok(document > 0);

    await press(page, 'link', 'Vilkår');
    await page.waitForURL(/edit$/);
    await page.waitForSelector('html[data-ready] .desk-steps');
    assert.deepEqual(await violations(page), []);
    await press(page, 'button', 'Publiser');
    await press(page, 'button', 'Publiser', page.getByRole('dialog'));
    await page.getByText('Åpen for svar').waitFor();
    assert.deepEqual(page.complaints, []);
});

test('it is sent to units in one act, the link shows that it was opened, and the gate holds the vote until it is waived', async () => {
    const { client, process } = await visits.amendedDocument(server, 'Porten', 'En tekst.');
    const made = await client.post(`/api/processes/${process}/consultations`, {
        title: 'Om porten', purpose: 'Å prøve den.', opens: '2020-01-01T00:00:00Z', closes: '2090-01-01T00:00:00Z',
        erases: '2091-01-01T00:00:00Z',
        sections: [{ key: 's', questions: [{ key: 'q', kind: 'long_text', title: { nb: 'Hva mener dere?' } }] }],
    });
    assert.equal(made.status, 201, made.text);
    const id = made.body.id;
    await client.post(`/api/consultations/${id}/publishing`);
    const { fingerprint } = (await client.get(`/api/processes/${process}`)).body;
    await client.patch(`/api/processes/${process}`, {
        seen: fingerprint,
        stages: [
            { title: 'Debatt', kind: 'discussing', starts: '2020-01-01T00:00:00Z' },
            { title: 'Landsmøtet', kind: 'voting', starts: '2090-01-01T00:00:00Z' },
        ],
    });
    const page = await editorPage({ width: 390, dark: true });
    await open(page, `/consultations/${id}/consultees`);
    await press(page, 'button', 'Legg til mottakere');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Organisasjoner utenfor').check();
    await dialog.getByLabel('Organisasjoner', { exact: true }).fill('Velforeningen på Ytterøya, vel@example.org');
    await dialog.getByLabel('Skal høres før noe avgjøres').check();
    assert.deepEqual(await violations(page), []);
    await press(page, 'button', 'Legg til', dialog);
    await page.getByText('Velforeningen på Ytterøya').waitFor();
    await press(page, 'button', 'Legg til mottakere');
    await dialog.getByLabel('Alle ledd av ett slag').check();
    await dialog.getByText(/Det er \d+ slike ledd|Det er 1 slikt ledd/).waitFor();
    await press(page, 'button', 'Legg til', dialog);
    await page.getByText('Ikke sendt').first().waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: /^Send til/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^Send til/ }).click();
    await page.getByText(/^Sendt til/).waitFor();

    const mail = await server.mail('vel@example.org');
    const words = Buffer.from(mail.split('\r\n\r\n')[1], 'base64').toString('utf8');
    const link = /\/hearing\/[\w-]+/.exec(words)[0];
    const scanner = await openPage(browser, { width: 390 });
    await scanner.goto(server.url + link);
    await scanner.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await page.locator('.consultee', { hasText: 'Velforeningen' }).getByText('Sendt', { exact: true }).waitFor();
    await scanner.mouse.move(100, 200);
    await page.locator('.consultee', { hasText: 'Velforeningen' }).getByText('Åpnet', { exact: true }).waitFor();
    const guest = await openPage(browser, { width: 390, script: false });
    await guest.goto(server.url + link);
    await guest.getByText('Velforeningen på Ytterøya').first().waitFor();

    // By the clock or by hand, nothing is decided before they are heard.
    await open(page, `/processes/${process}`);
    await page.getByText('Skal høres før noe avgjøres:').waitFor();
    await page.getByRole('button', { name: 'Start fasen «Landsmøtet» nå' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start fasen' }).click();
    await page.getByText('Noen som skal høres, har ikke svart ennå.').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');

    await guest.getByText('Vi kommer ikke til å svare').click();
    await guest.getByLabel('Vil dere si hvorfor?').fill('Det er ikke vårt felt.');
    await guest.getByRole('button', { name: 'Si fra at vi ikke svarer' }).click();
    await guest.getByText('har sagt fra at dere ikke svarer').waitFor();
    assert.deepEqual(await violations(page), []);

    await open(page, `/consultations/${id}/consultees`);
    await page.getByText('Det er ikke vårt felt.').waitFor();
    await page.getByRole('button', { name: 'Mer om Velforeningen på Ytterøya' }).click();
    await page.getByRole('button', { name: 'Vent ikke lenger' }).click();
    await page.getByLabel('Begrunnelse').fill('De har sagt fra.');
    await page.getByRole('dialog').getByRole('button', { name: 'Vent ikke lenger' }).click();
    await page.getByText('De har sagt fra.').waitFor();
    await open(page, `/processes/${process}`);
    await page.getByText('«De har sagt fra.»').waitFor();
    await page.getByRole('button', { name: 'Start fasen «Landsmøtet» nå' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start fasen' }).click();
    await page.locator('[aria-current=step]').getByText('Landsmøtet').waitFor();
    // Who reads the process sees it all, without an account.
    await guest.goto(`${server.url}/processes/${process}`);
    const reader = await openPage(browser, { width: 1440 });
    await open(reader, `/consultations/${id}/consultees`);
    await reader.getByText('De har sagt fra.').waitFor();
    assert.equal(await reader.getByRole('button', { name: 'Legg til mottakere' }).count(), 0);
    assert.deepEqual(await violations(reader), []);
    assert.deepEqual(page.complaints.filter((line) => !line.includes('409')), []);
});

test('two editors store one form: what only one changed is joined, what both changed is chosen, nothing is lost', async () => {
    const { client, process } = await visits.amendedDocument(server, 'To redaktører', 'En tekst.');
    const question = (key, nb) => ({ key, kind: 'long_text', title: { nb } });
    const sections = (...questions) => [{ key: 's1', questions }];
    const made = await client.post(`/api/processes/${process}/consultations`, {
        title: 'Felles', purpose: 'Å prøve.', opens: '2020-01-01T00:00:00Z', closes: '2090-01-01T00:00:00Z',
        erases: '2091-01-01T00:00:00Z', sections: sections(question('q1', 'Først'), question('q2', 'Så')),
    });
    const page = await editorPage({ width: 1440 });
    await open(page, `/consultations/${made.body.id}/form`);
    await page.locator('.question-name').nth(0).click();
    await page.getByRole('textbox', { name: 'Spørsmål' }).fill('Først, sier jeg');
    const other = await client.put(`/api/consultations/${made.body.id}/form`, {
        base: 1, edit: 1, sections: sections(question('q1', 'Først, sier de'), question('q2', 'Så, sier de')),
    });
    assert.equal(other.status, 200, other.text);
    await page.getByRole('button', { name: 'Lagre skjemaet' }).click();
    await page.getByText('1 ting er endret av begge').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByText('Først, sier de').waitFor();
    await page.getByRole('button', { name: 'Bruk det jeg har valgt' }).click();
    await page.getByRole('button', { name: 'Lagre skjemaet' }).click();
    await page.getByText('Alt er lagret.').waitFor();
    const stored = await client.get(`/api/consultations/${made.body.id}/form`);
    assert.deepEqual(stored.body.sections[0].questions.map((one) => one.title.nb), ['Først, sier jeg', 'Så, sier de']);
    assert.deepEqual(page.complaints.filter((line) => !line.includes('409')), []);
});

test('a copy of a consultation that is over asks the same of the text as it is now, from today on', async () => {
    const { client, process, document } = await visits.amendedDocument(server, 'Kopi', 'Gratis ferger.\n\nFlere avganger.');
    const question = { key: 'q1', kind: 'agreement', block: 'b1', title: { nb: 'Enig?' } };
    const made = await client.post(`/api/processes/${process}/consultations`, {
        title: 'Om ferger', purpose: 'Å prøve.', opens: '2020-01-01T00:00:00Z', closes: '2020-06-01T00:00:00Z',
        erases: '2021-01-01T00:00:00Z', document, version: 1,
        sections: [{ key: 's1', questions: [question] }],
    });
    assert.equal(made.status, 201, made.text);
    const save = (base, markdown) => client.post(`/api/documents/${document}/versions`, { base, markdown, note: 'Ny' });
    assert.equal((await save(1, 'Gratis ferger.\n\nFlere avganger.\n\nOgså om natten.')).status, 201);
    const copyFrom = async () => {
        const page = await editorPage({ width: 1440 });
        await open(page, `/consultations/${made.body.id}/edit`);
        await page.getByRole('button', { name: 'Lag en kopi' }).click();
        await page.waitForURL((url) => /\/edit$/.test(url.pathname) && !url.pathname.includes(`/${made.body.id}/`));
        await page.waitForSelector('html[data-ready] .desk-steps');
        const id = /consultations\/(\d+)/.exec(page.url())[1];
        const { body } = await client.get(`/api/consultations/${id}`);
        assert.equal(body.title, 'Kopi av Om ferger');
        assert.equal(body.state, 'draft');
        const form = await client.get(`/api/consultations/${id}/form`);
        assert.equal(form.body.sections[0].questions[0].block, 'b1');
        return { page, body };
    };
    const { page, body } = await copyFrom();
    assert.equal(body.version, 2);
    assert.equal(await page.getByLabel('Versjon').inputValue(), '2');
    const today = Date.now() - 24 * 60 * 60 * 1000;
    assert.ok(Date.parse(body.opens) > today && Date.parse(body.closes) > Date.now() && body.erases > body.closes, body.opens);
    assert.ok(!body.warnings.includes('under_six_weeks'));
    assert.deepEqual(page.complaints, []);

    // The paragraph that it asks about is gone: then it is about the version that had it.
    assert.equal((await save(2, 'Noe helt annet.')).status, 201);
    const second = await copyFrom();
    assert.equal(second.body.version, 1);
    assert.deepEqual(second.page.complaints.filter((line) => !line.includes('422')), []);
});
