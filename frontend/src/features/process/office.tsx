// What editors do with a process: change it, add to it, begin a stage by hand.
import { useState } from "preact/hooks";
import type { Process, Stage } from "../../api/nouns.ts";
import { beginStage } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";

interface Props {
    process: Process;
    onChanged: (process: Process) => void;
}

/** Asks first: what members may do changes for all of them at once, perhaps in the middle of a sentence. */
function Begin({ process, stage, onChanged, onClose }: Props & { stage: Stage; onClose: () => void }) {
    const { busy, refusal, send } = useSubmission();
    const begun = (fresh: Process) => {
        onClose();
        onChanged(fresh);
    };
    return (
        <Dialog title={t("process.begin.title", { stage: stage.title })} onClose={onClose}>
            <p>
                {process.stage === null
                    ? t("process.begin.first")
                    : t("process.begin.what", { now: process.stage.title })}
            </p>
            <Problem refusal={refusal} />
            <div class="actions">
                <button
                    type="button"
                    class="button"
                    disabled={busy}
                    onClick={() => void send(() => beginStage(process.id, stage.id), begun)}
                >
                    {t("process.begin.now")}
                </button>
                <button type="button" class="link" onClick={onClose}>
                    {t("cancel")}
                </button>
            </div>
        </Dialog>
    );
}

export function Office({ process, onChanged }: Props) {
    const [asked, setAsked] = useState<Stage | null>(null);
    const others = process.stages.filter((stage) => stage.id !== process.stage?.id);
    const ways: [string, string][] = [
        ["edit", t("process.edit")],
        ["documents/new", t("document.new")],
        ["consultations/new", t("process.newConsultation")],
        ["ballots/new", t("ballot.new")],
    ];
    return (
        <section class="office" aria-labelledby="office">
            <h2 id="office">{t("process.office")}</h2>
            <p class="actions">
                {ways.map(([way, words]) => (
                    <a class="button quiet small" key={way} href={`/processes/${process.id}/${way}`}>
                        {words}
                    </a>
                ))}
            </p>
            {others.length > 0 && (
                <>
                    <h3 id="begin">{t("process.phaseNow")}</h3>
                    <ul class="actions begin" aria-labelledby="begin">
                        {others.map((stage) => (
                            <li key={stage.id}>
                                <button
                                    type="button"
                                    class="button quiet small"
                                    aria-label={t("process.begin", { stage: stage.title })}
                                    onClick={() => setAsked(stage)}
                                >
                                    {stage.title}
                                </button>
                            </li>
                        ))}
                    </ul>
                </>
            )}
            {asked !== null && (
                <Begin process={process} stage={asked} onChanged={onChanged} onClose={() => setAsked(null)} />
            )}
        </section>
    );
}
