import { expect, test } from "vitest";
import { Connection, type SocketLike } from "../src/live/connection.ts";

class FakeSocket implements SocketLike {
    sent: { t: string; topic?: string; since?: number }[] = [];
    closed = false;
    onopen: (() => void) | null = null;
    onmessage: ((message: { data: unknown }) => void) | null = null;
    onclose: (() => void) | null = null;
    onerror: (() => void) | null = null;
    send(text: string) {
        this.sent.push(JSON.parse(text) as { t: string });
    }
    close() {
        this.closed = true;
    }
    say(message: object) {
        this.onmessage?.({ data: JSON.stringify(message) });
    }
}

function connection() {
    const sockets: FakeSocket[] = [];
    const clock = { after: () => 1, cancel: () => {}, random: () => 0, now: () => 0 };
    const dial = () => {
        const socket = new FakeSocket();
        sockets.push(socket);
        return socket;
    };
    return { sockets, connection: new Connection(dial, clock) };
}

const listener = { event: () => {}, resync: () => Promise.resolve(undefined) };

test("Where another reader signs in, the socket is opened anew and goes on from the last event, and nothing is said", () => {
    const { sockets, connection: made } = connection();
    const states: boolean[] = [];
    made.onstate = (state) => states.push(state);
    made.listen("document:1", 7, listener);
    sockets[0]!.onopen!();
    sockets[0]!.say({ t: "listening", topic: "document:1", head: 8, events: [{ topic: "document:1", n: 8 }] });
    made.renew();
    expect(sockets[0]!.closed).toBe(true);
    sockets[0]!.onclose!();
    sockets[1]!.onopen!();
    expect(sockets).toHaveLength(2);
    expect(sockets[1]!.sent).toEqual([{ t: "listen", topic: "document:1", since: 8 }]);
    expect(states).toEqual([true, true]);
});

test("A page without a socket opens none because of a sign-in", () => {
    const { sockets, connection: made } = connection();
    made.renew();
    expect(sockets).toHaveLength(0);
});
