import { useState } from "preact/hooks";
import { signIn } from "../api/routes.ts";
import { t } from "../i18n/words.ts";
import { Problem, TextField } from "../ui/field.tsx";
import { useSubmission } from "../ui/submission.ts";
import { me, setMe } from "./session.ts";

/** Email and password. Used by the sign-in page and by the dialog over any other page. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
    const [email, setEmail] = useState("");
    const [password, setPassword] = useState("");
    const { busy, refusal, send } = useSubmission();
    const submit = (event: Event) => {
        event.preventDefault();
        void send(
            () => signIn(email.trim(), password),
            (next) => {
                if (setMe(next)) onSignedIn();
            },
        );
    };
    return (
        <form class="form" onSubmit={submit}>
            <Problem refusal={refusal} fields={["email", "password"]} />
            <TextField
                label={t("email")}
                name="email"
                type="email"
                autocomplete="username"
                required
                refusal={refusal}
                value={email}
                onText={setEmail}
            />
            <TextField
                label={t("password")}
                name="password"
                type="password"
                autocomplete="current-password"
                required
                refusal={refusal}
                value={password}
                onText={setPassword}
            />
            <div class="actions">
                <button type="submit" class="button" disabled={busy}>
                    {t("signIn")}
                </button>
                <a href="/forgot">{t("signIn.forgot")}</a>
            </div>
            {me.value.settings.open_sign_up && (
                <p class="form-foot">
                    {t("signIn.new")} <a href="/sign-up">{t("signUp")}</a>
                </p>
            )}
        </form>
    );
}
