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
import { begin, picking, redacting, stepParagraph, takeSuggestion } from "./chosen.ts";
import { ThemePicker } from "./picker.tsx";
import {
    arrived,
    close,
    consultation,
    familyShown,
    filter,
    form,
    goTo,
    items,
    loadCounts,
    loadList,
    loadThemes,
    open,
    selected,
    shown,
    step,
    toggleRead,
} from "./reader_state.ts";
import { RedactionDialog } from "./redaction.tsx";
import { loadSamples, SamplePanel } from "./sample.tsx";
import { ThemePanel } from "./theme_panel.tsx";

const keys: Record<string, () => void> = {
    j: () => void step(1),
    ArrowDown: () => void step(1),
    k: () => void step(-1),
    ArrowUp: () => void step(-1),
    n: () => stepParagraph(1),
    p: () => stepParagraph(-1),
    m: () => begin(picking),
    s: takeSuggestion,
    r: () => begin(redacting),
    u: () => void toggleRead(),
    f: () => (familyShown.value = shown.value !== null && shown.value.family.answers > 1 && !familyShown.value),
    Escape: close,
    "/": () => document.getElementById("reading-search")?.focus(),
};

function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (target.closest("input, textarea, select, dialog, [aria-expanded=true], .menu") !== null) return;
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
}

const told = [
    ["j k", "jk"],
    ["n p", "np"],
    ["m", "m"],
    ["s", "s"],
    ["r", "r"],
    ["u", "u"],
    ["f", "f"],
    ["/", "search"],
] as const;

function Keys() {
    return (
        <details class="reading-keys">
            <summary>{t("reading.keys")}</summary>
            <dl>
                {told.map(([key, name]) => (
                    <div key={name}>
                        <dt>
                            {key.split(" ").map((one) => (
                                <kbd key={one}>{one}</kbd>
                            ))}
                        </dt>
                        <dd>{t(`reading.keys.${name}`)}</dd>
                    </div>
                ))}
            </dl>
        </details>
    );
}

function Page() {
    const { id, process, title } = consultation.value;
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
            <ThemePicker />
            <RedactionDialog />
        </>
    );
}

/** What others do is seen as they do it; what one reads oneself stays where it is. */
function hear(page: PageData): void {
    let waiting = 0;
    const due = new Set<string>();
    const catchUp = async () => {
        if (due.has("answers")) {
            if (items.value.length === 0) await loadList();
            else arrived.value = true;
            await loadCounts();
        }
        if (due.has("marks")) await loadCounts();
        if (due.has("themes") || due.has("marks")) await loadThemes();
        if (due.has("samples")) await loadSamples();
        if (due.has("open") && shown.value !== null) await open(shown.value.id);
        due.clear();
    };
    live(page.build).listen(`consultation:${consultation.value.id}`, undefined, {
        event: ({ kind, body }) => {
            due.add(kind);
            if (kind === "marks" && (body as { answer: number }).answer === shown.value?.id) due.add("open");
            clearTimeout(waiting);
            waiting = window.setTimeout(() => void catchUp(), 150);
        },
        resync: async () => {
            void loadResponses();
            for (const kind of ["answers", "themes", "samples", "open"]) due.add(kind);
            await catchUp();
            return undefined;
        },
    });
    live(page.build).listen(`process:${consultation.value.process}`, undefined, {
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
        form.value = await fetchReadForm(id, 0);
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
    hear(page);
}
