// What the meeting has decided last: told to everybody as it comes, and at the top of the list until the next.
import type { EnteredResult } from "../../api/voting_nouns.ts";
import { said, t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { goTo } from "./voting_going.ts";
import { ToAmendment } from "./voting_item.tsx";
import { list, newest, newestOf, sentenceOfResult } from "./voting_store.ts";
import { countsOf } from "./votes.ts";

/** What fell with a result comes in the same moment, each by itself: they are told together. In milliseconds. */
const together = 150;
let told = 0; // the number of the last result that was told
let waiting = 0;

/** Tells the last of what was entered, with what fell with it; nothing twice. */
export function tell(entered: readonly EnteredResult[]): void {
    const now = newestOf(entered);
    if (now === null || now.result.id <= told) return;
    told = now.result.id;
    announce(sentenceOfResult(now));
}

/** A result has come in, and perhaps more of the same: see `together`. */
export function tellSoon(): void {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => tell(list.value.log), together);
}

function Those({ word, those }: { word: "fellWithItHead" | "alongHead"; those: readonly EnteredResult[] }) {
    if (those.length === 0) return null;
    return (
        <p>
            {t(`votingList.${word}`)}{" "}
            {those.map((one, i) => (
                <span key={one.id}>
                    {i > 0 && ", "}
                    <ToAmendment one={one} />
                </span>
            ))}
        </p>
    );
}

export function NewestResult() {
    const now = newest.value;
    if (now === null) return null;
    const { result, fallen, along } = now;
    return (
        <section class="newest-result on-screen" aria-labelledby="newest-result">
            <h2 id="newest-result">{t("votingList.newest")}</h2>
            <p>
                <ToAmendment one={result} />{" "}
                <span class={`chip result-${result.result}`}>{t(`votingList.result.${result.result}`)}</span>{" "}
                <span class="muted">{[countsOf(result.votes), said(result.at)].filter(Boolean).join(" · ")}</span>
            </p>
            <Those word="fellWithItHead" those={fallen} />
            <Those word="alongHead" those={along} />
            {result.result === "open" && (
                <p>
                    <button type="button" class="act" onClick={() => goTo(result.number)}>
                        {t("votingList.go")}
                    </button>
                </p>
            )}
        </section>
    );
}
