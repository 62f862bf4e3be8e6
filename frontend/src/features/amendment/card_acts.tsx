// What one may do with an amendment: back it, withdraw it, take it over, amend it, send it on.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Amendment, AmendmentAnswer, MyBacking, Rights } from "../../api/nouns.ts";
import {
    discardAmendment,
    setAmendmentSupport,
    setSponsorship,
    submitAmendment,
    takeOverAmendment,
    withdrawAmendment,
} from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { account } from "../../shell/session.ts";
import { AskOnce } from "../../ui/ask_once.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { Amend, isAmendable } from "./amending.tsx";
import { nameOf } from "./card.tsx";
import { Forward } from "./forwarding.tsx";

export interface CardProps {
    amendment: Amendment;
    mine: MyBacking | null;
    mayAmend: boolean;
    onChange: (answer: AmendmentAnswer | null) => void;
    /** Where its discussion is opened in place: what the reader may do with the document. */
    may?: Rights;
    /** Where a sponsor's other amendments can be asked for. */
    onSponsor?: (amendment: Amendment) => void;
    /** Stands under the difference. */
    children?: ComponentChildren;
}

/** An act that ends something: it is asked once more before it is done. */
function Ending({
    word,
    title,
    text,
    act,
    onDone,
}: {
    word: string;
    title: string;
    text: string;
    act: () => Promise<AmendmentAnswer | null>;
    onDone: (answer: AmendmentAnswer | null) => void;
}) {
    const [asking, setAsking] = useState(false);
    const submission = useSubmission();
    return (
        <>
            <button type="button" class="act" onClick={() => setAsking(true)}>
                {word}
            </button>
            {asking && (
                <AskOnce
                    {...{ title, text, word, submission }}
                    danger
                    onYes={() =>
                        void submission.send(act, (answer) => {
                            setAsking(false);
                            onDone(answer);
                        })
                    }
                    onClose={() => {
                        submission.clear();
                        setAsking(false);
                    }}
                />
            )}
        </>
    );
}

export function Acts({ amendment, mine, mayAmend, onChange, may }: CardProps) {
    const [amending, setAmending] = useState(false);
    const attempt = (act: () => Promise<AmendmentAnswer | null>) =>
        void act().then(onChange, (error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
            announce(sentenceOf(error));
        });
    const backing = mine ?? { supported: false, author: false, sponsor: false };
    const support = async () => {
        const counted = await setAmendmentSupport(amendment.id, !backing.supported);
        return { amendment: { ...amendment, ...counted }, mine: { ...backing, supported: !backing.supported } };
    };
    const pending = amendment.state === "submitted";
    if (account.value === null) return null;
    return (
        <div class="comment-acts">
            {amendment.state === "draft" && (
                <>
                    <button
                        type="button"
                        class="button small"
                        onClick={() => attempt(() => submitAmendment(amendment.id))}
                    >
                        {t("amendment.submit")}
                    </button>
                    <Ending
                        word={t("amendment.discard")}
                        title={t("amendment.discardTitle")}
                        text={t("amendment.discardText")}
                        act={() => discardAmendment(amendment.id).then(() => null)}
                        onDone={onChange}
                    />
                </>
            )}
            {pending && mayAmend && !backing.author && (
                <>
                    <button type="button" class="act" aria-pressed={backing.supported} onClick={() => attempt(support)}>
                        {backing.supported ? t("comments.supported") : t("comments.support")}
                        {amendment.supports > 0 && <span class="act-count">{amendment.supports}</span>}
                    </button>
                    <button
                        type="button"
                        class="act"
                        aria-pressed={backing.sponsor}
                        onClick={() => attempt(() => setSponsorship(amendment.id, !backing.sponsor))}
                    >
                        {backing.sponsor ? t("amendment.cosponsoring") : t("amendment.cosponsor")}
                    </button>
                </>
            )}
            {pending && backing.author && (
                <Ending
                    word={t("amendment.withdraw")}
                    title={t("amendment.withdrawTitle", { name: nameOf(amendment) })}
                    text={t("amendment.withdrawText")}
                    act={() => withdrawAmendment(amendment.id)}
                    onDone={onChange}
                />
            )}
            {amendment.state === "withdrawn" && mayAmend && (
                <button type="button" class="act" onClick={() => attempt(() => takeOverAmendment(amendment.id))}>
                    {t("amendment.takeOver")}
                </button>
            )}
            {mayAmend && isAmendable(amendment) && (
                <button type="button" class="act" onClick={() => setAmending(true)}>
                    {t("amending.propose")}
                </button>
            )}
            {amending && (
                <Amend
                    amendment={amendment}
                    onDone={(made) => {
                        setAmending(false);
                        onChange({
                            amendment: { ...amendment, amended_by: [...amendment.amended_by, made.id] },
                            mine,
                        });
                    }}
                    onClose={() => setAmending(false)}
                />
            )}
            {may?.edit && <Forward amendment={amendment} onChange={onChange} />}
        </div>
    );
}
