// Publishing the report: which themes are named as not answered yet, and the editions so far.
import { useState } from "preact/hooks";
import { publishReport } from "../../api/response_routes.ts";
import { day, t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { AskOnce } from "../../ui/ask_once.tsx";
import { Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { all, hasPassages, load } from "./store.ts";

/** Whether the report names a theme as not answered yet: what somebody said, else what its response says. */
export const namedAsOpen = (said: ReadonlyMap<number, boolean>, theme: number, complete: boolean) =>
    said.get(theme) ?? !complete;

export function Publish() {
    const [asking, setAsking] = useState(false);
    // A theme that is answered can be held back; one that is not is named as open unless somebody says otherwise. What
    // somebody said stands, also where the theme is answered meanwhile: nothing said is no choice.
    const [said, setSaid] = useState<ReadonlyMap<number, boolean>>(new Map());
    const submission = useSubmission();
    const { consultation, themes, editions, may } = all.value;
    const offered = themes.filter((one) => hasPassages(one) || one.response !== null);
    const isOpen = (id: number, complete: boolean) => namedAsOpen(said, id, complete);
    const open = offered.filter((one) => isOpen(one.id, one.response?.complete ?? false)).map((one) => one.id);
    const base = editions[0]?.edition ?? 0;
    const publish = () =>
        void submission.send(
            (key) => publishReport(consultation.id, { base, open }, key),
            ({ edition }) => {
                setAsking(false);
                announce(t("report.done", { n: edition }));
                void load(consultation.id);
            },
            { base, open },
        );
    return (
        <section class="publishing" aria-labelledby="publishing">
            <h2 id="publishing">{t("report.title")}</h2>
            <p class="hint">{t("report.hint")}</p>
            {editions.length > 0 && (
                <ul class="plain">
                    {editions.map((one) => (
                        <li key={one.edition}>
                            <a href={`/consultations/${consultation.id}/report?edition=${one.edition}`}>
                                {t("report.edition", { n: one.edition })}
                            </a>{" "}
                            <span class="muted">
                                {day(one.at)} · {t("report.told", { n: one.told })}
                                {!one.all_told && <>, {t("report.telling")}</>}
                            </span>
                        </li>
                    ))}
                </ul>
            )}
            {may.edit && offered.length > 0 && (
                <>
                    <fieldset class="field">
                        <legend>{t("report.open")}</legend>
                        <p class="hint">{t("report.openHint")}</p>
                        {offered.map((one) => {
                            const complete = one.response?.complete ?? false;
                            return (
                                <label class="check" key={one.id}>
                                    <input
                                        type="checkbox"
                                        checked={isOpen(one.id, complete)}
                                        onChange={(event) =>
                                            setSaid(new Map(said).set(one.id, event.currentTarget.checked))
                                        }
                                    />
                                    <span>
                                        {one.title}{" "}
                                        <span class="muted">
                                            {one.response === null
                                                ? t("response.unanswered")
                                                : complete
                                                  ? t(`status.${one.response.status}`)
                                                  : t("response.incomplete")}
                                        </span>
                                    </span>
                                </label>
                            );
                        })}
                    </fieldset>
                    <Problem refusal={asking ? null : submission.refusal} />
                    <p class="actions">
                        <button type="button" class="button" onClick={() => setAsking(true)}>
                            {t(base === 0 ? "report.publish" : "report.publishAgain")}
                        </button>
                    </p>
                </>
            )}
            {asking && (
                <AskOnce
                    title={t("report.sure")}
                    text={t("report.sureText")}
                    word={t(base === 0 ? "report.publish" : "report.publishAgain")}
                    submission={submission}
                    onYes={publish}
                    onClose={() => setAsking(false)}
                />
            )}
        </section>
    );
}
