// The keyboard's place in the text. What one wrote in or read in goes from the page when it is done; where the browser
// would begin anew at the top of the page, the reader goes on from the block that it was about.
import { effect } from "@preact/signals";
import { focusBubble } from "./bubbles.ts";
import { asked, focus } from "./reading.ts";

function goOnFrom(block: string): void {
    // Behind the drawing of the page without it.
    requestAnimationFrame(() =>
        requestAnimationFrame(() => {
            if (document.activeElement !== document.body && document.activeElement !== null) return;
            const inSheet = document.querySelector<HTMLElement>("dialog[open] .actions .button");
            if (inSheet !== null) inSheet.focus({ preventScroll: true });
            else if (document.querySelector("dialog[open]") === null) focusBubble(block);
        }),
    );
}

export function keepPlace(): void {
    let block: string | null = null;
    let wrote = false;
    let open = false;
    effect(() => {
        const now = focus.value;
        const question = asked.value;
        const writes = now !== null && now.writing !== null;
        const isOpen = now !== null || question !== null;
        block = now?.block ?? (question !== null && "block" in question ? question.block : null) ?? block;
        const left = (wrote && !writes) || (open && !isOpen);
        wrote = writes;
        open = isOpen;
        if (left && block !== null) goOnFrom(block);
    });
}
