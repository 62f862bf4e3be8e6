// What the merge room shows when a colleague has made a version of it.
import { beforeEach, expect, test, vi } from "vitest";
import type { Clusters, Document, Room, RoomAmendment } from "../src/api/nouns.ts";
import { linesMoved } from "../src/features/amendment/chapters.ts";
import { clusters } from "../src/features/amendment/neighbours.tsx";
import { countOf, doc, made, room } from "../src/features/amendment/room_state.ts";
import { refresh } from "../src/features/amendment/room_turns.ts";

const colleague = { id: 7, name: "Eirik Dahle" };
let onServer: Room;
vi.mock("../src/api/routes.ts", async (original) => ({
    ...(await original<object>()),
    fetchRoom: () => Promise.resolve(onServer),
}));

function roomOf(version: number, ids: number[]): Room {
    const amendments = ids.map((id) => ({
        ...{ id, number: id, amends: null, kind: "text", carried: "clean", line_from: id, line_to: id },
        decision: "open",
    }));
    return {
        version,
        made: { author: colleague, adopted: 2 },
        amendments: amendments as unknown as RoomAmendment[],
        disputes: [],
        hand_texts: [],
    } as unknown as Room;
}
const collidingOn = (version: number): Clusters => ({
    version,
    clusters: [],
    neighbours: { 1: { same: [], similar: [], colliding: [{ id: 2, number: 2 }] } },
});

beforeEach(() => {
    doc.value = { id: 1 } as Document;
    made.value = null;
    room.value = roomOf(1, [1, 2]);
    clusters.value = collidingOn(1);
});

test("a version that a colleague made is told, and stays told while one works on", async () => {
    onServer = roomOf(1, [1]);
    await refresh();
    expect(made.value).toBeNull();
    onServer = roomOf(2, [1]);
    await refresh();
    expect(made.value).toEqual({ author: colleague, adopted: 2, version: 2 });
    await refresh();
    expect(made.value?.version).toBe(2);
});

test("who is in conflict is counted on the version that it was asked on, and on no other", async () => {
    expect(countOf("conflict")).toBe(1);
    onServer = roomOf(2, [1]);
    await refresh();
    expect(countOf("conflict")).toBe(0);
    clusters.value = { ...collidingOn(2), neighbours: {} };
    expect(countOf("conflict")).toBe(0);
});

test("the chapter that one works on is found again on the next version, where its lines are others", () => {
    const at = (head: number, school: number) =>
        ({
            head,
            line_count: 90,
            outline: [
                { level: 2, title: "Ferge", line: 1 },
                { level: 2, title: "Skole", line: school },
            ],
        }) as unknown as Document;
    expect(linesMoved({ from: 40, to: 90 }, at(1, 40), at(2, 44))).toEqual({ from: 44, to: 90 });
    // A passage is another one there: one goes on in its chapter, and not in all of a text of thousands.
    expect(linesMoved({ from: 12, to: 14 }, at(1, 40), at(2, 44))).toEqual({ from: 1, to: 43 });
    expect(linesMoved({ from: 12, to: 14 }, at(1, 40), at(1, 40))).toEqual({ from: 12, to: 14 });
    const renamed = at(2, 44);
    renamed.outline[1]!.title = "Skole og kultur";
    expect(linesMoved({ from: 40, to: 90 }, at(1, 40), renamed)).toEqual({ from: 44, to: 90 });
    const without = { ...at(2, 44), outline: [] };
    expect(linesMoved({ from: 40, to: 90 }, at(1, 40), without)).toBeNull();
});
