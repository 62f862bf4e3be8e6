// The amendments of the merge room: one stop of the Tab key, walked through by arrows and decided by a letter.
import { useRef } from "preact/hooks";
import type { MergeDecision, RoomAmendment } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { InSight } from "../../ui/in_sight.tsx";
import { useKeptFocus } from "../../ui/kept_focus.ts";
import { AsItIsNow } from "./carried.tsx";
import { DifferenceView } from "./difference.tsx";
import { linesOf } from "./naming.ts";
import { askReason, LeftBecause } from "./room_reason.tsx";
import { decide, nextDispute, nextOpen } from "./room_acts.ts";
import { doc, find, listed, mayDecide, nameOf, room, showing } from "./room_state.ts";
import { undo } from "./room_undo.ts";
import { VerdictChip } from "./verdict.tsx";

function Choice({ amendment }: { amendment: RoomAmendment }) {
    const choices: MergeDecision[] = [
        "take",
        ...(amendment.has_wording ? (["take_changed"] as const) : []),
        "leave",
        "open",
    ];
    return (
        <fieldset class="stances room-choice">
            <legend class="hidden">{nameOf(amendment.id)}</legend>
            {choices.map((one) => (
                <label class="stance" key={one}>
                    <input
                        type="radio"
                        name={`decision-${amendment.id}`}
                        tabIndex={-1}
                        checked={amendment.decision === one}
                        disabled={!mayDecide(amendment, one)}
                        onChange={() => void decide([amendment], one)}
                    />
                    <span>{t(`merge.${one}`)}</span>
                </label>
            ))}
        </fieldset>
    );
}

/** What it changes; where it has no place in this text, as it was proposed, and what its place is now. */
function Changes({ amendment }: { amendment: RoomAmendment }) {
    const { difference, difference_version: version, passage_now: now } = amendment;
    if (version === room.value.version) return <DifferenceView rows={difference} />;
    return (
        <>
            {difference.length > 0 && <p class="muted">{t("carried.proposedOn", { n: version })}</p>}
            <DifferenceView rows={difference} />
            {now !== null && (
                <div class="old-version carried">
                    <AsItIsNow passages={now} />
                </div>
            )}
        </>
    );
}

/** What is decided on it: by a meeting for good, by editors, or nothing yet. */
function Decided({ amendment }: { amendment: RoomAmendment }) {
    const { voted, decision, decided_by: by } = amendment;
    if (voted !== null) {
        return <p class="room-voted">{t("merge.voted", { result: t(`votingList.result.${voted}`) })}</p>;
    }
    if (!doc.value.may.edit) return <p class="muted">{t(`merge.${decision}`)}</p>;
    return (
        <>
            <Choice amendment={amendment} />
            {by !== null && decision !== "open" && (
                <p class="muted room-decided">{t("merge.decidedBy", { name: by.name })}</p>
            )}
        </>
    );
}

function InRoom({ amendment }: { amendment: RoomAmendment }) {
    return (
        <>
            <p class="comment-head">
                <strong>{nameOf(amendment.id)}</strong>
                <span class="muted">
                    {[linesOf(amendment), amendment.sponsor_unit || amendment.sponsor.name].filter(Boolean).join(" · ")}
                </span>
                {amendment.recommendations.map((one, i) => (
                    <VerdictChip {...one} key={i}>
                        {one.unit}: {t(`verdict.${one.verdict}`)}
                    </VerdictChip>
                ))}
                {amendment.carried !== "clean" && (
                    <span class="chip against">{t(`amendment.carriedShort.${amendment.carried}`)}</span>
                )}
            </p>
            {amendment.amends !== null && <p class="amends">{t("amending.to", { name: nameOf(amendment.amends) })}</p>}
            {amendment.kept.map((one) => (
                <p class="muted room-kept" key={one.id}>
                    <VerdictChip {...one}>
                        {one.unit.name}: {t(`verdict.${one.verdict}`)}
                    </VerdictChip>{" "}
                    <span class="chip not-published">{t("kept.notPublished")}</span> {one.reason}
                </p>
            ))}
            <Changes amendment={amendment} />
            {amendment.instruction !== "" && <p>{amendment.instruction}</p>}
            {amendment.reason !== "" && <p class="muted room-reason">{amendment.reason}</p>}
            <Decided amendment={amendment} />
            <LeftBecause amendment={amendment} />
        </>
    );
}

