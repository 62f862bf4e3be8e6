import { t } from "../i18n/words.ts";
import { Dialog } from "../ui/dialog.tsx";
import { SignInForm } from "./sign_in_form.tsx";

/** The sign-in over a page whose session is missing or has ended. What was typed below it stays. */
export function SignInDialog({ onDone }: { onDone: (signedIn: boolean) => void }) {
    return (
        <Dialog title={t("signIn")} onClose={() => onDone(false)}>
            <p class="muted">{t("signIn.kept")}</p>
            <SignInForm onSignedIn={() => onDone(true)} />
        </Dialog>
    );
}
