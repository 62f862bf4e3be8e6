// What is still to be voted on, by chapter and group; for the chair the ways to move a vote and to enter a result.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Refusal } from "../../api/request.ts";
import type { VotingItem, VotingList } from "../../api/voting_nouns.ts";
import { moveVote } from "../../api/voting_routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { wasSeen } from "../../ui/came_back.ts";
import { InSight } from "../../ui/in_sight.tsx";
import { onPaper } from "../../ui/paper_folds.ts";
import { focusNext, focusNow, isToBeFocused } from "./voting_going.ts";
import { type Dragged, ToAmendment, Vote } from "./voting_item.tsx";
import { EnterResult } from "./voting_result.tsx";
import { doc, inChapters, left, list, load, moot, nameOf, texts } from "./voting_store.ts";

export async function attempt(act: () => Promise<VotingList>, focus: string[] = []): Promise<boolean> {
    try {
        const fresh = await act();
        focusNext(focus); // before it is drawn
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

/** What nobody votes on any more, folded: the chair may enter a result where the meeting wants one. */
export function Moot() {
    const [entering, setEntering] = useState<VotingItem | null>(null);
    const all = moot.value;
    if (all.length === 0) return null;
    return (
        <details class="vote-done" {...onPaper}>
            <summary class="moot-head">
                <h2>
                    {t("votingList.moot")} <span class="vote-count">({all.length})</span>
                </h2>
            </summary>
            <p class="hint">{t("amendment.carried.moot")}</p>
            <ul class="vote-log">
                {all.map((item) => (
                    <li key={item.amendment} id={`moot-${item.amendment}`} tabIndex={-1}>
                        <ToAmendment one={item} /> <span class="muted">{item.sponsor_unit || item.sponsor.name}</span>
                        {doc.value.may.edit && (
                            <button
                                type="button"
                                class="act on-screen"
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
    useLayoutEffect(focusNow);
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
        <section aria-label={t("votingList.left")}>
            <h2 class="votes-left" tabIndex={-1}>
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
                                    here={
                                        drawn++ < FIRST ||
                                        group.some((item) => isToBeFocused(item) || wasSeen(`vote-${item.amendment}`))
                                    }
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
