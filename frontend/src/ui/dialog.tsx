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

/** A modal dialog of the browser's own: it holds the focus, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, kind = "dialog", children }: Props) {
    const element = useRef<HTMLDialogElement>(null);
    const heading = useId();
    const pressed = useRef<EventTarget | null>(null);
    useEffect(() => {
        const dialog = element.current;
        const before = document.activeElement;
        dialog?.showModal();
        return () => {
            dialog?.close();
            if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
        };
    }, []);
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
                <div class="dialog-body">{children}</div>
            </div>
        </dialog>
    );
}
