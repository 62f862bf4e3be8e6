// One answer: its questions with what was said, marks in the texts, and what can be done with it.
import type { ReadAnswer, ReadQuestion } from "../../api/reading_nouns.ts";
import { moment, t } from "../../i18n/words.ts";
import { Icon } from "../../ui/icon.tsx";
import { allParagraphs, begin, picking, redacting, suggestionFor } from "./chosen.ts";
import { FamilyView } from "./family.tsx";
import { FilesOfAnswer } from "./files.tsx";
import { nameOf } from "./focus.ts";
import { mark } from "./marking.ts";
import { Marks, titleOf } from "./marks.tsx";
import type { Paragraph, Stretch } from "./passages.ts";
import {
    close,
    familyShown,
    formOfShown,
    leftOut,
    paragraph,
    showLeftOut,
    shown,
    step,
    themeOf,
    themes,
    toggleRead,
} from "./reader_state.ts";
import { Settling } from "./settling.tsx";
import { hueOf, tagOf } from "./theme_tree.ts";
import { closedAnswer, inWords } from "./wordings.ts";

function StretchView({ stretch }: { stretch: Stretch }) {
    const [bar] = stretch.redactions;
    if (bar !== undefined) {
        const words = t("redaction.shown", { reason: bar.reason, name: bar.by });
        return (
            <span class="bar-of-words" title={words} role="img" aria-label={words}>
                {stretch.text}
            </span>
        );
    }
    if (stretch.marks.length === 0) return <>{stretch.text}</>;
    const hues = stretch.marks.map((one) => hueOf(one.theme, themes.value));
    const ending = stretch.marks.filter((one) => one.past === stretch.past);
    const tags = [...new Set(ending.map((one) => tagOf(themeOf(one.theme)?.title ?? "?")))];
    return (
        <mark
            data-theme-names={tags.length === 0 ? undefined : tags.join(" · ")}
            class={stretch.marks.length > 1 ? "theme-mark several" : "theme-mark"}
            style={{ "--hue": String(hues[0]), "--second": String(hues[1] ?? hues[0]) }}
            title={stretch.marks.map((one) => `${titleOf(one.theme)} (${one.reader.name})`).join("\n")}
        >
            {stretch.text}
        </mark>
    );
}

function ParagraphView({ one, place }: { one: Paragraph; place: number }) {
    const here = paragraph.value === place;
    const found = suggestionFor(one);
    const best = found?.themes[0];
    return (
        <div class={here ? "paragraph is-here" : "paragraph"} data-paragraph={place}>
            <p
                class="paragraph-text"
                data-field={one.field}
                data-first={one.first}
                onClick={() => (paragraph.value = place)}
            >
                {one.stretches.map((stretch, i) => (
                    <StretchView key={i} stretch={stretch} />
                ))}
            </p>
            {found !== undefined && best !== undefined && (
                <p class="suggestion">
                    <span>{t("mark.suggest", { theme: titleOf(best.theme) })}</span>
                    {best.because_of.text !== undefined && (
                        <q class="suggestion-because">{best.because_of.text.slice(0, 160)}</q>
                    )}
                    <button
                        type="button"
                        class="button quiet small"
                        onClick={() => {
                            if (shown.value !== null)
                                void mark(shown.value, found.passage, best.theme, {
                                    because_of: best.because_of.mark,
                                });
                        }}
                    >
                        <Icon name="check" />
                        {t("mark.confirm")}
                    </button>
                </p>
            )}
        </div>
    );
}

function QuestionView({ question, answer, all }: { question: ReadQuestion; answer: ReadAnswer; all: Paragraph[] }) {
    const closed = closedAnswer(question, answer);
    const texts = all.filter(({ field }) => field === question.key || field.startsWith(`${question.key}.`));
    if (closed.length === 0 && texts.length === 0) return null;
    const short = texts.length === 0;
    return (
        <section class={short ? "read-question is-short" : "read-question"}>
            <h3>{inWords(question.title)}</h3>
            {closed.length > 0 && (
                <div class="closed-answer">
                    {closed.map((line) => (
                        <p key={line}>{line}</p>
                    ))}
                </div>
            )}
            {texts.map((one) => (
                <ParagraphView key={`${one.field}:${one.first}`} one={one} place={all.indexOf(one)} />
            ))}
        </section>
    );
}

function Head({ answer }: { answer: ReadAnswer }) {
    return (
        <header class="answer-head">
            <div class="answer-steps">
                <button type="button" class="button quiet small to-list" onClick={close}>
                    {t("reading.back")}
                </button>
                <button
                    type="button"
                    class="icon-button"
                    aria-label={t("reading.previous")}
                    onClick={() => void step(-1)}
                >
                    <span class="turned-left">
                        <Icon name="right" />
                    </span>
                </button>
                <button type="button" class="icon-button" aria-label={t("reading.next")} onClick={() => void step(1)}>
                    <Icon name="right" />
                </button>
            </div>
            <h2 id="answer-name" tabIndex={-1}>
                {nameOf(answer)}
            </h2>
            <p class="muted">
                {t(`voice.${answer.voice}`)}
                {answer.receipt !== null && <> · {t("reading.receipt", { n: String(answer.receipt) })}</>}
                {answer.at !== null && <> · {moment(answer.at)}</>}
                {answer.changed !== null && (
                    <>
                        {" "}
                        · <strong>{t("reading.changed", { n: answer.edits, when: moment(answer.changed) })}</strong>
                    </>
                )}
            </p>
            {/* A press on a button would clear what is selected. */}
            <p class="actions" onPointerDown={(event) => event.preventDefault()}>
                <button type="button" class="button small" onClick={() => begin(picking)}>
                    {t("mark.passage")}
                </button>
                <button type="button" class="button quiet small" onClick={() => begin(redacting)}>
                    {t("redaction.act")}
                </button>
                <button type="button" class="button quiet small" onClick={() => void toggleRead()}>
                    {answer.read ? t("reading.markUnread") : t("reading.markRead")}
                </button>
                {answer.family.answers > 1 && (
                    <button
                        type="button"
                        class="button quiet small"
                        aria-pressed={familyShown.value}
                        onClick={() => (familyShown.value = !familyShown.value)}
                    >
                        <Icon name="people" />
                        {familyShown.value ? t("family.hide") : `${t("family.show")} (${answer.family.answers})`}
                    </button>
                )}
            </p>
        </header>
    );
}

/** A mark on a whole family does not reach those that lack the passage: how many these are, and the way to them. */
function LeftOutNotice() {
    const of = leftOut.value;
    if (of === null) return null;
    return (
        <p class="notice">
            {t("mark.leftOut", { n: of.without, marked: of.carried + 1, title: of.title })}{" "}
            <button type="button" class="link" onClick={showLeftOut}>
                {t("mark.showLeftOut")}
            </button>
        </p>
    );
}

export function Answer() {
    const answer = shown.value;
    if (answer === null) return <p class="muted nothing-open">{t("reading.choose")}</p>;
    const all = allParagraphs(answer);
    return (
        <article aria-labelledby="answer-name" class="read-answer">
            <Head answer={answer} />
            <Settling answer={answer} />
            <div role="status" class="read-left-out">
                <LeftOutNotice />
            </div>
            {familyShown.value ? (
                <FamilyView answer={answer} />
            ) : (
                <>
                    {formOfShown.value.sections.flatMap((section) =>
                        section.questions.map((question) => (
                            <QuestionView key={question.key} question={question} answer={answer} all={all} />
                        )),
                    )}
                    <FilesOfAnswer answer={answer} />
                    <Marks answer={answer} />
                </>
            )}
        </article>
    );
}
