// The reading page in a real browser: readable without script, live with it, and safe with what people write.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage, violations } from '../support/browser.mjs';
import { eventually, startServer } from '../support/server.mjs';

const password = 'samtale i lag';
const document = '/documents/1';
let server;
let browser;
before(async () => {
    server = await startServer();
    browser = await openBrowser();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});

async function open(path, options) {
    const page = await openPage(browser, options);
    await page.goto(server.url + path);
    if (options?.script !== false) await page.waitForSelector('html[data-ready]');
    return page;
}

test('a public document is readable where no script runs', async () => {
    const page = await open(document, { script: false });
    assert.match(await page.textContent('#text'), /Kommunene først/);
    assert.equal(await page.getAttribute('meta[property="og:title"]', 'content'), 'Utkast til arbeidsprogram');
});

async function signedIn(who, options) {
    const page = await open('/sign-in', options);
    await page.fill('input[name=email]', who);
    await page.fill('input[name=password]', password);
    await page.click('main form button[type=submit]');
    await page.waitForURL(server.url + '/');
    return page;
}

const member = 'aase.nordboe@samlingspartiet.example';
const editor = 'eirik.dahle@samlingspartiet.example';

async function client(who) {
    const made = server.client();
    assert.equal((await made.signIn(who, password)).status, 200);
    return made;
}

test('what somebody else says waits to be shown, and what looks like a script is a text', async () => {
    const page = await open(document);
    await page.waitForSelector('.conversation .comment');
    const made = await (await client(member)).post('/api/documents/1/comments', {
        text: 'Kom nettopp. <img src=x onerror="document.title=1"> [x](javascript:alert(1))',
    });
    assert.equal(made.status, 201, made.text);
    await page.getByRole('button', { name: 'Vis 1 ny kommentar' }).click();
    assert.match(await page.textContent(`#comment-${made.body.comment.id}`), /Kom nettopp/);
    assert.notEqual(await page.title(), '1');
    assert.deepEqual(page.complaints, []);
});

test('a comment that comes while the list is under way waits to be shown too', async () => {
    const page = await openPage(browser);
    const author = await client(member);
    const frames = [];
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
    let written;
    await page.route('**/comments?sort=newest', async (route) => {
        const response = await route.fetch(); // what the server says before the comment
        written = (await author.post('/api/documents/1/comments', { text: 'Midt imellom.' })).body.comment.id;
        await eventually('the page hears of it', () => frames.some((one) => one.includes(`"id":${written},`)));
        await route.fulfill({ response }); // and what comes after the news of it
    });
    await page.goto(server.url + document);
    await page.getByRole('button', { name: 'Vis 1 ny kommentar' }).click();
    await page.locator(`#comment-${written}`).getByText('Midt imellom.').waitFor();
    assert.deepEqual(page.complaints, []);
});

test('news moves nothing that is being read, and the keyboard goes to what it shows', async () => {
    const page = await open(document);
    const top = () => page.locator('.conversation .comment').first().evaluate((one) => one.getBoundingClientRect().top);
    await page.locator('.conversation .comment').first().scrollIntoViewIfNeeded();
    const before = await top();
    const made = await (await client(member)).post('/api/documents/1/comments', { text: 'Flytter ingenting.' });
    const news = page.getByRole('button', { name: 'Vis 1 ny kommentar' });
    await news.waitFor();
    assert.equal(await top(), before);
    await news.press('Enter');
    await page.waitForSelector(`#comment-${made.body.comment.id}:focus`);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(page.complaints, []);
});

