// Words about amendments that are said anew, in English.
import type { anewNb } from "./anew_nb.ts";

export const anewEn: Record<keyof typeof anewNb, string> = {
    "anew.worded": "Said anew by its sponsor, on version {n}, {when}.",
    "anew.outdated": "on an earlier wording",
    "anew.outdatedWhy": "Its sponsor has said it anew since. The recommendation is not about the new words.",
    "anew.saw": "The words that it was about:",
    "anew.sawSummary": "The words that it was about",
    "anew.bodyWords": "As {unit} would have them:",
    "anew.supportedBefore":
        "You supported this as it stood before. Its sponsor has said it anew, and your support is not for the new words.",
    "anew.supportNow": "Support the new wording",
    "anew.letBe": "Leave it",
    "anew.supports": "Said anew since you supported it",
    "anew.own": "Your own",
    "anew.collided": "Later amendments collide with yours",
    "anew.collidedWith": "{name} now collides with",
    "anew.typedForEarlier": "What you wrote for an earlier wording of the amendment",
    "front.canSupport": "An amendment that you supported was said anew",
    "front.support": "See the new wording",
    "front.collided": "A later amendment collides with yours",
    "front.seeWaiting": "See what waits",
    "front.seeCollision": "See which",
};
