// What one waits for in Chromium on the pages of a text of 660 kB with 3,300 amendments, signed in as its editor:
//
//     bench_amendments.mjs URL DOCUMENT [PAGE...]    -> name, measured, limit and unit a line, between tabs
//
// Each visit is the first one: a fresh profile, nothing cached. At full speed and with the processor slowed down four
// times; only full speed has limits.
import { openBrowser, openPage } from '../tests/support/browser.mjs';

const [url, document, ...only] = process.argv.slice(2);
const row = (name, measured, limit = '', unit = '') => console.log([name, measured, limit, unit].join('\t'));
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

// `seen` is what the page is there for; `types` is a field in which one searches.
const pages = [
    { name: 'list', path: '/amendments', seen: '.amendment', types: '.filters input[type=search]' },
    { name: 'synopsis', path: '/synopsis', seen: '.synopsis-one' },
    { name: 'merge room', path: '/merge', seen: '.room-amendment' },
    { name: 'text with amendments beside it', path: '', seen: '.brief-amendment' },
    { name: 'voting list', path: '/voting-list', seen: '.vote-item .amended' },
].filter(({ name }) => only.length === 0 || only.includes(name));

const watch = () => {
    globalThis.measured = { tasks: [], inputs: [] };
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) measured.tasks.push([one.startTime, one.duration]);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) measured.inputs.push(one.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
};

// Until two seconds have passed without a long task and without an answer under way.
const quiet = async (page) => {
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(
        () => performance.now() - Math.max(0, ...measured.tasks.map(([begun, lasted]) => begun + lasted)) > 2000,
        null,
        { polling: 200 },
    );
};
const longest = (page) => page.evaluate(() => Math.round(Math.max(0, ...measured.tasks.map(([, lasted]) => lasted))));
const forget = (page) => page.evaluate(() => void (measured.tasks = [], measured.inputs = []));

async function scroll(page) {
    await page.evaluate(() => {
        globalThis.frames = [];
        let before = performance.now();
        const frame = (now) => {
            frames.push(now - before);
            before = now;
            globalThis.following = requestAnimationFrame(frame);
        };
        globalThis.following = requestAnimationFrame(frame);
    });
    await page.mouse.move(500, 450);
    for (let i = 0; i < 40; ++i) {
        await page.mouse.wheel(0, 400);
        await page.waitForTimeout(50);
    }
    const frames = await page.evaluate(() => (cancelAnimationFrame(following), frames));
    return at(frames.sort((a, b) => a - b), 0.95);
}

async function signedIn(browser) {
    const page = await openPage(browser, { width: 1440 });
    const answer = await page.request.post(`${url}/api/session`, {
        headers: { 'x-samrad': '1', origin: url },
        data: { email: 'eirik.dahle@samlingspartiet.example', password: 'samtale i lag' },
    });
    if (!answer.ok()) throw new Error(`cannot sign in: ${answer.status()} ${await answer.text()}`);
    return page;
}

async function visit(browser, { name, path, seen, types }, slowdown) {
    const page = await signedIn(browser);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(watch);
    await page.goto(`${url}/documents/${document}${path}`, { waitUntil: 'commit' });
    await page.waitForSelector(seen, { timeout: 120_000, state: 'attached' });
    const first = await page.evaluate(
        () => new Promise((told) => requestAnimationFrame(() => setTimeout(() => told(Math.round(performance.now()))))),
    );
    await quiet(page);
    const how = slowdown === 1 ? '' : ' at a quarter of its speed';
    const limited = (limit) => (slowdown === 1 ? limit : '');
    row(`3,300 amendments${how}: ${name}, first view`, first, limited(1500), 'ms');
    row(`${name}${how}, longest task on opening`, await longest(page), limited(200), 'ms');
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.enable').then(() => devtools.send('Performance.getMetrics'));
    const of = (what) => metrics.find((one) => one.name === what).value;
    row(`${name}${how}, script heap and elements`, `${Math.round(of('JSHeapUsedSize') / 1e6)} / ${of('Nodes')}`, '', 'MB');
    await forget(page);
    row(`${name}${how}, a frame while scrolling, p95`, Math.round(await scroll(page)), '', 'ms');
    await quiet(page);
    row(`${name}${how}, longest task while scrolling`, await longest(page), limited(200), 'ms');
    if (types !== undefined) {
        await page.evaluate(() => scrollTo(0, 0));
        await page.focus(types);
        await forget(page);
        await page.keyboard.type('skole og lærere', { delay: 80 });
        await quiet(page);
        const inputs = await page.evaluate(() => measured.inputs.sort((a, b) => a - b));
        row(`${name}${how}, a key in its search, until it is painted, the worst`, inputs.at(-1) ?? 16, limited(100), 'ms');
        row(`${name}${how}, longest task while searching`, await longest(page), limited(200), 'ms');
    }
    await page.context().close();
}

const browser = await openBrowser();
for (const slowdown of [1, 4]) {
    for (const one of pages) await visit(browser, one, slowdown);
}
await browser.close();