test('a member comments on a paragraph by keyboard alone, and another browser sees it in its margin', async () => {
    const other = await open(document, { width: 1440 });
    const page = await signedIn(member, { width: 1440 });
    await page.goto(server.url + document);
    await page.waitForSelector('html[data-ready]');
    await page.getByRole('link', { name: 'Gå til teksten' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.waitForSelector('.bubble:focus');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.margin-card textarea:focus');
    await page.keyboard.type('Skrevet uten mus.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.margin-card').getByText('Skrevet uten mus.').waitFor();
    await page.waitForSelector('.margin-card.active:focus');
    await page.getByRole('button', { name: 'Foreslå endring' }).first().click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForSelector('#b2 > .bubble:focus'); // goes on from where it was
    await other.locator('.margin-card').getByText('Skrevet uten mus.').waitFor();
    assert.deepEqual([...page.complaints, ...other.complaints], []);
});

test('marked words become the quote, the author changes and deletes what was said', async () => {
    const page = await signedIn(member, { width: 1440 });
    await page.goto(server.url + document);
    await page.waitForSelector('html[data-ready]');
    await page.evaluate(() => {
        const words = globalThis.document.querySelector('#b2').lastChild;
        getSelection().setBaseAndExtent(words, 0, words, 12);
    });
    await page.locator('.selection-button').click();
    await page.fill('.margin-card textarea', 'Om disse ordene.');
    await page.getByRole('button', { name: 'Send' }).click();
    const card = page.locator('.margin-card.active');
    await card.getByText('Om disse ordene.').waitFor();
    await card.getByRole('button', { name: 'Flere valg' }).click();
    await page.getByRole('button', { name: 'Endre kommentaren' }).click();
    await card.locator('textarea').fill('Om akkurat disse ordene.');
    await card.getByRole('button', { name: 'Lagre' }).click();
    await card.getByText('Om akkurat disse ordene.').waitFor();
    await card.getByRole('button', { name: 'Flere valg' }).click();
    await card.getByRole('button', { name: 'Slett' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Slett' }).click();
    await page.locator('.conversation .comment.is-deleted').first().waitFor();
    assert.deepEqual(page.complaints, []);
});

test('on a phone the threads of a paragraph open in a sheet and are answered there', async () => {
    const page = await signedIn(member, { width: 390 });
    await page.goto(server.url + document);
    await page.waitForSelector('.bubble.has');
    await page.locator('.bubble.has').first().click();
    const sheet = page.getByRole('dialog');
    await sheet.locator('.comment').first().waitFor();
    assert.deepEqual(await violations(page), []);
    await sheet.getByRole('button', { name: 'Svar', exact: true }).first().click();
    await sheet.locator('textarea').fill('Svart fra telefonen.');
    await sheet.getByRole('button', { name: 'Send' }).click();
    await sheet.getByText('Svart fra telefonen.').waitFor();
    const focused = () => page.evaluate(() => globalThis.document.activeElement.className);
    assert.notEqual(await focused(), '', 'the keyboard stays in the sheet');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.bubble.has:focus');
    assert.deepEqual(page.complaints, []);
});

test('a new version is announced, read without a reload, and the comments stand at their words', async () => {
    const office = await client(editor);
    const page = await open(document, { width: 1440 });
    const { body: before } = await office.get('/api/documents/1/versions/3/source');
    const quoted = 'lærere som har tid';
    assert.ok(before.markdown.includes(quoted));
    const saved = await office.post('/api/documents/1/versions', {
        base: 3,
        markdown: before.markdown.replace('# Kommunene først', '# Et nytt kapittel\n\nHelt ny tekst.\n\n# Kommunene først'),
        note: 'Et kapittel til',
    });
    assert.equal(saved.status, 201, saved.text);
    await page.getByText('Versjon 4 er her.').waitFor();
    await page.getByRole('button', { name: 'Les den' }).click();
    await page.locator('#text').getByText('Helt ny tekst.').waitFor();
    const words = await page.evaluate(() => [...CSS.highlights.get('commented')].map(String));
    assert.ok(words.includes(quoted), words.join(' | '));
    assert.match(await page.textContent('#outline'), /Et nytt kapittel/);
    assert.deepEqual(page.complaints, []);
});

test('on a phone a new version of a long text comes without moving what is being read', async () => {
    const office = await client(editor);
    const page = await open('/documents/4', { width: 390, height: 844, phone: true });
    await page.evaluate(() => globalThis.document.querySelector('#text') && scrollTo(0, 12000));
    await eventually('the text lies still', async () => {
        const places = await page.evaluate(
            () => new Promise((go) => {
                const first = scrollY;
                requestAnimationFrame(() => requestAnimationFrame(() => go([first, scrollY])));
            }),
        );
        return places[0] === places[1];
    });
    const { body: head } = await office.get('/api/documents/4');
    const { body: before } = await office.get(`/api/documents/4/versions/${head.head}/source`);
    const saved = await office.post('/api/documents/4/versions', {
        base: head.head,
        markdown: before.markdown.replace('\n\n', '\n\nNy ingress.\n\n'),
        note: 'En ingress',
    });
    assert.equal(saved.status, 201, saved.text);
    const first = () => page.evaluate(() => {
        const block = [...globalThis.document.querySelectorAll('#text [id^=b]')]
            .find((one) => one.getBoundingClientRect().bottom > 0);
        return { name: block.id, top: block.getBoundingClientRect().top };
    });
    const read = page.getByRole('button', { name: 'Les den' });
    await read.waitFor();
    const { name, top } = await first();
    await read.click();
    await page.locator('#text').getByText('Ny ingress.').waitFor({ state: 'attached' });
    await eventually('the text lies where it lay', async () => {
        const now = await page.evaluate((id) => globalThis.document.getElementById(id).getBoundingClientRect().top, name);
        return Math.abs(now - top) < 2;
    });
    assert.deepEqual(page.complaints, []);
});

test('a member votes, and the turnout of another page follows', async () => {
    const other = await signedIn('mona.viken@samlingspartiet.example');
    await other.goto(server.url + '/ballots/2');
    const before = await other.textContent('.turnout dd');
    const page = await signedIn(member);
    await page.goto(server.url + '/ballots/2');
    await page.getByLabel('For').check();
    await page.getByRole('button', { name: 'Stem' }).click();
    await page.getByText('Stemmen din er registrert.').waitFor();
    await other.waitForFunction(
        (text) => globalThis.document.querySelector('.turnout dd').textContent !== text,
        before,
    );
    assert.deepEqual([...page.complaints, ...other.complaints], []);
});

const pages = ['/', '/processes/1', document, '/documents/1/comparison?from=1&to=3', '/ballots/1', '/sign-in', '/sign-up'];
for (const width of [390, 1440]) {
    for (const dark of [false, true]) {
        test(`axe finds nothing at ${width} px, ${dark ? 'dark' : 'light'}`, async () => {
            for (const path of pages) {
                const page = await open(path, { width, dark });
                assert.deepEqual(await violations(page), [], path);
                await page.context().close();
            }
        });
    }
}
