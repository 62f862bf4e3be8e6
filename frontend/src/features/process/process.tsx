// What an editor does on a process's page. The page itself is the server's.
import { render } from "preact";
import type { Process } from "../../api/nouns.ts";
import { beginStage } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import type { PageData } from "../../shell/page.ts";
import { Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";

function Office({ process }: { process: Process }) {
    const { busy, refusal, send } = useSubmission();
    return (
        <>
            <h2>{t("process.office")}</h2>
            <Problem refusal={refusal} />
            <p class="actions">
                <a class="button quiet" href={`/processes/${process.id}/documents/new`}>
                    {t("document.new")}
                </a>
            </p>
            <p class="actions">
                {process.stages
                    .filter((stage) => stage.id !== process.stage?.id)
                    .map((stage) => (
                        <button
                            key={stage.id}
                            type="button"
                            class="button quiet"
                            disabled={busy}
                            onClick={() =>
                                void send(
                                    () => beginStage(process.id, stage.id),
                                    () => location.reload(),
                                )
                            }
                        >
                            {t("process.begin", { stage: stage.title })}
                        </button>
                    ))}
            </p>
        </>
    );
}

export function start(page: PageData): void {
    const process = page.data as Process;
    if (!process.may.edit) return;
    const place = document.createElement("section");
    document.getElementById("main")?.append(place);
    render(<Office process={process} />, place);
}
