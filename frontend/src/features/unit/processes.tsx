// The processes of a unit that the reader may see, with what stage each is at.
import { useEffect, useState } from "preact/hooks";
import type { Page, Process } from "../../api/nouns.ts";
import { fetchProcesses } from "../../api/routes.ts";
import { leftInWords, t } from "../../i18n/words.ts";
import { timeLeft } from "../../text/time_left.ts";
import { Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";

export function UnitProcesses({ unit }: { unit: number }) {
    const [page, setPage] = useState<Page<Process> | null>(null);
    const { busy, refusal, send } = useSubmission();
    useEffect(() => void send(() => fetchProcesses(undefined, unit), setPage), [unit]);
    const add = (more: Page<Process>) => setPage({ items: [...(page?.items ?? []), ...more.items], next: more.next });
    // A unit without any is the usual case among hundreds; an empty box on each of their pages would say nothing.
    if (page === null || page.items.length === 0) return <Problem refusal={refusal} />;
    return (
        <section aria-labelledby="processes">
            <h2 id="processes">{t("unit.processes")}</h2>
            <ul class="cards">
                {page.items.map(({ id, title, stage, next_change }) => (
                    <li class="card" key={id}>
                        <h3>
                            <a href={`/processes/${id}`}>{title}</a>
                        </h3>
                        <p class="card-stage">
                            {stage !== null && <span class={`stage stage-${stage.kind}`}>{stage.title}</span>}
                            {stage !== null && next_change !== null && (
                                <span class="left">{leftInWords(timeLeft(next_change, Date.now()))}</span>
                            )}
                        </p>
                    </li>
                ))}
            </ul>
            <Problem refusal={refusal} />
            {page.next !== null && (
                <button
                    type="button"
                    class="button quiet small"
                    disabled={busy}
                    onClick={() => void send(() => fetchProcesses(page.next!, unit), add)}
                >
                    {t("comments.more")}
                </button>
            )}
        </section>
    );
}
