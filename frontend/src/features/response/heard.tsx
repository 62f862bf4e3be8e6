// From a block of a text back to the answers behind it: the themes whose published responses name it.
import { useEffect, useState } from "preact/hooks";
import { fetchHeard, voices, type HeardTheme } from "../../api/response_routes.ts";
import { t } from "../../i18n/words.ts";

export function Heard({ document, block }: { document: number; block: string }) {
    const [items, setItems] = useState<HeardTheme[]>([]);
    useEffect(() => {
        setItems([]);
        void fetchHeard(document, block).then(
            (page) => setItems(page.items),
            () => undefined, // the rest of the panel stands without it
        );
    }, [document, block]);
    if (items.length === 0) return null;
    return (
        <section aria-labelledby="heard">
            <h3 id="heard">{t("heard.title")}</h3>
            <p class="hint">{t("heard.by")}</p>
            <ul class="heard-themes">
                {items.map(({ consultation, theme }) => (
                    <li key={theme.id}>
                        <a href={`/consultations/${consultation.id}/report#theme-${theme.id}`}>{theme.title}</a>{" "}
                        {theme.response !== null && (
                            <span class={`status ${theme.response.status}`}>
                                {t(`status.${theme.response.status}`)}
                            </span>
                        )}
                        <p class="muted">{consultation.title}</p>
                        <p class="part">{theme.response?.decided}</p>
                        <ul class="voices">
                            {voices
                                .filter((voice) => theme.answers[voice] !== 0)
                                .map((voice) => (
                                    <li key={voice}>
                                        <span>{t(`voice.${voice}`)}</span>{" "}
                                        <strong>
                                            {theme.answers[voice] === null
                                                ? t("voice.few")
                                                : t("response.answers", { n: theme.answers[voice] })}
                                        </strong>
                                    </li>
                                ))}
                        </ul>
                        <ul class="quotes">
                            {theme.response?.quotes.map((quote, i) => (
                                <li key={i}>
                                    <blockquote>
                                        <p class="part">{quote.words}</p>
                                    </blockquote>
                                    <p class="muted">{t(`voice.${quote.voice}`)}</p>
                                </li>
                            ))}
                        </ul>
                    </li>
                ))}
            </ul>
        </section>
    );
}
