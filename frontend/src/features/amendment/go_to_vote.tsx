// The way to a vote by its number, or to a chapter of the list: hundreds stand below one another.
import { useState } from "preact/hooks";
import type { VotingItem } from "../../api/voting_nouns.ts";
import { t } from "../../i18n/words.ts";
import { goIntoFold, goToVote } from "./voting_going.ts";
import { chapterTitle } from "./voting_left.tsx";
import { decided, inChapters, left, list, moot, nameOf } from "./voting_store.ts";

/** Below so many one sees them all. */
const FEW = 10;

/** Goes to the vote, or into the fold in which it stands. @returns what is to be said where there is none */
function go(number: number): string {
    const is = (one: VotingItem) => one.number === number || one.same.some((other) => other.number === number);
    const open = left.value.find(is);
    const done = decided.value.find(({ item }) => is(item))?.item;
    const gone = moot.value.find(is);
    if (open !== undefined) goToVote(open);
    else if (done !== undefined) goIntoFold(`decided-${done.amendment}`);
    else if (gone !== undefined) goIntoFold(`moot-${gone.amendment}`);
    else return t("votingList.notHere", { name: nameOf(number) });
    return "";
}

export function GoToVote() {
    const [said, setSaid] = useState("");
    const chapters = inChapters(left.value);
    if (list.value.items.length < FEW) return null;
    return (
        <form
            class="filters go-to-vote on-screen"
            role="search"
            aria-label={t("votingList.goTo")}
            onSubmit={(event) => {
                event.preventDefault();
                const asked = new FormData(event.currentTarget);
                const number = Number(/\d+/.exec(String(asked.get("number")))?.[0] ?? 0);
                if (number > 0) return setSaid(go(number));
                const first = chapters[Number(asked.get("chapter") ?? 0)]?.groups[0]?.[0];
                setSaid("");
                if (first !== undefined) goToVote(first);
            }}
        >
            <label>
                <span>{t("votingList.goToNumber")}</span>
                <input class="count" name="number" inputMode="numeric" autocomplete="off" />
            </label>
            {chapters.length > 1 && (
                <label>
                    <span>{t("amendment.chapter")}</span>
                    <select name="chapter">
                        {chapters.map((one, i) => (
                            <option key={i} value={String(i)}>
                                {chapterTitle(one.number)}
                            </option>
                        ))}
                    </select>
                </label>
            )}
            <button type="submit" class="button quiet">
                {t("votingList.go")}
            </button>
            <p class="hint" role="status">
                {said}
            </p>
        </form>
    );
}
