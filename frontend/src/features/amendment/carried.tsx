// Where an amendment stands on a later version than its own, and its sponsor's word on that.
import type { Amendment, AmendmentAnswer, CarriedAnswer, MyBacking, PassageNow } from "../../api/nouns.ts";
import type { EnteredResult } from "../../api/voting_nouns.ts";
import { answerCarriage, fetchAmendment, fetchDocument } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { linesOf } from "./naming.ts";

/** What an amendment wants to change, as it is in the newest text: its sponsor reads both. */
export function AsItIsNow({ passages }: { passages: readonly PassageNow[] }) {
    if (passages.length === 0) return <p>{t("carried.gone")}</p>;
    return (
        <>
            {passages.map((one) => (
                <figure class="passage-now" key={one.block}>
                    <figcaption>{t("kept.paragraphNow", { lines: linesOf(one) })}</figcaption>
                    <blockquote>{one.text}</blockquote>
                </figure>
            ))}
        </>
    );
}

/** The version on which its sponsor said it last. */
const saidOn = ({ version, worded }: Amendment) => worded?.version ?? version;

/** Whether it stands on a later version than that: then its sponsor may say whether it means the same there. */
const isCarriedOn = (amendment: Amendment) =>
    amendment.carried !== "clean" || amendment.difference_version !== saidOn(amendment);

/** Whether a meeting has decided it and no version has it yet: its sponsor alters nothing of it meanwhile. */
export const isVotedOn = ({ state, voted }: Amendment) => state === "submitted" && voted !== null;

/** An amendment behind a result of the meeting that has come in; one that was taken back opens it again. */
export const asVoted = (amendment: Amendment, { result }: Pick<EnteredResult, "result">): Amendment => ({
    ...amendment,
    voted: result === "open" ? null : result,
});

/**
 * Whether its sponsor has to say something: what is meant now, or whether it is done with. What was carried along as it
 * is waits for nobody, see docs/domain/amendments.md.
 */
export function waitsForSponsor(amendment: Amendment): boolean {
    const { state, carried, carried_answer: answered } = amendment;
    if (state !== "submitted" || isVotedOn(amendment)) return false;
    return carried === "needs_sponsor" || (carried === "moot" && answered === null);
}

/** Whether its sponsor may say here whether it means the same where it stands. */
export function mayBeAnswered(amendment: Amendment): boolean {
    const { state, carried, carried_answer: answered } = amendment;
    if (state !== "submitted" || isVotedOn(amendment) || answered !== null) return false;
    return carried !== "needs_sponsor" && isCarriedOn(amendment);
}

/**
 * Answers for the text that its sponsor has read: where it has been changed since, the server says no. What is moot is
 * shown on its own version, and is answered for the newest where it is moot still.
 */
async function answerFor({ id, document, carried, difference_version }: Amendment, answer: CarriedAnswer) {
    if (carried !== "moot") return answerCarriage(id, difference_version, answer);
    const { head } = await fetchDocument(document);
    const { amendment: now } = await fetchAmendment(id);
    if (now.carried !== "moot") throw new Refusal(409, "version.stale_base");
    return answerCarriage(id, head, answer);
}

interface Props {
    amendment: Amendment;
    mine: MyBacking | null;
    /** Where its sponsor can say here what is meant now. */
    onReword?: () => void;
    onChange: (answer: AmendmentAnswer) => void;
}

export function CarriedSince({ amendment, mine, onReword, onChange }: Props) {
    const { carried, carried_answer: answered, difference_version: shown, passage_now: now } = amendment;
    const version = saidOn(amendment);
    if (amendment.state !== "submitted") return null;
    const author = mine?.author === true;
    const told = author && isVotedOn(amendment) && <p class="muted">{t("carried.voted")}</p>;
    // One that is clean on the version where it was said last has nothing to tell.
    if (!isCarriedOn(amendment)) return told ? <div class="carried">{told}</div> : null;
    const say = (answer: CarriedAnswer) =>
        void answerFor(amendment, answer).then(onChange, (error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
            announce(sentenceOf(error));
            if (error.status === 409) void fetchAmendment(amendment.id).then(onChange, () => undefined);
        });
    const act = carried === "clean" ? "act" : "button small quiet";
    return (
        <div class={carried === "clean" ? "carried" : "old-version carried"}>
            <p class={carried === "clean" ? "muted" : ""}>
                {carried === "clean"
                    ? t("amendment.carriedTo", { old: version, now: shown })
                    : answered !== "objected" && t(`amendment.carried.${carried}`)}
                {answered !== null && <> {t(`amendment.answered.${answered}`)}</>}
            </p>
            {now !== null && <AsItIsNow passages={now} />}
            {told}
            {author && carried === "needs_sponsor" && waitsForSponsor(amendment) && (
                <p class="actions">
                    {onReword === undefined ? (
                        <a class="button small" href={`/amendments#amendment-${amendment.id}`}>
                            {t("amendment.reword")}
                        </a>
                    ) : (
                        <button type="button" class="button small" onClick={onReword}>
                            {t("amendment.reword")}
                        </button>
                    )}
                </p>
            )}
            {author && mayBeAnswered(amendment) && (
                <p class={carried === "clean" ? "comment-acts" : "actions"}>
                    <button type="button" class={act} onClick={() => say("confirmed")}>
                        {t("amendment.confirm")}
                    </button>
                    <button type="button" class={act} onClick={() => say("objected")}>
                        {t("amendment.object")}
                    </button>
                </p>
            )}
        </div>
    );
}
