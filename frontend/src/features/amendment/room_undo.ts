// The way back: one's own last act in the merge room is taken back, unless a colleague has been there since. What stood
// there before stands again in the name that it had; the server knows both.
import type { Room } from "../../api/nouns.ts";
import { undoMerge, type UndoForm } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { someOf, textAt, thingOf } from "./room_acts.ts";
import {
    doc,
    done,
    lines,
    room,
    said,
    writtenAt,
    type Decided,
    type Decision,
    type Explained,
    type Step,
    type Written,
} from "./room_state.ts";
import { attempt, known, leftAs, wasRefusedSince, type Begun } from "./room_turns.ts";

/** What one knows of one's own decision: a reason that a colleague has given it since and that one saw is seen. */
function asKnown(id: number, given: Decision, begun: Begun): Decision {
    const shown = begun.room.amendments.find((one) => one.id === id);
    const reason = shown?.decision === given.decision ? shown.left_because : given.reason;
    return known(thingOf(id), begun, { decision: given.decision, reason });
}

const take = (form: Omit<UndoForm, "version">) =>
    undoMerge(doc.value.id, lines.value, { version: room.value.version, ...form });

async function decideBack(decided: ReadonlyMap<number, Decided>, begun: Begun): Promise<Room> {
    const decisions = [...decided].map(([id, { was, given }]) => {
        const seen = asKnown(id, given, begun);
        return { id, expected: seen.decision, left_because: seen.reason, again: was.decision };
    });
    const fresh = await take({ decisions });
    for (const [id, { was }] of decided) leftAs<Decision>(thingOf(id), was);
    return fresh;
}

async function explainBack({ id, was, given }: Explained): Promise<Room> {
    const fresh = await take({ reason: { amendment: id, expected: given } });
    leftAs<Decision>(thingOf(id), { decision: "leave", reason: was });
    return fresh;
}

/** What stood there before stands there again, and so has another number than one's earlier acts know it by. */
async function writeBack({ from, to, before, number }: Written): Promise<Room> {
    const fresh = await take({ text: { from, to, expected: number } });
    const again = writtenAt(fresh, from, to)?.number ?? 0;
    leftAs(textAt(from, to), again);
    done.value = done.value.map((step) =>
        "written" in step && step.written.from === from && step.written.to === to && step.written.number === before
            ? { written: { ...step.written, number: again } }
            : step,
    );
    return fresh;
}

/** What is so again, and the lines where that is seen. */
function told(step: Step): { sentence: string; at: number[] } {
    if ("written" in step) {
        const { line } = step.written;
        return { sentence: t("merge.undoneText", { line: String(line) }), at: [line] };
    }
    if ("explained" in step)
        return { sentence: t("merge.undoneReason", { name: step.explained.name }), at: [step.explained.line] };
    const all = [...step.decided.values()];
    const names = someOf(all.map(({ name }) => name));
    const [first, ...others] = new Set(all.map(({ was }) => was.decision));
    const what = first !== undefined && others.length === 0 ? `${names}: ${t(`merge.${first}`)}` : names;
    return { sentence: t("merge.undone", { what }), at: all.map(({ line }) => line) };
}

/** Where nothing of it is in sight, everybody is told. */
function tell(step: Step): void {
    const { sentence, at } = told(step);
    const view = lines.value;
    const inSight = view === null || at.some((line) => Math.max(1, line) >= view.from && line <= view.to);
    if (inSight) said.value = sentence;
    else announce(sentence);
}

/** What the server has not judged can be sent again. */
const canTryAgain = (error: unknown) =>
    !(error instanceof Refusal) || error.passing || error.status === 401 || error.status === 429;

/**
 * Takes one's own last act back, unless a colleague has decided or written otherwise since. Which one is the last is
 * known when its turn comes: one that is under way at the moment is it, and where that is refused there is none.
 */
export async function undo(): Promise<void> {
    await attempt(async (begun) => {
        const step = done.value.at(-1);
        if (wasRefusedSince(begun)) return room.value;
        if (step === undefined) {
            announce(t("merge.nothingToUndo"));
            return room.value;
        }
        done.value = done.value.slice(0, -1);
        try {
            const fresh = await ("written" in step
                ? writeBack(step.written)
                : "explained" in step
                  ? explainBack(step.explained)
                  : decideBack(step.decided, begun));
            tell(step);
            return fresh;
        } catch (error) {
            if (canTryAgain(error)) done.value = [...done.value, step];
            throw error;
        }
    });
}
