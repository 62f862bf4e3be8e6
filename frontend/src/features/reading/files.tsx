// The files of an answer where it is read: to open, and to withhold with a reason.
import { useEffect, useState } from "preact/hooks";
import type { AnswerFile, ReadAnswer } from "../../api/reading_nouns.ts";
import { fetchFiles, fileAddress, giveFileBack, withholdFile } from "../../api/reading_routes.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { attempt } from "./reader_state.ts";
import { ReasonDialog } from "../../ui/reason_dialog.tsx";

const size = (bytes: number) => `${Math.ceil(bytes / 1024)} kB`;

interface Asking {
    answer: number;
    file: AnswerFile;
    onDone: (files: AnswerFile[]) => void;
    onClose: () => void;
}

function Withhold({ answer, file, onDone, onClose }: Asking) {
    return (
        <ReasonDialog
            place={`file:${file.id}:withhold`}
            title={t("file.withholdTitle", { name: file.name })}
            text={t("file.withholdText")}
            act={t("file.withhold")}
            send={(reason) => withholdFile(answer, file.id, reason)}
            onDone={({ items }) => {
                onDone(items);
                announce(t("file.withheldNow"));
            }}
            onClose={onClose}
            announce={announce}
        />
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
