// The answer's pages with script: they save by themselves, questions come and go as one answers, what is wrong is said
// while one types, and nothing is sent twice. All of it is there without script as well, a page at a time.
import type { FormOfConditions, Fields } from "../../api/answering_nouns.ts";
import { saveDraft } from "../../api/answering_routes.ts";
import { t } from "../../i18n/words.ts";
import { Autosave, type Saved } from "./autosave.ts";
import { shownQuestions } from "./conditions.ts";
import { workOut } from "./proof.ts";
import { clear, say, show } from "./sentences.ts";
import { questionElement, questionOf, typedIn } from "./typed.ts";

const largestFile = 10 * 1024 * 1024;
const proofLasts = 100 * 60_000;

function tell(saved: Saved): void {
    const place = document.getElementById("saved");
    if (place !== null) place.textContent = t(`answer.${saved}`);
}

/** The questions of the page that are out of sight. */
const unseenIn = (form: HTMLFormElement): string[] =>
    [...form.querySelectorAll<HTMLElement>("[data-question][hidden]")].map((place) => place.dataset.question!);

/** Shows and hides the questions of the page. What was typed there is sent along, with which they are: it counts for
 * nothing, and whoever thinks better of it finds it again. A file is not sent from out of sight. */
function followConditions(form: HTMLFormElement): () => void {
    const { form: asked, typed } = JSON.parse(form.dataset.conditions ?? "null") as {
        form: FormOfConditions;
        typed: Fields;
    };
    const places = asked.sections
        .flatMap((section) => section.questions)
        .flatMap((question) => questionElement(form, question.key) ?? []);
    for (const hint of form.querySelectorAll<HTMLElement>(".perhaps")) hint.hidden = true;
    const unseen = document.createElement("div");
    unseen.hidden = true;
    form.append(unseen);
    // The words of "other", where it is chosen.
    const others = [...form.querySelectorAll<HTMLInputElement>('.beside input[name$=".other"]')];
    return () => {
        const shown = shownQuestions(asked, { ...typed, ...typedIn(form, true) });
        for (const place of places) {
            place.hidden = !shown.has(place.dataset.question!);
            for (const file of place.querySelectorAll<HTMLInputElement>("input[type=file]"))
                file.disabled = place.hidden;
        }
        unseen.replaceChildren(
            ...unseenIn(form).map((key) => {
                const field = document.createElement("input");
                field.type = "hidden";
                field.name = "unseen";
                field.value = key;
                return field;
            }),
        );
        for (const words of others) {
            const choice = words.name.slice(0, -".other".length);
            const chosen = form.querySelector(`input[name="${choice}"][value="other"]:checked`) !== null;
            words.disabled = !chosen;
            words.closest<HTMLElement>(".beside")!.hidden = !chosen;
        }
    };
}

/** How many characters are left of a long text, once it nears its limit. */
function countLetters(form: HTMLFormElement): void {
    for (const text of form.querySelectorAll<HTMLTextAreaElement>("textarea[data-longest]")) {
        const longest = Number(text.dataset.longest);
        const left = document.createElement("p");
        left.className = "hint letters-left";
        text.after(left);
        const count = () => {
            const rest = longest - [...text.value].length;
            left.textContent = rest < longest / 5 ? t("answer.left", { n: rest }) : "";
        };
        text.addEventListener("input", count);
        count();
    }
}

/** Large files are refused before they are sent. */
function checkFiles(form: HTMLFormElement): void {
    for (const input of form.querySelectorAll<HTMLInputElement>("input[type=file]")) {
        input.addEventListener("change", () => {
            const key = input.name.slice("file.".length);
            clear(form, key);
            const large = [...(input.files ?? [])].find((file) => file.size > largestFile);
            if (large === undefined) return;
            input.value = "";
            say(form, key, t("answer.fileTooLarge", { name: large.name }));
        });
    }
}

/** The proof of work, begun at once and awaited when it is sent. */
class ProofField {
    private began = 0;
    private found: Promise<string | null> | null = null;
    readonly field = document.createElement("input");

    constructor(
        form: HTMLFormElement,
        private readonly consultation: number,
    ) {
        this.field.type = "hidden";
        this.field.name = "proof";
        form.append(this.field);
        this.begin();
    }

    private begin(): void {
        this.began = Date.now();
        this.found = workOut(this.consultation).then((solution) => (this.field.value = solution ?? ""));
    }

    get ready(): boolean {
        return this.field.value !== "" && Date.now() - this.began < proofLasts;
    }

    async finish(): Promise<void> {
        if (Date.now() - this.began >= proofLasts || (await this.found) === "") this.begin();
        await this.found;
    }
}

function start(): void {
    const print = document.getElementById("print");
    if (print !== null) {
        print.hidden = false;
        print.addEventListener("click", () => window.print());
    }
    const form = document.querySelector<HTMLFormElement>("#answer-form");
    if (form === null) return;
    const token = form.dataset.link!.split("/").at(-1)!;
    const baseField = form.querySelector<HTMLInputElement>("input[name=base]")!;
    const page = form.querySelector<HTMLInputElement>("input[name=page]");
    const questions = page !== null;
    const follow = questions ? followConditions(form) : () => undefined;
    const touched = new Set<string>();
    const autosave = new Autosave(baseField.value, {
        read: () => typedIn(form, questions),
        send: (base, fields, leaving) =>
            saveDraft(token, questions ? Number(page.value) : null, base, fields, unseenIn(form), leaving),
        tell,
        stored: (base, problems) => {
            baseField.value = base;
            if (questions) show(form, touched, problems);
        },
    });
    const proof = form.dataset.proof === undefined ? null : new ProofField(form, Number(form.dataset.proof));
    follow();
    countLetters(form);
    checkFiles(form);

    form.addEventListener("input", () => {
        follow();
        autosave.changed();
    });
    // A field is looked at once it was left: nobody is told off in the middle of a word.
    form.addEventListener("change", (event) => {
        const name = (event.target as HTMLInputElement).name;
        if (name.startsWith("q.")) touched.add(questionOf(name.slice(2)));
        void autosave.flush();
    });

    window.addEventListener("online", () => void autosave.now());
    // The last sentence goes along with whoever leaves.
    window.addEventListener("pagehide", () => void autosave.now(true));
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") void autosave.now(true);
    });

    let sent = false;
    form.addEventListener("submit", (event) => {
        if (sent) return event.preventDefault();
        const submitter = event.submitter as HTMLButtonElement | null;
        const waits = autosave.busy || (proof !== null && !proof.ready && submitter?.value !== "back");
        sent = true;
        if (!waits) {
            void autosave.stop();
            // Disabled only after the browser has taken the button's own name along.
            setTimeout(() => form.querySelectorAll("button").forEach((button) => (button.disabled = true)));
            return;
        }
        event.preventDefault();
        const state = document.getElementById("proof-state");
        if (state !== null && proof !== null) state.textContent = t("answer.working");
        void Promise.all([autosave.stop(), proof?.finish()]).then(() => {
            if (submitter !== null && submitter.name !== "") {
                const act = document.createElement("input");
                act.type = "hidden";
                act.name = submitter.name;
                act.value = submitter.value;
                form.append(act);
            }
            form.submit();
        });
    });
    // Back from the next page: it may be sent once more.
    window.addEventListener("pageshow", (event) => {
        if (event.persisted) location.reload();
    });
}

export { start };
