// What is wrong, beside its field, while one types.
import type { FieldProblem } from "../../api/answering_nouns.ts";
import { questionElement, questionOf } from "./typed.ts";

/** Takes away what the server or an earlier turn said of a question. */
export function clear(form: HTMLElement, key: string): void {
    const question = questionElement(form, key);
    if (question === null) return;
    question.classList.remove("wrong");
    question.removeAttribute("aria-describedby");
    for (const said of question.querySelectorAll(".field-wrong")) said.remove();
    for (const control of question.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
}

/** Says a sentence at a question, once: of its choices behind them, of the words beside them behind those. */
export function say(form: HTMLElement, field: string, sentence: string): void {
    const question = questionElement(form, questionOf(field));
    if (question === null) return;
    const said = document.createElement("p");
    said.className = "field-wrong";
    said.id = `w-${field}`;
    said.textContent = sentence;
    const beside = field === questionOf(field) ? question.querySelector(".beside") : null;
    if (beside === null) question.append(said);
    else beside.before(said);
    question.classList.add("wrong");
    const name = `q.${field}`;
    for (const control of question.querySelectorAll<HTMLInputElement>("input, textarea, select")) {
        if (control.name !== name && control.type !== "file") continue;
        control.setAttribute("aria-invalid", "true");
        control.setAttribute("aria-describedby", said.id);
    }
}

/** Shows what is wrong in the questions that were touched; of the others nothing is said before they are sent. */
export function show(form: HTMLElement, touched: Set<string>, problems: FieldProblem[]): void {
    for (const key of touched) clear(form, key);
    for (const { field, sentence } of problems) {
        if (touched.has(questionOf(field))) say(form, field, sentence);
    }
}
