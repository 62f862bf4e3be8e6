import type { roomNb } from "./room_nb.ts";

export const roomEn: Record<keyof typeof roomNb, string> = {
    "merge.closed": "The editors now go on without onlookers.",
    "merge.saidSettled": "Line {line}: settled by hand.",
    "merge.saidOpen": "Line {line}: undecided.",
    "merge.saidReason": "{name}: the reason is saved.",
    "merge.undone": "Undone. {what}.",
    "merge.undoneText": "Undone. The text at line {line} is as it was.",
    "merge.undoneReason": "Undone. The reason for {name} is as it was.",
    "merge.nothingToUndo": "You have done nothing here that can be undone.",
    "merge.notCounted": "The place changed while you wrote, so the text does not count. Read what stands there now.",
    "merge.notLeft": "{name} is not rejected, so there is nothing to give a reason for.",
    "merge.leftBecauseBy": "Reason from {name}:",
    "merge.reasonGone": "{name} is no longer here. What you have written is not sent.",
    "merge.reasonNotLeft":
        "{name} is no longer rejected (now: {now}). What you have written is not sent, but it is kept.",
    "merge.reasonOther": "{name} wrote this while you were writing:",
    "merge.reasonTaken": "{name} took the reason away while you were writing.",
    "merge.reasonInstead": "Replace the reason",
    "merge.wordsWere": "{names}, about “{words}”",
    "merge.wordsMoved":
        "The place has changed since you began to write ({about}). Read what stands here now before you save.",
    "merge.wordsHomeless": "The place that you wrote for is not open here now ({about}). Your text is not used.",
    "merge.wordsYours": "What you wrote",
    "merge.wordsBeside": "What you write here is not saved yet.",
};
