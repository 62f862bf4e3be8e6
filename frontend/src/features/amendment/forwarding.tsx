// Sending an amendment on to another document, and where it came from or went.
import { useEffect, useState } from "preact/hooks";
import type { Amendment, AmendmentAnswer, Process } from "../../api/nouns.ts";
import { Refusal } from "../../api/request.ts";
import { fetchAmendment, fetchProcesses } from "../../api/routes.ts";
import { forwardAmendment } from "../../api/voting_routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";

const nameOf = (amendment: Amendment) => t("amendment.name", { n: String(amendment.number) });

async function processesToAmend(): Promise<Process[]> {
    const all: Process[] = [];
    let after: string | undefined;
    do {
        const page = await fetchProcesses(after);
        all.push(...page.items);
        after = page.next ?? undefined;
    } while (after !== undefined);
    return all.filter((one) => one.may.amend);
}

interface Props {
    amendment: Amendment;
    onChange: (answer: AmendmentAnswer) => void;
}

function ForwardDialog({ amendment, onChange, onClose }: Props & { onClose: () => void }) {
    const [places, setPlaces] = useState<{ id: number; title: string }[] | null>(null);
    const [chosen, setChosen] = useState(0);
    const { busy, refusal, send } = useSubmission();
    useEffect(() => {
        void processesToAmend().then((processes) => {
            const found = processes.flatMap((process) =>
                process.documents.map(({ id, title }) => ({ id, title: `${process.unit.name}: ${title}` })),
            );
            const others = found.filter((one) => one.id !== amendment.document);
            setPlaces(others);
            setChosen(others[0]?.id ?? 0);
        });
    }, []);
    const submit = (event: Event) => {
        event.preventDefault();
        void send(
            (key) => forwardAmendment(amendment.id, chosen, key),
            (made) => {
                announce(t("forward.sent", { name: nameOf(amendment) }));
                const forwarded_to = [...amendment.forwarded_to, made.amendment.id];
                onChange({ amendment: { ...amendment, forwarded_to }, mine: null });
                onClose();
            },
            chosen,
        );
    };
    return (
        <Dialog title={t("forward.title", { name: nameOf(amendment) })} onClose={onClose}>
            <form class="form" onSubmit={submit}>
                <p class="hint">{t("forward.hint")}</p>
                {places?.length === 0 ? (
                    <p>{t("forward.none")}</p>
                ) : (
                    <>
                        <Field label={t("forward.where")} name="document" refusal={refusal}>
                            {(attributes) => (
                                <select
                                    {...attributes}
                                    disabled={places === null || busy}
                                    value={String(chosen)}
                                    onChange={(event) => setChosen(Number(event.currentTarget.value))}
                                >
                                    {(places ?? []).map((one) => (
                                        <option key={one.id} value={String(one.id)}>
                                            {one.title}
                                        </option>
                                    ))}
                                </select>
                            )}
                        </Field>
                        <Problem refusal={refusal} fields={["document"]} />
                        <div class="actions">
                            <button type="submit" class="button" disabled={busy || chosen === 0}>
                                {t("forward.do")}
                            </button>
                            <button type="button" class="button quiet" onClick={onClose}>
                                {t("cancel")}
                            </button>
                        </div>
                    </>
                )}
            </form>
        </Dialog>
    );
}

export function Forward(props: Props) {
    const [asked, setAsked] = useState(false);
    const { state } = props.amendment;
    if (state !== "submitted" && state !== "adopted") return null;
    return (
        <>
            <button type="button" class="act" onClick={() => setAsked(true)}>
                {t("forward.do")} <span class="hidden">{nameOf(props.amendment)}</span>
            </button>
            {asked && <ForwardDialog {...props} onClose={() => setAsked(false)} />}
        </>
    );
}

/** Goes to an amendment of another document, where the reader may see it. */
async function show(id: number): Promise<void> {
    try {
        const { amendment } = await fetchAmendment(id);
        location.assign(`/documents/${amendment.document}/amendments#amendment-${id}`);
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        announce(sentenceOf(error));
    }
}

export function ForwardingTrail({ amendment }: { amendment: Amendment }) {
    const ends = [
        ...(amendment.forwarded_from === null ? [] : [{ id: amendment.forwarded_from, words: t("forward.from") }]),
        ...amendment.forwarded_to.map((id) => ({ id, words: t("forward.to") })),
    ];
    return (
        <>
            {ends.map(({ id, words }) => (
                <p class="muted" key={id}>
                    {words}{" "}
                    <button type="button" class="link" onClick={() => void show(id)}>
                        {t("forward.show")}
                    </button>
                </p>
            ))}
        </>
    );
}
