// A member comments on a paragraph; somebody else, who has the page open, hears of it; nothing is lost over a restart.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startServer } from '../support/server.mjs';

const password = 'samtale i lag';
let server;
before(async () => (server = await startServer()));
after(() => server.stop());

async function openDocument(client) {
    const { body } = await client.get('/api/processes');
    const discussed = body.items.find((process) => process.audience === 'public' && process.may.comment);
    assert.ok(discussed, 'the demo has a process under discussion');
    const document = await client.get(`/api/documents/${discussed.documents[0].id}`);
    assert.equal(document.status, 200);
    return document.body;
}

test('a page that has heard of more than the server knows is told to fetch afresh', async () => {
    const socket = await server.client().socket();
    socket.send({ t: 'listen', topic: 'document:1', since: 1_000_000 });
    const told = await socket.next((message) => message.topic === 'document:1');
    assert.equal(told.t, 'resync');
    assert.ok(told.head < 1_000_000);
    socket.close();
});

test('a socket that begins to listen again and again is told to wait', async () => {
    const socket = await server.client().socket();
    for (let i = 0; i < 45; ++i) socket.send({ t: 'listen', topic: 'document:1', since: 0 });
    const told = await socket.next((message) => message.t === 'problem');
    assert.equal(told.code, 'too_many_attempts');
    socket.close();
});

test('what a member writes reaches the others who read the same document', async () => {
    const aase = server.client();
    assert.equal((await aase.signIn('aase.nordboe@samlingspartiet.example', password)).status, 200);
    const document = await openDocument(aase);

    const reader = server.client();
    const socket = await reader.socket();
    socket.send({ t: 'listen', topic: `document:${document.id}`, since: document.last_event });
    const block = document.outline[0].block;
    const made = await aase.post(`/api/documents/${document.id}/comments`, {
        text: 'Dette bør vi si tydeligere.',
        anchor: { version: document.version.number, block },
    });
    assert.equal(made.status, 201, made.text);
    await socket.next((message) => JSON.stringify(message).includes('Dette bør vi si tydeligere.'));
    socket.close();
});

test('what was acknowledged is there after the server was killed', async () => {
    const aase = server.client();
    await aase.signIn('aase.nordboe@samlingspartiet.example', password);
    const document = await openDocument(aase);
    const made = await aase.post(`/api/documents/${document.id}/comments`, { text: 'Skrevet rett før strømbruddet.' });
    assert.equal(made.status, 201, made.text);
    await server.end('SIGKILL');
    await server.start();
    const again = await aase.get(`/api/comments/${made.body.comment.id}`);
    assert.equal(again.status, 200);
    assert.equal(again.body.comment.text, 'Skrevet rett før strømbruddet.');
});

test('a foreign page cannot act in the name of who is signed in', async () => {
    const aase = server.client();
    await aase.signIn('aase.nordboe@samlingspartiet.example', password);
    const foreign = await aase.post('/api/session', {}, { origin: 'https://elsewhere.example' });
    assert.equal(foreign.status, 403);
    assert.equal(foreign.body.problem.code, 'request.foreign_origin');
    await assert.rejects(aase.socket({ origin: 'https://elsewhere.example' }));
});
