// Trouble for journeys, and what it takes to prove that nothing came of it.
import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

// Runs a statement on the server's own database, as the owner of its tables; gives the rows, columns apart by tabs.
export async function sql(server, statement) {
    const { stdout } = await run(
        'psql',
        [
            '-X',
            '-A',
            '-t',
            '-q',
            '-F',
            '\t',
            '-v',
            'ON_ERROR_STOP=1',
            '-d',
            server.environment.SAMRAD_DATABASE_URL,
            '-c',
            statement,
        ],
        { maxBuffer: 64 << 20 },
    );
    return stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\t'));
}

// The same from another database of the cluster: for what cannot be done from within.
export async function sqlFromOutside(server, statement) {
    const outside = process.env.SAMRAD_TEST_DATABASE_URL;
    await run('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', outside, '-c', statement]);
}

export const databaseName = (server) => server.environment.SAMRAD_DATABASE_URL.match(/\/([^/?]*)\?/)[1];

// Ends every connection to the server's database, as a failing network or an operator would.
export const endConnections = (server) =>
    sqlFromOutside(
        server,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${databaseName(server)}' and backend_type = 'client backend'`,
    );

// Browsers of `count` members of the demo, each with a session that was made without a password.
export async function members(server, count) {
    const people = await sql(
        server,
        `select account_id from standings where role = 'member' group by 1 order by 1 limit ${count}`,
    );
    return Promise.all(people.map(([account]) => signedIn(server, account)));
}

export async function signedIn(server, account) {
    const token = randomBytes(32).toString('base64url');
    await sql(
        server,
        `insert into sessions (token_hash, account_id, expires_at)
        values (sha256('${token}'), ${account}, now() + interval '1 hour')`,
    );
    const client = server.client();
    client.cookies.set('__Host-samrad', token);
    client.account = Number(account);
    return client;
}

// People who write comments until they are told to stop, each with an idempotency key that is sent again until there is
// an answer. `acknowledged` maps the text of each comment that was acknowledged to its id. `answers` counts all
// statuses; `strange` collects what no client of ours would know how to take.
export function writers(clients, document) {
    const crowd = { acknowledged: new Map(), answers: new Map(), strange: [] };
    let stopping = false;
    const write = async (client, text) => {
        const key = randomUUID();
        for (;;) {
            const reply = await client
                .post(`/api/documents/${document}/comments`, { text }, { 'idempotency-key': key })
                .catch(() => null);
            const status = reply?.status ?? 'cut';
            crowd.answers.set(status, (crowd.answers.get(status) ?? 0) + 1);
            if (status === 201) return crowd.acknowledged.set(text, reply.body.comment.id);
            if (status === 503 && !reply.headers.get('retry-after')) crowd.strange.push('a 503 without Retry-After');
            if (status !== 503 && status !== 'cut') {
                crowd.strange.push(`${status} ${reply.text}`);
                return null;
            }
            await new Promise((done) => setTimeout(done, 20));
        }
    };
    const all = clients.map(async (client, person) => {
        for (let i = 0; !stopping; ++i) await write(client, `innlegg ${person}.${i}`);
    });
    crowd.stop = () => {
        stopping = true;
        return Promise.all(all);
    };
    return crowd;
}

// What is wrong with the comments that are stored, compared with those that were acknowledged: a list of sentences.
export async function losses(server, crowd) {
    const rows = await sql(server, "select id, text from comments where text like 'innlegg %'");
    const stored = new Map();
    const wrong = [];
    for (const [id, text] of rows) {
        if (stored.has(text)) wrong.push(`${text} is there twice`);
        stored.set(text, Number(id));
    }
    for (const [text, id] of crowd.acknowledged) {
        if (!stored.has(text)) wrong.push(`${text} was acknowledged and is not there`);
        else if (stored.get(text) !== id) wrong.push(`${text} was acknowledged under another id`);
    }
    const gaps = await sql(
        server,
        'select topic from events group by topic having max(number) - min(number) + 1 <> count(*)',
    );
    for (const [topic] of gaps) wrong.push(`the events of ${topic} have a gap`);
    return wrong;
}

// A cable between browsers and the server that can be cut: connections end without a word.
export async function cable(server) {
    const port = Number(new URL(server.url).port);
    const open = new Set();
    const proxy = createServer((browser) => {
        const inner = connect(port, '127.0.0.1');
        const cut = () => {
            browser.destroy();
            inner.destroy();
            open.delete(cut);
        };
        open.add(cut);
        for (const end of [browser, inner]) end.on('error', cut).on('close', cut);
        browser.pipe(inner).pipe(browser);
    });
    await new Promise((done) => proxy.listen(0, '127.0.0.1', done));
    return {
        port: proxy.address().port,
        // Cuts each connection with that likelihood.
        cut: (likelihood) => [...open].forEach((cut) => Math.random() < likelihood && cut()),
        close: () => {
            [...open].forEach((cut) => cut());
            return new Promise((done) => proxy.close(done));
        },
    };
}

// A line between the server and its database that falls silent: nothing passes and no connection ends, as when
// PostgreSQL's processes are stopped. What was said meanwhile arrives when it speaks again. The server goes through it
// after it is started anew.
export async function databaseLine(server) {
    const own = server.environment.SAMRAD_DATABASE_URL;
    const behind = new URLSearchParams(own.slice(own.indexOf('?'))).get('host');
    const folder = join(server.folder, 'line');
    await mkdir(folder);
    const open = new Set();
    let silent = false;
    const pass = (from, to) => {
        from.on('error', () => to.destroy()).on('close', () => !silent && to.end());
        from.pipe(to);
    };
    const line = createServer((from) => {
        const to = connect(join(behind, '.s.PGSQL.5432'));
        open.add(from).add(to);
        pass(from, to);
        pass(to, from);
        if (silent) [from, to].forEach((end) => end.pause());
    });
    await new Promise((done) => line.listen(join(folder, '.s.PGSQL.5432'), done));
    server.environment.SAMRAD_DATABASE_URL = own.replace(/host=[^&]*/, `host=${folder}`);
    return {
        fallSilent: () => {
            silent = true;
            open.forEach((end) => end.pause());
        },
        speak: () => {
            silent = false;
            open.forEach((end) => end.resume());
        },
        close: () => {
            server.environment.SAMRAD_DATABASE_URL = own;
            open.forEach((end) => end.destroy());
            return new Promise((done) => line.close(done));
        },
    };
}
