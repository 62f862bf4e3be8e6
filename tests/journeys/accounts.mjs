// From a mail to an account and back: signing up, forgetting, and what ends with a new password.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { eventually, startServer } from '../support/server.mjs';
import { sql } from '../support/trouble.mjs';

const email = 'ny.stemme@example.org';
let server;
before(async () => (server = await startServer()));
after(() => server.stop());

// The words of a mail, which travel as base64, and the token of the link in them.
const words = (mail) => Buffer.from(mail.split('\r\n\r\n')[1], 'base64').toString('utf8');
async function mailedToken(subject) {
    const mail = await eventually(`a mail with ${subject}`, async () => {
        const text = words(await server.mail(email));
        return text.includes(subject) ? text : null;
    });
    const link = mail.match(/(http\S+)\?token=([A-Za-z0-9_-]+)/);
    assert.ok(link, mail);
    assert.ok(link[1].startsWith(server.url), 'a mailed link leads to our own address');
    return { path: new URL(link[1]).pathname, token: link[2] };
}

async function listening(client, topic) {
    const socket = await client.socket();
    socket.send({ t: 'listen', topic });
    await socket.next((message) => message.t === 'listening');
    return socket;
}

test('somebody signs up, opens the mailed link and is signed in', async () => {
    const browser = server.client();
    const form = { name: 'Ny Stemme', email, password: 'en lang nok setning', language: 'nb' };
    assert.equal((await browser.post('/api/accounts', form)).status, 202);
    assert.equal((await browser.signIn(email, form.password)).status, 403);
    const { path, token } = await mailedToken('/confirm?');
    assert.equal((await browser.get(`${path}?token=${token}`)).status, 200);
    assert.equal((await browser.get('/api/me')).body.account, null, 'opening the page alone does nothing');
    const confirmed = await browser.post('/api/accounts/confirm', { token });
    assert.equal(confirmed.status, 200);
    assert.equal((await browser.get('/api/me')).body.account.name, 'Ny Stemme');
    assert.equal((await server.client().post('/api/accounts/confirm', { token })).status, 409);
});

test('a new password ends every session at once, and every open socket within seconds', async () => {
    const laptop = server.client();
    const phone = server.client();
    for (const device of [laptop, phone]) assert.equal((await device.signIn(email, 'en lang nok setning')).status, 200);
    const account = (await laptop.get('/api/me')).body.account.id;
    const sockets = [await listening(laptop, `account:${account}`), await listening(phone, 'document:1')];

    const stranger = server.client();
    assert.equal((await stranger.post('/api/password/forgot', { email })).status, 202);
    const { token } = await mailedToken('/reset?');
    const password = 'en helt annen setning';
    assert.equal((await stranger.post('/api/password/reset', { token, password })).status, 204);

    for (const device of [laptop, phone]) assert.equal((await device.get('/api/me')).body.account, null);
    for (const socket of sockets) await eventually('the socket is closed', () => socket.closed() !== null);
    for (const socket of sockets) assert.equal(socket.closed(), 4001);
    assert.equal((await laptop.signIn(email, 'en lang nok setning')).status, 401);
    assert.equal((await laptop.signIn(email, password)).status, 200);
    assert.equal((await stranger.post('/api/password/reset', { token, password })).status, 409);
});

test("nothing that somebody writes about himself becomes a line of a mail's head", async () => {
    const attacks = [
        'a\r\nBcc: all@example.org',
        'a\nBcc: all@example.org',
        'a\u2028Bcc: b@c.no',
        '=?utf-8?q?=0ABcc:_b@c.no?=',
    ];
    const browser = server.client();
    assert.equal((await browser.signIn('ingrid.solberg@samlingspartiet.example', 'samtale i lag')).status, 200);
    for (const [i, attack] of attacks.entries()) {
        const reply = await browser.post('/api/units', { name: attack, kind: 'branch', parent: 1 });
        if (reply.status === 422) continue;
        assert.equal(reply.status, 201, reply.text);
        const to = `invitert${i}@example.org`;
        assert.equal(
            (await browser.post(`/api/units/${reply.body.id}/invitations`, { email: to, role: 'member' })).status,
            201,
        );
        const head = (await server.mail(to)).split('\r\n\r\n')[0];
        assert.doesNotMatch(head, /^bcc:/im);
        assert.equal(head.match(/^to:/gim).length, 1);
    }
    for (const email of attacks.map((attack) => `${attack}@example.org`)) {
        assert.equal((await browser.post('/api/units/1/invitations', { email, role: 'member' })).status, 422);
        assert.equal((await browser.post('/api/password/forgot', { email })).status, 422);
    }
    assert.deepEqual(await sql(server, "select recipient from outbox where recipient ~ '[[:cntrl:]]'"), []);
});

test('a page that there is not asks to sign in who is not signed in, and nobody else', async () => {
    const browser = server.client();
    const asStranger = await browser.get('/documents/999999');
    assert.equal(asStranger.status, 404);
    assert.match(asStranger.text, /Kanskje må du logge inn/);
    assert.equal((await browser.signIn('mona.viken@samlingspartiet.example', 'samtale i lag')).status, 200);
    for (const path of ['/documents/999999', '/nowhere']) {
        const page = await browser.get(path);
        assert.equal(page.status, 404);
        assert.match(page.text, /Mona Viken/);
        assert.doesNotMatch(page.text, /logge inn|Logg inn/);
    }
});
