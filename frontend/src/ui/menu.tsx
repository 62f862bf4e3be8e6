import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";
import { useId } from "./unique.ts";

export interface MenuAct {
    word: string;
    act: () => void;
}

/** A few acts behind three dots. Closes on Escape, on a press elsewhere and when the focus leaves it. */
export function Menu({ label, acts }: { label: string; acts: MenuAct[] }) {
    const [open, setOpen] = useState(false);
    const place = useRef<HTMLDivElement>(null);
    const id = useId();
    useEffect(() => {
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
        place.current?.querySelector<HTMLElement>(".icon-button")?.focus();
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
                class="icon-button"
                aria-label={label}
                aria-expanded={open}
                aria-controls={id}
                onClick={() => setOpen(!open)}
            >
                <Icon name="more" />
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
