// What tools/bench asks of the server one request at a time.
//
//     bench_requests.mjs deep URL DOCUMENT             -> the address of a page of comments, 40 pages from the newest
//     bench_requests.mjs save URL DOCUMENT...          -> for each document the milliseconds of its fastest save,
//                                                         in which every 10th paragraph gets another word
//     bench_requests.mjs room URL DOCUMENT...          -> milliseconds: the merge room's GET (the fastest), its version
//                                                         made (the fastest, one a document), the first page of the
//                                                         list (95 of 100 are faster)
const [what, url, ...documents] = process.argv.slice(2);
const rounds = 9;
const json = async (reply) => {
    if (!reply.ok) throw new Error(`${reply.status} ${reply.url}: ${await reply.text()}`);
    return reply.json();
};
const get = async (path) => json(await fetch(url + path));

async function deep() {
    const path = `/api/documents/${documents[0]}/comments`;
    let page = await get(path);
    for (let i = 0; i < 40 && page.next; ++i) page = await get(`${path}?after=${page.next}`);
    console.log(`${path}?after=${page.next}`);
}

// The demo's editor of the programme.
async function signIn() {
    const headers = { 'content-type': 'application/json', 'x-samrad': '1', origin: url };
    const body = JSON.stringify({ email: 'eirik.dahle@samlingspartiet.example', password: 'samtale i lag' });
    const reply = await fetch(`${url}/api/session`, { method: 'POST', headers, body });
    await json(reply.clone());
    return { ...headers, cookie: reply.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ') };
}

async function save() {
    const headers = await signIn();
    const times = documents.map(() => []);
    // In turns, so that whatever else the machine does falls on all alike.
    for (let round = 0; round < rounds; ++round) {
        for (const [at, document] of documents.entries()) {
            const base = (await get(`/api/documents/${document}`)).version.number;
            const { markdown } = await get(`/api/documents/${document}/versions/${base}/source`);
            const next = markdown
                .split('\n\n')
                .map((block, i) => (i % 10 === 5 ? block.replace(/ \S+ /, ` runde${round} `) : block))
                .join('\n\n');
            const body = JSON.stringify({ base, markdown: next, note: `Runde ${round}` });
            const begun = performance.now();
            await json(
                await fetch(`${url}/api/documents/${document}/versions`, {
                    method: 'POST',
                    headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
                    body,
                }),
            );
            times[at].push(performance.now() - begun);
        }
    }
    console.log(times.map((all) => Math.min(...all).toFixed(1)).join(' '));
}

const timed = async (ask) => {
    const begun = performance.now();
    await json(await ask());
    return performance.now() - begun;
};

async function room() {
    const headers = await signIn();
    const list = [];
    const seen = [];
    const made = [];
    for (const document of documents) {
        const place = `${url}/api/documents/${document}`;
        for (let i = 0; i < 100; ++i) list.push(await timed(() => fetch(`${place}/amendments`, { headers })));
        for (let i = 0; i < 5; ++i) seen.push(await timed(() => fetch(`${place}/merge`, { headers })));
    }
    for (const document of documents) {
        const { entries } = await json(await fetch(`${url}/api/documents/${document}/merge`, { headers }));
        const version = () =>
            fetch(`${url}/api/documents/${document}/merge/version`, {
                method: 'POST',
                headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
                body: JSON.stringify({ version: 1, seen: entries, note: 'Flettet' }),
            });
        made.push(await timed(version));
    }
    list.sort((a, b) => a - b);
    const of = [Math.min(...seen), Math.min(...made), list[Math.floor(list.length * 0.95)]];
    console.log(of.map((ms) => ms.toFixed(1)).join(' '));
}

await { deep, save, room }[what]();
