// Where an amendment stands on a later version than its own, and its sponsor's word on that.
import type { Amendment, AmendmentAnswer, CarriedAnswer, MyBacking, PassageNow } from "../../api/nouns.ts";
import { answerCarriage, fetchAmendment } from "../../api/routes.ts";
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

/** Whether its sponsor has to say something: what is meant now, or that it means the same where it stands. */
export function waitsForSponsor(amendment: Amendment): boolean {
    const { state, carried, carried_answer: answered, difference_version: shown } = amendment;
    const version = saidOn(amendment);
    if (state !== "submitted") return false;
    return carried === "needs_sponsor" || (answered === null && (carried !== "clean" || shown !== version));
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
    // One that is clean on the version where it was said last has nothing to tell.
    if (carried === "clean" && shown === version) return null;
    const say = (answer: CarriedAnswer) =>
        // For the text that is shown: on another version the server says no, and what stands there is shown first.
        void answerCarriage(amendment.id, shown, answer).then(onChange, (error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
            announce(sentenceOf(error));
            if (error.status === 409) void fetchAmendment(amendment.id).then(onChange, () => undefined);
        });
    const asked = mine?.author === true && waitsForSponsor(amendment);
    return (
        <div class={carried === "clean" ? "carried" : "old-version carried"}>
            <p>
                {carried === "clean"
                    ? t("amendment.carriedTo", { old: version, now: shown })
                    : answered !== "objected" && t(`amendment.carried.${carried}`)}
                {answered !== null && <> {t(`amendment.answered.${answered}`)}</>}
            </p>
            {now !== null && <AsItIsNow passages={now} />}
            {asked && carried === "needs_sponsor" && (
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
            {asked && carried !== "needs_sponsor" && (
                <p class="actions">
                    <button type="button" class="button small quiet" onClick={() => say("confirmed")}>
                        {t("amendment.confirm")}
                    </button>
                    <button type="button" class="button small quiet" onClick={() => say("objected")}>
                        {t("amendment.object")}
                    </button>
                </p>
            )}
        </div>
    );
}
