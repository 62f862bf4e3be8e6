import { expect, test } from "vitest";
import type { Ballot } from "../src/api/nouns.ts";
import { further } from "../src/features/ballot/course.ts";

const may = { edit: false, open: false, close: false, vote: true };
const ballot = (state: Ballot["state"], voted: number, over: Partial<Ballot> = {}) =>
    ({
        id: 6,
        state,
        turnout: { members: { electorate: 40, voted }, participants: { electorate: null, voted: 0 } },
        ...over,
    }) as Ballot;

test("An event that was overtaken by the answer to one's own vote takes no vote away", () => {
    const own = { mine: { entitled: "members" as const, choice: 1 }, may };
    const voted = further(ballot("open", 3), ballot("open", 5, own));
    const late = further(voted, ballot("open", 4));
    expect(late.turnout.members.voted).toBe(5);
    expect(late.mine?.choice).toBe(1);
});

test("The answer to one's own vote that comes after later votes keeps them, and tells of one's own", () => {
    const now = further(ballot("open", 9), ballot("open", 4, { mine: { entitled: "members", choice: 2 }, may }));
    expect(now.turnout.members.voted).toBe(9);
    expect(now.mine?.choice).toBe(2);
});

test("What was closed is not open again, and nobody may vote in it", () => {
    const known = ballot("open", 9, { may });
    const closed = further(known, ballot("closed", 9));
    expect(closed.may?.vote).toBe(false);
    expect(further(closed, ballot("open", 12)).state).toBe("closed");
});
