// Where a committee reads thousands of answers: the list to the left, the answer in the middle, the themes to the right,
// and everything by keys.
import { fetchConsultation, fetchReadForm } from "../../api/reading_routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { live } from "../../live/live.ts";
import { idIn, type PageData } from "../../shell/page.ts";
import { mount } from "../../shell/shell.tsx";
import { nameThePage } from "../../shell/title.ts";
import { keepPlace, readPlace } from "./address.ts";
import { Answer } from "./answer.tsx";
import { AnswerList, Counts, Filters } from "./answer_list.tsx";
import { loadResponses } from "./became.tsx";
import { readOut, useFocusThatFollows } from "./focus.ts";
import { Keys, onKeyDown } from "./keys.tsx";
import { ThemePicker } from "./picker.tsx";
import {
    consultation,
    filter,
    form,
    formOfShown,
    goTo,
    loadCounts,
    loadList,
    loadThemes,
    open,
    selected,
    shown,
} from "./reader_state.ts";
import { catchUp, catchUpWithAll, hear } from "./reader_news.ts";
import { RedactionDialog } from "./redaction.tsx";
import { loadSamples, SamplePanel } from "./sample.tsx";
import { ThemePanel } from "./theme_panel.tsx";

function Page() {
    const { id, process, title } = consultation.value;
    useFocusThatFollows(shown.value);
    return (
        <>
            <p class="crumbs">
                <a href={`/processes/${process}`}>{t("process.consultations")}</a>
                <a href={`/consultations/${id}`}>{title}</a>
            </p>
            <h1>{t("reading.title")}</h1>
            <Counts />
            <div class={shown.value === null ? "reader" : "reader has-answer"}>
                <section class="reader-list" aria-label={t("reading.list")}>
                    <Filters />
                    <AnswerList />
                </section>
                <section class="reader-answer" aria-live="off">
                    <Answer />
                </section>
                <div class="reader-themes">
                    <ThemePanel />
                    <SamplePanel />
                    <Keys />
                </div>
            </div>
            <p class="hidden" role="status">
                {readOut.value}
            </p>
            <ThemePicker />
            <RedactionDialog />
        </>
    );
}

function listen(page: PageData): void {
    let waiting = 0;
    live(page.build).listen(`consultation:${consultation.value.id}`, undefined, {
        // What came between the first look and now.
        listening: () => void catchUpWithAll(),
        event: ({ kind, body }) => {
            hear(kind, kind === "marks" ? (body as { answer: number }).answer : undefined);
            clearTimeout(waiting);
            waiting = window.setTimeout(() => void catchUp(), 150);
        },
        resync: async () => {
            await Promise.all([loadResponses(), catchUpWithAll()]);
            return undefined;
        },
    });
    live(page.build).listen(`process:${consultation.value.process}`, undefined, {
        listening: () => void loadResponses(),
        event: ({ kind }) => void (kind === "responses" && loadResponses()),
        resync: async () => void (await loadResponses()),
    });
}

export async function start(page: PageData): Promise<void> {
    const id = idIn("consultations");
    const place = readPlace(location.search);
    try {
        filter.value = place.filter;
        consultation.value = await fetchConsultation(id);
        formOfShown.value = form.value = await fetchReadForm(id, 0);
        await Promise.all([loadThemes(), loadList(), loadCounts(), loadSamples(), loadResponses()]);
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return mount("main", <p class="problem">{sentenceOf(error)}</p>);
    }
    nameThePage(t("reading.title"));
    mount("main", <Page />);
    document.addEventListener("keydown", onKeyDown);
    addEventListener("popstate", () => {
        const now = readPlace(location.search);
        void goTo(now.answer, now.filter);
    });
    if (place.answer !== null) await open(place.answer, "by the address");
    if (place.answer !== selected.value) keepPlace({ filter: filter.value, answer: selected.value });
    listen(page);
}
