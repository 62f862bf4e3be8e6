// The server is killed again and again while it writes to contributors: in the end each is told, and nobody twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { eventually, startServer } from '../support/server.mjs';
import { signedIn, sql } from '../support/trouble.mjs';

const contributors = 2500;
let server;
before(async () => {
    server = await startServer({ settings: { SAMRAD_LIMIT_SCALE: '0' } });
});
after(async () => {
    await server?.stop();
});

test('every contributor is told once however often the server dies on the way', async () => {
    await sql(
        server,
        `insert into answers (consultation_id, revision, token_hash, state, receipt, email, consented_at, wants_outcome, submitted_at)
         select 1, 1, sha256(('k' || i)::bytea), 'submitted', nextval('receipt_numbers'), 'k' || i || '@example.org', now(), true, now()
         from generate_series(1, ${contributors}) i;
         insert into marks (answer_id, field, first, past, theme_id, reader_id)
         select a.id, 'tekst', 0, 1, t.id, 1 from answers a, themes t where a.email like 'k%' and t.title = 'Tungtrafikk'`,
    );
    const [[account]] = await sql(server, "select id from accounts where name = 'Eirik Dahle'");
    const editor = await signedIn(server, account);
    const { body } = await editor.get('/api/consultations/1/responses');
    const theme = body.themes.find((one) => one.title === 'Tungtrafikk');
    const words = { base: 0, status: 'noted', heard: 'Mange lastebiler.', decided: 'Sendt videre.', why: 'Det er fylkets sak.' };
    assert.equal((await editor.put(`/api/consultations/1/responses/${theme.id}`, words)).status, 200);
    const open = body.themes.filter((one) => one.response === null && one.id !== theme.id).map((one) => one.id);
    const published = await editor.post('/api/consultations/1/report', { base: 1, open });
    assert.equal(published.status, 201, published.text);

    const told = async () => {
        const [[count, done]] = await sql(
            server,
            'select told, done_at is not null from outcome_mailings where consultation_id = 1 and edition = 2',
        );
        return { count: Number(count), done: done === 't' };
    };
    for (let kills = 0; kills < 3; kills += 1) {
        const { count } = await told();
        await eventually('some more are told', async () => (await told()).count > count);
        await server.end('SIGKILL');
        await server.start();
    }
    await eventually('all are told', async () => (await told()).done, 60);
    const [[links, mails, people]] = await sql(
        server,
        `select (select count(*) from outcome_links where edition = 2), count(*), count(distinct recipient)
         from outbox where recipient like 'k%@example.org'`,
    );
    assert.deepEqual([links, mails, people].map(Number), [contributors, contributors, contributors]);
});
