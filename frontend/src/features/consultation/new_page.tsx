// A consultation is begun in a process; what it asks is made on the next page.
import { fetchProcess } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { idIn } from "../../shell/page.ts";
import { mountRefused, requireEditor } from "../../shell/refused.tsx";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { SettingsForm } from "./settings_form.tsx";

export async function start(): Promise<void> {
    try {
        const process = await fetchProcess(idIn("processes"));
        requireEditor(process);
        nameThePage(t("desk.new"));
        mount(
            "main",
            <>
                <p class="crumbs">
                    <a href={`/processes/${process.id}`}>{process.title}</a>
                </p>
                <h1>{t("desk.new")}</h1>
                <p class="lead">{t("desk.newLead")}</p>
                <SettingsForm
                    process={process}
                    consultation={null}
                    onSaved={(saved) => location.assign(`/consultations/${saved.id}/form`)}
                />
            </>,
        );
    } catch (error) {
        mountRefused(error);
    }
}
