// The amendments as files: what is shown in the list, or the synopsis.
import { useState } from "preact/hooks";
import {
    exportAmendments,
    exportSynopsis,
    type Filters,
    type PrintForm,
    type TableForm,
} from "../../api/paper_routes.ts";
import type { Lines } from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import type { Key } from "../../i18n/nb.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { language, t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { Menu } from "../../ui/menu.tsx";

/** Gives somebody a file, under its name. */
export function save({ name, bytes }: { name: string; bytes: Blob }): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(bytes);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function useFiles() {
    const [busy, setBusy] = useState(false);
    const fetchIt = (file: () => Promise<{ name: string; bytes: Blob }>) => {
        if (busy) return;
        setBusy(true);
        announce(t("paper.making"), true);
        void file()
            .then(
                (made) => {
                    save(made);
                    announce(t("paper.made", { name: made.name }));
                },
                (error: unknown) => {
                    announce(error instanceof Refusal ? sentenceOf(error) : "");
                    if (!(error instanceof Refusal)) throw error;
                },
            )
            .finally(() => setBusy(false));
    };
    return fetchIt;
}

const forms: (TableForm | PrintForm)[] = ["docx", "odt", "pdf", "xlsx", "csv", "json"];

/** What the list shows, with its filters. */
export function DownloadAmendments({ id, filters }: { id: number; filters: () => Filters }) {
    const fetchIt = useFiles();
    const act = (form: TableForm | PrintForm) => ({
        word: t(`paper.${form}` as Key),
        act: () => fetchIt(() => exportAmendments(id, form, { ...filters(), language: language() })),
    });
    return <Menu label={t("paper.download")} icon="download" acts={forms.map(act)} />;
}

export function DownloadSynopsis({ id, part }: { id: number; part: Lines }) {
    const fetchIt = useFiles();
    const act = (form: PrintForm, word: Key) => ({
        word: t(word),
        act: () => fetchIt(() => exportSynopsis(id, form, part, language())),
    });
    return (
        <Menu
            label={t("paper.download")}
            icon="download"
            acts={[act("pdf", "paper.synopsisPdf"), act("docx", "paper.docx"), act("odt", "paper.odt")]}
        />
    );
}
