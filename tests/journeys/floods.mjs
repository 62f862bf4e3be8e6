// Somebody floods a consultation with answers: what is stored stays under the limit of its form whatever a sender claims
// about its address, and somebody honest among them is heard at once. SAMRAD_FLOOD sets how many posts make a flood.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startServer } from '../support/server.mjs';
import { sql } from '../support/trouble.mjs';

const posts = Number(process.env.SAMRAD_FLOOD ?? 400);
const perAddress = 5;
let server;
let office;
before(async () => {
    server = await startServer({ settings: { SAMRAD_TRUSTED_PROXIES: '127.0.0.1,::1' } });
    office = server.client();
    await office.signIn('ingrid.solberg@samlingspartiet.example', 'samtale i lag');
});
after(() => server.stop());

async function consultation() {
    const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString();
    const made = await office.post('/api/processes/1/consultations', {
        title: 'Flom',
        purpose: 'Å tåle den.',
        opens: day(-1),
        closes: day(60),
        erases: day(400),
        once: 'unlimited',
        asks_proof: false,
        per_address: perAddress,
        sections: [{ key: 's', questions: [{ key: 'hva', kind: 'long_text', title: { nb: 'Hva?' }, most: 500 }] }],
    });
    assert.equal(made.status, 201, made.text);
    assert.equal((await office.post(`/api/consultations/${made.body.id}/publishing`)).status, 200);
    return made.body.id;
}

// One answer from its first page to its last, as a plain form; the status at which it ended.
async function answer(id, headers) {
    const send = (path, fields) =>
        fetch(server.url + path, {
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded', origin: server.url, ...headers },
            redirect: 'manual',
            body: new URLSearchParams(fields).toString(),
        });
    const begun = await send(`/consultations/${id}/answers`, { as: 'nobody' });
    if (begun.status !== 303) return begun.status;
    const link = begun.headers.get('location');
    const stored = await send(link, { page: '1', act: 'next', 'q.hva': 'Kjøp nå!' });
    if (stored.status !== 303) return stored.status;
    return (await send(`${link}/submission`, { consent: 'yes' })).status;
}

// So many posts, sixteen at once; `from` gives the headers of each. How many ended with which status.
async function flood(id, from) {
    const ends = new Map();
    let next = 0;
    const sender = async () => {
        for (let i = next++; i < posts; i = next++) {
            const status = await answer(id, from(i));
            ends.set(status, (ends.get(status) ?? 0) + 1);
        }
    };
    await Promise.all(Array.from({ length: 16 }, sender));
    return ends;
}

const stored = async (id) =>
    Number((await sql(server, `select count(*) from answers where consultation_id = ${id} and state <> 'draft'`))[0][0]);

test('a flood from one address stores as many answers as the form allows, whatever its headers claim', async () => {
    const id = await consultation();
    const lies = ['cf-connecting-ip', 'forwarded', 'x-real-ip', 'true-client-ip', 'x-client-ip', 'x-forwarded'];
    const ends = await flood(id, (i) => ({
        // The proxy of ours appends where it comes from; what stands before that the sender wrote itself.
        'x-forwarded-for': `203.0.113.${i % 250}, 198.51.100.7`,
        [lies[i % lies.length]]: lies[i % lies.length] === 'forwarded' ? `for=203.0.113.${i % 250}` : `203.0.113.${i % 250}`,
    }));
    assert.equal(ends.get(303), perAddress, [...ends].join(' '));
    assert.equal((ends.get(303) ?? 0) + (ends.get(429) ?? 0), posts, [...ends].join(' '));
    assert.equal(await stored(id), perAddress);
});

test('a flood from many addresses stores what each is allowed, and somebody honest among them is heard', async () => {
    const id = await consultation();
    const addresses = Math.max(1, Math.floor(posts / 100));
    let over = false;
    const flooding = flood(id, (i) => ({ 'x-forwarded-for': `198.51.100.${i % addresses}` }));
    void flooding.finally(() => (over = true));
    const heard = [];
    while (!over && heard.length < 100) heard.push(await answer(id, { 'x-forwarded-for': `192.0.2.${heard.length + 1}` }));
    const ends = await flooding;
    assert.deepEqual([...new Set(heard)], [303]);
    assert.equal(ends.get(303), addresses * perAddress, [...ends].join(' '));
    assert.equal(await stored(id), addresses * perAddress + heard.length);
});
