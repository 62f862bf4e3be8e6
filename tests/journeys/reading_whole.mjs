// One answer with all that can stand in it: a passage under a theme that was answered, words that are blacked out, a file, and
// fifty that are nearly like it. On every width, in the dark and in both languages axe finds nothing, and nothing is lost on
// the way to another page and back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage, violations } from '../support/browser.mjs';
import { eventually, startServer } from '../support/server.mjs';
import { sql } from '../support/trouble.mjs';
import * as visits from '../support/visits.mjs';

let server;
let browser;
let answer;
let client;
before(async () => {
    server = await startServer();
    browser = await openBrowser();
    client = server.client();
    await client.signIn(visits.editor, visits.password);
    await eventually('the answers are sorted', async () => {
        const { body } = await client.get('/api/consultations/1/families');
        return body.items[0]?.answers === 50;
    });
    // One of the campaign that has a mark under a theme that was answered, and the sentences that changed.
    [[answer]] = await sql(
        server,
        `select m.answer_id from marks m join themes t on t.id = m.theme_id join answer_families f on f.answer_id = m.answer_id
         where t.title = 'Lavere fartsgrense' and (select count(*) from answer_families g where g.family_id = f.family_id) = 50 limit 1`,
    );
    assert.ok(answer);
    const { body } = await client.get(`/api/answers/${answer}`);
    const [mark] = body.passages.marks;
    const { text } = body.texts.find((one) => one.field === mark.field);
    const first = mark.past + 2 < text.length ? mark.past + 1 : 0;
    const redacted = await client.post(`/api/answers/${answer}/redactions`, {
        field: mark.field,
        first,
        past: Math.min(first + 12, text.length),
        reason: 'Navngir et barn',
        edits: body.edits,
    });
    assert.equal(redacted.status, 201, redacted.text);
    await sql(
        server,
        `with file as (insert into answer_files (answer_id, question, name, kind, bytes)
             values (${answer}, 'vedlegg', 'kart over veien.pdf', 'pdf', '%PDF-1.4') returning id, answer_id)
         update answers a set content = (a.content::jsonb || jsonb_build_object('vedlegg', jsonb_build_array(file.id::text)))::text,
             shown = (a.shown::jsonb || jsonb_build_object('vedlegg', jsonb_build_array(file.id::text)))::text
         from file where a.id = file.answer_id`,
    );
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

const picture = async (page, name) => {
    if (process.env.SAMRAD_PICTURES) await page.screenshot({ path: `${process.env.SAMRAD_PICTURES}/${name}.png`, fullPage: true });
};

for (const { width, dark, english } of [
    { width: 1440, dark: false, english: false },
    { width: 1440, dark: true, english: true },
    { width: 390, dark: false, english: true },
    { width: 390, dark: true, english: false },
]) {
    test(`axe finds nothing on it at ${width} pixels, ${dark ? 'dark' : 'light'}, in ${english ? 'English' : 'Bokmål'}`, async () => {
        await client.patch('/api/me', { language: english ? 'en' : 'nb' });
        const page = await visits.signedIn(server, browser, visits.editor, { width, dark });
        await visits.open(server, page, `/consultations/1/read?answer=${answer}`);
        await page.locator('.theme-mark').first().waitFor();
        await page.locator('.bar-of-words').first().waitFor();
        await page.locator('.files-of-answer li').first().waitFor();
        await page.locator('.became .status').first().waitFor();
        await page.locator('.changed-sentences a').first().waitFor();
        assert.equal(await page.locator('.theme-mark[data-theme-names]').first().getAttribute('data-theme-names'), 'Lavere fartsgrense');
        assert.deepEqual(await violations(page), []);
        await picture(page, `whole-${width}${dark ? '-dark' : ''}`);
        await page.getByRole('button', { name: english ? 'Show the family (50)' : 'Vis familien (50)' }).click();
        await page.locator('.family-members > li').first().waitFor();
        assert.deepEqual(await violations(page), []);
        await picture(page, `whole-family-${width}${dark ? '-dark' : ''}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        assert.deepEqual(page.complaints, []);
        await page.context().close();
    });
}

test('the way to another page and back leads to the same answer and the same list, and the counts follow what one does', async () => {
    await client.patch('/api/me', { language: 'nb' });
    const page = await visits.signedIn(server, browser, visits.editor, { width: 1440 });
    await visits.open(server, page, '/consultations/1/read');
    await page.locator('.answer-item').first().waitFor();
    const read = async () => Number(/(\d+) lest av deg/.exec(await page.locator('.reading-counts').textContent())[1]);
    const before = await read();
    await page.getByLabel('Bare uleste').check();
    await page.locator('.answer-item.is-unread').first().click();
    await page.locator('.read-answer').waitFor();
    await page.waitForFunction((n) => document.querySelector('.reading-counts').textContent.includes(`${n} lest av deg`), before + 1);
    const address = page.url();
    const name = await page.locator('#answer-name').textContent();
    await page.goto(`${server.url}/consultations/1/responses`);
    await page.goBack();
    await page.locator('.read-answer').waitFor();
    assert.equal(page.url(), address);
    assert.equal(await page.locator('#answer-name').textContent(), name);
    assert.ok(await page.getByLabel('Bare uleste').isChecked());
    // The browser's own Back goes to the list, as on any page that one has gone into.
    await page.goto(`${server.url}/consultations/1/read`);
    await page.locator('.answer-item').first().click();
    await page.locator('.read-answer').waitFor();
    await page.goBack();
    await page.locator('.read-answer').waitFor({ state: 'detached' });
    assert.ok(page.url().endsWith('/consultations/1/read'));
    await page.context().close();
});

test('a sentence of the new version has a button that leads to the answers behind it, by key and by touch', async () => {
    const reader = await openPage(browser, { width: 390 });
    await visits.open(server, reader, '/documents/1/versions/3').catch(() => undefined);
    const mark = reader.locator('.heard-mark').first();
    await mark.waitFor();
    assert.match(await mark.textContent(), /Fra høringen/);
    const box = await mark.boundingBox();
    assert.ok(box.height >= 24, `${box.height}`);
    const lines = () =>
        reader.evaluate(() => {
            const text = document.getElementById('text').getBoundingClientRect().top;
            return [...document.querySelectorAll('#text .ln')].map((one) => one.getBoundingClientRect().top - text);
        });
    const before = await lines();
    await mark.click();
    await reader.getByRole('dialog').waitFor();
    assert.deepEqual(await lines(), before); // a press moves no line
    await reader.keyboard.press('Escape');
    await reader.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.deepEqual(await lines(), before);
    await mark.focus();
    await reader.keyboard.press('Enter');
    await reader.getByRole('dialog').getByRole('link', { name: 'Lavere fartsgrense' }).or(reader.getByRole('dialog').getByRole('link', { name: 'Skyss der veien er farlig' })).first().waitFor();
    assert.deepEqual(await violations(reader), []);
    await picture(reader, 'heard-390');
    assert.deepEqual(reader.complaints, []);
    await reader.context().close();
});
