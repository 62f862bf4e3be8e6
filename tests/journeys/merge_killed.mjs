// The server is killed in the middle of "Make version": afterwards the version is there with every decision and its
// trace, or nothing of it is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { eventually, startServer } from '../support/server.mjs';
import { signedIn, sql } from '../support/trouble.mjs';

const rounds = 6;
let server;
let editor;
let document;
before(async () => {
    server = await startServer({ settings: { SAMRAD_LIMIT_SCALE: '0' } });
    [[document]] = await sql(server, "select id from documents where title = 'Utkast til partiprogram'");
    const [[account]] = await sql(server, "select id from accounts where name = 'Eirik Dahle'");
    editor = await signedIn(server, account);
});
after(async () => {
    await server?.stop();
});

// What a version leaves behind, as rows of the tables that it writes to.
const standing = async () => {
    const [[head, adopted, traces, versions, carried, events]] = await sql(
        server,
        `select head, (select count(*) from amendments where document_id = ${document} and state = 'adopted' and decided_version = head),
            (select count(*) from traces where document_id = ${document} and version = head),
            (select count(*) from versions where document_id = ${document}),
            (select count(*) from amendments where document_id = ${document} and now_version <> head
                and state in ('draft', 'submitted')),
            (select count(*) from events where topic = 'document:${document}' and kind = 'version')
         from documents where id = ${document}`,
    );
    return { head: Number(head), adopted, traces, versions: Number(versions), carried, events: Number(events) };
};

// Where in its work the server is held, by a trigger that waits: at the first decision, at the version, in the trace.
const places = ['amendments for each statement', 'versions for each row', 'traces for each statement'];
async function holdAt(place) {
    await sql(
        server,
        `create or replace function hold() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return new; end $$;
         create trigger hold before insert or update on ${place} execute function hold()`,
    );
}
const letGo = (place) => sql(server, `drop trigger hold on ${place.split(' ')[0]}`);

const held = async () => (await sql(server, "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'"))[0][0] !== '0';
const nobodyHolds = () => eventually('the killed server’s transaction is gone', async () => !(await held()));

async function takeSome(head) {
    const room = (await editor.get(`/api/documents/${document}/merge`)).body;
    const seen = new Set();
    const free = room.amendments.filter((one) => {
        const alone = one.kind === 'text' && one.carried === 'clean' && !seen.has(one.line_from);
        seen.add(one.line_from);
        return alone;
    });
    const amendments = free.slice(0, 20).map(({ id, decision }) => ({ id, expected: decision }));
    const decided = await editor.post(`/api/documents/${document}/merge/decisions`, { version: head, decision: 'take', amendments });
    assert.equal(decided.status, 200, decided.text);
    return amendments.length;
}
const make = async (version) => {
    const { entries } = (await editor.get(`/api/documents/${document}/merge`)).body;
    return editor.post(`/api/documents/${document}/merge/version`, { version, seen: entries, note: 'Flettet' });
};

for (const place of places) {
    test(`kill -9 while a version is made, at ${place.split(' ')[0]}: nothing of it is there, and it can be made again`, async () => {
        const { head } = await standing();
        const taken = await takeSome(head);
        const before = await standing();
        await holdAt(place);
        const cut = make(head).then(
            () => 'answered',
            () => 'cut',
        );
        await eventually('the version is being made', held);
        await server.end('SIGKILL');
        assert.equal(await cut, 'cut');
        // The database finds out that its client is gone when it has something to say: the wait is ended by hand.
        await sql(server, "select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'");
        await nobodyHolds();
        assert.deepEqual(await standing(), before);
        await letGo(place);
        await server.start();
        const room = (await editor.get(`/api/documents/${document}/merge`)).body;
        assert.equal(room.amendments.filter((one) => one.decision === 'take').length, taken);
        const made = await make(head);
        assert.equal(made.status, 201, made.text);
        assert.equal(made.body.adopted, taken);
        const now = await standing();
        assert.equal(now.head, head + 1);
        assert.equal(Number(now.adopted), taken);
        assert.ok(Number(now.traces) > 0);
    });
}

test(`${rounds} times kill -9 at any moment: the version is there whole, or not at all`, async () => {
    let whole = 0;
    for (let round = 0; round < rounds; ++round) {
        const { head } = await standing();
        const taken = await takeSome(head);
        const before = await standing();
        const cut = make(head).then(
            (reply) => reply.status,
            () => 'cut',
        );
        // A little later each round, so that it is killed at other work; what is asserted holds at whatever moment.
        await new Promise((done) => setTimeout(done, round * 12));
        await server.end('SIGKILL');
        const answer = await cut;
        await eventually('the killed server’s connections are gone', async () => {
            const [[busy]] = await sql(server, "select count(*) from pg_stat_activity where datname = current_database() and usename is not null and state <> 'idle' and pid <> pg_backend_pid()");
            return busy === '0';
        });
        const now = await standing();
        if (now.head === head) {
            assert.notEqual(answer, 201);
            assert.deepEqual(now, before);
        } else {
            ++whole;
            assert.deepEqual([now.head, now.versions, now.events], [head + 1, before.versions + 1, before.events + 1]);
            assert.equal(Number(now.adopted), taken);
            assert.equal(now.carried, '0');
            assert.ok(Number(now.traces) > 0);
        }
        await server.start();
    }
    assert.ok(whole <= rounds);
});
