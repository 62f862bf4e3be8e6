// How the merge room keeps up with what others do: it asks anew when it hears of something, and again where that failed.
import { effect } from "@preact/signals";
import { fetchDocument } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { live } from "../../live/live.ts";
import { onRightsChanged } from "../../shell/session.ts";
import { linesMoved } from "./chapters.ts";
import { clusters, loadClusters } from "./neighbours.tsx";
import { closed, doc, lines, room } from "./room_state.ts";
import { refreshUnasked } from "./room_turns.ts";

/** Chapters, rights and whether others may follow. @throws Refusal */
async function lookAtDocument(): Promise<void> {
    try {
        const fresh = await fetchDocument(doc.value.id);
        lines.value = linesMoved(lines.value, doc.value, fresh);
        doc.value = fresh;
    } catch (error) {
        if (error instanceof Refusal && error.status === 404) location.reload();
        throw error;
    }
}

/**
 * The room as it is now, and where `all` the document that it is of, which tells whether one may see it.
 * @throws Refusal where it could not be asked for
 */
export async function catchUp(all: boolean): Promise<void> {
    if (all) await lookAtDocument();
    if (closed.value) return;
    const refusal = await refreshUnasked();
    if (refusal === null) return;
    // One who looked on and may no longer.
    if (!all && refusal.status === 403) return catchUp(true);
    throw refusal;
}

const AGAIN = 5_000;

export function keepUp(build: string): void {
    const { id, last_event } = doc.value;
    let timer = 0;
    let all = false;
    const soon = (pause: number) => {
        clearTimeout(timer);
        timer = window.setTimeout(() => {
            const asked = all;
            all = false;
            catchUp(asked).catch((error: unknown) => {
                if (!(error instanceof Refusal)) throw error;
                all ||= asked;
                if (error.passing || error.status === 429) soon(AGAIN);
            });
        }, pause);
    };
    onRightsChanged(() => {
        all = true;
        soon(0);
    });
    // Who collides with whom is of a version: with the next one it is asked anew.
    effect(() => {
        if (room.value !== null && clusters.value.version < room.value.version)
            void loadClusters(id).catch(() => undefined);
    });
    let regrouping = 0;
    live(build).listen(`document:${id}`, last_event, {
        event: ({ kind }) => {
            if (kind === "version" || kind === "document") all = true;
            if (!["merge", "amendment", "version", "voting_list", "document"].includes(kind)) return;
            // Those who look on may be many: they ask a little later, and not all at once.
            const pause = doc.value.may.edit ? 150 : 500 + 2_000 * Math.random();
            soon(pause);
            if (kind !== "amendment") return; // a version is followed by its own
            clearTimeout(regrouping);
            regrouping = window.setTimeout(() => void loadClusters(id).catch(() => undefined), 1_000 + 2 * pause);
        },
        resync: async () => {
            await Promise.all([catchUp(true), loadClusters(id)]);
            return undefined;
        },
    });
}
