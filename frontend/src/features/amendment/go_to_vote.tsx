// The way to a vote by its number, or to a chapter of the list: hundreds stand below one another.
import { useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import { goTo, goToVote } from "./voting_going.ts";
import { chapterTitle } from "./voting_left.tsx";
import { inChapters, left, list, nameOf } from "./voting_store.ts";

/** Below so many one sees them all. */
const FEW = 10;

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
                if (number > 0) return setSaid(goTo(number) ? "" : t("votingList.notHere", { name: nameOf(number) }));
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
