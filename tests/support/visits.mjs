// What nearly every journey begins with: somebody of the demo signs in, and a page is open and ready.
import assert from 'node:assert/strict';

import { openPage } from './browser.mjs';

export const password = 'samtale i lag';
export const editor = 'eirik.dahle@samlingspartiet.example';

/** Goes to a path of the server and waits until the page can be used. */
export async function open(server, page, path) {
    await page.goto(server.url + path);
    await page.waitForSelector('html[data-ready]');
}

/** A page of somebody who has signed in by the form, with the options of openPage(). */
export async function signedIn(server, browser, who, options) {
    const page = await openPage(browser, options);
    await open(server, page, '/sign-in');
    await page.fill('input[name=email]', who);
    await page.fill('input[name=password]', password);
    await page.click('main form button[type=submit]');
    await page.waitForURL(server.url + '/');
    return page;
}

/** A public process that takes amendments, with a document; the editor's client and the document's id. */
export async function amendedDocument(server, title, markdown) {
    const client = server.client();
    assert.equal((await client.signIn(editor, password)).status, 200);
    const me = await client.get('/api/me');
    const unit = me.body.standings.find((one) => one.role === 'editor').unit.id;
    const process = await client.post(`/api/units/${unit}/processes`, {
        title,
        audience: 'public',
        stages: [{ title: 'Forslag', kind: 'amending', starts: '2020-01-01T00:00:00Z' }],
    });
    assert.equal(process.status, 201, process.text);
    const made = await client.post(`/api/processes/${process.body.id}/documents`, { title: 'Et program', markdown });
    assert.equal(made.status, 201, made.text);
    return { client, process: process.body.id, document: made.body.id };
}
