// @vitest-environment node
import { readFileSync } from "node:fs";
import { createChallenge, solveChallenge, verifySolution } from "altcha-lib/v1";
import { expect, test } from "vitest";

type Case = [consultation: number, expires: number, number: number, salt: string, challenge: string, signature: string];
const { key, cases } = JSON.parse(
    readFileSync(new URL("../../tests/golden/form/proofs.json", import.meta.url), "utf8"),
) as { key: string; cases: Case[] };

test("ALTCHA's library still makes and accepts what the server was held to", async () => {
    for (const [consultation, expires, number, salt, challenge, signature] of cases.slice(0, 100)) {
        const made = await createChallenge({
            hmacKey: key,
            number,
            salt,
            expires: new Date(expires * 1000),
            params: { consultation: String(consultation) },
        });
        expect([made.challenge, made.signature]).toEqual([challenge, signature]);
        const payload = { algorithm: "SHA-256" as const, challenge, number, salt: made.salt, signature };
        expect(await verifySolution(payload, key, false)).toBe(true);
    }
});

test("The number is found, and found nowhere but where it is", async () => {
    const made = await createChallenge({ hmacKey: key, number: 321, salt: "ab", maxnumber: 1000 });
    expect((await solveChallenge(made.challenge, made.salt, "SHA-256", 1000).promise)?.number).toBe(321);
    expect(await solveChallenge(made.challenge, made.salt, "SHA-256", 300).promise).toBeNull();
});
