// One body on the list, with what came of it.
import { useState } from "preact/hooks";
import type { Consultee } from "../../api/consultation_nouns.ts";
import { changeConsultee, removeConsultee, takeWaiverBack, waive } from "../../api/consultation_routes.ts";
import { day, t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Problem, TextField } from "../../ui/field.tsx";
import { Menu, type MenuAct } from "../../ui/menu.tsx";
import { useSubmission } from "../../ui/submission.ts";

interface Props {
    consultee: Consultee;
    edits: boolean;
    onChanged: () => void;
}

/** What happened and when, the newest that matters first. */
function Facts({ consultee }: { consultee: Consultee }) {
    const { answered, declined, opened, reminded, sent } = consultee;
    const told: string[] = [];
    if (answered !== null) told.push(t("consultee.answeredAt", { at: day(answered) }));
    else if (declined !== null) told.push(t("consultee.declinedAt", { at: day(declined) }));
    if (opened) told.push(t("consultee.openedAt", { at: day(opened) }));
    if (reminded) told.push(t("consultee.remindedAt", { at: day(reminded) }));
    if (sent !== null) told.push(t("consultee.sentAt", { at: day(sent) }));
    return <p class="consultee-facts muted">{told.join(" · ")}</p>;
}

function Waive({
    consultee,
    onChanged,
    onClose,
}: {
    consultee: Consultee;
    onChanged: () => void;
    onClose: () => void;
}) {
    const [reason, setReason] = useState("");
    const { busy, refusal, send } = useSubmission();
    return (
        <Dialog title={t("consultee.waiveTitle", { name: consultee.name })} onClose={onClose}>
            <form
                class="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void send(() => waive(consultee.id, reason), onChanged);
                }}
            >
                <p>{t("consultee.waiveText")}</p>
                <Problem refusal={refusal} fields={["reason"]} />
                <Field label={t("consultee.reason")} hint={t("consultee.reasonHint")} name="reason" refusal={refusal}>
                    {(attributes) => (
                        <textarea
                            {...attributes}
                            rows={3}
                            required
                            maxLength={1000}
                            value={reason}
                            onInput={(event) => setReason(event.currentTarget.value)}
                        />
                    )}
                </Field>
                <div class="actions">
                    <button class="button" disabled={busy}>
                        {t("consultee.waive")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

function Address({
    consultee,
    onChanged,
    onClose,
}: {
    consultee: Consultee;
    onChanged: () => void;
    onClose: () => void;
}) {
    const [email, setEmail] = useState(consultee.email ?? "");
    const { busy, refusal, send } = useSubmission();
    return (
        <Dialog title={t("consultee.addressTitle", { name: consultee.name })} onClose={onClose}>
            <form
                class="form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void send(() => changeConsultee(consultee.id, { email }), onChanged);
                }}
            >
                <Problem refusal={refusal} fields={["email"]} />
                <TextField
                    label={t("email")}
                    type="email"
                    name="email"
                    {...(consultee.unit !== null && { hint: t("consultee.addressHint") })}
                    refusal={refusal}
                    value={email}
                    onText={setEmail}
                />
                <div class="actions">
                    <button class="button" disabled={busy}>
                        {t("desk.save")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

export function ConsulteeRow({ consultee, edits, onChanged }: Props) {
    const [asked, setAsked] = useState<"waive" | "address" | null>(null);
    const { refusal, send } = useSubmission();
    const { id, name, waiver } = consultee;
    const done = () => {
        setAsked(null);
        onChanged();
    };
    const awaited = consultee.must_be_heard && consultee.answered === null && waiver === null;
    const acts: MenuAct[] = [
        ...(awaited ? [{ word: t("consultee.waive"), act: () => setAsked("waive") }] : []),
        ...(waiver !== null && consultee.answered === null
            ? [{ word: t("consultee.takeBack"), act: () => void send(() => takeWaiverBack(id), done) }]
            : []),
        {
            word: t(consultee.must_be_heard ? "consultee.needNot" : "consultee.mustBe"),
            act: () => void send(() => changeConsultee(id, { must_be_heard: !consultee.must_be_heard }), done),
        },
        { word: t("consultee.address"), act: () => setAsked("address") },
        ...(consultee.sent === null
            ? [{ word: t("consultee.remove"), act: () => void send(() => removeConsultee(id), done) }]
            : []),
    ];
    return (
        <li class="consultee">
            <div class="consultee-head">
                <span class="consultee-name">
                    {consultee.unit === null ? name : <a href={`/units/${consultee.unit}`}>{name}</a>}
                </span>
                <span class={`stage consultee-${consultee.state}`}>{t(`consultee.state.${consultee.state}`)}</span>
                {consultee.must_be_heard && (
                    <span class={awaited ? "stage consultee-awaited" : "stage"}>{t("consultee.must")}</span>
                )}
                {edits && <Menu label={t("consultee.acts", { name })} acts={acts} />}
            </div>
            <Facts consultee={consultee} />
            {consultee.declined !== null && consultee.word !== "" && (
                <blockquote class="consultee-word">{consultee.word}</blockquote>
            )}
            {waiver !== null && (
                <p class="waiver">
                    {t("consultee.waived", { by: waiver.by, at: day(waiver.at) })} <q>{waiver.reason}</q>
                </p>
            )}
            <Problem refusal={refusal} />
            {asked === "waive" && <Waive consultee={consultee} onChanged={done} onClose={() => setAsked(null)} />}
            {asked === "address" && <Address consultee={consultee} onChanged={done} onClose={() => setAsked(null)} />}
        </li>
    );
}
