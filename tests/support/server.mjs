// A real server for a journey: the release binary on a database of its own, with a mail folder of its own.
//
//     const server = await startServer();            // migrated, the demo loaded, answering
//     const kari = server.client();                  // cookies and headers as a browser of ours sends them
//     const { status, body } = await kari.post('/api/session', { email, password });
//     await server.stop();
//
// tools/test sets SAMRAD_BINARY and SAMRAD_TEST_DATABASE_URL.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const binary = process.env.SAMRAD_BINARY ?? join(root, 'build/release/samrad');
const cluster = process.env.SAMRAD_TEST_DATABASE_URL;
let databases = 0;

async function freePort() {
    const probe = createServer();
    await new Promise((done) => probe.listen(0, '127.0.0.1', done));
    const { port } = probe.address();
    await new Promise((done) => probe.close(done));
    return port;
}

// Asks `question` again until it answers with something; fails with `what` after `seconds`.
export async function eventually(what, question, seconds = 20) {
    const end = Date.now() + seconds * 1000;
    for (;;) {
        const answer = await question();
        if (answer) return answer;
        if (Date.now() > end) throw new Error(`did not happen within ${seconds} s: ${what}`);
        await new Promise((done) => setTimeout(done, 25));
    }
}

// options.demo: false leaves the database empty. options.settings: further SAMRAD_* variables.
export async function startServer({ demo = true, settings = {} } = {}) {
    if (!cluster) throw new Error('SAMRAD_TEST_DATABASE_URL is not set: journeys are run by tools/test');
    const name = `journey_${process.pid}_${++databases}`;
    await run('psql', ['-X', '-q', '-d', cluster, '-c', `create database ${name} template template0`]);
    const folder = await mkdtemp(join(tmpdir(), 'samrad-journey-'));
    const server = new Server(cluster.replace(/\/[^/?]*\?/, `/${name}?`), folder, await freePort(), settings);
    await server.command('migrate');
    if (demo) await server.command('demo');
    await server.start();
    // PostgreSQL refuses while its own vacuum is at work there.
    const drop = () => run('psql', ['-X', '-q', '-d', cluster, '-c', `drop database if exists ${name} with (force)`]);
    server.forget = () => eventually('the database is dropped', () => drop().then(() => true, () => false));
    return server;
}

class Server {
    constructor(database, folder, port, settings) {
        this.folder = folder;
        this.mailFolder = join(folder, 'mail');
        this.url = `http://localhost:${port}`;
        this.log = '';
        this.environment = {
            ...process.env,
            SAMRAD_DATABASE_URL: database,
            SAMRAD_PORT: String(port),
            SAMRAD_MAIL_FOLDER: this.mailFolder,
            SAMRAD_FRONTEND: join(root, 'frontend'),
            ...settings,
        };
    }

    // Runs `samrad <arguments>` on this server's database; gives what it printed.
    async command(...parts) {
        const { stdout } = await run(binary, parts, { env: this.environment, maxBuffer: 64 << 20 });
        return stdout;
    }

    // Runs a statement on this server's database, as its owner.
    async sql(statement) {
        await run('psql', ['-X', '-q', '-d', this.environment.SAMRAD_DATABASE_URL, '-c', statement]);
    }

    async start() {
        const child = spawn(binary, ['serve'], { env: this.environment, stdio: ['ignore', 'ignore', 'pipe'] });
        this.child = child;
        this.ended = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })));
        child.stderr.on('data', (data) => (this.log += data));
        await eventually('the server answers', async () => {
            if (child.exitCode !== null) throw new Error(`the server ended at once:\n${this.log}`);
            return fetch(`${this.url}/api/health`).then((r) => r.ok, () => false);
        });
    }

    // Ends the process, orderly (SIGTERM) or not (SIGKILL), and waits until it is gone; start() begins it anew.
    async end(signal = 'SIGTERM') {
        this.child.kill(signal);
        return this.ended;
    }

    async stop() {
        const { code } = await this.end();
        await this.forget();
        await rm(this.folder, { recursive: true, force: true });
        if (code !== 0) throw new Error(`the server ended with ${code}:\n${this.log}`);
    }

    client() {
        return new Client(this.url);
    }

    // The newest mail to `address`, as it left; waits for it.
    async mail(address) {
        return eventually(`a mail to ${address}`, async () => {
            const files = await readdir(this.mailFolder).catch(() => []);
            const newestFirst = files.filter((file) => file.endsWith('.eml')).sort().reverse();
            for (const file of newestFirst) {
                const text = await readFile(join(this.mailFolder, file), 'utf8');
                if (text.toLowerCase().includes(`to: ${address}`) || text.includes(`<${address}>`)) return text;
            }
            return null;
        });
    }
}

// One browser's worth of cookies, speaking the JSON interface of docs/PROTOCOL.md. `via`, where it is set, is another
// way to the server than its own address.
class Client {
    constructor(url) {
        this.url = url;
        this.cookies = new Map();
    }

    get cookieHeader() {
        return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    }

    async request(method, path, body, headers = {}) {
        const changes = method !== 'GET';
        const reply = await fetch((this.via ?? this.url) + path, {
            method,
            redirect: 'manual',
            headers: {
                ...(this.cookies.size ? { cookie: this.cookieHeader } : {}),
                ...(changes ? { 'content-type': 'application/json', 'x-samrad': '1', origin: this.url } : {}),
                ...headers,
            },
            body: changes ? (typeof body === 'string' ? body : JSON.stringify(body ?? {})) : undefined,
        });
        for (const cookie of reply.headers.getSetCookie()) {
            const [name, value] = cookie.split(';')[0].split(/=(.*)/s);
            if (value === '' || /max-age=0/i.test(cookie)) this.cookies.delete(name);
            else this.cookies.set(name, value);
        }
        const text = await reply.text();
        const isJson = reply.headers.get('content-type')?.startsWith('application/json');
        return { status: reply.status, headers: reply.headers, text, body: isJson && text ? JSON.parse(text) : null };
    }

    get(path, headers) {
        return this.request('GET', path, undefined, headers);
    }
    post(path, body, headers) {
        return this.request('POST', path, body, headers);
    }
    put(path, body) {
        return this.request('PUT', path, body);
    }
    patch(path, body) {
        return this.request('PATCH', path, body);
    }
    delete(path) {
        return this.request('DELETE', path);
    }

    signIn(email, password) {
        return this.post('/api/session', { email, password });
    }

    // A socket that is open, with what came in so far in `messages`. next(wanted) waits for a message that fits.
    async socket(headers = {}) {
        const socket = new WebSocket(`${this.url.replace('http', 'ws')}/api/socket`, {
            headers: { origin: this.url, ...(this.cookies.size ? { cookie: this.cookieHeader } : {}), ...headers },
        });
        const messages = [];
        let closed = null;
        socket.addEventListener('message', (event) => messages.push(JSON.parse(event.data)));
        socket.addEventListener('close', (event) => (closed = event.code));
        await new Promise((done, failed) => {
            socket.addEventListener('open', done);
            socket.addEventListener('error', () => failed(new Error('the socket was refused')));
        });
        let seen = 0;
        return {
            messages,
            closed: () => closed,
            send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
            close: () => socket.close(),
            next: (wanted) =>
                eventually('a message', () => {
                    for (; seen < messages.length; ) if (wanted(messages[seen++])) return messages[seen - 1];
                    return null;
                }),
        };
    }
}
