// Somebody without an account answers a consultation on a phone: without any script, and again with it.
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

const next = (page) => page.getByRole('button', { name: 'Lagre og gå videre' }).click();
const picture = async (page, name) => {
    if (process.env.SAMRAD_PICTURES) await page.screenshot({ path: `${process.env.SAMRAD_PICTURES}/${name}.png`, fullPage: true });
};
const answers = async () => {
    const client = server.client();
    await client.signIn(visits.editor, visits.password);
    return (await client.get('/api/consultations/1')).body.answers;
};

test('without script: what is wrong is said beside its field, the mailed link makes the answer count, and it is found again', async () => {
    const before = await answers();
    const page = await openPage(browser, { width: 390, script: false });
    await page.goto(server.url + '/processes/1');
    await page.getByRole('link', { name: 'Hvordan er skoleveien hos deg?' }).click();
    await picture(page, 'invitation-390');
    await page.getByRole('button', { name: 'Begynn å svare' }).click();
    await page.getByLabel('Til fots').check();
    await next(page);
    await page.getByText('Noe må rettes før du går videre.').waitFor();
    await picture(page, 'wrong-390');
    assert.equal(await page.locator('.field-wrong').count(), 2);
    // Beside what is wrong: behind the choices, before the words for another one.
    const role = page.getByRole('group', { name: 'Hvem svarer du som?' });
    const [wrong, others] = [await role.locator('.field-wrong').boundingBox(), await role.locator('.beside').boundingBox()];
    assert.ok(wrong.y + wrong.height <= others.y);
    assert.ok(await page.getByLabel('Til fots').isChecked());
    await page.getByLabel('Elev').check();
    await page.getByLabel('Hvilken skole?').fill('Nordnes skole');
    await page.getByLabel('2', { exact: true }).check();
    await page.getByRole('button', { name: 'Nynorsk' }).click();
    await page.getByRole('heading', { name: 'Skulevegen din' }).waitFor();
    assert.equal(await page.getByLabel('Hvilken skole?').inputValue(), 'Nordnes skole');
    await page.getByRole('button', { name: 'Bokmål' }).click();
    await next(page);
    await page.getByLabel('Hva vil du si').fill('Vi trenger lys.');
    await next(page);
    await page.getByRole('heading', { name: 'Se over og send' }).waitFor();
    assert.ok(await page.getByText('Nordnes skole').isVisible());
    assert.ok(!(await page.locator('#a-website').evaluate((trap) => trap.getBoundingClientRect().right > 0)));
    await picture(page, 'review-390');
    await page.getByLabel('Ja, det samtykker jeg til').check();
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await page.getByText('Skriv e-postadressen din').waitFor();
    await page.getByLabel('E-post').fill('kari@example.org');
    await page.getByLabel('Ja, det samtykker jeg til').check();
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await page.getByRole('heading', { name: 'Bekreft svaret fra e-posten din' }).waitFor();
    await picture(page, 'unconfirmed-390');
    assert.equal((await answers()).submitted, before.submitted);

    const mail = await server.mail('kari@example.org');
    const words = Buffer.from(mail.split('\r\n\r\n')[1], 'base64').toString('utf8');
    const path = /\/answers\/[A-Za-z0-9_-]+\/confirmation\/[A-Za-z0-9_-]+/.exec(words)[0];
    const later = await openPage(browser, { width: 390, script: false });
    await later.goto(server.url + path);
    await picture(later, 'confirmation-390');
    await later.getByRole('button', { name: 'Bekreft svaret' }).click();
    await later.getByRole('heading', { name: 'Takk, svaret er mottatt' }).waitFor();
    assert.equal((await answers()).submitted, before.submitted + 1);
    const link = await later.locator('.answer-link').textContent();
    await later.goto(server.url + new URL(link).pathname);
    await later.getByRole('link', { name: 'Endre svaret' }).click();
    assert.equal(await later.getByLabel('Hvilken skole?').inputValue(), 'Nordnes skole');
    await later.close();
    await page.close();
});

