// A page of the form as people will answer it: the server's own rendering, on a phone's width, in each language.
import { useEffect, useRef, useState } from "preact/hooks";
import { previewForm } from "../../api/consultation_routes.ts";
import type { Form, FormLanguage } from "../../api/form_nouns.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { setMarkup } from "../../text/markup.ts";
import { inAny } from "./form_state.ts";

interface Props {
    process: number;
    /** Of the consultation. */
    title: string;
    /** Tidied. */
    form: Form;
    languages: FormLanguage[];
    version: { document: number; version: number } | null;
    page: number;
    onPage: (page: number) => void;
}

export function Preview({ process, title, form, languages, version, page, onPage }: Props) {
    const [language, setLanguage] = useState<FormLanguage>(languages[0]!);
    const [wrong, setWrong] = useState<Refusal | null>(null);
    const screen = useRef<HTMLDivElement>(null);
    const shown = languages.includes(language) ? language : languages[0]!;
    const at = Math.min(page, form.sections.length - 1);
    const what = JSON.stringify([title, form, at, shown, version]);
    useEffect(() => {
        let latest = true;
        const show = ({ html }: { html: string }) => {
            if (!latest || screen.current === null) return;
            setWrong(null);
            // The page's own frame is there already: what is inside of it is shown.
            const sent = document.createElement("div");
            setMarkup(sent, html);
            const inside = sent.querySelector("main") ?? sent;
            for (const heading of inside.querySelectorAll("h1")) heading.setAttribute("aria-level", "3");
            screen.current.replaceChildren(...inside.childNodes);
        };
        const refuse = (error: unknown) => {
            if (latest && error instanceof Refusal) setWrong(error);
        };
        const timer = setTimeout(
            () => void previewForm(process, title, form.sections, at + 1, shown, version).then(show, refuse),
            400,
        );
        return () => {
            latest = false;
            clearTimeout(timer);
        };
    }, [process, what]);
    return (
        <div class="preview-pane">
            <div class="preview-choices">
                <label>
                    <span class="hidden">{t("form.previewPage")}</span>
                    <select value={String(at)} onChange={(event) => onPage(Number(event.currentTarget.value))}>
                        {form.sections.map((section, i) => (
                            <option key={section.key} value={String(i)}>
                                {t("form.pageN", { n: i + 1 })}
                                {inAny(section.title) !== "" && `: ${inAny(section.title)}`}
                            </option>
                        ))}
                    </select>
                </label>
                {languages.length > 1 && (
                    <label>
                        <span class="hidden">{t("form.previewLanguage")}</span>
                        <select
                            value={shown}
                            onChange={(event) => setLanguage(event.currentTarget.value as FormLanguage)}
                        >
                            {languages.map((one) => (
                                <option key={one} value={one}>
                                    {t(`language.${one}`)}
                                </option>
                            ))}
                        </select>
                    </label>
                )}
            </div>
            {wrong !== null && (
                <p class="hint preview-wrong" role="status">
                    {t("form.previewWaits")} {sentenceOf(wrong)}
                </p>
            )}
            <div
                class="phone answering"
                ref={screen}
                lang={shown}
                tabIndex={0}
                role="region"
                aria-label={t("form.preview")}
                onSubmit={(event) => event.preventDefault()}
                onClick={(event) => {
                    if (event.target instanceof Element && event.target.closest("a") !== null) event.preventDefault();
                }}
            />
        </div>
    );
}
