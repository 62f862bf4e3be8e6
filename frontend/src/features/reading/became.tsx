// Forward from a passage: what was answered to its theme, and the sentences that changed because of it.
import { signal } from "@preact/signals";
import { fetchResponses, type Responses } from "../../api/response_routes.ts";
import { t } from "../../i18n/words.ts";
import { attempt, consultation } from "./reader_state.ts";

const responses = signal<Responses | null>(null);

export const loadResponses = async () =>
    (responses.value = (await attempt(() => fetchResponses(consultation.value.id))) ?? responses.value);

export function Became({ theme, title }: { theme: number; title: string }) {
    const response = responses.value?.themes.find((one) => one.id === theme)?.response ?? null;
    const document = responses.value?.document ?? null;
    return (
        <>
            <a
                class="became"
                href={`/consultations/${consultation.value.id}/responses?theme=${theme}`}
                aria-label={`${title}: ${response === null ? t("mark.toAnswer") : t(`status.${response.status}`)}`}
            >
                {response === null ? (
                    t("mark.toAnswer")
                ) : (
                    <span class={`status ${response.status}`}>{t(`status.${response.status}`)}</span>
                )}
            </a>
            {response !== null && document !== null && response.blocks.length > 0 && (
                <ul class="changed-sentences">
                    {response.blocks.map((one) => (
                        <li key={one.block}>
                            <a href={`/documents/${document.id}/versions/${one.version}#${one.block}`}>
                                {t("mark.changedLine", { n: one.line, version: one.version })}
                            </a>
                            <span class="changed-words">{one.words}</span>
                        </li>
                    ))}
                </ul>
            )}
        </>
    );
}
