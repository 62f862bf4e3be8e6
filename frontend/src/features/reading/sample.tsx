// Two readers on a sample, and how far they agree.
import { useEffect, useState } from "preact/hooks";
import { signal } from "@preact/signals";
import type { Agreement, Sample, Samples } from "../../api/reading_nouns.ts";
import { drawSample, fetchSample, fetchSamples, finishSample } from "../../api/reading_routes.ts";
import { percent, t } from "../../i18n/words.ts";
import { account } from "../../shell/session.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { attempt, consultation, setFilter, themeOf } from "./reader_state.ts";

const samples = signal<Samples>({ items: [], readers: [] });

export async function loadSamples(): Promise<void> {
    samples.value = (await attempt(() => fetchSamples(consultation.value.id))) ?? samples.value;
}

function DrawDialog({ onClose }: { onClose: () => void }) {
    const people = samples.value.readers;
    const [first, setFirst] = useState(String(account.value?.id ?? people[0]?.id ?? ""));
    const [second, setSecond] = useState(String(people.find((one) => String(one.id) !== first)?.id ?? ""));
    const [size, setSize] = useState("30");
    const submission = useSubmission();
    const draw = (event: Event) => {
        event.preventDefault();
        void submission.send(
            () => drawSample(consultation.value.id, [Number(first), Number(second)], Number(size)),
            () => {
                void loadSamples();
                onClose();
            },
        );
    };
    const choice = (label: string, value: string, set: (value: string) => void) => (
        <Field label={label} name="readers" refusal={submission.refusal}>
            {(attributes) => (
                <select {...attributes} value={value} onChange={(event) => set(event.currentTarget.value)}>
                    {people.map((one) => (
                        <option key={one.id} value={String(one.id)}>
                            {one.name}
                        </option>
                    ))}
                </select>
            )}
        </Field>
    );
    return (
        <Dialog title={t("sample.draw")} onClose={onClose}>
            <form class="form" onSubmit={draw}>
                <p>{t("sample.intro")}</p>
                {choice(t("sample.first"), first, setFirst)}
                {choice(t("sample.second"), second, setSecond)}
                <Field label={t("sample.size")} name="answers" refusal={submission.refusal}>
                    {(attributes) => (
                        <input
                            {...attributes}
                            type="number"
                            min="1"
                            max="1000"
                            value={size}
                            onInput={(event) => setSize(event.currentTarget.value)}
                        />
                    )}
                </Field>
                <Problem refusal={submission.refusal} fields={["readers", "answers"]} />
                <div class="actions">
                    <button class="button" disabled={submission.busy}>
                        {t("sample.draw")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

const decimals = (value: number | null) => (value === null ? "–" : value.toFixed(2).replace(".", t("decimal")));

function Line({ one, name }: { one: Agreement; name: string }) {
    return (
        <tr>
            <th scope="row">{name}</th>
            <td>{percent(one.percent / 100)}</td>
            <td>{decimals(one.kappa)}</td>
            <td>{one.overlap === null ? "–" : percent(one.overlap)}</td>
        </tr>
    );
}

function AgreementTable({ sample }: { sample: number }) {
    const [found, setFound] = useState<Sample | null>(null);
    useEffect(() => {
        void attempt(() => fetchSample(sample)).then((one) => setFound(one ?? null));
    }, [sample]);
    if (found?.agreement === undefined) return null;
    const { themes, all } = found.agreement;
    return (
        <>
            <table class="agreement">
                <caption class="unseen">{t("sample.agreement")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t("theme.name")}</th>
                        <th scope="col">{t("sample.percent")}</th>
                        <th scope="col">{t("sample.kappa")}</th>
                        <th scope="col">{t("sample.overlap")}</th>
                    </tr>
                </thead>
                <tbody>
                    {themes.map((one) => (
                        <Line key={one.theme} one={one} name={themeOf(one.theme)?.title ?? "?"} />
                    ))}
                    <Line one={all} name={t("sample.total")} />
                </tbody>
            </table>
            <p class="muted">{t("sample.kappaHint")}</p>
        </>
    );
}

function SampleView({ sample }: { sample: Sample }) {
    const mine = sample.readers.find((one) => one.id === account.value?.id);
    const waiting = sample.readers.filter((one) => !one.done).map((one) => one.name);
    const [first, second] = sample.readers;
    const finish = () => void attempt(() => finishSample(sample.id)).then(loadSamples);
    return (
        <li>
            <p>
                <strong>{t("sample.between", { first: first?.name ?? "", second: second?.name ?? "" })}</strong>
            </p>
            <p class="actions">
                <button
                    type="button"
                    class="button quiet small"
                    onClick={() => setFilter({ sample: String(sample.id) })}
                >
                    {t("sample.read", { n: sample.answers })}
                </button>
                {mine !== undefined && !mine.done && (
                    <button type="button" class="button quiet small" onClick={finish}>
                        {t("sample.finish")}
                    </button>
                )}
            </p>
            {sample.done ? (
                <AgreementTable sample={sample.id} />
            ) : (
                <p class="muted">{t("sample.waits", { names: waiting.join(", ") })}</p>
            )}
        </li>
    );
}

export function SamplePanel() {
    const [drawing, setDrawing] = useState(false);
    return (
        <details class="sample-panel">
            <summary>
                <h2>{t("sample.heading")}</h2>
            </summary>
            {consultation.value.may.edit && (
                <button type="button" class="button quiet small" onClick={() => setDrawing(true)}>
                    {t("sample.draw")}
                </button>
            )}
            <ul>
                {samples.value.items.map((sample) => (
                    <SampleView key={`${sample.id}:${sample.done}`} sample={sample} />
                ))}
            </ul>
            {drawing && <DrawDialog onClose={() => setDrawing(false)} />}
        </details>
    );
}
