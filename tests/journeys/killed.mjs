// The server is killed again and again while people write, and their connections are cut: what was acknowledged is there
// afterwards, once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { eventually, startServer } from '../support/server.mjs';
import { cable, losses, members, writers } from '../support/trouble.mjs';

const kills = 8;
let server;
let wire;
before(async () => {
    server = await startServer({ settings: { SAMRAD_LIMIT_SCALE: '0' } });
    wire = await cable(server);
});
after(async () => {
    await wire?.close();
    await server?.stop();
});

test(`${kills} times kill -9 under 20 writers: every acknowledged comment is there, and none twice`, async () => {
    const clients = await members(server, 20);
    for (const client of clients) client.via = `http://localhost:${wire.port}`;
    const crowd = writers(clients, 1);
    const somebodyWrites = (count) => {
        const before = crowd.acknowledged.size;
        return eventually('somebody writes', () => crowd.acknowledged.size >= before + count);
    };
    for (let i = 0; i < kills; ++i) {
        await somebodyWrites(15);
        // Whoever is cut here does not know whether it was stored, and asks again.
        wire.cut(1);
        await somebodyWrites(15);
        await server.end('SIGKILL');
        await server.start();
    }
    await crowd.stop();
    assert.deepEqual(crowd.strange, []);
    assert.deepEqual(await losses(server, crowd), []);
    assert.ok(crowd.answers.get('cut') > kills);
});
