import { useEffect, useRef } from "preact/hooks";
import type { Refusal } from "../api/request.ts";

/**
 * Brings what was refused into view. The button of a long form is far below the field that is wrong; without this,
 * pressing it would seem to do nothing.
 * @returns for the form's ref
 */
export function useFirstWrong(refusal: Refusal | null) {
    const form = useRef<HTMLFormElement>(null);
    useEffect(() => {
        if (refusal === null) return;
        const input = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
        (input ?? form.current?.querySelector(".field-wrong, .problem"))?.scrollIntoView({ block: "center" });
        input?.focus({ preventScroll: true });
    }, [refusal]);
    return form;
}