test('with script: questions come and go at once, all is saved as one types, and nothing is sent twice', async () => {
    const before = await answers();
    const page = await openPage(browser, { width: 390 });
    await visits.open(server, page, '/consultations/1');
    await page.getByRole('button', { name: 'Begynn å svare' }).click();
    await page.waitForSelector('html[data-ready] #answer-form');
    const school = page.getByLabel('Hvilken skole?');
    assert.ok(!(await school.isVisible()));
    await page.getByLabel('Ansatt i skolen').check();
    assert.ok(await school.isVisible());
    await school.fill('Fjell skole');
    await page.getByLabel('Hvor mange minutter tar det?').fill('tusen');
    await page.getByLabel('Hvor mange minutter tar det?').blur();
    await page.getByText('Skriv et tall').waitFor();
    await picture(page, 'live-390');
    await page.getByLabel('Hvor mange minutter tar det?').fill('12');
    await page.getByLabel('Hvor mange minutter tar det?').blur();
    await page.getByText('Skriv et tall').waitFor({ state: 'detached' });
    await page.getByText('Lagret', { exact: true }).waitFor();
    // The page is left without a button pressed; the link has it all.
    const link = page.url();
    await page.close();
    const again = await openPage(browser, { width: 390 });
    await again.goto(link);
    await again.waitForSelector('html[data-ready] #answer-form');
    assert.equal(await again.getByLabel('Hvilken skole?').inputValue(), 'Fjell skole');
    // In another window it is changed; this one says so and does not overwrite it.
    const other = await again.context().newPage();
    await other.goto(link);
    await other.waitForSelector('html[data-ready] #answer-form');
    await other.getByLabel('Hvilken skole?').fill('Nes skole');
    await other.getByText('Lagret', { exact: true }).waitFor();
    await other.close();
    await again.getByLabel('Hvilken skole?').fill('Fjell barneskole');
    await again.getByText('Endret i et annet vindu').waitFor();
    await again.reload();
    await again.waitForSelector('html[data-ready] #answer-form');
    assert.equal(await again.getByLabel('Hvilken skole?').inputValue(), 'Nes skole');
    await again.getByLabel('3', { exact: true }).check();
    await next(again);
    await again.getByText('Side 2 av 2').waitFor();
    await next(again);
    await again.getByRole('heading', { name: 'Se over og send' }).waitFor();
    await again.waitForSelector('html[data-ready] #answer-form');
    await again.getByLabel('Ja, det samtykker jeg til').check();
    await again.getByRole('button', { name: 'Send svaret' }).dblclick();
    await again.getByRole('heading', { name: 'Takk, svaret er mottatt' }).waitFor();
    await again.waitForSelector('html[data-ready]');
    await picture(again, 'receipt-390');
    assert.ok(await again.getByRole('button', { name: 'Skriv ut' }).isVisible());
    assert.equal((await answers()).submitted, before.submitted + 1);
    // The two refusals of a save are answers of the server, which the console tells of.
    assert.deepEqual(again.complaints.filter((one) => !/status of (409|422)/.test(one)), []);
    await again.close();
});

test('by the keyboard alone, in light and dark, axe finds nothing on any of the pages', async () => {
    for (const dark of [false, true]) {
        const page = await openPage(browser, { width: 390, dark });
        await visits.open(server, page, '/consultations/1');
        assert.deepEqual(await violations(page), []);
        await page.getByRole('button', { name: 'Begynn å svare' }).focus();
        await page.keyboard.press('Enter');
        await page.waitForSelector('html[data-ready] .answer-form');
        await page.getByLabel('Forelder').focus();
        await page.keyboard.press('Space');
        await page.getByLabel('1 – utrygg').focus();
        await page.keyboard.press('ArrowDown');
        await page.getByLabel('Hvor mange minutter tar det?').fill('x');
        await page.getByLabel('Hvor mange minutter tar det?').blur();
        await page.getByText('Skriv et tall').waitFor();
        assert.deepEqual(await violations(page), []);
        await picture(page, `section-${dark ? 'dark' : 'light'}-390`);
        await page.getByLabel('Hvor mange minutter tar det?').fill('5');
        await page.keyboard.press('Enter');
        await page.getByText('Side 2 av 2').waitFor();
        await page.waitForSelector('html[data-ready] .answer-form');
        assert.deepEqual(await violations(page), []);
        await next(page);
        await page.getByRole('heading', { name: 'Se over og send' }).waitFor();
        await page.waitForSelector('html[data-ready] .answer-form');
        assert.deepEqual(await violations(page), []);
        await picture(page, `review-${dark ? 'dark' : 'light'}-390`);
        await page.getByLabel('Ja, det samtykker jeg til').check();
        await page.getByRole('button', { name: 'Send svaret' }).click();
        await page.getByRole('heading', { name: 'Takk, svaret er mottatt' }).waitFor();
        await page.waitForSelector('html[data-ready]');
        assert.deepEqual(await violations(page), []);
        await visits.open(server, page, '/consultations/1/answers');
        assert.deepEqual(await violations(page), []);
        await picture(page, `published-${dark ? 'dark' : 'light'}-390`);
        await page.close();
    }
});

