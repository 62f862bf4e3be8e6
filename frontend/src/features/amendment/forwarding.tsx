// Sending an amendment on to another document, and where it came from or went.
import { useEffect, useState } from "preact/hooks";
import type { Amendment, AmendmentAnswer, ForwardingEnd, MyBacking, Process } from "../../api/nouns.ts";
import { Refusal } from "../../api/request.ts";
import { fetchAmendment, fetchDocument, fetchProcesses } from "../../api/routes.ts";
import { forwardAmendment } from "../../api/voting_routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";

const nameOf = (amendment: Amendment) => t("amendment.name", { n: String(amendment.number) });

/** Those that take amendments from the reader now. */
async function processesToAmend(): Promise<Process[]> {
    const all: Process[] = [];
    let after: string | undefined;
    do {
        const page = await fetchProcesses(after);
        all.push(...page.items);
        after = page.next ?? undefined;
    } while (after !== undefined);
    const isOpen = ({ amendments: { until } }: Process) => until === null || Date.parse(until) > Date.now();
    return all.filter((one) => one.may.amend && isOpen(one));
}

interface Props {
    amendment: Amendment;
    mine: MyBacking | null;
    onChange: (answer: AmendmentAnswer) => void;
}

/** A document to which it may be sent on; `publishes`: everybody may read that one and not its own. */
interface Target {
    id: number;
    title: string;
    publishes: boolean;
}

/** Where it may be sent: not to its own document, nor to where it is already. */
async function targetsOf({ amendment, mine }: Props): Promise<Target[]> {
    const [document, processes] = await Promise.all([fetchDocument(amendment.document), processesToAmend()]);
    const gone = new Set([document.id, ...(mine?.trail?.to ?? []).map((one) => one.document.id)]);
    return processes
        .flatMap(({ unit, audience, documents }) =>
            documents.map(({ id, title }) => ({
                id,
                title: `${unit.name}: ${title}`,
                publishes: audience === "public" && document.process.audience !== "public",
            })),
        )
        .filter((one) => !gone.has(one.id));
}

function ForwardDialog({ onClose, ...props }: Props & { onClose: () => void }) {
    const { amendment, onChange } = props;
    const [targets, setTargets] = useState<readonly Target[] | null>(null);
    const [chosen, setChosen] = useState(0);
    const [published, setPublished] = useState(false);
    const { busy, refusal, send } = useSubmission();
    useEffect(() => {
        void targetsOf(props).then((found) => {
            setTargets(found);
            setChosen(found[0]?.id ?? 0);
        });
    }, []);
    const target = targets?.find((one) => one.id === chosen);
    const publishes = target?.publishes === true || refusal?.code === "amendment.would_be_published";
    const submit = (event: Event) => {
        event.preventDefault();
        void send(
            (key) => forwardAmendment(amendment.id, chosen, publishes && published, key),
            () => {
                announce(t("forward.sent", { name: nameOf(amendment) }));
                onClose();
                void fetchAmendment(amendment.id).then(onChange, () => undefined); // it names the other end now
            },
            { chosen, published },
        );
    };
    return (
        <Dialog title={t("forward.title", { name: nameOf(amendment) })} onClose={onClose}>
            <form class="form" onSubmit={submit}>
                <p class="hint">{t("forward.hint")}</p>
                {targets?.length === 0 ? (
                    <p>{t("forward.none")}</p>
                ) : (
                    <>
                        <Field label={t("forward.where")} name="document" refusal={refusal}>
                            {(attributes) => (
                                <select
                                    {...attributes}
                                    disabled={targets === null || busy}
                                    value={String(chosen)}
                                    onChange={(event) => {
                                        setChosen(Number(event.currentTarget.value));
                                        setPublished(false);
                                    }}
                                >
                                    {(targets ?? []).map((one) => (
                                        <option key={one.id} value={String(one.id)}>
                                            {one.title}
                                        </option>
                                    ))}
                                </select>
                            )}
                        </Field>
                        {publishes && (
                            <div class="notice-box">
                                <p>{t("forward.publishes")}</p>
                                <label class="check">
                                    <input
                                        type="checkbox"
                                        disabled={busy}
                                        checked={published}
                                        onChange={(event) => setPublished(event.currentTarget.checked)}
                                    />
                                    <span>{t("forward.wePublish")}</span>
                                </label>
                            </div>
                        )}
                        <Problem refusal={refusal} fields={["document"]} />
                        <div class="actions">
                            <button
                                type="submit"
                                class="button"
                                disabled={busy || chosen === 0 || (publishes && !published)}
                            >
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

/** "til behandling der", "vedtatt der i endret form" */
function stateThere({ state, changed }: ForwardingEnd): string {
    if (state === "adopted" && changed) return t("forward.there.adoptedChanged");
    return state === "draft" ? "" : t(`forward.there.${state}`);
}

/** The document, what it is there, and what became of it. */
function End({ end, words }: { end: ForwardingEnd; words: "forward.fromHere" | "forward.toHere" }) {
    return (
        <p class="muted">
            {t(words, { title: end.document.title, unit: end.unit.name })}{" "}
            <a href={`/documents/${end.document.id}/amendments#amendment-${end.id}`}>
                {t("amendment.name", { n: String(end.number) })}
            </a>
            , {stateThere(end)}
        </p>
    );
}

export function ForwardingTrail({ amendment, mine }: { amendment: Amendment; mine: MyBacking | null }) {
    const trail = mine?.trail ?? null;
    const from = trail?.from ?? null;
    const to = trail?.to ?? [];
    // What has been heard of since is named by a link alone.
    const others = [
        ...(amendment.forwarded_from === null || from !== null
            ? []
            : [{ id: amendment.forwarded_from, words: t("forward.from") }]),
        ...amendment.forwarded_to
            .filter((id) => to.every((end) => end.id !== id))
            .map((id) => ({ id, words: t("forward.to") })),
    ];
    return (
        <>
            {from !== null && <End end={from} words="forward.fromHere" />}
            {to.map((end) => (
                <End key={end.id} end={end} words="forward.toHere" />
            ))}
            {others.map(({ id, words }) => (
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
