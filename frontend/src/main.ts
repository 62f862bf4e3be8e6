// The one entry of every page: reads what the server put into it and loads the part that this page needs.
import "./styles/all.css";
import { setMe } from "./shell/session.ts";
import { readPage, withWords, type PageData } from "./shell/page.ts";
import { loadWords } from "./i18n/words.ts";

type Start = (page: PageData) => void | Promise<void>;

const account = () => import("./features/account/pages.tsx");
const pages: Record<string, () => Promise<{ start: Start }>> = {
    document: () => import("./features/document/document.tsx"),
    comparison: () => import("./features/comparison/comparison.tsx"),
    process: () => import("./features/process/process.tsx"),
    process_new: () => import("./features/process/process_form.tsx"),
    process_edit: () => import("./features/process/process_form.tsx"),
    ballot_new: () => import("./features/ballot/ballot_form.tsx"),
    ballot_edit: () => import("./features/ballot/ballot_form.tsx"),
    document_new: () => import("./features/editor/new_document.tsx"),
    edit: () => import("./features/editor/edit.tsx"),
    consultation_new: () => import("./features/consultation/new_page.tsx"),
    consultation_edit: () => import("./features/consultation/desk_page.tsx"),
    consultees: () => import("./features/consultation/consultees_page.tsx"),
    consultation_form: () => import("./features/form/form_page.tsx"),
    consultation_revisions: () => import("./features/form/revisions.tsx"),
    ballot: () => import("./features/ballot/ballot.tsx"),
    amendments: () => import("./features/amendment/list.tsx"),
    my_amendments: () => import("./features/amendment/mine.tsx"),
    read_answers: () => import("./features/reading/reading.tsx"),
    front: () => import("./features/front/front.tsx"),
    units: () => import("./features/unit/units.tsx"),
    unit: () => import("./features/unit/unit.tsx"),
    import_amendments: () => import("./features/amendment/import.tsx"),
    results: () => import("./features/tally/results.tsx"),
    synopsis: () => import("./features/amendment/synopsis.tsx"),
    voting_list: () => import("./features/amendment/voting_list.tsx"),
    merge: () => import("./features/amendment/merge_room.tsx"),
    sign_in: account,
    sign_up: account,
    forgot: account,
    reset: account,
    confirm: account,
    invitation: account,
    account,
    answer: () => import("./features/answer/answer.ts"),
    hearing: () => import("./features/answer/hearing.ts"),
    responses: () => import("./features/response/responses.tsx"),
};

/** A page's name by its address, so that the two sides need not agree on names. */
function nameOf(path: string): string {
    const shapes: [RegExp, string][] = [
        [/^\/$/, "front"],
        [/^\/processes\/\d+$/, "process"],
        [/^\/processes\/\d+\/edit$/, "process_edit"],
        [/^\/processes\/\d+\/documents\/new$/, "document_new"],
        [/^\/processes\/\d+\/ballots\/new$/, "ballot_new"],
        [/^\/processes\/\d+\/consultations\/new$/, "consultation_new"],
        [/^\/consultations\/\d+\/edit$/, "consultation_edit"],
        [/^\/consultations\/\d+\/consultees$/, "consultees"],
        [/^\/consultations\/\d+\/form$/, "consultation_form"],
        [/^\/consultations\/\d+\/revisions$/, "consultation_revisions"],
        [/^\/units\/\d+\/processes\/new$/, "process_new"],
        [/^\/documents\/\d+(\/versions\/\d+)?$/, "document"],
        [/^\/documents\/\d+\/comparison$/, "comparison"],
        [/^\/documents\/\d+\/edit$/, "edit"],
        [/^\/documents\/\d+\/amendments$/, "amendments"],
        [/^\/documents\/\d+\/amendments\/import$/, "import_amendments"],
        [/^\/documents\/\d+\/synopsis$/, "synopsis"],
        [/^\/documents\/\d+\/merge$/, "merge"],
        [/^\/documents\/\d+\/voting-list$/, "voting_list"],
        [/^\/consultations\/\d+\/results$/, "results"],
        [/^\/consultations\/\d+\/read$/, "read_answers"],
        [/^\/answers\/[^/]+(\/(review|submission|receipt|files))?$/, "answer"],
        [/^\/hearing\/[^/]+$/, "hearing"],
        [/^\/consultations\/\d+\/responses$/, "responses"],
        [/^\/amendments$/, "my_amendments"],
        [/^\/ballots\/\d+$/, "ballot"],
        [/^\/ballots\/\d+\/edit$/, "ballot_edit"],
        [/^\/units$/, "units"],
        [/^\/units\/\d+$/, "unit"],
        [/^\/(sign-in|sign-up|forgot|reset|confirm|invitation|account)$/, "account"],
    ];
    return shapes.find(([shape]) => shape.test(path))?.[1] ?? "missing";
}

/**
 * When the browser has shown what the server sent: reading comes before acting, and on a slow machine the two would
 * compete. A page in the background is not painted and waits for nothing.
 */
const painted = () =>
    new Promise<void>((go) => {
        if (document.visibilityState === "hidden") return go();
        setTimeout(go, 1500); // not every browser says when it has painted
        new PerformanceObserver(() => go()).observe({ type: "paint", buffered: true });
    });

async function begin(): Promise<void> {
    await painted();
    const page = readPage();
    setMe(page.me);
    const island =
        page.page === "missing" || page.page === "unavailable" ? undefined : pages[nameOf(location.pathname)];
    const [{ startShell }, module] = await Promise.all([
        import("./shell/shell.tsx"),
        island?.(),
        loadWords(page.me.language),
    ]);
    startShell(page.build);
    module?.start(withWords(page));
    if (page.page === "unavailable") setTimeout(() => location.reload(), 4000 + 4000 * Math.random());
    document.documentElement.dataset.ready = "true";
}

void begin();
