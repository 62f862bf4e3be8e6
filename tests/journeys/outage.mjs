// The database fails under people's hands: they are told so, nothing that was acknowledged is lost, and the server goes
// on by itself when the database is back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { eventually, startServer } from '../support/server.mjs';
import { databaseLine, databaseName, endConnections, losses, members, sqlFromOutside, writers } from '../support/trouble.mjs';

let server;
before(async () => (server = await startServer({ settings: { SAMRAD_LIMIT_SCALE: '0' } })));
after(async () => {
    await sqlFromOutside(server, `alter database ${databaseName(server)} allow_connections true`);
    await server.stop();
});

test('every connection to the database is ended ten times under writers: nothing acknowledged is lost', async () => {
    const reader = await server.client().socket();
    reader.send({ t: 'listen', topic: 'document:1' });
    await reader.next((message) => message.t === 'listening');
    const crowd = writers(await members(server, 12), 1);
    try {
        for (let i = 0; i < 10; ++i) {
            const before = crowd.acknowledged.size;
            await eventually('somebody writes', () => crowd.acknowledged.size >= before + 20);
            await endConnections(server);
        }
        const before = crowd.acknowledged.size;
        await eventually('the server goes on', () => crowd.acknowledged.size >= before + 20);
    } finally {
        await crowd.stop(); // a crowd that goes on would keep this process alive
    }
    assert.deepEqual(crowd.strange, []);
    assert.deepEqual(await losses(server, crowd), []);
    // Who was listening all the while has heard of every comment.
    const heard = () => new Set(reader.messages.map((message) => message.body?.id));
    await eventually('the reader hears of all', () => [...crowd.acknowledged.values()].every((id) => heard().has(id)));
    assert.equal(reader.closed(), null);
});

test('while the database is away, requests and pages say so and when to ask again', async () => {
    const [kari] = await members(server, 1);
    assert.equal((await kari.get('/documents/1')).status, 200);
    const reader = await server.client().socket();
    reader.send({ t: 'listen', topic: 'document:1' });
    await reader.next((message) => message.t === 'listening');
    await sqlFromOutside(server, `alter database ${databaseName(server)} allow_connections false`);
    const logged = server.log.length;
    try {
        await endConnections(server);
        await eventually('the database is away', async () => (await kari.get('/api/health')).status === 503);
        const key = { 'idempotency-key': 'while-it-is-away' };
        const comment = { text: 'Skrevet mens databasen var borte.' };
        for (const reply of [
            await kari.get('/api/documents/1'),
            await kari.get('/api/me'),
            await kari.get('/api/health'),
            await kari.post('/api/documents/1/comments', comment, key),
            await server.client().signIn('aase.nordboe@samlingspartiet.example', 'samtale i lag'),
            await server.client().post('/api/password/forgot', { email: 'aase.nordboe@samlingspartiet.example' }),
        ]) {
            assert.equal(reply.status, 503, reply.text);
            assert.equal(reply.body.problem.code, 'database.unavailable');
            assert.match(reply.headers.get('retry-after'), /^[1-9]\d*$/);
        }
        const page = await kari.get('/documents/1');
        assert.equal(page.status, 503);
        assert.match(page.headers.get('content-type'), /^text\/html/);
        assert.match(page.headers.get('retry-after'), /^[1-9]\d*$/);
        assert.match(page.text, /"page":"unavailable"/);
        // Long enough for every clock of the server to have found it away, and for a loop that spins to show.
        const count = (word) => server.log.slice(logged).split(word).length - 1;
        await eventually('the clocks have tried', () => count('events.relay_failed') >= 1 && count('"rights"') >= 2);
        assert.ok(count('events.relay_failed') < 30, `${count('events.relay_failed')} tries to relay`);
        assert.ok(count('\n') < 200, `${count('\n')} lines of log`);
        assert.equal(reader.closed(), null);
        await sqlFromOutside(server, `alter database ${databaseName(server)} allow_connections true`);
        await eventually('the same comment is taken', async () => {
            const reply = await kari.post('/api/documents/1/comments', comment, key);
            return reply.status === 201 && reader.next((message) => message.body?.id === reply.body.comment.id);
        });
        assert.equal((await kari.get('/documents/1')).status, 200);
    } finally {
        await sqlFromOutside(server, `alter database ${databaseName(server)} allow_connections true`);
    }
});

test('while the database says nothing at all, requests are refused and not kept waiting, and none is stored twice', async () => {
    const silent = await startServer({ settings: { SAMRAD_LIMIT_SCALE: '0', SAMRAD_DATABASE_PATIENCE: '1' } });
    const [kari] = await members(silent, 1);
    await silent.end();
    const line = await databaseLine(silent);
    try {
        await silent.start();
        const comment = { text: 'innlegg mens basen tidde' };
        const key = { 'idempotency-key': 'while-it-is-silent' };
        line.fallSilent();
        // Those that were waiting for an answer are told, and those that come later are told at once.
        let waiting = null;
        void Promise.all([
            kari.get('/api/documents/1'),
            kari.get('/api/health'),
            kari.post('/api/documents/1/comments', comment, key),
        ]).then((replies) => (waiting = replies));
        await eventually('those who wait are told', () => waiting !== null);
        for (const reply of [...waiting, await kari.get('/api/me'), await kari.post('/api/documents/1/comments', comment, key)]) {
            assert.equal(reply.status, 503, reply.text);
            assert.equal(reply.body.problem.code, 'database.unavailable');
            assert.match(reply.headers.get('retry-after'), /^[1-9]\d*$/);
        }
        assert.equal((await kari.get('/documents/1')).status, 503);
        line.speak();
        const stored = await eventually('the same comment is taken', async () => {
            const reply = await kari.post('/api/documents/1/comments', comment, key);
            return reply.status === 201 && reply.body.comment.id;
        });
        const crowd = { acknowledged: new Map([[comment.text, stored]]) };
        assert.deepEqual(await losses(silent, crowd), []);
        assert.equal((await kari.get('/api/health')).status, 200);
    } finally {
        line.speak();
        await silent.end();
        await line.close();
        await silent.forget();
    }
});