/** Drawn at once; the others when they are nearly in sight. */
const FIRST = 12;

function decideOne(id: number, decision: MergeDecision): void {
    const amendment = find(id);
    if (amendment !== undefined) void decide([amendment], decision);
}

/** To the first place that is not settled, in whatever chapter it stands. */
export async function goToDispute(): Promise<void> {
    if ((await nextDispute()) === null) announce(t("merge.noDispute"));
    else requestAnimationFrame(() => document.querySelector<HTMLElement>(".dispute.open")?.focus());
}

const letters: Record<string, MergeDecision> = { t: "take", e: "take_changed", l: "leave", o: "open" };

/** The next that nobody has decided gets the focus, in whatever chapter it stands. */
export async function goToNextOpen(after: number | null): Promise<void> {
    const id = await nextOpen(after);
    if (id === null) return;
    // The list is drawn once the room of another chapter is there.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`.room-amendment[data-id="${id}"]`)?.focus());
}

/** A key that works in the list, on an amendment of it or where it is empty. @returns whether it was one */
function press(key: string, id: number | null): boolean {
    const edits = doc.value.may.edit;
    const decision = letters[key];
    if (key === "j") void goToNextOpen(id);
    else if (key === "n") void goToDispute();
    else if (!edits) return false;
    else if (key === "u") void undo();
    else if (id === null) return false;
    else if (decision !== undefined) decideOne(id, decision);
    else if (key === "b") askReason(id);
    else return false;
    return true;
}

const idOf = (item: HTMLElement) => Number(item.dataset.id);

/** Nothing is so: the keyboard stays here, where one can still take back what one did. */
const Empty = ({ sentence }: { sentence: string }) => (
    <p class="empty room-empty" tabIndex={-1}>
        {sentence}
    </p>
);

export function RoomList() {
    const list = useRef<HTMLDivElement>(null);
    const itemsOf = () => [...(list.current?.querySelectorAll<HTMLElement>(".room-amendment") ?? [])];
    useKeptFocus(list, ".room-amendment", (lost, index) => {
        const all = itemsOf();
        const id = lost.closest<HTMLElement>(".room-amendment")?.dataset.id;
        const same = all.find((one) => one.dataset.id === id);
        return (
            same ??
            all[Math.min(Math.max(0, index), all.length - 1)] ??
            list.current?.querySelector<HTMLElement>(".room-empty")
        );
    });
    const onKeyDown = (event: KeyboardEvent) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const item = (event.target as Element).closest<HTMLElement>(".room-amendment");
        const all = itemsOf();
        const at = item === null ? -1 : all.indexOf(item);
        const focusOn = (index: number) => all[Math.max(0, Math.min(all.length - 1, index))]?.focus();
        const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
        const key = event.key.toLowerCase();
        // On a choice itself the arrows choose, as in every group of them.
        if (to !== undefined && event.target === item) focusOn(to);
        else if (!press(key, item === null ? null : idOf(item))) return;
        // What is decided leaves a list of what is not: one goes on with the one behind it.
        else if (key in letters && showing.value !== "all") focusOn(at + 1 < all.length ? at + 1 : at - 1);
        event.preventDefault();
    };
    return (
        <div ref={list} onKeyDown={onKeyDown}>
            {room.value.amendments.length === 0 ? (
                <Empty sentence={t("amendment.none")} />
            ) : listed.value.length === 0 ? (
                <Empty sentence={t("merge.noneShown")} />
            ) : (
                <>
                    {doc.value.may.edit && <p class="hint of-keys">{t("merge.keys")}</p>}
                    <ul class="room-list">
                        {listed.value.map((amendment, i) => (
                            <li
                                key={amendment.id}
                                class={`room-amendment is-${amendment.decision}`}
                                data-id={amendment.id}
                                tabIndex={i === 0 ? 0 : -1}
                                aria-label={`${nameOf(amendment.id)}, ${t(`merge.${amendment.decision}`)}`}
                                onFocus={(event) => {
                                    for (const one of itemsOf()) one.tabIndex = -1;
                                    event.currentTarget.tabIndex = 0;
                                }}
                            >
                                <InSight height={150} here={i < FIRST} name={`room-${amendment.id}`}>
                                    {() => <InRoom amendment={amendment} />}
                                </InSight>
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </div>
    );
}
