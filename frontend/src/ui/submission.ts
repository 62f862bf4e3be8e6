// Sending a form: one at a time, with a key that stays the same while the same thing is tried again.
//
// A create carries an idempotency key. Where no answer came, nobody knows whether it was done; the same words are sent
// again with the same key, and the server gives the first answer again. Changed words are another act: a new key.
import { useRef, useState } from "preact/hooks";
import { freshKey, Refusal } from "../api/request.ts";

interface Attempt {
    key: string;
    what: string;
}

function kept(place: string): Attempt | null {
    try {
        return JSON.parse(sessionStorage.getItem(`samrad:attempt:${place}`) ?? "null") as Attempt | null;
    } catch {
        return null;
    }
}

function keepAttempt(place: string, attempt: Attempt | null): void {
    try {
        if (attempt === null) sessionStorage.removeItem(`samrad:attempt:${place}`);
        else sessionStorage.setItem(`samrad:attempt:${place}`, JSON.stringify(attempt));
    } catch {
        // only a reload in the middle of a failure would have needed it
    }
}

export interface Submission {
    busy: boolean;
    refusal: Refusal | null;
    /** Runs the act unless one is running. @returns whether it succeeded */
    send<T>(act: (key: string) => Promise<T>, done: (result: T) => void, what?: unknown): Promise<boolean>;
    clear(): void;
}

/** @param place where the words are typed; the key of an unanswered attempt outlives a reload of the page there */
export function useSubmission(place?: string): Submission {
    const [busy, setBusy] = useState(false);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    const attempt = useRef<Attempt | null>(place === undefined ? null : kept(place));
    const keep = (next: Attempt | null) => {
        attempt.current = next;
        if (place !== undefined) keepAttempt(place, next);
    };
    const running = useRef(false);
    return {
        busy,
        refusal,
        clear: () => setRefusal(null),
        async send(act, done, what) {
            if (running.current) return false;
            running.current = true;
            setBusy(true);
            setRefusal(null);
            const words = JSON.stringify(what ?? null);
            if (attempt.current === null || attempt.current.what !== words) keep({ key: freshKey(), what: words });
            try {
                const result = await act(attempt.current!.key);
                keep(null);
                done(result);
                return true;
            } catch (error) {
                if (!(error instanceof Refusal)) throw error;
                if (!error.passing) keep(null);
                setRefusal(error);
                return false;
            } finally {
                running.current = false;
                setBusy(false);
            }
        },
    };
}
