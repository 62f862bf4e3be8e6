// One answer: its questions with what was said, marks in the texts, and what can be done with it.
import type { ReadAnswer, ReadQuestion } from "../../api/reading_nouns.ts";
import { moment, t } from "../../i18n/words.ts";
import { account } from "../../shell/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { Became } from "./became.tsx";
import { allParagraphs, begin, picking, redacting, suggestionFor } from "./chosen.ts";
import { FamilyView } from "./family.tsx";
import { FilesOfAnswer } from "./files.tsx";
import type { Paragraph, Stretch } from "./passages.ts";
import {
    close,
    familyShown,
    form,
    mark,
    paragraph,
    shown,
    step,
    themeOf,
    themes,
    toggleRead,
    unmark,
} from "./reader_state.ts";
import { Original, RemoveBar } from "./redaction.tsx";
import { hueOf, pathOf } from "./theme_tree.ts";
import { closedAnswer, inWords } from "./wordings.ts";

const titleOf = (id: number) => {
    const theme = themeOf(id);
    return theme === undefined ? "?" : pathOf(theme, themes.value);
};

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
    return (
        <mark
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
                                void mark(shown.value.id, found.passage, best.theme, {
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

function Marks({ answer }: { answer: ReadAnswer }) {
    const { marks, redactions } = answer.passages;
    const words = (field: string, first: number, past: number) =>
        answer.texts.find((one) => one.field === field)?.text.slice(first, past) ?? "";
    return (
        <section class="marks-of-answer">
            <h3>{t("mark.heading")}</h3>
            {marks.length + redactions.length === 0 && <p class="muted">{t("mark.none")}</p>}
            <ul>
                {marks.map((one) => (
                    <li key={one.id} style={{ "--hue": String(hueOf(one.theme, themes.value)) }}>
                        <span class="mark-theme">{titleOf(one.theme)}</span>
                        <q>{words(one.field, one.first, one.past).slice(0, 90)}</q>
                        <span class="muted">
                            {t("mark.by", { name: one.reader.name })}
                            {one.source !== "hand" && <> · {t(`mark.source.${one.source}`)}</>}
                        </span>
                        <Became theme={one.theme} title={titleOf(one.theme)} />
                        {(answer.may.edit || one.reader.id === account.value?.id) && (
                            <button
                                type="button"
                                class="icon-button"
                                aria-label={`${t("mark.remove")}: ${titleOf(one.theme)}`}
                                onClick={() => void unmark(one.id)}
                            >
                                <Icon name="cross" />
                            </button>
                        )}
                    </li>
                ))}
                {redactions.map((one) => (
                    <li key={`r${one.id}`} class="redaction-of-answer">
                        <span>{t("redaction.shown", { reason: one.reason, name: one.by })}</span>
                        {answer.may.see_original && <RemoveBar redaction={one} />}
                    </li>
                ))}
            </ul>
            {answer.may.see_original && redactions.length > 0 && <Original answer={answer} />}
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
            <h2 id="answer-name">{answer.body || answer.author || t("reading.anonymous")}</h2>
            <p class="muted">
                {t(`voice.${answer.voice}`)}
                {answer.receipt !== null && <> · {t("reading.receipt", { n: String(answer.receipt) })}</>}
                {answer.at !== null && <> · {moment(answer.at)}</>}
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

export function Answer() {
    const answer = shown.value;
    if (answer === null) return <p class="muted nothing-open">{t("reading.choose")}</p>;
    const all = allParagraphs(answer);
    return (
        <article aria-labelledby="answer-name" class="read-answer">
            <Head answer={answer} />
            {familyShown.value ? (
                <FamilyView answer={answer} />
            ) : (
                <>
                    {form.value.sections.flatMap((section) =>
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
