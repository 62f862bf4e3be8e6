// Everything about one's own account: sign in and up, confirm, forgotten password, name.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import {
    changeMe,
    confirmAccount,
    forgotPassword,
    resetPassword,
    signOutEverywhere,
    signUp,
} from "../../api/routes.ts";
import { language, t } from "../../i18n/words.ts";
import { parameter, wayBack } from "../../shell/page.ts";
import { account, setMe } from "../../shell/session.ts";
import { mount } from "../../shell/shell.tsx";
import { SignInForm } from "../../shell/sign_in_form.tsx";
import { Problem, TextField } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";

function Frame({ title, children }: { title: string; children: ComponentChildren }) {
    return (
        <div class="form-page">
            <h1>{title}</h1>
            {children}
        </div>
    );
}

interface FieldOf {
    name: string;
    label: string;
    type?: "text" | "email" | "password";
    hint?: string;
    autocomplete?: string;
    initial?: string;
}

/** A form of a few lines: what is typed goes to the act, and `done` is shown after it. */
function SmallForm(props: {
    fields: FieldOf[];
    button: string;
    act: (typed: string[], key: string) => Promise<unknown>;
    done: ComponentChildren;
}) {
    const [typed, setTyped] = useState(props.fields.map((field) => field.initial ?? ""));
    const [finished, setFinished] = useState(false);
    const { busy, refusal, send } = useSubmission();
    if (finished) return <p role="status">{props.done}</p>;
    return (
        <form
            class="form"
            onSubmit={(event) => {
                event.preventDefault();
                void send(
                    (key) => props.act(typed, key),
                    () => setFinished(true),
                    typed,
                );
            }}
        >
            <Problem refusal={refusal} fields={props.fields.map((field) => field.name)} />
            {props.fields.map((field, i) => (
                <TextField
                    key={field.name}
                    label={field.label}
                    name={field.name}
                    type={field.type ?? "text"}
                    required
                    {...(field.hint !== undefined && { hint: field.hint })}
                    {...(field.autocomplete !== undefined && { autocomplete: field.autocomplete })}
                    refusal={refusal}
                    value={typed[i]!}
                    onText={(text) => setTyped(typed.map((before, j) => (i === j ? text : before)))}
                />
            ))}
            <div class="actions">
                <button type="submit" class="button" disabled={busy}>
                    {props.button}
                </button>
            </div>
        </form>
    );
}

const emailField = () => ({ name: "email", label: t("email"), type: "email" as const, autocomplete: "username" });
const newPassword = (label: string) => ({
    name: "password",
    label,
    type: "password" as const,
    hint: t("password.hint"),
    autocomplete: "new-password",
});

function SignUp() {
    const invitation = parameter("token");
    return (
        <Frame title={t("signUp")}>
            <SmallForm
                fields={[
                    { name: "name", label: t("name"), autocomplete: "name" },
                    emailField(),
                    newPassword(t("password")),
                ]}
                button={t("signUp")}
                act={([name, address, password], key) =>
                    signUp(
                        {
                            name: name!,
                            email: address!.trim(),
                            password: password!,
                            language: language(),
                            ...(invitation !== null && { invitation }),
                        },
                        key,
                    )
                }
                done={t("signUp.sent")}
            />
        </Frame>
    );
}

function Confirm() {
    return (
        <Frame title={t("confirm.title")}>
            <SmallForm
                fields={[]}
                button={t("confirm.do")}
                act={async () => {
                    setMe(await confirmAccount(parameter("token") ?? ""));
                    location.assign("/");
                }}
                done={t("saved")}
            />
        </Frame>
    );
}

function MyAccount() {
    const mine = account.value;
    if (mine === null) return <SignIn />;
    return (
        <Frame title={t("account.title")}>
            <SmallForm
                fields={[{ name: "name", label: t("name"), initial: mine.name }]}
                button={t("save")}
                act={async ([name]) => setMe(await changeMe({ name: name! }))}
                done={t("saved")}
            />
            <p>
                <button
                    type="button"
                    class="link"
                    onClick={() => void signOutEverywhere().then(() => location.assign("/"))}
                >
                    {t("signOut.everywhere")}
                </button>
            </p>
        </Frame>
    );
}

function SignIn() {
    return (
        <Frame title={t("signIn")}>
            <SignInForm onSignedIn={() => location.assign(wayBack())} />
        </Frame>
    );
}

function Forgot() {
    return (
        <Frame title={t("forgot.title")}>
            <SmallForm
                fields={[emailField()]}
                button={t("forgot.send")}
                act={([address]) => forgotPassword(address!.trim())}
                done={t("forgot.sent")}
            />
        </Frame>
    );
}

function Reset() {
    return (
        <Frame title={t("reset.title")}>
            <SmallForm
                fields={[newPassword(t("password.new"))]}
                button={t("save")}
                act={([password]) => resetPassword(parameter("token") ?? "", password!)}
                done={<a href="/sign-in">{t("reset.done")}</a>}
            />
        </Frame>
    );
}

const pages: Record<string, () => preact.JSX.Element> = {
    "/sign-in": SignIn,
    "/sign-up": SignUp,
    "/invitation": SignUp,
    "/confirm": Confirm,
    "/forgot": Forgot,
    "/reset": Reset,
    "/account": MyAccount,
};

export function start(): void {
    const Page = pages[location.pathname];
    if (Page !== undefined) mount("main", <Page />);
}
