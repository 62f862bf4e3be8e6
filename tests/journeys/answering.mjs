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

test('without script: what is wrong is said beside its field, the answer is sent, and found again by its link', async () => {
    const page = await openPage(browser, { width: 390, script: false });
    await page.goto(server.url + '/processes/1');
    await page.getByRole('link', { name: 'Hvordan er skoleveien hos deg?' }).click();
    await page.getByRole('button', { name: 'Begynn å svare' }).click();
    await page.getByLabel('Til fots').check();
    await next(page);
    await page.getByText('Noe må rettes før du går videre.').waitFor();
    assert.equal(await page.locator('.field-wrong').count(), 2);
    assert.ok(await page.getByLabel('Til fots').isChecked());
    await page.getByLabel('Elev').check();
    await page.getByLabel('Hvilken skole?').fill('Nordnes skole');
    await page.getByLabel('2', { exact: true }).check();
    await next(page);
    await page.getByLabel('Hva vil du si').fill('Vi trenger lys.');
    await next(page);
    await page.getByRole('heading', { name: 'Se over og send' }).waitFor();
    assert.ok(await page.getByText('Nordnes skole').isVisible());
    assert.ok(!(await page.locator('#a-website').evaluate((trap) => trap.getBoundingClientRect().right > 0)));
    await page.getByLabel('Ja, det samtykker jeg til').check();
    await page.getByRole('button', { name: 'Send svaret' }).click();
    await page.getByRole('heading', { name: 'Takk, svaret er mottatt' }).waitFor();
    const link = await page.locator('.answer-link').textContent();

    const later = await openPage(browser, { width: 390, script: false });
    await later.goto(server.url + new URL(link).pathname);
    await later.getByRole('link', { name: 'Endre svaret' }).click();
    assert.equal(await later.getByLabel('Hvilken skole?').inputValue(), 'Nordnes skole');
    await later.close();
    await page.close();
});

test('with script the same pages hold, by the keyboard alone, and axe finds nothing', async () => {
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
        assert.deepEqual(await violations(page), []);
        await page.getByRole('button', { name: 'Lagre og gå videre' }).focus();
        await page.keyboard.press('Enter');
        await page.getByText('Side 2 av 2').waitFor();
        await page.waitForSelector('html[data-ready] .answer-form');
        assert.deepEqual(await violations(page), []);
        await next(page);
        await page.getByRole('heading', { name: 'Se over og send' }).waitFor();
        await page.waitForSelector('html[data-ready] .answer-form');
        assert.deepEqual(await violations(page), []);
        await page.getByLabel('Ja, det samtykker jeg til').check();
        await page.getByRole('button', { name: 'Send svaret' }).click();
        await page.getByRole('heading', { name: 'Takk, svaret er mottatt' }).waitFor();
        await page.waitForSelector('html[data-ready]');
        assert.deepEqual(await violations(page), []);
        await page.close();
    }
});
