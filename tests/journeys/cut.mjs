// Fifty readers whose connections are cut at random, and a server that goes away twice: everybody has every event, once,
// in order.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { eventually, startServer } from '../support/server.mjs';
import { cable, members, writers } from '../support/trouble.mjs';

const topic = 'document:1';
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

// A reader as docs/PROTOCOL.md asks of one: says its last number when it comes back, holds what comes before the answer,
// drops what it has.
class Reader {
    events = [];
    faults = [];
    comebacks = -1;
    constructor(since) {
        this.first = this.last = since;
        this.connect();
    }
    connect() {
        if (this.ended) return;
        const socket = new WebSocket(`ws://localhost:${wire.port}/api/socket`, { headers: { origin: server.url } });
        this.socket = socket;
        let held = [];
        socket.addEventListener('open', () => {
            ++this.comebacks;
            socket.send(JSON.stringify({ t: 'listen', topic, since: this.last }));
        });
        socket.addEventListener('message', ({ data }) => {
            const message = JSON.parse(data);
            if (message.t === 'listening') {
                for (const event of [...message.events, ...held]) this.take(event);
                held = null;
            } else if (message.t === 'event') {
                if (held) held.push(message);
                else this.take(message);
            } else if (message.t === 'resync' || message.t === 'refused') {
                this.faults.push(message.t);
            }
        });
        // Of a connection that ends badly, Node tells one or the other, or both.
        let over = false;
        const comeBack = () => {
            if (!over) setTimeout(() => this.connect(), 20);
            over = true;
        };
        socket.addEventListener('error', comeBack);
        socket.addEventListener('close', comeBack);
    }
    take({ n, kind, body }) {
        if (n <= this.last) return;
        if (n !== this.last + 1) this.faults.push(`${n} came after ${this.last}`);
        this.last = n;
        this.events.push(`${n} ${kind} ${body.id}`);
    }
    isThere() {
        return this.socket.readyState === WebSocket.OPEN;
    }
    end() {
        this.ended = true;
        this.socket.close();
    }
}

test('fifty readers, cut at random, and two restarts: nobody misses an event or has one twice', async () => {
    const { body } = await server.client().get('/api/documents/1');
    const readers = Array.from({ length: 50 }, () => new Reader(body.last_event));
    const crowd = writers(await members(server, 4), 1);
    for (let round = 0; round < 12; ++round) {
        const before = crowd.acknowledged.size;
        await eventually('somebody writes', () => crowd.acknowledged.size >= before + 12);
        // Who is away cannot be cut: on a slow machine they take a while to come back.
        await eventually('nearly everybody is back', () => readers.filter((reader) => reader.isThere()).length > 40);
        wire.cut(0.3);
        if (round === 4) await server.end('SIGKILL').then(() => server.start());
        if (round === 8) await server.end('SIGTERM').then(() => server.start());
    }
    await crowd.stop();
    assert.deepEqual(crowd.strange, []);
    const head = (await server.client().get('/api/documents/1')).body.last_event;
    assert.ok(head >= body.last_event + crowd.acknowledged.size);
    const behind = () => readers.filter((reader) => reader.last !== head);
    await eventually('everybody has the last event', () => behind().length === 0).catch((failure) => {
        const found = behind().map(({ last, faults, comebacks }) => ({ last, faults: faults.slice(0, 3), comebacks }));
        throw new Error(`${failure.message} (${head}), but ${JSON.stringify(found)}`);
    });
    for (const reader of readers) {
        reader.end();
        assert.deepEqual(reader.faults, []);
        assert.equal(reader.events.length, head - body.last_event);
        assert.deepEqual(reader.events, readers[0].events);
    }
    assert.ok(readers.reduce((sum, reader) => sum + reader.comebacks, 0) > 100);
});
