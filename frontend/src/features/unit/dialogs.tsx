// What an administrator does in a unit: give a standing, invite by mail, give the unit another name.
import { useState } from "preact/hooks";
import type { Invitation, Language, Person, Role, Standing, Unit } from "../../api/nouns.ts";
import { addStanding, invite, renameUnit } from "../../api/routes.ts";
import { language, t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Problem, TextField } from "../../ui/field.tsx";
import { type Submission, useSubmission } from "../../ui/submission.ts";
import { startOf } from "./dates.ts";
import { PeopleSearch } from "./people_search.tsx";
import { RoleField } from "./role_field.tsx";

interface Props<T> {
    unit: Unit;
    onClose: () => void;
    onDone: (made: T) => void;
}

function Buttons({ word, busy, onClose }: { word: string; busy: boolean; onClose: () => void }) {
    return (
        <div class="actions">
            <button type="submit" class="button" disabled={busy}>
                {word}
            </button>
            <button type="button" class="button quiet" onClick={onClose}>
                {t("cancel")}
            </button>
        </div>
    );
}

function DayField(
    props: { label: string; hint: string; name: string; typed: string; on: (typed: string) => void } & Pick<
        Submission,
        "refusal"
    >,
) {
    return (
        <Field label={props.label} hint={props.hint} name={props.name} refusal={props.refusal}>
            {(attributes) => (
                <input
                    {...attributes}
                    type="date"
                    value={props.typed}
                    onInput={({ currentTarget }) => props.on(currentTarget.value)}
                />
            )}
        </Field>
    );
}

export function GrantDialog({ unit, onClose, onDone }: Props<Standing>) {
    const [person, setPerson] = useState<Person | null>(null);
    const [role, setRole] = useState<Role>("member");
    const [from, setFrom] = useState("");
    const [to, setTo] = useState("");
    const { busy, refusal, send } = useSubmission();
    const submit = (event: Event) => {
        event.preventDefault();
        if (person === null) {
            document.querySelector<HTMLElement>(".people-search input")?.focus();
            return;
        }
        const starts = startOf(from);
        const ends = startOf(to, 1);
        const dates = { ...(starts !== undefined && { from: starts }), ...(ends !== undefined && { to: ends }) };
        const form = { account: person.id, role, ...dates };
        void send((key) => addStanding(unit.id, form, key), onDone, form);
    };
    return (
        <Dialog title={t("standing.grant")} onClose={onClose}>
            <form class="form" onSubmit={submit}>
                <p class="muted">{unit.name}</p>
                <Problem refusal={refusal} fields={["account", "role", "from", "to"]} />
                <PeopleSearch chosen={person} refusal={refusal} onChoose={setPerson} />
                <RoleField role={role} refusal={refusal} onRole={setRole} />
                <div class="pair">
                    <DayField
                        label={t("standing.from")}
                        hint={t("standing.fromHint")}
                        name="from"
                        refusal={refusal}
                        typed={from}
                        on={setFrom}
                    />
                    <DayField
                        label={t("standing.to")}
                        hint={t("standing.toHint")}
                        name="to"
                        refusal={refusal}
                        typed={to}
                        on={setTo}
                    />
                </div>
                <Buttons word={t("standing.grant")} busy={busy} onClose={onClose} />
            </form>
        </Dialog>
    );
}

export function InviteDialog({ unit, onClose, onDone }: Props<Invitation>) {
    const [email, setEmail] = useState("");
    const [role, setRole] = useState<Role>("member");
    const [mailed, setMailed] = useState<Language>(language());
    const { busy, refusal, send } = useSubmission();
    const submit = (event: Event) => {
        event.preventDefault();
        const form = { email: email.trim(), role, language: mailed };
        void send((key) => invite(unit.id, form, key), onDone, form);
    };
    return (
        <Dialog title={t("invitation.invite")} onClose={onClose}>
            <form class="form" onSubmit={submit}>
                <p class="muted">{t("invitation.what", { unit: unit.name })}</p>
                <Problem refusal={refusal} fields={["email", "role"]} />
                <TextField
                    label={t("email")}
                    name="email"
                    type="email"
                    autocomplete="off"
                    required
                    refusal={refusal}
                    value={email}
                    onText={setEmail}
                />
                <RoleField role={role} refusal={refusal} onRole={setRole} />
                <Field label={t("invitation.language")} name="language" refusal={refusal}>
                    {(attributes) => (
                        <select
                            {...attributes}
                            value={mailed}
                            onChange={({ currentTarget }) => setMailed(currentTarget.value as Language)}
                        >
                            <option value="nb">Bokmål</option>
                            <option value="en">English</option>
                        </select>
                    )}
                </Field>
                <Buttons word={t("invitation.send")} busy={busy} onClose={onClose} />
            </form>
        </Dialog>
    );
}

export function RenameDialog({ unit, onClose, onDone }: Props<Unit>) {
    const [name, setName] = useState(unit.name);
    const { busy, refusal, send } = useSubmission();
    const submit = (event: Event) => {
        event.preventDefault();
        void send(() => renameUnit(unit.id, name), onDone);
    };
    return (
        <Dialog title={t("unit.rename")} onClose={onClose}>
            <form class="form" onSubmit={submit}>
                <Problem refusal={refusal} fields={["name"]} />
                <TextField
                    label={t("name")}
                    name="name"
                    required
                    maxLength={200}
                    refusal={refusal}
                    value={name}
                    onText={setName}
                />
                <Buttons word={t("save")} busy={busy} onClose={onClose} />
            </form>
        </Dialog>
    );
}
