// The page behind a mailed invitation: what it gives, and the ways to take it, with an account or without one.
import { useEffect, useState } from "preact/hooks";
import type { Role, UnitName } from "../../api/nouns.ts";
import type { Refusal } from "../../api/request.ts";
import { acceptInvitation, fetchInvitation, signOut } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { parameter } from "../../shell/page.ts";
import { account, setMe } from "../../shell/session.ts";
import { askSignIn } from "../../shell/shell.tsx";
import { Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { SignUpForm } from "./sign_up.tsx";
import { Frame } from "./small_form.tsx";

interface Offer {
    unit: UnitName;
    role: Role;
    email: string;
}

const same = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();

function Accept({ offer, token }: { offer: Offer; token: string }) {
    const [accepted, setAccepted] = useState(false);
    const { busy, refusal, send } = useSubmission();
    const facts = { role: t(`role.${offer.role}`), unit: offer.unit.name };
    if (accepted)
        return (
            <div role="status">
                <p>{t("invitation.accepted", facts)}</p>
                <p class="actions">
                    <a class="button" href={`/units/${offer.unit.id}`}>
                        {t("invitation.toUnit", facts)}
                    </a>
                </p>
            </div>
        );
    return (
        <>
            <Problem refusal={refusal} />
            <p class="actions">
                <button
                    type="button"
                    class="button"
                    disabled={busy}
                    onClick={() =>
                        void send(
                            (key) => acceptInvitation(token, key),
                            (me) => {
                                setMe(me);
                                setAccepted(true);
                            },
                        )
                    }
                >
                    {t("invitation.accept")}
                </button>
            </p>
        </>
    );
}

/** Signed in as somebody else than the one who was invited: only the invited address can take it. */
function OtherAddress({ email }: { email: string }) {
    const { busy, refusal, send } = useSubmission();
    return (
        <>
            <p class="problem">{t("invitation.otherAddress", { email })}</p>
            <Problem refusal={refusal} />
            <p class="actions">
                <button
                    type="button"
                    class="button quiet"
                    disabled={busy}
                    onClick={() => void send(signOut, () => location.reload())}
                >
                    {t("signOut")}
                </button>
            </p>
        </>
    );
}

function Newcomer({ offer, token }: { offer: Offer; token: string }) {
    return (
        <>
            <p class="actions">
                <button type="button" class="button" onClick={() => void askSignIn()}>
                    {t("invitation.signIn")}
                </button>
            </p>
            <section aria-labelledby="new-here">
                <h2 id="new-here">{t("invitation.signUp")}</h2>
                <p class="muted">{t("invitation.signUpWhat")}</p>
                <SignUpForm invitation={token} email={offer.email} />
            </section>
        </>
    );
}

export function InvitationPage() {
    const token = parameter("token") ?? "";
    const [offer, setOffer] = useState<Offer | null>(null);
    const [refusal, setRefusal] = useState<Refusal | null>(null);
    useEffect(() => void fetchInvitation(token).then(setOffer, setRefusal), []);
    const mine = account.value;
    return (
        <Frame title={t("invitation.title")}>
            <Problem refusal={refusal} />
            {offer !== null && (
                <>
                    <p class="lead">
                        {t("invitation.toRole", { role: t(`role.${offer.role}`), unit: offer.unit.name })}
                    </p>
                    <p class="muted">{t("invitation.for", { email: offer.email })}</p>
                    {mine === null ? (
                        <Newcomer offer={offer} token={token} />
                    ) : same(mine.email, offer.email) ? (
                        <Accept offer={offer} token={token} />
                    ) : (
                        <OtherAddress email={mine.email ?? mine.name} />
                    )}
                </>
            )}
        </Frame>
    );
}
