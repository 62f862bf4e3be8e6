// The files of an answer where it is read: to open, and to withhold with a reason.
import { useEffect, useState } from "preact/hooks";
import type { AnswerFile, ReadAnswer } from "../../api/reading_nouns.ts";
import { fetchFiles, fileAddress, giveFileBack, withholdFile } from "../../api/reading_routes.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Problem, TextField } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { attempt } from "./reader_state.ts";

const size = (bytes: number) => `${Math.ceil(bytes / 1024)} kB`;

interface Asking {
    answer: number;
    file: AnswerFile;
    onDone: (files: AnswerFile[]) => void;
    onClose: () => void;
}

function Withhold({ answer, file, onDone, onClose }: Asking) {
    const [reason, setReason] = useState("");
    const submission = useSubmission();
    const send = (event: Event) => {
        event.preventDefault();
        void submission.send(
            () => withholdFile(answer, file.id, reason),
            ({ items }) => {
                onDone(items);
                onClose();
                announce(t("file.withheldNow"));
            },
        );
    };
    return (
        <Dialog title={t("file.withholdTitle", { name: file.name })} onClose={onClose}>
            <form class="form" onSubmit={send}>
                <p>{t("file.withholdText")}</p>
                <TextField
                    label={t("redaction.reason")}
                    name="reason"
                    required
                    maxLength={500}
                    value={reason}
                    onText={setReason}
                    refusal={submission.refusal}
                />
                <Problem refusal={submission.refusal} fields={["reason"]} />
                <div class="actions">
                    <button class="button danger" disabled={submission.busy}>
                        {t("file.withhold")}
                    </button>
                    <button type="button" class="button quiet" onClick={onClose}>
                        {t("cancel")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

export function FilesOfAnswer({ answer }: { answer: ReadAnswer }) {
    const [files, setFiles] = useState<AnswerFile[]>([]);
    const [asked, setAsked] = useState<AnswerFile | null>(null);
    useEffect(() => {
        let current = true;
        void attempt(() => fetchFiles(answer.id)).then((page) => current && setFiles(page?.items ?? []));
        return () => void (current = false);
    }, [answer]);
    if (files.length === 0) return null;
    const back = async (file: AnswerFile) =>
        setFiles((await attempt(() => giveFileBack(answer.id, file.id)))?.items ?? files);
    return (
        <section class="files-of-answer">
            <h3>{t("file.heading")}</h3>
            <ul>
                {files.map((file) => (
                    <li key={file.id}>
                        {file.name === "" ? (
                            <span>{t("file.withheldName")}</span>
                        ) : (
                            <a href={fileAddress(answer.id, file.id)} download>
                                {file.name}
                            </a>
                        )}{" "}
                        <span class="muted">{size(file.bytes)}</span>
                        {file.withheld === null ? (
                            <button
                                type="button"
                                class="link"
                                aria-label={`${t("file.withhold")}: ${file.name}`}
                                onClick={() => setAsked(file)}
                            >
                                {t("file.withhold")}
                            </button>
                        ) : (
                            <>
                                <span class="file-withheld">
                                    {t("file.withheld", { reason: file.withheld.reason, name: file.withheld.by })}
                                </span>
                                {answer.may.see_original && (
                                    <button type="button" class="link" onClick={() => void back(file)}>
                                        {t("file.giveBack")}
                                    </button>
                                )}
                            </>
                        )}
                    </li>
                ))}
            </ul>
            {asked !== null && (
                <Withhold answer={answer.id} file={asked} onDone={setFiles} onClose={() => setAsked(null)} />
            )}
        </section>
    );
}
