// The way to a vote by its number, or to a chapter of the list: hundreds stand below one another.
import { useState } from "preact/hooks";
import type { VotingItem } from "../../api/voting_nouns.ts";
import { t } from "../../i18n/words.ts";
import { chapterTitle, goToVote } from "./voting_left.tsx";
import { decided, inChapters, left, moot, nameOf } from "./voting_store.ts";

/** Below so many one sees them all. */
const FEW = 10;

/** What is to be said of a number that cannot be gone to. */
function whyNot(number: number): string {
    const is = (one: { number: number; same: { number: number }[] }) =>
        one.number === number || one.same.some((other) => other.number === number);
    const name = nameOf(number);
    if (decided.value.some(({ item }) => is(item))) return t("votingList.isDecided", { name });
    if (moot.value.some(is)) return t("votingList.isMoot", { name });
    return t("votingList.notHere", { name });
}

export function GoToVote() {
    const [said, setSaid] = useState("");
    const chapters = inChapters(left.value);
    if (left.value.length < FEW) return null;
    return (
        <form
            class="filters go-to-vote on-screen"
            role="search"
            aria-label={t("votingList.goTo")}
            onSubmit={(event) => {
                event.preventDefault();
                const asked = new FormData(event.currentTarget);
                const number = Number(/\d+/.exec(String(asked.get("number")))?.[0] ?? 0);
                const isAsked = (one: VotingItem) =>
                    one.number === number || one.same.some((other) => other.number === number);
                const found =
                    number > 0 ? left.value.find(isAsked) : chapters[Number(asked.get("chapter") ?? 0)]?.groups[0]?.[0];
                setSaid(found === undefined ? whyNot(number) : "");
                if (found !== undefined) goToVote(found);
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
