// An amendment to an amendment: what belongs together is named on both, and the words of a pending one are edited as they
// would stand with it. The difference that is shown is the one to its words.
import { useEffect, useState } from "preact/hooks";
import type { Amendment, Wording } from "../../api/nouns.ts";
import { fetchAmendment, type AmendmentForm } from "../../api/routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Problem } from "../../ui/field.tsx";
import { DifferenceView } from "./difference.tsx";
import { isVotedOn } from "./carried.tsx";
import { nameOf } from "./naming.ts";
import { Grounds } from "./grounds.tsx";
import { KeptWords } from "./kept_words.tsx";
import { Preview } from "./propose_parts.tsx";
import { Refused } from "./refused.tsx";
import { begun, withEdit, wordingOf } from "./typed.ts";
import { usePreview, useSending, useSources, useTyped } from "./use_typed.ts";

export const isAmendable = (amendment: Amendment) =>
    amendment.state === "submitted" &&
    !isVotedOn(amendment) &&
    amendment.kind === "text" &&
    amendment.carried === "clean" &&
    amendment.amends === null;

interface Props {
    amendment: Amendment;
    /** A draft of one's own, to this amendment, that is written on. */
    draft?: Amendment;
    wording?: Wording | null;
    onDone: (made: Amendment) => void;
    onClose: () => void;
}

export function Amend({ amendment, draft, wording: saved, onDone, onClose }: Props) {
    const { document, difference_version: version } = amendment;
    const place = draft === undefined ? `amending:${amendment.id}` : `amending:${amendment.id}:draft:${draft.id}`;
    const [start] = useState(() => begun(version, draft, saved));
    const held = useTyped(place, start, version);
    const { typed, change, drop } = held;
    const found = useSources(document, version, amendment.id, onClose);
    const sources = found?.items ?? null;
    const wording = wordingOf(typed, "", sources ?? []);
    const form = (): AmendmentForm => ({
        version,
        amends: amendment.id,
        reason: typed.reason,
        ...(typed.unit > 0 && { sponsor_unit: typed.unit }),
        ...wording,
    });
    const { preview, wrong, ready } = usePreview(document, wording === null ? null : form());
    const { busy, refusal, submit, save } = useSending(document, place, held, form, (answer) => {
        drop();
        onDone(answer.amendment);
    });
    const before = typed.unit > 0 && found?.refusal?.code === "amendment.limit_reached" ? null : found?.refusal;
    const refused = (preview === null ? before : preview.refusal) ?? null;
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
                <Problem refusal={refusal} fields={["reason", "sponsor_unit"]} />
                <Refused refused={refused} />
                <KeptWords {...{ place, typed, version, sources, drop }} />
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
                                readOnly={busy}
                                value={typed.edits.find((other) => other.block === one.block)?.markdown ?? one.markdown}
                                onInput={(event) =>
                                    change({ edits: withEdit(typed.edits, one, event.currentTarget.value) })
                                }
                            />
                        )}
                    </Field>
                ))}
                <div role="status">
                    {wrong !== null && <p class="muted">{sentenceOf(wrong)}</p>}
                    {preview !== null && <Preview preview={preview} />}
                </div>
                <Grounds typed={typed} change={change} refusal={refusal} busy={busy} />
                <div class="actions">
                    <button type="submit" class="button" disabled={busy || !ready || refused !== null}>
                        {t("amendment.submit")}
                    </button>
                    <button type="button" class="button quiet" disabled={busy || !ready} onClick={save}>
                        {t("amendment.saveDraft")}
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
