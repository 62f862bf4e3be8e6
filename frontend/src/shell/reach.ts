// Whether the server can be reached. A page that cannot reach it says so and asks on until it can.
import { signal } from "@preact/signals";
import { backoff } from "../live/backoff.ts";

export const away = signal(false);
const watchers = new Set<() => void>();
let asking = false;

/** Told when the server answers again after it was away. */
export function onBack(act: () => void): () => void {
    watchers.add(act);
    return () => watchers.delete(act);
}

export function reached(reachable: boolean, retryAfter: number | null): void {
    if (reachable) {
        if (!away.value) return;
        away.value = false;
        for (const act of watchers) act();
    } else {
        away.value = true;
        if (!asking) void ask(retryAfter);
    }
}

async function ask(retryAfter: number | null): Promise<void> {
    asking = true;
    for (let attempt = 0; away.value; ++attempt) {
        const wait = Math.max(backoff(attempt, Math.random()), attempt === 0 ? (retryAfter ?? 0) * 1000 : 0);
        await new Promise((resolve) => setTimeout(resolve, Math.min(wait, 15_000)));
        try {
            if ((await fetch("/api/health", { cache: "no-store" })).ok) {
                asking = false;
                reached(true, null);
            }
        } catch {
            // still away
        }
    }
    asking = false;
}
