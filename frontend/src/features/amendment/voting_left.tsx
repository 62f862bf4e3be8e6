// What is still to be voted on, by chapter and group; for the chair the ways to move a vote and to enter a result.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Refusal } from "../../api/request.ts";
import type { VotingItem, VotingList } from "../../api/voting_nouns.ts";
import { moveVote } from "../../api/voting_routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { hold } from "../../ui/hold.ts";
import { InSight } from "../../ui/in_sight.tsx";
import { type Dragged, Vote } from "./voting_item.tsx";
import { EnterResult } from "./voting_result.tsx";
import { doc, inChapters, left, list, load, moot, nameOf, texts } from "./voting_store.ts";

/** Where the focus goes once a moved item is drawn in its new place. */
let toFocus: string[] = []; // the first of these that is there

let goes = false; // whether one goes to it from elsewhere

/** Goes to a vote that is still to come; one that is not drawn yet is drawn for it. */
export function goToVote(item: VotingItem): void {
    toFocus = [`#vote-${item.amendment}`];
    goes = true;
    list.value = { ...list.value }; // drawn anew
}

export async function attempt(act: () => Promise<VotingList>, focus: string[] = []): Promise<boolean> {
    try {
        const fresh = await act();
        toFocus = focus; // before it is drawn
        list.value = fresh;
        return true;
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        announce(sentenceOf(error));
        if (error.status === 409) await load();
        return false;
    }
}

async function move(item: VotingItem, before: VotingItem | null, focus: string[]): Promise<void> {
    const to = before?.amendment ?? null;
    const done = await attempt(() => moveVote(doc.value.id, list.value, item.amendment, to), focus);
    if (!done) return;
    const n = left.value.findIndex((one) => one.amendment === item.amendment) + 1;
    announce(t("votingList.moved", { name: nameOf(item.number), n: String(n), all: String(left.value.length) }));
}

function step(item: VotingItem, by: -1 | 1, focus: string[]): void {
    const at = left.value.findIndex((one) => one.amendment === item.amendment);
    const to = at + by;
    if (at < 0 || to < 0 || to >= left.value.length) return;
    void move(item, left.value[by < 0 ? to : to + 1] ?? null, focus);
}

export function chapterTitle(number: number): string {
    if (number > 0) return list.value.chapters[number - 1] ?? "";
    return t(
        list.value.items.some((one) => one.chapter === 0 && one.line_from > 0)
            ? "votingList.beginning"
            : "votingList.principles",
    );
}

const isToBeFocused = (item: VotingItem) => toFocus.some((one) => one.split(" ")[0] === `#vote-${item.amendment}`);

/** What nobody votes on any more, folded: the chair may enter a result where the meeting wants one. */
export function Moot() {
    const [entering, setEntering] = useState<VotingItem | null>(null);
    const all = moot.value;
    if (all.length === 0) return null;
    return (
        <details class="vote-done">
            <summary>
                <h2>
                    {t("votingList.moot")} <span class="vote-count">({all.length})</span>
                </h2>
            </summary>
            <p class="hint">{t("amendment.carried.moot")}</p>
            <ul class="vote-log">
                {all.map((item) => (
                    <li key={item.amendment}>
                        <a
                            class="amendment-name"
                            href={`/documents/${doc.value.id}/amendments#amendment-${item.amendment}`}
                        >
                            {nameOf(item.number)}
                        </a>{" "}
                        <span class="muted">{item.sponsor_unit || item.sponsor.name}</span>
                        {doc.value.may.edit && (
                            <button
                                type="button"
                                class="act"
                                aria-label={t("votingList.enterFor", { name: nameOf(item.number) })}
                                onClick={() => setEntering(item)}
                            >
                                {t("votingList.enter")}
                            </button>
                        )}
                    </li>
                ))}
            </ul>
            {entering !== null && <EnterResult item={entering} onClose={() => setEntering(null)} />}
        </details>
    );
}

/** Drawn at once. */
const FIRST = 15;

export function StillToVoteOn() {
    const [entering, setEntering] = useState<VotingItem | null>(null);
    const dragged = useRef<Dragged>({ item: null });
    const place = useRef<HTMLElement>(null);
    useLayoutEffect(() => {
        const found = toFocus.map((one) => place.current?.querySelector<HTMLElement>(one)).find(Boolean);
        toFocus = [];
        if (!found) return;
        found.focus({ preventScroll: goes });
        if (goes) hold({ block: found, top: innerHeight / 4 }); // what is drawn above it would push it away
        goes = false;
    });
    const chair = doc.value.may.edit;
    const all = left.value;
    let drawn = 0;
    const drawGroup = (group: VotingItem[]) => (
        <>
            {group.length > 1 && <p class="hint">{t("votingList.alternatives")}</p>}
            {group.map((item) => (
                <Vote
                    key={item.amendment}
                    item={item}
                    amendment={texts.value.get(item.amendment)}
                    chair={chair}
                    first={item === all[0]}
                    last={item === all.at(-1)}
                    dragged={dragged.current}
                    onStep={step}
                    onDrop={(moved) => void move(moved, item, [`#vote-${moved.amendment}`])}
                    onEnter={() => setEntering(item)}
                />
            ))}
        </>
    );
    return (
        <section ref={place} aria-label={t("votingList.left")}>
            <h2>
                {t("votingList.left")} <span class="vote-count">({all.length})</span>
            </h2>
            {all.length === 0 && <p class="empty">{t("votingList.none")}</p>}
            {inChapters(all).map((chapter, i) => (
                <div class="vote-chapter" key={i}>
                    {list.value.chapters.length + chapter.number > 0 && <h3>{chapterTitle(chapter.number)}</h3>}
                    <ol class="votes">
                        {chapter.groups.map((group) => (
                            <li key={group[0]!.amendment} class={group.length > 1 ? "vote-group" : "vote-alone"}>
                                <InSight
                                    height={130 * group.length}
                                    here={drawn++ < FIRST || group.some(isToBeFocused)}
                                    name={`vote-${group[0]!.amendment}`}
                                >
                                    {() => drawGroup(group)}
                                </InSight>
                            </li>
                        ))}
                    </ol>
                </div>
            ))}
            {entering !== null && <EnterResult item={entering} onClose={() => setEntering(null)} />}
        </section>
    );
}
