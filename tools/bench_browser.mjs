// What a reader waits for in Chromium with its processor slowed down four times:
//
//     bench_browser.mjs URL DOCUMENT LARGE_DOCUMENT    -> name, measured, limit and unit a line, between tabs
//
// Each visit is the first one: a fresh profile, nothing cached. Medians of three.
import { openBrowser, openPage } from '../tests/support/browser.mjs';

const [url, document, large] = process.argv.slice(2);
const slowdown = 4;
const row = (name, measured, limit = '', unit = '') => console.log([name, measured, limit, unit].join('\t'));
const median = (all) => all.sort((a, b) => a - b)[all.length >> 1];

// Opens the page and gives its milliseconds once two seconds have passed without a long task.
async function visit(browser, path) {
    const page = await openPage(browser);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await devtools.send('Network.enable');
    const scripts = new Map();
    devtools.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.set(requestId, 0));
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
    });
    await page.addInitScript(() => {
        globalThis.seen = { largest: 0, tasks: [], last: 0 };
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) globalThis.seen.largest = entry.startTime;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
                globalThis.seen.tasks.push(entry.duration);
                globalThis.seen.last = entry.startTime + entry.duration;
            }
        }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(url + path, { waitUntil: 'load' });
    await page.waitForFunction(() => performance.now() > 2500 && performance.now() - globalThis.seen.last > 2000, null, { polling: 200 });
    const seen = await page.evaluate(() => ({
        largest: globalThis.seen.largest,
        longest: Math.max(0, ...globalThis.seen.tasks),
        quiet: globalThis.seen.last,
    }));
    const script = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
    return { page, script, ...seen };
}

// A reader who turns the wheel for three seconds: how long each frame took.
async function scroll(page) {
    await page.evaluate(() => {
        globalThis.frames = [];
        let before = performance.now();
        const frame = (at) => {
            globalThis.frames.push(at - before);
            before = at;
            globalThis.following = requestAnimationFrame(frame);
        };
        globalThis.following = requestAnimationFrame(frame);
    });
    await page.mouse.move(500, 450);
    for (let i = 0; i < 60; ++i) {
        await page.mouse.wheel(0, 300);
        await page.waitForTimeout(50);
    }
    const frames = await page.evaluate(() => (cancelAnimationFrame(globalThis.following), globalThis.frames));
    frames.sort((a, b) => a - b);
    return { median: median(frames), late: frames[Math.floor(frames.length * 0.95)], worst: frames.at(-1) };
}

async function visits(browser, path) {
    const all = [];
    for (let i = 0; i < 3; ++i) {
        const seen = await visit(browser, path);
        if (i === 2) seen.scrolled = await scroll(seen.page);
        await seen.page.context().close();
        all.push(seen);
    }
    const of = (what) => Math.round(median(all.map(what)));
    return { largest: of((s) => s.largest), longest: of((s) => s.longest), quiet: of((s) => s.quiet), script: all[0].script, scrolled: all[2].scrolled };
}

const browser = await openBrowser();
const small = await visits(browser, `/documents/${document}`);
row('browser at a quarter of its speed: largest paint, public document', small.largest, 1000, 'ms');
row('script of the public document, compressed', (small.script / 1000).toFixed(1), 120, 'kB');
const long = await visits(browser, `/documents/${large}`);
row('largest paint, 250 kB and 10,000 comments', long.largest, '', 'ms');
row('until nothing works any more, 250 kB', long.quiet, '', 'ms');
row('the longest task on opening, 250 kB', long.longest, '', 'ms');
row('a frame while scrolling, 250 kB, median', long.scrolled.median.toFixed(1), '', 'ms');
row('a frame while scrolling, 250 kB, p95', long.scrolled.late.toFixed(1), '', 'ms');
await browser.close();
