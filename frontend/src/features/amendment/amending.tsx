// An amendment to an amendment: what belongs together is named on both, and the words of a pending one are edited as they
// would stand with it. The difference that is shown is the one to its words.
import { useEffect, useState } from "preact/hooks";
import type { Amendment, AmendmentPreview, BlockSource } from "../../api/nouns.ts";
import {
    draftAmendment,
    fetchAmendment,
    fetchBlocks,
    previewAmendment,
    submitAmendment,
    type AmendmentForm,
} from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { DifferenceView, nameOf } from "./card.tsx";
import { Grounds } from "./grounds.tsx";
import { Preview, type Edited } from "./propose_parts.tsx";

export const isAmendable = (amendment: Amendment) =>
    amendment.state === "submitted" &&
    amendment.kind === "text" &&
    amendment.carried === "clean" &&
    amendment.amends === null;

interface Props {
    amendment: Amendment;
    onDone: (made: Amendment) => void;
    onClose: () => void;
}

export function Amend({ amendment, onDone, onClose }: Props) {
    const version = amendment.difference_version;
    const place = `amending:${amendment.id}:${version}`;
    const [sources, setSources] = useState<BlockSource[] | null>(null);
    const [typed, setTyped, dropTyped] = useDraft(place, "{}");
    const [reason, setReason, dropReason] = useDraft(`${place}:reason`);
    const [unit, setUnit] = useState(0);
    const [preview, setPreview] = useState<AmendmentPreview | null>(null);
    const [wrong, setWrong] = useState<Refusal | null>(null);
    const { busy, refusal, send } = useSubmission(place);
    const texts = JSON.parse(typed) as Record<string, string>;
    useEffect(() => {
        void fetchBlocks(amendment.document, version, amendment.id).then(
            ({ items }) => setSources(items),
            (error: unknown) => {
                if (!(error instanceof Refusal)) throw error;
                announce(sentenceOf(error));
                onClose();
            },
        );
    }, []);
    const changes: Edited[] = (sources ?? [])
        .filter((one) => (texts[one.block] ?? one.markdown) !== one.markdown)
        .map(({ block }) => ({ block, markdown: texts[block] ?? "" }));
    const form = (): AmendmentForm => ({
        version,
        amends: amendment.id,
        changes,
        reason,
        ...(unit > 0 && { sponsor_unit: unit }),
    });
    useEffect(() => {
        setPreview(null);
        setWrong(null);
        if (changes.length === 0) return;
        const timer = setTimeout(() => {
            previewAmendment(amendment.document, form()).then(setPreview, (error: unknown) => {
                if (!(error instanceof Refusal)) throw error;
                setWrong(error);
            });
        }, 500);
        return () => clearTimeout(timer);
    }, [typed, sources]);
    const submit = () =>
        void send(
            async (key) => submitAmendment((await draftAmendment(amendment.document, form(), key)).amendment.id),
            (made) => {
                dropTyped();
                dropReason();
                onDone(made.amendment);
            },
            form(),
        );
    if (sources === null) return null; // it opens with its words in it, so that nothing moves
    return (
        <Dialog kind="sheet" title={`${t("amending.propose")}: ${nameOf(amendment)}`} onClose={onClose}>
            <form
                class="form propose"
                onSubmit={(event) => {
                    event.preventDefault();
                    submit();
                }}
            >
                <div class="old-version">
                    <DifferenceView rows={amendment.difference} />
                </div>
                <Problem refusal={refusal} fields={["reason"]} />
                {sources.map((one) => (
                    <Field
                        key={one.block}
                        label={t("amending.text", { name: nameOf(amendment) })}
                        hint={t("amending.hint")}
                        name={`changes-${one.block}`}
                    >
                        {(attributes) => (
                            <textarea
                                {...attributes}
                                rows={5}
                                value={texts[one.block] ?? one.markdown}
                                onInput={(event) =>
                                    setTyped(JSON.stringify({ ...texts, [one.block]: event.currentTarget.value }))
                                }
                            />
                        )}
                    </Field>
                ))}
                <div role="status">
                    {wrong !== null && <p class="muted">{sentenceOf(wrong)}</p>}
                    {preview !== null && <Preview preview={preview} />}
                </div>
                <Grounds reason={reason} setReason={setReason} unit={unit} setUnit={setUnit} refusal={refusal} />
                <div class="actions">
                    <button type="submit" class="button" disabled={busy || preview === null}>
                        {t("amendment.submit")}
                    </button>
                    <button type="button" class="link" onClick={onClose}>
                        {t("cancel")}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}

/** Under an amendment: those that amend it, each as its difference to it. */
export function AmendedBy({ amendment }: { amendment: Amendment }) {
    const [list, setList] = useState<Amendment[]>([]);
    const ids = amendment.amended_by.join();
    useEffect(() => {
        let here = true;
        // What may not be read any more is not shown.
        void Promise.all(amendment.amended_by.map((id) => fetchAmendment(id).catch(() => null))).then(
            (found) => here && setList(found.flatMap((one) => (one === null ? [] : [one.amendment]))),
        );
        return () => (here = false);
    }, [ids]);
    if (amendment.amended_by.length === 0) return null;
    return (
        <details class="amended-by">
            <summary>{t("amending.by", { count: String(amendment.amended_by.length) })}</summary>
            {list.map((one) => (
                <div class="amending" key={one.id}>
                    <p class="muted">
                        <strong>{nameOf(one)}</strong> {one.sponsor_unit?.name ?? one.sponsor.name}
                    </p>
                    <DifferenceView rows={one.difference} />
                </div>
            ))}
        </details>
    );
}
