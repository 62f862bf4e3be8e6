import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n/words.ts";
import { Icon } from "./icon.tsx";
import { useId } from "./unique.ts";

interface Props {
    title: string;
    onClose: () => void;
    /** "sheet" rises from the bottom of a phone and stands at the right of a wider page. */
    kind?: "dialog" | "sheet";
    children: ComponentChildren;
}

type Stop = HTMLElement & Partial<Pick<HTMLInputElement, "disabled" | "type">>;

const isOpen = (one: Stop) => one.disabled !== true && one.closest("fieldset[disabled]") === null;
const isField = (one: Stop) => one.matches("input, select, textarea");
const stopsIn = (place: HTMLElement) =>
    [...place.querySelectorAll<Stop>("input, select, textarea, button, a[href], summary, [tabindex='0']")].filter(
        (one) => isOpen(one) && one.type !== "hidden",
    );

/**
 * What a dialog begins with: where it asks for something its first field, or the choice that is made there; where it
 * only asks whether, the answer that does no harm. What is there to be read begins with nothing.
 * @param body without the heading and the way out
 */
export function beginningOf(body: HTMLElement): HTMLElement | null {
    const [first] = stopsIn(body);
    if (first === undefined) return null;
    // A form that stands somewhere in what is read, such as a reply, is not what was come for.
    const form = first.closest("form");
    if (form === null ? isField(first) : form.parentElement === body) {
        const field = stopsIn(form ?? body).find(isField);
        const chosen = field?.type === "radio" && body.querySelector<HTMLElement>("input[type=radio]:checked");
        if (field !== undefined) return chosen || field;
    }
    const answers = [...(first.closest(".actions")?.querySelectorAll<Stop>(".button:not(.danger)") ?? [])];
    return answers.find(isOpen) ?? null;
}

/**
 * A modal dialog of the browser's own: it holds the focus, closes on Escape and gives the focus back. It begins with
 * what it asks for.
 */
export function Dialog({ title, onClose, kind = "dialog", children }: Props) {
    const element = useRef<HTMLDialogElement>(null);
    const heading = useId();
    const pressed = useRef<EventTarget | null>(null);
    const body = useRef<HTMLDivElement>(null);
    const put = useRef<HTMLElement | null>(null);
    const hasBegun = useRef(false);
    useEffect(() => {
        const dialog = element.current;
        const before = document.activeElement;
        dialog?.showModal();
        return () => {
            dialog?.close();
            if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
        };
    }, []);
    useEffect(() => {
        if (hasBegun.current) return;
        // What it asks for may come later; who has gone on by then is not fetched back.
        const { activeElement: active } = document;
        const isElsewhere = put.current === null ? body.current!.contains(active) : active !== put.current;
        const hasGoneOn = isElsewhere && active !== null && active !== document.body;
        const beginning = hasGoneOn ? null : beginningOf(body.current!);
        hasBegun.current = hasGoneOn || (beginning !== null && isField(beginning));
        if (beginning !== put.current) beginning?.focus();
        put.current = beginning;
    });
    const onClick = (event: MouseEvent) => {
        // The backdrop; who marks words and lets go beside the dialog has not pressed there.
        if (event.target === element.current && pressed.current === element.current) onClose();
    };
    return (
        <dialog
            ref={element}
            class={kind}
            aria-labelledby={heading}
            onCancel={(event) => {
                event.preventDefault();
                onClose();
            }}
            onPointerDown={(event) => (pressed.current = event.target)}
            onClick={onClick}
        >
            <div class="dialog-inner">
                <header class="dialog-head">
                    <h2 id={heading}>{title}</h2>
                    <button type="button" class="icon-button" aria-label={t("close")} onClick={onClose}>
                        <Icon name="cross" />
                    </button>
                </header>
                <div class="dialog-body" ref={body}>
                    {children}
                </div>
            </div>
        </dialog>
    );
}
