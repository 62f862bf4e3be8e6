import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";
import { useId } from "./unique.ts";

export interface MenuAct {
    word: string;
    act: () => void;
}

/**
 * A few acts behind three dots, or behind a button that says what they are (`icon`: the label is shown then). Closes on Escape, on a press elsewhere and when the focus leaves it.
 */
export function Menu({ label, acts, icon }: { label: string; acts: MenuAct[]; icon?: IconName }) {
    const [open, setOpen] = useState(false);
    const place = useRef<HTMLDivElement>(null);
    const id = useId();
    // Before the next key can arrive, not after the next paint: who opens the menu and goes on typing is in it.
    useLayoutEffect(() => {
        if (!open) return;
        const elsewhere = (event: Event) => {
            if (!place.current?.contains(event.target as Node)) setOpen(false);
        };
        document.addEventListener("pointerdown", elsewhere);
        document.addEventListener("focusin", elsewhere);
        place.current?.querySelector<HTMLElement>(".menu button")?.focus();
        return () => {
            document.removeEventListener("pointerdown", elsewhere);
            document.removeEventListener("focusin", elsewhere);
        };
    }, [open]);
    const close = () => {
        setOpen(false);
        place.current?.querySelector<HTMLElement>("[aria-controls]")?.focus();
    };
    const onKeyDown = (event: KeyboardEvent) => {
        if (!open) return;
        const items = [...place.current!.querySelectorAll<HTMLElement>(".menu button")];
        const at = items.indexOf(document.activeElement as HTMLElement);
        const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
        if (step !== 0) items[(at + step + items.length) % items.length]?.focus();
        else if (event.key === "Escape") close();
        else return;
        event.preventDefault();
        event.stopPropagation();
    };
    return (
        <div class="acts-menu" ref={place} onKeyDown={onKeyDown}>
            <button
                type="button"
                class={icon === undefined ? "icon-button" : "button quiet"}
                {...(icon === undefined && { "aria-label": label })}
                aria-expanded={open}
                aria-controls={id}
                onClick={() => setOpen(!open)}
            >
                <Icon name={icon ?? "more"} />
                {icon !== undefined && label}
            </button>
            {open && (
                <ul class="menu" id={id}>
                    {acts.map(({ word, act }) => (
                        <li key={word}>
                            <button
                                type="button"
                                onClick={() => {
                                    close();
                                    act();
                                }}
                            >
                                {word}
                            </button>
                        </li>
                    ))}
                </ul>
            )}
        </div>
    );
}
