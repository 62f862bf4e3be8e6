// Writes proofs.json: a thousand challenges as ALTCHA's own library makes them, which our server has to make and accept
// alike. Run it again where the library is renewed: node tests/golden/form/proofs.mjs
import { createRequire } from 'node:module';
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const frontend = createRequire(new URL('../../../frontend/package.json', import.meta.url));
const { createChallenge, verifySolution } = await import(pathToFileURL(frontend.resolve('altcha-lib/v1')));

const key = '0123456789abcdef'.repeat(6);
const cases = [];
for (let i = 0; i < 1000; i++) {
    const consultation = 1 + i * 7;
    const expires = 1_800_000_000 + i * 61;
    const number = (i * 7919) % 50_001;
    const salt = (i * 2654435761 % 4294967296).toString(16);
    const made = await createChallenge({
        hmacKey: key, number, salt, expires: new Date(expires * 1000), params: { consultation: String(consultation) },
    });
    const payload = { algorithm: 'SHA-256', challenge: made.challenge, number, salt: made.salt, signature: made.signature };
    if (!(await verifySolution(payload, key, false))) throw new Error('the library refuses its own');
    cases.push([consultation, expires, number, salt, made.challenge, made.signature]);
}
await writeFile(new URL('proofs.json', import.meta.url),
    JSON.stringify({ key, cases }).replaceAll('],[', '],\n[') + '\n');
