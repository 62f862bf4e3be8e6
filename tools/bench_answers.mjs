// A consultation with very many answers, for tools/bench.
//
//     bench_answers.mjs make URL                  -> the number of a new consultation of ten questions
//     bench_answers.mjs fill CONSULTATION COUNT   -> SQL, for psql: so many answers, each with its texts
//     bench_answers.mjs submit URL CONSULTATION   -> 200 answers a second for ten seconds, each begun, written and sent:
//                                                    how many were accepted a second, and the milliseconds under which
//                                                    99 of 100 were accepted
//     bench_answers.mjs read URL CONSULTATION PID -> milliseconds under which 95 of 100 are: the reader's list, its
//                                                    search, a folded search for a rare word, the tallies; the seconds
//                                                    that the CSV file takes; the MB by which the server with that
//                                                    process grew meanwhile
import { readFileSync, writeFileSync } from 'node:fs';

const [what, ...rest] = process.argv.slice(2);

async function signIn(url) {
    const headers = { 'content-type': 'application/json', 'x-samrad': '1', origin: url };
    const body = JSON.stringify({ email: 'ingrid.solberg@samlingspartiet.example', password: 'samtale i lag' });
    const reply = await fetch(`${url}/api/session`, { method: 'POST', headers, body });
    if (!reply.ok) throw new Error(await reply.text());
    return { ...headers, cookie: reply.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ') };
}

const share = (times, part) => times.sort((a, b) => a - b)[Math.ceil(times.length * part) - 1].toFixed(1);
const options = (...keys) => keys.map((key) => ({ key, label: { nb: key } }));
const title = (nb) => ({ title: { nb } });
const questions = [
    { key: 'kommune', kind: 'place', ...title('Kommune') },
    { key: 'rolle', kind: 'choice', ...title('Rolle'), options: options('elev', 'forelder', 'ansatt') },
    { key: 'reise', kind: 'choices', ...title('Reise'), options: options('gange', 'sykkel', 'buss', 'bil') },
    { key: 'trygg', kind: 'scale', ...title('Trygt?'), least: 1, most: 5 },
    { key: 'alder', kind: 'number', ...title('Alder'), least: 0, most: 120 },
    { key: 'dato', kind: 'date', ...title('Når?') },
    { key: 'enig', kind: 'agreement', ...title('Enig?') },
    { key: 'skole', kind: 'short_text', ...title('Skole') },
    { key: 'hvorfor', kind: 'long_text', ...title('Hvorfor?'), most: 5000 },
    { key: 'ellers', kind: 'long_text', ...title('Ellers?'), most: 5000 },
];

async function make(url) {
    const headers = await signIn(url);
    const post = async (path, body) => {
        const reply = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
        if (!reply.ok) throw new Error(await reply.text());
        return reply.json();
    };
    const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString();
    const made = await post('/api/processes/1/consultations', {
        title: 'Mange svar',
        purpose: 'Å måle.',
        opens: day(-1),
        closes: day(60),
        erases: day(400),
        once: 'unlimited',
        asks_proof: false,
        per_address: 10_000,
        sections: [{ key: 's', questions }],
    });
    await post(`/api/consultations/${made.id}/publishing`, {});
    console.log(made.id);
}

// Words in random order, so that search and families have work; every tenth answer is that of one of twenty campaigns,
// with words of its own behind it.
function fill(consultation, count) {
    console.log(`
create temporary table words as select array['skole','vei','buss','barn','trygg','kommune','lys','vinter','sykkel','fart','lærer','elev',
    'foreldre','penger','helse','eldre','ferge','by','bygd','jobb','lag','møte','styre','plan','arbeid','tid','natur','strøm','bolig','leie'] w;
insert into answers (consultation_id, revision, token_hash, state, receipt, voice, content, typed, once, consent_text, consented_at, submitted_at, search, counted)
select ${consultation}, 1, sha256(convert_to('bench' || i, 'UTF8')), 'submitted', nextval('receipt_numbers'),
    (array['members','public','youth_wing','unions','organisations'])[1 + i % 5], content, content, false, 'Måling', now(), now(),
    to_tsvector('norwegian', t1 || ' ' || t2) || to_tsvector('english', t1 || ' ' || t2),
    array['kommune=', 'kommune=0301', 'rolle=', 'rolle=' || role, 'trygg=', 'trygg=' || 1 + i % 5, 'enig=', 'enig=agree']
from (select i, role, t1, t2, json_build_object('kommune', array['0301'], 'rolle', array[role], 'reise', array['buss'], 'trygg', array[(1 + i % 5)::text],
        'alder', array[(i % 90)::text], 'dato', array['2026-05-17'], 'enig', array['agree'], 'skole', array['Skole ' || i], 'hvorfor', array[t1], 'ellers', array[t2])::text content
    from (select i, (array['elev','forelder','ansatt'])[1 + i % 3] as role,
        (select string_agg(w[1 + case when i % 10 = 0 and g <= 36 then abs(hashint4(i / 10 % 20 * 100 + g)) % 30 else (random() * 29)::int end], ' ' order by g)
            from words, generate_series(1, 40) g where i > 0) || ' ' || i as t1,
        (select string_agg(w[1 + (random() * 29)::int], ' ') from words, generate_series(1, 25) g where i > 0) || ' nr ' || i as t2
        from generate_series(1, ${count}) i) texts) rows;
insert into unsorted_answers select id, consultation_id from answers where consultation_id = ${consultation} on conflict do nothing;
analyze answers;`);
}

async function submit(url, consultation) {
    // Each from an address of its own, as a proxy tells them: answers from one address wait for each other, since they
    // are counted.
    const send = (i, path, fields) =>
        fetch(url + path, {
            method: 'POST',
            headers: {
                'content-type': 'application/x-www-form-urlencoded',
                'x-forwarded-for': `198.51.${i >> 8}.${i & 255}`,
                origin: url,
            },
            redirect: 'manual',
            body: new URLSearchParams(fields).toString(),
        });
    const times = [];
    const failures = [];
    const one = async (i) => {
        const begun = await send(i, `/consultations/${consultation}/answers`, { as: 'nobody' });
        const link = begun.headers.get('location');
        await send(i, link, { page: '1', act: 'next', 'q.rolle': 'elev', 'q.trygg': '4', 'q.hvorfor': `Fordi veien er mørk, sier nummer ${i}.` });
        const at = performance.now();
        const sent = await send(i, `${link}/submission`, { consent: 'yes' });
        if (sent.status !== 303) failures.push(`${sent.status} ${(await sent.text()).slice(0, 200)}`);
        times.push(performance.now() - at);
    };
    const started = performance.now();
    const all = [];
    for (let i = 0; i < 2000; ++i) {
        const due = started + i * 5;
        const wait = due - performance.now();
        if (wait > 0) await new Promise((go) => setTimeout(go, wait));
        all.push(one(i));
    }
    await Promise.all(all);
    if (failures.length > 0) throw new Error(`${failures.length} were refused: ${failures[0]}`);
    console.log(Math.round(2000 / ((performance.now() - started) / 1000)), share(times, 0.99));
}

const memoryOf = (process, what) =>
    Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${process}/status`, 'utf8'))[1]);

async function read(url, consultation, process) {
    const headers = await signIn(url); // checking a password takes 64 MB for a moment, which is another matter
    writeFileSync(`/proc/${process}/clear_refs`, '5'); // the highest memory it was, from here on
    const before = memoryOf(process, 'VmRSS');
    const base = `/api/consultations/${consultation}`;
    const timed = async (path) => {
        const times = [];
        for (let i = 0; i < 60; ++i) {
            const at = performance.now();
            const reply = await fetch(url + path, { headers });
            if (!reply.ok) throw new Error(`${path}: ${await reply.text()}`);
            await reply.arrayBuffer();
            times.push(performance.now() - at);
        }
        return share(times, 0.95);
    };
    const list = await timed(`${base}/reading`);
    const search = await timed(`${base}/reading?q=ferge+eldre`);
    // One answer in 50,000 has it, and each family is gone through for it.
    const rare = await timed(`${base}/reading?folded=1&q=25000`);
    const tallies = await timed(`${base}/tallies`);
    const at = performance.now();
    await (await fetch(`${url}${base}/answers/export?format=csv`, { headers })).arrayBuffer();
    const seconds = ((performance.now() - at) / 1000).toFixed(1);
    console.log(list, search, rare, tallies, seconds, Math.round((memoryOf(process, 'VmHWM') - before) / 1024));
}

await { make, fill, submit, read }[what](...rest);
