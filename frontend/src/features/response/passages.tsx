// The passages under a theme as they may be read, with a choice of those to quote.
import { useEffect, useState } from "preact/hooks";
import { fetchPassages, voices, type MarkedPassage } from "../../api/response_routes.ts";
import { t } from "../../i18n/words.ts";
import { all, theme } from "./store.ts";

interface Props {
    quotes: number[];
    onQuotes: (quotes: number[]) => void;
}

export function Passages({ quotes, onQuotes }: Props) {
    const [items, setItems] = useState<MarkedPassage[]>([]);
    const [next, setNext] = useState<string | null>(null);
    const consultation = all.value.consultation.id;
    const shown = theme.value!;
    const fetch = (after: string | null) =>
        fetchPassages(consultation, shown.id, after).then((page) => {
            setItems((before) => (after === null ? page.items : [...before, ...page.items]));
            setNext(page.next);
        });
    useEffect(() => {
        setItems([]);
        void fetch(null);
    }, [shown.id]);
    const quote = (mark: number, on: boolean) =>
        onQuotes(on ? [...quotes, mark] : quotes.filter((other) => other !== mark));
    const counts = voices.filter((voice) => shown.answers[voice] > 0);
    return (
        <section aria-labelledby="passages">
            <h3 id="passages">{t("response.passages")}</h3>
            {counts.length === 0 && <p class="empty">{t("response.noPassages")}</p>}
            {counts.length > 0 && (
                <ul class="voices">
                    {counts.map((voice) => (
                        <li key={voice}>
                            <span>{t(`voice.${voice}`)}</span>{" "}
                            <strong>{t("response.answers", { n: shown.answers[voice] })}</strong>
                        </li>
                    ))}
                </ul>
            )}
            {counts.length > 0 && <p class="hint">{t("response.quoteHint")}</p>}
            <div
                class="passages-room"
                {...(items.length > 0 && { tabIndex: 0, role: "group", "aria-labelledby": "passages" })}
            >
                <ul class="passages">
                    {items.map((one) => (
                        <li key={one.mark}>
                            <p class="part">{one.words}</p>
                            <div class="passage-foot">
                                <span>
                                    {t(`voice.${one.voice}`)}
                                    {one.receipt !== null && <> · {t("response.answerNumber", { n: one.receipt })}</>}
                                </span>
                                {one.quotable && all.value.may.edit ? (
                                    <label class="check">
                                        <input
                                            type="checkbox"
                                            checked={quotes.includes(one.mark)}
                                            disabled={!quotes.includes(one.mark) && quotes.length >= 20}
                                            onChange={(event) => quote(one.mark, event.currentTarget.checked)}
                                        />
                                        {t("response.quote")}
                                    </label>
                                ) : (
                                    <span>{one.quotable ? "" : t("response.noQuote")}</span>
                                )}
                            </div>
                        </li>
                    ))}
                </ul>
                {next !== null && (
                    <button type="button" class="button quiet" onClick={() => void fetch(next)}>
                        {t("response.more")}
                    </button>
                )}
            </div>
        </section>
    );
}
