// The page of a consultee's link: says that a person has it before them, at their first touch of it. A program that looks
// through mails may fetch the page and even run this, but it does not move, press or type.
import { sendForm } from "../../api/request.ts";

const signs = ["pointermove", "pointerdown", "keydown", "wheel", "touchstart"] as const;

export function start(): void {
    const seen = (event: Event) => {
        if (!event.isTrusted || document.visibilityState !== "visible") return;
        for (const sign of signs) removeEventListener(sign, seen);
        sendForm(`${location.pathname}/opening`);
    };
    for (const sign of signs) addEventListener(sign, seen, { passive: true });
}
