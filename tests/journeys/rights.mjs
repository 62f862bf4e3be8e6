// Who loses the right to listen stops hearing: within seconds, and without another event.
import assert from 'node:assert/strict';
import { before, after, test } from 'node:test';

import { eventually, startServer } from '../support/server.mjs';
import { members, signedIn, sql } from '../support/trouble.mjs';

let server;
let editor;
let inside; // a document for members alone
before(async () => {
    server = await startServer({ settings: { SAMRAD_LIMIT_SCALE: '0' } });
    [[inside]] = await sql(
        server,
        "select d.id from documents d join processes p on p.id = d.process_id where p.audience = 'members' limit 1",
    );
    const [[account]] = await sql(
        server,
        "select account_id from standings where role = 'administrator' and unit_id = 1 limit 1",
    );
    editor = await signedIn(server, account);
});
after(() => server.stop());

async function listening(client) {
    const socket = await client.socket();
    socket.send({ t: 'listen', topic: `document:${inside}` });
    await socket.next((message) => message.t === 'listening');
    return socket;
}

const write = async () => {
    const reply = await editor.post(`/api/documents/${inside}/comments`, { text: 'Bare for medlemmer.' });
    assert.equal(reply.status, 201, reply.text);
    return reply.body.comment.id;
};

const heard = (socket, id) => socket.messages.some((message) => message.t === 'event' && message.body.id === id);

// Does what takes the right away and sees to it that the socket ends, and that another reader still hears what it does
// not.
async function losesTheRight(loser, takeAway) {
    const [, witness] = await members(server, 2);
    const ears = await listening(loser);
    const others = await listening(witness);
    const first = await write();
    await eventually('both hear', () => heard(ears, first) && heard(others, first));
    await takeAway();
    const refused = () =>
        ears.messages.some((message) => message.t === 'refused' && message.topic === `document:${inside}`);
    await eventually('the socket is told or closed', () => refused() || ears.closed() !== null);
    const second = await write();
    await eventually('the other reader hears', () => heard(others, second));
    // The other reader's socket was served after this one would have been: a round trip closes the argument.
    if (ears.closed() === null) {
        ears.send({ t: 'ping' });
        await ears.next((message) => message.t === 'pong');
        ears.send({ t: 'listen', topic: `document:${inside}` });
        await eventually(
            'coming back is refused',
            () => ears.messages.filter((message) => message.t === 'refused').length > 1,
        );
    }
    assert.ok(!heard(ears, second));
    others.close();
}

test('a standing that is ended', async () => {
    const [loser] = await members(server, 1);
    const standings = await sql(
        server,
        `select id from standings where account_id = ${loser.account} and ends_at is null`,
    );
    await losesTheRight(loser, async () => {
        for (const [standing] of standings) {
            const reply = await loser.delete(`/api/standings/${standing}`);
            assert.equal(reply.status, 204, reply.text);
        }
    });
    assert.equal((await loser.get(`/api/documents/${inside}`)).status, 404);
});

test('who has no standing any more hears how many are here, and no longer who', async () => {
    const [loser, witness] = (await members(server, 6)).slice(4); // whom no other test takes anything from
    const open = async (client) => {
        const socket = await client.socket();
        socket.send({ t: 'listen', topic: 'document:1' });
        await socket.next((message) => message.t === 'listening');
        return socket;
    };
    const [ears, others] = [await open(loser), await open(witness)];
    const last = (socket) => socket.messages.filter((message) => message.t === 'presence').at(-1);
    await eventually('both are told who is here', () => last(ears)?.names.length === 2 && last(others)?.names.length === 2);
    await sql(server, `update standings set ends_at = now() where account_id = ${loser.account} and ends_at is null`);
    await eventually('the names are kept from it', async () => {
        const third = await open(witness); // somebody comes and goes, so that presence is told again
        third.close();
        return last(ears).names.length === 0;
    });
    assert.ok(last(ears).count >= 2);
    await eventually('the other is told of names still', () => last(others).names.length > 0);
    for (const socket of [ears, others]) socket.close();
});

test('a sign-out everywhere, from another browser', async () => {
    const [, , loser] = await members(server, 3);
    const elsewhere = await signedIn(server, loser.account);
    await losesTheRight(loser, async () => assert.equal((await elsewhere.delete('/api/sessions')).status, 204));
});

test('a socket that listened to nothing yet is no way in after the sign-out', async () => {
    const [, , , loser] = await members(server, 4);
    const socket = await loser.socket();
    await socket.next((message) => message.t === 'hello');
    await write();
    assert.equal((await loser.delete('/api/sessions')).status, 204);
    socket.send({ t: 'listen', topic: `document:${inside}`, since: 0 });
    await eventually('the socket is closed', () => socket.closed() !== null);
    assert.equal(socket.closed(), 4001);
    assert.deepEqual(
        socket.messages.map((message) => message.t),
        ['hello'],
    );
});

test('a process that is closed to participants', async () => {
    const [[account]] = await sql(
        server,
        `select a.id from accounts a where confirmed_at is not null
        and not exists (select from standings s where s.account_id = a.id) limit 1`,
    );
    const guest = await signedIn(server, account);
    const [[process, document]] = await sql(
        server,
        `select p.id, d.id from documents d join processes p on p.id = d.process_id
        where p.audience = 'public' limit 1`,
    );
    const socket = await guest.socket();
    for (const topic of [`document:${document}`, `process:${process}`]) {
        socket.send({ t: 'listen', topic });
        await socket.next((message) => message.t === 'listening' && message.topic === topic);
    }
    assert.equal((await editor.patch(`/api/processes/${process}`, { audience: 'members' })).status, 200);
    await eventually(
        'both topics are refused',
        () => socket.messages.filter((message) => message.t === 'refused').length === 2,
    );
    assert.equal((await guest.get(`/documents/${document}`)).status, 404);
    socket.close();
});

test('a stranger hears of nothing: not of an account, a document or a process that is not his', async () => {
    const [kari, ola] = await members(server, 2);
    const socket = await ola.socket();
    const topics = [
        `account:${kari.account}`,
        'document:999999',
        'process:0',
        'document:01',
        'document:1 ',
        'documents:1',
        'document:-1',
        'document:1e0',
        'hub',
        '',
        'account:',
        `document:${'9'.repeat(30)}`,
    ];
    for (const topic of topics) {
        socket.send({ t: 'listen', topic });
        const answer = await socket.next((message) => message.t === 'refused' || message.t === 'listening');
        assert.deepEqual([answer.t, answer.topic], ['refused', topic]);
    }
    socket.close();
});

test('a page knows from the first word of its socket whether the server has been renewed', async () => {
    const page = await server.client().get('/sign-in');
    const build = JSON.parse(page.text.match(/<script type="application\/json" id="page">([^<]*)/)[1]).build;
    const socket = await server.client().socket();
    const hello = await socket.next((message) => message.t === 'hello');
    assert.equal(hello.build, build);
    socket.close();
});
