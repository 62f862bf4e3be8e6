// What one may do with an amendment: back it, withdraw it, take it over, amend it, send it on.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Amendment, AmendmentAnswer, MyBacking, Rights } from "../../api/nouns.ts";
import {
    discardAmendment,
    rejectAmendment,
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
import { ReasonDialog } from "../../ui/reason_dialog.tsx";
import { Amend, isAmendable } from "./amending.tsx";
import { SupportedBefore } from "./supporters_told.tsx";
import { isVotedOn } from "./carried.tsx";
import { nameOf } from "./naming.ts";
import { Ending } from "./ending.tsx";
import { Forward } from "./forwarding.tsx";

export interface CardProps {
    amendment: Amendment;
    mine: MyBacking | null;
    mayAmend: boolean;
    onChange: (answer: AmendmentAnswer | null) => void;
    /** What the reader may do with the document: its discussion is opened in place, unless it stands beside the card. */
    may?: Rights;
    discussed?: boolean;
    /** Where a sponsor's other amendments can be asked for. */
    onSponsor?: (amendment: Amendment) => void;
    /** Where its sponsor can say here what is meant now. */
    onReword?: () => void;
    /** Hears that the reader goes to the lines that it is about. */
    onPlace?: () => void;
    /** Stands under the difference. */
    children?: ComponentChildren;
}

/** An editor decides it alone, with a reason: what never found its supporters comes into no merge room. */
function Reject({ amendment, onChange }: Pick<CardProps, "amendment" | "onChange">) {
    const [asking, setAsking] = useState(false);
    return (
        <>
            <button type="button" class="act" onClick={() => setAsking(true)}>
                {t("decided.reject")} …
            </button>
            {asking && (
                <ReasonDialog
                    place={`rejection:${amendment.id}`}
                    title={t("decided.rejectTitle", { name: nameOf(amendment) })}
                    text={t("decided.rejectText")}
                    act={t("decided.reject")}
                    send={(reason) => rejectAmendment(amendment.id, reason)}
                    onDone={onChange}
                    onClose={() => setAsking(false)}
                    announce={announce}
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
    const backing = mine ?? {
        supported: false,
        supported_before: false,
        author: false,
        sponsor: false,
        kept: [],
        trail: null,
    };
    const support = async (supported: boolean) => {
        const counted = await setAmendmentSupport(amendment.id, supported);
        return { amendment: { ...amendment, ...counted }, mine: { ...backing, supported, supported_before: false } };
    };
    const pending = amendment.state === "submitted";
    // What a meeting has decided is nobody's to withdraw or reject.
    const open = pending && !isVotedOn(amendment);
    if (account.value === null) return null;
    const asked = pending && mayAmend && !backing.author && backing.supported_before;
    return (
        <>
            {asked && <SupportedBefore onAnswer={(supports) => attempt(() => support(supports))} />}
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
                        {/* Whoever joined stands behind it already; after a rewording they say so anew. */}
                        {!asked && !(backing.sponsor && backing.supported) && (
                            <button
                                type="button"
                                class="act"
                                aria-pressed={backing.supported}
                                onClick={() => attempt(() => support(!backing.supported))}
                            >
                                {backing.supported ? t("comments.supported") : t("comments.support")}
                                {amendment.supports > 0 && <span class="act-count">{amendment.supports}</span>}
                            </button>
                        )}
                        {backing.sponsor && <span class="muted">{t("amendment.cosponsor.is")}</span>}
                        <button
                            type="button"
                            class="act"
                            onClick={() => attempt(() => setSponsorship(amendment.id, !backing.sponsor))}
                        >
                            {t(backing.sponsor ? "amendment.cosponsor.leave" : "amendment.cosponsor")}
                        </button>
                    </>
                )}
                {open && backing.author && (
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
                            if (made.state === "draft") return announce(t("amendment.draftSaved"));
                            onChange({
                                amendment: { ...amendment, amended_by: [...amendment.amended_by, made.id] },
                                mine,
                            });
                        }}
                        onClose={() => setAmending(false)}
                    />
                )}
                {open && may?.edit && <Reject amendment={amendment} onChange={onChange} />}
                {may?.edit && <Forward amendment={amendment} mine={mine} onChange={onChange} />}
            </div>
        </>
    );
}
