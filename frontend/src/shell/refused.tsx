import { Refusal } from "../api/request.ts";
import { sentenceOf } from "../i18n/problems.ts";
import { t } from "../i18n/words.ts";
import { account } from "./session.ts";
import { mount } from "./shell.tsx";

/** A page that cannot be shown says why, in place of its content. Errors of our own go on. */
export function mountRefused(error: unknown): void {
    if (!(error instanceof Refusal)) throw error;
    mount(
        "main",
        <>
            <h1>{t("refused.title")}</h1>
            <p class="problem">{sentenceOf(error)}</p>
        </>,
    );
}

/**
 * Refuses a form to those who may not send it, before they write in it. Whoever is signed out gets the form: what was
 * typed before the session ended is kept there, and sending it asks for the sign-in.
 */
export function requireEditor({ may }: { may?: { edit: boolean } }): void {
    if (account.value !== null && may?.edit !== true) throw new Refusal(403, "forbidden");
}
