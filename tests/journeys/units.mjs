// Units and who holds what in them: an administrator founds, appoints, dismisses and invites; the invited one accepts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage, violations } from '../support/browser.mjs';
import { eventually, startServer } from '../support/server.mjs';

const password = 'samtale i lag';
const administrator = 'ingrid.solberg@samlingspartiet.example';
const member = 'aase.nordboe@samlingspartiet.example';
const participant = 'samira.aziz@post.example';
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

async function open(page, path) {
    await page.goto(server.url + path);
    await page.waitForSelector('html[data-ready]');
    return page;
}

// The session comes over HTTP, since the form of the sign-in page has its own journey.
async function signedIn(who, options) {
    const page = await openPage(browser, options);
    const reply = await page.request.post(`${server.url}/api/session`, {
        data: { email: who, password },
        headers: { 'X-Samrad': '1' },
    });
    assert.equal(reply.status(), 200);
    return page;
}

const button = (place, name) => place.getByRole('button', { name, exact: true });

async function invitedTo(email) {
    const mail = await eventually('the mail with the invitation', () => server.mail(email));
    const words = Buffer.from(mail.split('\r\n\r\n')[1], 'base64').toString('utf8');
    return words.match(/\/invitation\?token=[A-Za-z0-9_-]+/)[0];
}

test('an administrator finds a unit among all, founds one below it and stands at it in the tree', async () => {
    const page = await open(await signedIn(administrator), '/units');
    await page.getByLabel('Finn et ledd').fill('ingensted');
    await page.getByText('0 treff').waitFor();
    await page.getByLabel('Finn et ledd').fill('gjovik');
    await page.getByText('1 treff').waitFor();
    await page.getByLabel('Finn et ledd').fill('');
    await button(page, 'Nytt ledd').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Under').selectOption({ label: 'Gjøvik kommunelag' });
    await dialog.getByLabel('Navn').fill('Biri lokallag');
    await button(dialog, 'Opprett leddet').click();
    await page.getByText('«Biri lokallag» er opprettet.').waitFor();
    await page.waitForFunction(() => globalThis.document.activeElement?.textContent === 'Biri lokallag');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Biri lokallag' }).waitFor();
    assert.match(await page.textContent('.crumbs'), /Samlingspartiet.*Innlandet fylkeslag.*Gjøvik kommunelag/);
    assert.deepEqual(page.complaints, []);
});

test('a standing is granted by keyboard and ended after a question; the last administrator stays', async () => {
    const page = await open(await signedIn(administrator), '/units/1');
    await button(page, 'Gi et verv').click();
    const dialog = page.getByRole('dialog');
    await page.waitForSelector('[role=combobox]:focus');
    await page.keyboard.type('åse nor');
    await dialog.getByRole('option', { name: 'Åse Nordbø' }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Rolle').selectOption('moderator');
    await dialog.getByLabel('Til og med').fill('2090-06-30');
    await button(dialog, 'Gi et verv').click();
    await page.getByText('Åse Nordbø har fått vervet.').waitFor();
    const row = page.getByRole('row', { name: /Åse Nordbø/ });
    assert.match(await row.textContent(), /moderator.*30\. juni 2090/);

    await row.getByRole('button').click();
    await button(dialog, 'Avslutt').click();
    await page.getByText('Vervet til Åse Nordbø er avsluttet.').waitFor();
    await row.waitFor({ state: 'detached' });

    await button(page, 'Avslutt vervet som administrator for Ingrid Solberg').click();
    await button(dialog, 'Tre ut').click();
    await dialog.getByText('Dette er den siste administratoren.').waitFor();
    await button(dialog, 'Avbryt').click();
    // The refusal above is the only thing that the browser may have complained of.
    assert.deepEqual(page.complaints.filter((line) => !line.includes('409')), []);
});

test('who is invited by mail accepts with the account of that address alone', async () => {
    const office = await open(await signedIn(administrator), '/units/8');
    await button(office, 'Inviter på e-post').click();
    const dialog = office.getByRole('dialog');
    await dialog.getByLabel('E-post', { exact: true }).fill(participant);
    await dialog.getByLabel('Rolle').selectOption('editor');
    await button(dialog, 'Send invitasjonen').click();
    await office.getByText(`Invitasjonen er sendt til ${participant}.`).waitFor();
    const path = await invitedTo(participant);

    const other = await open(await signedIn(member), path);
    await other.getByText('Velkommen som redaktør i Lillehammer kommunelag.').waitFor();
    assert.equal(await button(other, 'Ta imot').count(), 0);

    const page = await open(await openPage(browser), path);
    await button(page, 'Jeg har konto').click();
    const signIn = page.getByRole('dialog');
    await signIn.getByLabel('E-post').fill(participant);
    await signIn.getByLabel('Passord').fill(password);
    await button(signIn, 'Logg inn').click();
    await button(page, 'Ta imot').click();
    await page.getByText('Du er nå redaktør i Lillehammer kommunelag.').waitFor();
    await page.getByRole('link', { name: 'Se Lillehammer kommunelag' }).click();
    await page.getByRole('row', { name: /Samira Aziz.*redaktør/ }).waitFor();
    await page.getByRole('link', { name: 'Ny sak' }).waitFor();
    assert.deepEqual([...office.complaints, ...other.complaints, ...page.complaints], []);
});

test('a member sees first what waits, and leaves a unit from the account page', async () => {
    const page = await open(await signedIn(member), '/');
    const waiting = page.getByRole('region', { name: 'Venter på deg' });
    await waiting.getByText('Stemmen din mangler').waitFor();
    assert.match(await waiting.textContent(), /Uttalelse om trygg skolevei.*\d+ (dager|timer) igjen/);
    await open(page, '/account');
    await button(page, 'Tre ut som medlem i Lillehammer kommunelag').click();
    await button(page.getByRole('dialog'), 'Tre ut').click();
    await page.getByText('Du har ingen verv.').waitFor();
    await open(page, '/');
    assert.equal(await page.getByText('Stemmen din mangler').count(), 0);
    assert.deepEqual(page.complaints, []);
});

test('axe finds nothing on a phone and a wide screen, light and dark, and nothing scrolls sideways', async () => {
    const page = await signedIn(administrator);
    for (const path of ['/', '/units', '/units/1', '/account']) {
        await open(page, path);
        await page.waitForSelector('main h2, main .unit-tree');
        for (const [width, colorScheme] of [[390, 'light'], [390, 'dark'], [1440, 'light'], [1440, 'dark']]) {
            await page.setViewportSize({ width, height: 900 });
            await page.emulateMedia({ colorScheme });
            assert.deepEqual(await violations(page), [], `${path} at ${width}, ${colorScheme}`);
            const wider = await page.evaluate(() => globalThis.document.documentElement.scrollWidth > innerWidth);
            assert.ok(!wider, `${path} scrolls sideways at ${width}`);
        }
    }
});
