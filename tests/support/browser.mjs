// Debian's Chromium, driven by playwright-core (which lies among the frontend's packages).
//
//     const browser = await openBrowser();
//     const page = await openPage(browser, { width: 390 });
//     await page.goto(server.url);
//     assert.deepEqual(await violations(page), []);
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';

const frontend = createRequire(new URL('../../frontend/package.json', import.meta.url));

export async function openBrowser() {
    const { chromium } = frontend('playwright-core');
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        headless: true,
        // As root, which continuous integration often is, Chromium has no sandbox of its own. The rest keeps it quiet.
        args: [
            ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
            '--disable-gpu',
            '--disable-quic',
            '--disable-dev-shm-usage',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
        ],
    });
}

// A page with cookies of its own, on a phone where one says so; with `motion` as of somebody who has not turned it off. What goes wrong in it, in script or console, is collected in page.complaints.
export async function openPage(browser, { width = 1280, height = 900, language = 'nb-NO', dark = false, script = true, phone = false, motion = false } = {}) {
    const context = await browser.newContext({
        viewport: { width, height },
        locale: language,
        colorScheme: dark ? 'dark' : 'light',
        javaScriptEnabled: script,
        reducedMotion: motion ? 'no-preference' : 'reduce',
        ...(phone && { isMobile: true, hasTouch: true }),
    });
    const page = await context.newPage();
    page.complaints = [];
    page.on('pageerror', (error) => page.complaints.push(String(error)));
    page.on('console', (message) => {
        if (message.type() === 'error') page.complaints.push(message.text());
    });
    return page;
}

// What axe finds against WCAG 2.1 AA, as sentences. It is put in through the debugging protocol, since the page's
// content security policy rightly forbids a foreign script tag.
export async function violations(page) {
    const source = await readFile(frontend.resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(source);
    const found = await page.evaluate(() =>
        globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }),
    );
    return found.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

// Moves the page, lets it grow above the text, and says where it stands once whoever observes that was told.
export async function grown(page, move) {
    await page.evaluate(move);
    return page.evaluate(
        () =>
            new Promise((resolve) => {
                const higher = document.createElement('div');
                higher.style.height = '300px';
                const text = document.getElementById('text');
                new ResizeObserver((_, observer) => {
                    if (!higher.isConnected) return;
                    observer.disconnect();
                    requestAnimationFrame(() => requestAnimationFrame(() => resolve(Math.round(scrollY))));
                }).observe(text.parentElement);
                requestAnimationFrame(() => text.before(higher));
            }),
    );
}
