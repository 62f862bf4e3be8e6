// How the merge room keeps up: what it asks for when it hears of something, and what one may no longer see.
import { beforeEach, expect, test, vi } from "vitest";
import type { Document, Room } from "../src/api/nouns.ts";
import { Refusal } from "../src/api/request.ts";
import { clusters } from "../src/features/amendment/neighbours.tsx";
import { catchUp, keepUp } from "../src/features/amendment/room_live.ts";
import { closed, doc, lines, room } from "../src/features/amendment/room_state.ts";
import type { Listener } from "../src/live/connection.ts";

let document_now: Document;
let answer: () => Promise<Room>;
let asked: string[];
let listener: Listener;
vi.mock("../src/api/routes.ts", async (original) => ({
    ...(await original<object>()),
    fetchDocument: () => {
        asked.push("document");
        return Promise.resolve(document_now);
    },
    fetchRoom: (_: number, of: typeof lines.value) => {
        asked.push(of === null ? "room" : `room ${of.from}-${of.to}`);
        return answer();
    },
    fetchClusters: () => {
        asked.push("clusters");
        return Promise.resolve({ version: 1, clusters: [], neighbours: {} });
    },
}));
vi.mock("../src/live/live.ts", async (original) => ({
    ...(await original<object>()),
    live: () => ({ listen: (_topic: string, _since: number, heard: Listener) => (listener = heard) }),
}));

const documentOf = (edit: boolean, followed: boolean, head = 1) =>
    ({
        ...{ id: 1, may: { edit }, merge_followed: followed, head, line_count: 90, last_event: 3 },
        outline: [
            { level: 2, title: "Ferge", line: 1 },
            { level: 2, title: "Skole", line: 40 + head },
        ],
    }) as unknown as Document;
const roomOf = (version: number) =>
    ({ version, made: {}, amendments: [], disputes: [], hand_texts: [] }) as never as Room;

beforeEach(() => {
    asked = [];
    doc.value = document_now = documentOf(false, true);
    lines.value = null;
    room.value = roomOf(1);
    clusters.value = { version: 1, clusters: [], neighbours: {} };
    answer = () => Promise.resolve(roomOf(1));
});

test("an onlooker who is refused asks whether the room is closed, and then for nothing more of it", async () => {
    document_now = documentOf(false, false);
    answer = () => Promise.reject(new Refusal(403, "no"));
    await catchUp(false);
    expect(closed.value).toBe(true);
    expect(asked).toEqual(["room", "document"]);
    await catchUp(false);
    expect(asked).toEqual(["room", "document"]);
    document_now = documentOf(false, true);
    answer = () => Promise.resolve(roomOf(1));
    await catchUp(true);
    expect(closed.value).toBe(false);
    expect(asked.at(-1)).toBe("room");
});

test("with a new version the room is asked for once, by the lines that the chapter has there", async () => {
    doc.value = documentOf(true, false);
    document_now = documentOf(true, false, 2);
    lines.value = { from: 41, to: 90 };
    await catchUp(true);
    expect(asked).toEqual(["document", "room 42-90"]);
});

test("after a gap everything is asked for anew, and what could not be had is asked for again", async () => {
    keepUp("");
    await listener.resync();
    expect(asked.toSorted()).toEqual(["clusters", "document", "room"]);
    answer = () => Promise.reject(new Refusal(503, "busy"));
    await expect(listener.resync()).rejects.toThrow(); // the connection tries again
});
