// The page's connection, made on first use, with the browser's own events wired to it.
import { signal } from "@preact/signals";
import { Connection, type SocketLike } from "./connection.ts";

/** null until the first attempt has ended. */
export const connected = signal<boolean | null>(null);
/** Set where the server runs another build than this page came from. */
export const otherBuild = signal(false);

let connection: Connection | null = null;

export function live(build: string): Connection {
    if (connection !== null) return connection;
    const address = new URL("/api/socket", location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const made = new Connection(() => new WebSocket(address) as unknown as SocketLike, {
        after: (milliseconds, act) => window.setTimeout(act, milliseconds),
        cancel: (timer) => window.clearTimeout(timer),
        random: Math.random,
        now: () => performance.now(),
    });
    made.onstate = (state) => (connected.value = state);
    made.onhello = (running) => (otherBuild.value = running !== "" && build !== "" && running !== build);
    addEventListener("online", () => made.wake());
    addEventListener("pageshow", (event) => event.persisted && made.wake());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && made.wake());
    connection = made;
    return made;
}