test('an editor answers for a unit with the vote of its meeting, and types in an answer from paper', async () => {
    const page = await visits.signedIn(server, browser, visits.editor, { width: 1440 });
    await visits.open(server, page, '/consultations/1');
    await picture(page, 'invitation-1440');
    await page.getByRole('button', { name: /^Svar for / }).first().click();
    await page.waitForSelector('html[data-ready] #answer-form');
    await page.getByLabel('Ansatt i skolen').check();
    await page.getByLabel('4', { exact: true }).check();
    await picture(page, 'section-1440');
    await next(page);
    await page.getByText('Side 2 av 2').waitFor();
    await next(page);
    await page.getByRole('heading', { name: 'Se over og send' }).waitFor();
    await page.waitForSelector('html[data-ready] #answer-form');
    await page.getByLabel('Hva protokollen sier').fill('Styret vedtok svaret 12. mai.');
    await page.getByLabel('Stemmer for').fill('9');
    await page.getByLabel('Mot', { exact: true }).fill('1');
    assert.deepEqual(await violations(page), []);
    await picture(page, 'review-unit-1440');
    await page.getByLabel('Ja, det samtykker jeg til').check();
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await page.getByText('9 for, 1 mot, 0 avstår').waitFor();
    await picture(page, 'receipt-unit-1440');

    await visits.open(server, page, '/consultations/1');
    await page.getByRole('button', { name: 'Skriv inn et svar' }).click();
    await page.waitForSelector('html[data-ready] #answer-form');
    await page.getByLabel('Elev').check();
    await page.getByLabel('1 – utrygg').check();
    await next(page);
    await page.getByText('Side 2 av 2').waitFor();
    await next(page);
    await page.waitForSelector('html[data-ready] #a-voice');
    await page.getByLabel('Hvem sin stemme er det?').selectOption('members');
    await page.getByLabel('Ja, det samtykker jeg til').check();
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await page.getByRole('heading', { name: 'Takk, svaret er mottatt' }).waitFor();
    assert.ok(await page.getByText('fra papir', { exact: true }).isVisible());
    const client = server.client();
    await client.signIn(visits.editor, visits.password);
    const list = (await client.get('/api/consultations/1/answers')).body.items;
    assert.deepEqual([list[0].on_paper, list[0].voice, list[1].body.votes.for], [true, 'members', 9]);
    await page.close();
});

test('files are sent with and without script by the browser itself, and what is not of our kinds is told beside the question', async () => {
    const client = server.client();
    await client.signIn(visits.editor, visits.password);
    const made = await client.post('/api/processes/1/consultations', {
        title: 'Send oss vedlegg', purpose: 'Prøve.', opens: '2020-01-01T00:00:00Z', closes: '2036-01-01T00:00:00Z', erases: '2037-01-01T00:00:00Z',
        sections: [{ key: 's', questions: [
            { key: 'doc', kind: 'file', most: 2, title: { nb: 'Vedlegg' } },
            { key: 'why', kind: 'short_text', title: { nb: 'Hvorfor?' } },
        ] }],
    });
    assert.equal(made.status, 201, made.text);
    await client.post(`/api/consultations/${made.body.id}/publishing`, {});
    const pdf = { name: 'Vårt "svar".pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n\r\n--boundary\r\n%%EOF\n') };
    const page_as_picture = { name: 'bilde.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>1</script>') };
    for (const script of [false, true]) {
        const page = await openPage(browser, { width: 390, script });
        const ready = () => (script ? page.waitForSelector('html[data-ready] #answer-form') : page.waitForSelector('#answer-form'));
        await page.goto(`${server.url}/consultations/${made.body.id}`);
        await page.getByRole('button', { name: 'Begynn å svare' }).click();
        await ready();
        await page.getByLabel('Hvorfor?').fill('Les dette');
        await page.getByLabel('Vedlegg').setInputFiles([page_as_picture]);
        await page.getByRole('button', { name: 'Last opp' }).click();
        await page.getByText('ikke av et slag vi tar imot').waitFor();
        await ready();
        assert.equal(await page.getByLabel('Hvorfor?').inputValue(), 'Les dette');
        await page.getByLabel('Vedlegg').setInputFiles([pdf]);
        await page.getByRole('button', { name: 'Last opp' }).click();
        await page.locator('.sent-file').waitFor();
        await ready();
        await picture(page, `files-${script ? 'script' : 'plain'}-390`);
        if (script) assert.deepEqual(await violations(page), []);
        const download = page.waitForEvent('download');
        await page.locator('.sent-file a').click();
        assert.equal((await download).suggestedFilename(), 'Vårt _svar.pdf');
        if (script) {
            await page.getByLabel('Vedlegg').setInputFiles([{ name: 'stor.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(11 * 1024 * 1024) }]);
            await page.getByText('stor.pdf er for stor').waitFor();
        }
        await next(page);
        await page.getByRole('heading', { name: 'Se over og send' }).waitFor();
        assert.ok(await page.getByText('Vårt _svar.pdf').isVisible());
        await page.close();
    }
});

test('somebody takes the file of what is on record about them along, and has the account erased', async () => {
    const page = await visits.signedIn(server, browser, 'aase.nordboe@samlingspartiet.example', { width: 390 });
    await visits.open(server, page, '/account');
    await page.getByText('Slett kontoen', { exact: true }).click();
    assert.deepEqual(await violations(page), []);
    await picture(page, 'account-390');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Last ned (JSON)' }).click();
    assert.equal((await download).suggestedFilename(), 'samrad.json');
    await page.getByLabel('Skriv passordet ditt for å bekrefte').fill('feil passord her');
    await page.getByRole('button', { name: 'Slett kontoen for godt' }).click();
    await page.getByText('Passordet er feil.').first().waitFor();
    await page.getByLabel('Skriv passordet ditt for å bekrefte').fill(visits.password);
    await page.getByRole('button', { name: 'Slett kontoen for godt' }).click();
    await page.waitForURL(server.url + '/');
    await page.getByText('Logg inn').first().waitFor();
    await page.close();
});
