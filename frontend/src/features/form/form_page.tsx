// The page on which the form of a consultation is made.
import { signal } from "@preact/signals";
import { fetchConsultation, fetchForm } from "../../api/consultation_routes.ts";
import type { ConsultationInFull } from "../../api/consultation_nouns.ts";
import type { KeptForm } from "../../api/form_nouns.ts";
import type { Process } from "../../api/nouns.ts";
import { fetchProcess } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { idIn } from "../../shell/page.ts";
import { mountRefused, requireEditor } from "../../shell/refused.tsx";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { ConsultationHead } from "./consultation_head.tsx";
import { Builder } from "./builder.tsx";

const shown = signal<{ consultation: ConsultationInFull; kept: KeptForm; process: Process }>(null as never);

function Page() {
    const { consultation, kept, process } = shown.value;
    const refresh = async () =>
        (shown.value = { ...shown.value, consultation: await fetchConsultation(consultation.id) });
    return (
        <>
            <ConsultationHead consultation={consultation} page="form" />
            <Builder
                consultation={consultation}
                unit={process.unit}
                kept={kept}
                onStored={() => void refresh().catch(() => undefined)}
            />
        </>
    );
}

export async function start(): Promise<void> {
    const id = idIn("consultations");
    try {
        const [consultation, kept] = await Promise.all([fetchConsultation(id), fetchForm(id)]);
        requireEditor(consultation);
        shown.value = { consultation, kept, process: await fetchProcess(consultation.process) };
        nameThePage(`${t("desk.form")}: ${consultation.title}`);
        document.getElementById("main")?.classList.add("wide");
        mount("main", <Page />);
    } catch (error) {
        mountRefused(error);
    }
}
