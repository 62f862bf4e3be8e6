// The server is killed again and again while people write: what was acknowledged is there afterwards, once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { eventually, startServer } from '../support/server.mjs';
import { losses, members, writers } from '../support/trouble.mjs';

const kills = 8;
let server;
before(async () => (server = await startServer({ settings: { SAMRAD_LIMIT_SCALE: '0' } })));
after(() => server.stop());

test(`${kills} times kill -9 under 20 writers: every acknowledged comment is there, and none twice`, async () => {
    const crowd = writers(await members(server, 20), 1);
    for (let i = 0; i < kills; ++i) {
        const before = crowd.acknowledged.size;
        await eventually('somebody writes', () => crowd.acknowledged.size >= before + 30);
        await server.end('SIGKILL');
        await server.start();
    }
    await crowd.stop();
    assert.deepEqual(crowd.strange, []);
    assert.deepEqual(await losses(server, crowd), []);
    assert.ok(crowd.acknowledged.size >= 30 * kills);
});
