// Theme and language: kept in the browser, with or without an account.
import { useState } from "preact/hooks";
import type { Language } from "../api/nouns.ts";
import { changeMe } from "../api/routes.ts";
import { language, t } from "../i18n/words.ts";
import { Icon } from "../ui/icon.tsx";
import { account } from "./session.ts";

export async function chooseLanguage(next: Language): Promise<void> {
    document.cookie = `language=${next}; path=/; max-age=31536000; samesite=lax`;
    if (account.value !== null) await changeMe({ language: next }).catch(() => undefined);
    location.reload();
}

export function LanguageSwitch() {
    const other: Language = language() === "nb" ? "en" : "nb";
    return (
        <button type="button" class="bar-button" lang={other} onClick={() => void chooseLanguage(other)}>
            {other === "en" ? "English" : "Norsk"}
        </button>
    );
}

type Theme = "light" | "dark";

const shownTheme = (): Theme => {
    const chosen = document.documentElement.dataset.theme;
    if (chosen === "light" || chosen === "dark") return chosen;
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

export function ThemeSwitch() {
    const [theme, setTheme] = useState<Theme>(shownTheme);
    const turn = () => {
        const next = theme === "dark" ? "light" : "dark";
        document.documentElement.dataset.theme = next;
        try {
            localStorage.setItem("samrad:theme", next);
        } catch {
            // holds for this page at least
        }
        setTheme(next);
    };
    const label = theme === "dark" ? t("shell.theme.light") : t("shell.theme.dark");
    return (
        <button type="button" class="bar-button icon-only" aria-label={label} title={label} onClick={turn}>
            <Icon name={theme === "dark" ? "sun" : "moon"} />
        </button>
    );
}
