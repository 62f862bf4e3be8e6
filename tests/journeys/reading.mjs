// The reading page in a real browser: readable without script, live with it, and safe with what people write.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage, violations } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

const password = 'samtale i lag';
const document = '/documents/1';
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

async function open(path, options) {
    const page = await openPage(browser, options);
    await page.goto(server.url + path);
    if (options?.script !== false) await page.waitForSelector('html[data-ready]');
    return page;
}

test('a public document is readable where no script runs', async () => {
    const page = await open(document, { script: false });
    assert.match(await page.textContent('#text'), /Kommunene først/);
    assert.equal(await page.getAttribute('meta[property="og:title"]', 'content'), 'Utkast til arbeidsprogram');
});

test('a comment of somebody else appears without a reload, and what looks like a script is a text', async () => {
    const page = await open(document);
    await page.waitForSelector('.comment');
    const aase = server.client();
    assert.equal((await aase.signIn('aase.nordboe@samlingspartiet.example', password)).status, 200);
    const made = await aase.post('/api/documents/1/comments', {
        text: 'Kom nettopp. <img src=x onerror="document.title=1"> [x](javascript:alert(1))',
    });
    assert.equal(made.status, 201, made.text);
    await page.waitForSelector(`#comment-${made.body.comment.id}`);
    assert.match(await page.textContent(`#comment-${made.body.comment.id}`), /Kom nettopp/);
    assert.notEqual(await page.title(), '1');
    assert.deepEqual(page.complaints, []);
});

test('a member signs in and comments on the document', async () => {
    const page = await open('/sign-in');
    await page.fill('input[name=email]', 'aase.nordboe@samlingspartiet.example');
    await page.fill('input[name=password]', password);
    await page.click('form button[type=submit]');
    await page.waitForURL(server.url + '/');
    await page.goto(server.url + document);
    await page.getByRole('button', { name: 'Om hele dokumentet' }).click();
    await page.fill('textarea[name=text]', 'Skrevet i en nettleser.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Skrevet i en nettleser.').waitFor();
    assert.deepEqual(page.complaints, []);
});

for (const width of [390, 1440]) {
    for (const dark of [false, true]) {
        test(`axe finds nothing at ${width} px, ${dark ? 'dark' : 'light'}`, async () => {
            for (const path of ['/', '/processes/1', document, '/sign-in', '/sign-up']) {
                const page = await open(path, { width, dark });
                assert.deepEqual(await violations(page), [], path);
                await page.context().close();
            }
        });
    }
}
