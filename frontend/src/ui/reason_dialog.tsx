// An act that takes something out of sight asks why first. What is typed is kept from the first key until it is stored:
// who closes the dialog, or the page, finds it again.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Refusal } from "../api/request.ts";
import { sentenceOf } from "../i18n/problems.ts";
import { t } from "../i18n/words.ts";
import { Dialog } from "./dialog.tsx";
import { readDraft, useDraft } from "./drafts.ts";
import { Problem, TextField } from "./field.tsx";
import { KeptDraft } from "./kept_draft.tsx";
import { useSubmission } from "./submission.ts";

interface Props<T> {
    /** What it is about, as the place where the words are kept. */
    place: string;
    title: string;
    /** What happens to it, and to whom it stays visible. */
    text: string;
    /** The word on the button. */
    act: string;
    /** What it is about, above the text. */
    children?: ComponentChildren;
    /** A reason that was given before, which may be taken back. */
    before?: string;
    /** The act takes nothing away. */
    mild?: boolean;
    /** There is nothing to give a reason for any more: the words stand, and are not sent. */
    blocked?: boolean;
    send: (reason: string) => Promise<T>;
    onDone: (answer: T) => void;
    onClose: () => void;
    /** Tells a refusal that comes when the dialog is closed already. */
    announce: (sentence: string) => void;
    /** A refusal that is no matter of the reason: true where it has been dealt with and the dialog goes. */
    onRefusal?: (refusal: Refusal) => Promise<boolean>;
}

export function ReasonDialog<T>(props: Props<T>) {
    const { place, title, text, act, children, before = "", mild = false, blocked = false } = props;
    const { send, onDone, onClose, onRefusal, announce } = props;
    const [reason, setReason, drop, now] = useDraft(place, before);
    const isOpen = useRef(true);
    useEffect(() => () => void (isOpen.current = false), []);
    const submission = useSubmission();
    const { refusal } = submission;
    const store = () =>
        submission.send(
            () =>
                send(reason).catch((error: unknown) => {
                    // Who has closed the dialog is told all the same.
                    if (!isOpen.current && error instanceof Refusal) announce(sentenceOf(error));
                    throw error;
                }),
            (answer) => {
                // What one has typed on since is newer than what was stored, and stays.
                const isNewest = now() === reason && (readDraft(place) ?? reason) === reason;
                if (isNewest) drop();
                if (isNewest && isOpen.current) onClose();
                onDone(answer);
            },
        );
    useEffect(() => {
        if (refusal !== null) void onRefusal?.(refusal).then((settled) => settled && onClose());
    }, [refusal]);
    return (
        <Dialog title={title} onClose={onClose}>
            <form
                class="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void store();
                }}
            >
                {children}
                <p>{text}</p>
                <KeptDraft place={place} drop={drop} />
                <TextField
                    label={t("redaction.reason")}
                    name="reason"
                    required={before === ""}
                    autofocus
                    maxLength={500}
                    readOnly={submission.busy}
                    value={reason}
                    onText={setReason}
                    refusal={refusal}
                />
                <Problem refusal={refusal} fields={["reason"]} />
                <div class="actions">
                    <button class={mild ? "button" : "button danger"} disabled={submission.busy || blocked}>
                        {act}
                    </button>
                    <button type="button" class="button quiet" onClick={onClose}>
                        {t("cancel")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}
