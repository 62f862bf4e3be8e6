import { signUp } from "../../api/routes.ts";
import { language, t } from "../../i18n/words.ts";
import { parameter } from "../../shell/page.ts";
import { emailField, Frame, newPassword, SmallForm } from "./small_form.tsx";

/** Name, address and password. With an invitation the address is the invited one, as typed there. */
export function SignUpForm({ invitation, email = "" }: { invitation: string | null; email?: string }) {
    return (
        <SmallForm
            fields={[
                { name: "name", label: t("name"), autocomplete: "name" },
                { ...emailField(), initial: email },
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
    );
}

export function SignUp() {
    return (
        <Frame title={t("signUp")}>
            <SignUpForm invitation={parameter("token")} />
        </Frame>
    );
}
