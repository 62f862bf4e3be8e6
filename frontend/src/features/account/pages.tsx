// Everything about one's own account, by the address: sign in and up, confirm, forgotten password, invitation, account.
import { confirmAccount, forgotPassword, resetPassword } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { parameter, wayBack } from "../../shell/page.ts";
import { account, setMe } from "../../shell/session.ts";
import { mount } from "../../shell/shell.tsx";
import { SignInForm } from "../../shell/sign_in_form.tsx";
import { InvitationPage } from "./invitation.tsx";
import { MyAccount } from "./my_account.tsx";
import { SignUp } from "./sign_up.tsx";
import { emailField, Frame, newPassword, SmallForm } from "./small_form.tsx";

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

/** The account, or the sign-in before it: who signs in there lands on it. */
function Account() {
    if (account.value !== null) return <MyAccount />;
    return (
        <Frame title={t("signIn")}>
            <SignInForm onSignedIn={() => {}} />
        </Frame>
    );
}

const pages: Record<string, () => preact.JSX.Element> = {
    "/sign-in": SignIn,
    "/sign-up": SignUp,
    "/invitation": InvitationPage,
    "/confirm": Confirm,
    "/forgot": Forgot,
    "/reset": Reset,
    "/account": Account,
};

export function start(): void {
    const Page = pages[location.pathname];
    if (Page !== undefined) mount("main", <Page />);
}
