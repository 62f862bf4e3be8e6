// The reader's own account: name, language, standings, and signing out everywhere.
import { changeMe, signOutEverywhere } from "../../api/routes.ts";
import type { Language } from "../../api/nouns.ts";
import { language, t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { account, setMe } from "../../shell/session.ts";
import { chooseLanguage } from "../../shell/settings.tsx";
import { Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { Frame, SmallForm } from "./small_form.tsx";
import { OwnData } from "./own_data.tsx";
import { MyStandings } from "./standings.tsx";

const languages: [Language, string][] = [
    ["nb", "Bokmål"],
    ["en", "English"],
];

function LanguageChoice() {
    return (
        <section aria-labelledby="language">
            <h2 id="language">{t("account.language")}</h2>
            <div class="language-choice" role="group" aria-labelledby="language">
                {languages.map(([code, word]) => (
                    <button
                        key={code}
                        type="button"
                        lang={code}
                        class="button quiet"
                        aria-pressed={language() === code}
                        onClick={() => void chooseLanguage(code)}
                    >
                        {word}
                    </button>
                ))}
            </div>
        </section>
    );
}

function SignOutEverywhere() {
    const { busy, refusal, send } = useSubmission();
    return (
        <div class="account-foot">
            <Problem refusal={refusal} />
            <button
                type="button"
                class="link"
                disabled={busy}
                onClick={() => void send(signOutEverywhere, () => location.assign("/"))}
            >
                {t("signOut.everywhere")}
            </button>
        </div>
    );
}

export function MyAccount() {
    const mine = account.value;
    if (mine === null) return null;
    return (
        <Frame title={t("account.title")}>
            {mine.email !== undefined && <p class="muted account-email">{mine.email}</p>}
            <SmallForm
                fields={[{ name: "name", label: t("name"), autocomplete: "name", initial: mine.name }]}
                button={t("save")}
                act={async ([name]) => {
                    setMe(await changeMe({ name: name! }));
                    announce(t("saved"));
                }}
            />
            <LanguageChoice />
            <MyStandings />
            <OwnData />
            <SignOutEverywhere />
        </Frame>
    );
}
