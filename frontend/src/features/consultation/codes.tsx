// Codes for one answer each, told once: to be printed and handed out.
import { useState } from "preact/hooks";
import type { ConsultationInFull } from "../../api/consultation_nouns.ts";
import { handOutCodes } from "../../api/consultation_routes.ts";
import { t } from "../../i18n/words.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";

export function Codes({ consultation }: { consultation: ConsultationInFull }) {
    const [count, setCount] = useState("30");
    const [codes, setCodes] = useState<string[]>([]);
    const { busy, refusal, send } = useSubmission();
    const address = `${location.host}/consultations/${consultation.id}`;
    return (
        <section class="office codes" aria-labelledby="codes">
            <h2 id="codes">{t("codes.title")}</h2>
            <form
                class="codes-form"
                onSubmit={(event) => {
                    event.preventDefault();
                    void send(
                        (key) => handOutCodes(consultation.id, Number(count), key),
                        // Those before may not be printed yet, and are told nowhere else.
                        (made) => setCodes((before) => [...before, ...made.codes]),
                        Number(count),
                    );
                }}
            >
                <Field label={t("codes.count")} hint={t("codes.hint")} name="count" refusal={refusal}>
                    {(attributes) => (
                        <input
                            {...attributes}
                            class="short"
                            type="number"
                            min="1"
                            max="1000"
                            required
                            value={count}
                            onInput={(event) => setCount(event.currentTarget.value)}
                        />
                    )}
                </Field>
                <Problem refusal={refusal} fields={["count"]} />
                <div class="actions">
                    <button class="button quiet" disabled={busy}>
                        {t("codes.make")}
                    </button>
                    {codes.length > 0 && (
                        <button type="button" class="button" onClick={() => print()}>
                            {t("codes.print")}
                        </button>
                    )}
                </div>
            </form>
            {codes.length > 0 && (
                <>
                    <p class="warning-box" role="status">
                        {t("codes.once", { n: codes.length })}
                    </p>
                    <ul class="code-slips">
                        {codes.map((code) => (
                            <li key={code}>
                                <strong>{consultation.title}</strong>
                                <span>{t("codes.slip", { address })}</span>
                                <code>{code}</code>
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </section>
    );
}
