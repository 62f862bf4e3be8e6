// The one place that speaks HTTP to our own server. Everything else calls the named routes in routes.ts.
import { readJson } from "./json.ts";
import type { Me } from "./nouns.ts";

/** What the server (or the lack of one) answered instead of what was asked for. */
export class Refusal extends Error {
    /**
     * @param status HTTP status, 0 where no answer came
     * @param code stable code such as "comment.stage_closed"; "network" where no answer came
     * @param field the input field at fault, or ""
     * @param retryAfter seconds to wait, where the server said so
     * @param body the whole answer, for the few refusals that carry more (version.stale_base)
     */
    constructor(
        readonly status: number,
        readonly code: string,
        readonly field = "",
        readonly facts: Record<string, string> = {},
        readonly retryAfter: number | null = null,
        readonly body: unknown = null,
    ) {
        super(code);
    }

    /** No answer, or an answer that says "later": what was typed should be sent again as it is. */
    get passing(): boolean {
        if (this.code === "paper.program_missing") return false;
        return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
    }
}

export type Verb = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What the shell of the page hands in: how to ask for a sign-in, and whom to tell that the server is away. */
export const hooks: {
    signIn: (() => Promise<boolean>) | null;
    reached: (reached: boolean, retryAfter: number | null) => void;
    signedIn: (me: Me) => void;
} = { signIn: null, reached: () => {}, signedIn: () => {} };

async function refusalOf(response: Response): Promise<Refusal> {
    const wait = Number(response.headers.get("Retry-After"));
    const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : null;
    let body: unknown = null;
    try {
        body = readJson(await response.text());
    } catch {
        // a proxy's own error page, or nothing
    }
    const problem = (body as { problem?: { code?: string; field?: string; facts?: Record<string, string> } } | null)
        ?.problem;
    return new Refusal(
        response.status,
        problem?.code ?? `status.${response.status}`,
        problem?.field ?? "",
        problem?.facts ?? {},
        retryAfter,
        body,
    );
}

// What a browser sends on behalf of a page that is gone is limited to 64 KiB; what is larger takes its chance.
const mostBehind = 60_000;

async function once(
    verb: Verb,
    path: string,
    body: unknown,
    key: string | undefined,
    leaving = false,
): Promise<Response> {
    const headers: Record<string, string> = { Accept: "application/json" };
    const init: RequestInit = { method: verb, headers, credentials: "same-origin" };
    if (verb !== "GET") {
        headers["Content-Type"] = "application/json";
        headers["X-Samrad"] = "1";
        if (key !== undefined) headers["Idempotency-Key"] = key;
        init.body = JSON.stringify(body ?? {});
        init.keepalive = leaving && new TextEncoder().encode(init.body).length < mostBehind;
    }
    let response: Response;
    try {
        response = await fetch(path, init);
    } catch {
        hooks.reached(false, null);
        throw new Refusal(0, "network");
    }
    if (response.ok) {
        hooks.reached(true, null);
        return response;
    }
    const refusal = await refusalOf(response);
    hooks.reached(!refusal.passing, refusal.retryAfter);
    throw refusal;
}

/**
 * Sends a request and returns the JSON of its answer.
 * A 401 asks for a sign-in in place and then sends the same request once more, with the same key, so that nothing
 * typed is lost to a session that ended. `key` is the idempotency key of a create; `leaving`: it has to arrive though
 * the page is gone by then.
 * @throws Refusal
 */
export async function request<T>(
    verb: Verb,
    path: string,
    body?: unknown,
    options: { key?: string; askSignIn?: boolean; leaving?: boolean } = {},
): Promise<T> {
    let response: Response;
    try {
        response = await once(verb, path, body, options.key, options.leaving);
    } catch (error) {
        const ask = options.askSignIn !== false && hooks.signIn !== null;
        if (!(error instanceof Refusal) || error.status !== 401 || !ask || !(await hooks.signIn!())) throw error;
        response = await once(verb, path, body, options.key);
    }
    if (response.status === 204) return undefined as T;
    const text = await response.text();
    return (text === "" ? undefined : readJson(text)) as T;
}

/**
 * Fetches a file and the name that the server gives it.
 * @throws Refusal
 */
export async function requestFile(path: string): Promise<{ name: string; bytes: Blob }> {
    const response = await once("GET", path, undefined, undefined);
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
    return { name: decodeURIComponent(name ?? "file"), bytes: await response.blob() };
}

/** Sends a form without fields to a route that pages without script use; what comes of it is not waited for. */
export function sendForm(path: string): void {
    void fetch(path, { method: "POST", body: new URLSearchParams(), keepalive: true }).catch(() => undefined);
}

/** A fresh idempotency key: 22 characters of A-Z a-z 0-9 - _. */
export function freshKey(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return btoa(String.fromCharCode(...bytes))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "");
}
