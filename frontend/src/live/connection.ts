// The page's one socket: keeps it open, comes back after every loss, and hands each topic's news to its listener.
//
// States: closed -> connecting -> open -> (lost) -> waiting -> connecting ... A page that is hidden keeps its socket; a
// page that wakes from sleep cannot trust it (the other end may be long gone without a word), so it asks with a ping
// and takes silence for a loss. What was missed is asked for by number, see subscription.ts.
import { readJson } from "../api/json.ts";
import type { LiveEvent } from "../api/nouns.ts";
import { backoff } from "./backoff.ts";
import { Subscription } from "./subscription.ts";

export interface SocketLike {
    send(text: string): void;
    close(): void;
    onopen: (() => void) | null;
    onmessage: ((message: { data: unknown }) => void) | null;
    onclose: (() => void) | null;
    onerror: (() => void) | null;
}

export interface Clock {
    after(milliseconds: number, act: () => void): number;
    cancel(timer: number): void;
    random(): number;
    now(): number;
}

export interface Presence {
    count: number;
    names?: string[];
}

export interface Listener {
    event(event: LiveEvent): void;
    /** Too much was missed: fetch afresh, then answer with the number of the last event contained, if known. */
    resync(): Promise<number | undefined>;
    /** The topic is gone or no longer ours to hear. */
    refused?(): void;
    presence?(presence: Presence): void;
    typing?(block: string, name: string): void;
    /** The server has answered: from here on nothing is missed. */
    listening?(): void;
}

interface Topic {
    listener: Listener;
    subscription: Subscription;
}

const PING_EVERY = 25_000;
const PONG_WITHIN = 10_000;
const PONG_WITHIN_AFTER_WAKE = 3_000;

export class Connection {
    private socket: SocketLike | null = null;
    private open = false;
    private attempt = 0;
    private retry: number | null = null;
    private ping: number | null = null;
    private pong: number | null = null;
    private heard = 0;
    private readonly topics = new Map<string, Topic>();
    /** Told whenever the connection is established or lost. */
    onstate: (connected: boolean) => void = () => {};
    /** Told the build that the server runs, at each connect. */
    onhello: (build: string) => void = () => {};

    constructor(
        private readonly connect: () => SocketLike,
        private readonly clock: Clock,
    ) {}

    get connected(): boolean {
        return this.open;
    }

    /**
     * Listens to a topic from an event number on. Call the returned function to leave.
     * @param since number of the last event known, undefined where everything will be fetched after listening() is told
     */
    listen(name: string, since: number | undefined, listener: Listener): () => void {
        const topic: Topic = { listener, subscription: new Subscription(since, (event) => listener.event(event)) };
        this.topics.set(name, topic);
        if (this.open) this.ask(name, topic);
        else if (this.socket === null && this.retry === null) this.dial();
        return () => {
            if (this.topics.get(name) !== topic) return;
            this.topics.delete(name);
            if (this.open) this.send({ t: "leave", topic: name });
        };
    }

    typing(topic: string, block: string): void {
        if (this.open) this.send({ t: "typing", topic, block });
    }

    /** The page came to the front, woke, or the network came back: trust nothing that is old. */
    wake(): void {
        if (this.open) {
            if (this.clock.now() - this.heard > 5_000) this.probe(PONG_WITHIN_AFTER_WAKE);
        } else if (this.retry !== null) {
            this.attempt = 0;
            this.dial();
        }
    }

    /** Who reads is another now. The server knows a socket by the cookie with which it began: it is opened anew. */
    renew(): void {
        const socket = this.socket;
        if (socket === null) return;
        this.attempt = 0;
        socket.close();
        this.lost(socket, false);
        if (this.retry !== null) this.dial();
    }

    private dial(): void {
        if (this.retry !== null) this.clock.cancel(this.retry);
        this.retry = null;
        const socket = this.connect();
        this.socket = socket;
        socket.onopen = () => {
            if (this.socket !== socket) return;
            this.open = true;
            this.attempt = 0;
            this.heard = this.clock.now();
            for (const [name, topic] of this.topics) this.ask(name, topic);
            this.schedulePing();
            this.onstate(true);
        };
        socket.onmessage = (message) => {
            if (this.socket !== socket) return;
            this.heard = this.clock.now();
            if (typeof message.data === "string") this.receive(message.data);
        };
        socket.onclose = () => this.lost(socket);
        socket.onerror = () => {}; // onclose follows
    }

    private lost(socket: SocketLike, tell = true): void {
        if (this.socket !== socket) return;
        this.socket = null;
        const wasOpen = this.open;
        this.open = false;
        for (const timer of [this.ping, this.pong]) if (timer !== null) this.clock.cancel(timer);
        this.ping = this.pong = null;
        for (const topic of this.topics.values()) topic.subscription.begin();
        if (tell && (wasOpen || this.attempt === 0)) this.onstate(false);
        if (this.topics.size > 0)
            this.retry = this.clock.after(backoff(this.attempt++, this.clock.random()), () => this.dial());
    }

    private schedulePing(): void {
        this.ping = this.clock.after(PING_EVERY, () => {
            this.probe(PONG_WITHIN);
            this.schedulePing();
        });
    }

    private probe(within: number): void {
        const socket = this.socket;
        if (socket === null || this.pong !== null) return;
        this.send({ t: "ping" });
        this.pong = this.clock.after(within, () => {
            this.pong = null;
            socket.close();
            this.lost(socket); // a dead connection may take minutes to report its own close
        });
    }

    private ask(name: string, topic: Topic): void {
        topic.subscription.begin();
        const since = topic.subscription.last;
        this.send(since === undefined ? { t: "listen", topic: name } : { t: "listen", topic: name, since });
    }

    private send(message: object): void {
        this.socket?.send(JSON.stringify(message));
    }

    private receive(text: string): void {
        const message = readJson(text) as { t: string; topic?: string } & Record<string, unknown>;
        if (this.pong !== null) {
            // Any frame proves that the other end is alive.
            this.clock.cancel(this.pong);
            this.pong = null;
        }
        if (message.t === "hello") this.onhello(String(message.build ?? ""));
        const topic = message.topic === undefined ? undefined : this.topics.get(message.topic);
        if (topic !== undefined) this.deliver(message.topic!, topic, message);
    }

    private deliver(name: string, topic: Topic, message: { t: string } & Record<string, unknown>): void {
        const { listener, subscription } = topic;
        switch (message.t) {
            case "event":
                if (subscription.receive(message as unknown as LiveEvent) === "gap") this.ask(name, topic);
                break;
            case "listening":
                if (subscription.listening(Number(message.head), (message.events as LiveEvent[] | undefined) ?? []))
                    listener.listening?.();
                else void this.resync(name, topic, Number(message.head));
                break;
            case "resync":
                void this.resync(name, topic, Number(message.head));
                break;
            case "refused":
                this.topics.delete(name);
                listener.refused?.();
                break;
            case "presence":
                listener.presence?.(message as unknown as Presence);
                break;
            case "typing":
                listener.typing?.(String(message.block ?? ""), String(message.name ?? ""));
                break;
        }
    }

    private async resync(name: string, topic: Topic, head: number): Promise<void> {
        topic.subscription.begin();
        try {
            topic.subscription.last = (await topic.listener.resync()) ?? head;
        } catch {
            // Not reachable just now: the next connect asks again from the old number, and is told to resync again.
            this.socket?.close();
            return;
        }
        if (this.open && this.topics.get(name) === topic) this.ask(name, topic);
    }
}
