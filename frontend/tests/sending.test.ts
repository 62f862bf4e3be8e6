import { expect, test } from "vitest";
import { Refusal } from "../src/api/request.ts";
import type { AmendmentAnswer } from "../src/api/nouns.ts";
import { store, submit, type Sender } from "../src/features/amendment/sending.ts";
import type { Made } from "../src/features/amendment/typed.ts";

/** A server with drafts by id, and what the page remembers. */
function server(refused: { submit?: Refusal; lost?: boolean } = {}) {
    const drafts = new Map<number, "draft" | "submitted">();
    const asked: string[] = [];
    let made: Made | null = null;
    const answer = (id: number) => ({ amendment: { id, state: drafts.get(id) } }) as AmendmentAnswer;
    const held = (id: number) => {
        const state = drafts.get(id);
        if (state === undefined) throw new Refusal(404, "missing");
        if (state !== "draft") throw new Refusal(409, "amendment.not_draft");
    };
    const later = async <T>(word: string, act: () => T): Promise<T> => {
        asked.push(word);
        return act();
    };
    const sender: Sender = {
        create: () => later("create", () => answer(drafts.set(drafts.size + 1, "draft").size)),
        change: (id) => later("change", () => (held(id), answer(id))),
        submit: (id) =>
            later("submit", () => {
                held(id);
                if (refused.submit) throw refused.submit;
                drafts.set(id, "submitted");
                if (refused.lost) throw new Refusal(0, "network");
                return answer(id);
            }),
        find: (id) => later("find", () => answer(id)),
        made: (next) => (made = next),
    };
    return { drafts, asked, sender, refused, made: () => made };
}

test("A refused submission leaves one draft on the server, however often it is pressed", async () => {
    const all = server({ submit: new Refusal(409, "amendment.deadline_passed") });
    await expect(submit(null, all.sender)).rejects.toThrow("amendment.deadline_passed");
    await expect(submit(all.made(), all.sender)).rejects.toThrow("amendment.deadline_passed");
    await expect(submit({ ...all.made()!, same: false }, all.sender)).rejects.toThrow("amendment.deadline_passed");
    expect(all.drafts.size).toBe(1);
    expect(all.asked).toEqual(["create", "submit", "submit", "change", "submit"]);
});

test("Where the answer was lost the amendment is found and not sent twice", async () => {
    const all = server({ lost: true });
    await expect(submit(null, all.sender)).rejects.toThrow("network");
    const found = await submit(all.made(), all.sender);
    expect(found.amendment.state).toBe("submitted");
    expect(all.drafts.size).toBe(1);
});

test("A draft that was thrown away elsewhere is made anew with the words of now", async () => {
    const all = server();
    await store(null, all.sender);
    all.drafts.delete(1);
    all.drafts.set(7, "submitted");
    const kept = await submit({ id: 1, same: true }, all.sender);
    expect(kept.amendment.state).toBe("submitted");
    expect((await store({ id: 7, same: false }, all.sender)).amendment.state).toBe("draft");
});
