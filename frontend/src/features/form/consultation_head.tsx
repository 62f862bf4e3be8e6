// What the pages of a consultation have in common: where it stands, what it is called, and its other pages.
import type { ConsultationInFull } from "../../api/consultation_nouns.ts";
import { leftInWords, moment, t } from "../../i18n/words.ts";
import { timeLeft } from "../../text/time_left.ts";

export type ConsultationPage = "edit" | "form" | "consultees" | "revisions";

export function ConsultationHead({ consultation, page }: { consultation: ConsultationInFull; page: ConsultationPage }) {
    const { id, state, may } = consultation;
    const ways: [ConsultationPage, string][] = may.edit
        ? [
              ["edit", t("desk.settings")],
              ["form", t("desk.form")],
              ["consultees", t("desk.consultees")],
              ["revisions", t("desk.revisions")],
          ]
        : [];
    return (
        <>
            <p class="crumbs">
                <a href={`/processes/${consultation.process}`}>{t("desk.toProcess")}</a>
                <a href={`/consultations/${id}`}>{t("desk.asSeen")}</a>
            </p>
            <h1>{consultation.title}</h1>
            <p class="desk-state">
                <span class={`stage consultation-${state}`}>{t(`consultation.${state}`)}</span>
                {state === "coming" && <span>{t("desk.opens", { at: moment(consultation.opens) })}</span>}
                {state === "open" && <span>{leftInWords(timeLeft(consultation.closes, Date.now()))}</span>}
                {consultation.answers !== undefined && state !== "draft" && (
                    <span>{t("consultation.answers", { n: consultation.answers.submitted })}</span>
                )}
                {consultation.answers !== undefined && consultation.answers.held > 0 && (
                    <a href={`/consultations/${id}/read?state=held`}>
                        {t("desk.held", { n: consultation.answers.held })}
                    </a>
                )}
            </p>
            {ways.length > 0 && (
                <nav class="desk-ways" aria-label={t("desk.ways")}>
                    {ways.map(([way, words]) => (
                        <a
                            key={way}
                            href={`/consultations/${id}/${way}`}
                            {...(way === page && { "aria-current": "page" as const })}
                        >
                            {words}
                        </a>
                    ))}
                </nav>
            )}
        </>
    );
}
