// Proposing a change: the text itself is edited, and before it is sent one sees what it changes, on which lines, whom it
// collides with and who says the same. What is typed is kept until the server has it.
import { useEffect, useState } from "preact/hooks";
import type { Amendment, AmendmentPreview, BlockSource } from "../../api/nouns.ts";
import {
    draftAmendment,
    fetchBlocks,
    fetchSource,
    previewAmendment,
    rewordAmendment,
    submitAmendment,
    type AmendmentForm,
} from "../../api/routes.ts";
import { Refusal } from "../../api/request.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { holds, me } from "../../shell/session.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useDraft } from "../../ui/drafts.ts";
import { Field, Problem } from "../../ui/field.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { DifferenceView, linesOf, nameOf } from "./card.tsx";
import { Another, Preview, type Edited } from "./propose_parts.tsx";

type Way = "change" | "after" | "whole" | "principle";

interface Props {
    document: number;
    version: number;
    block: string;
    /** An amendment of one's own that is said anew, in the place of a new one. */
    reword?: Amendment;
    onDone: (amendment: Amendment) => void;
    onClose: () => void;
}

export function Propose({ document, version, block, reword, onDone, onClose }: Props) {
    const place = `amendment:${document}:${version}:${block}`;
    const [sources, setSources] = useState<BlockSource[]>([]);
    const [source, setSource] = useState<BlockSource | null>(null);
    const [original, setOriginal] = useState<string | null>(null);
    const [way, setWay] = useState<Way>("change");
    const [text, setText, dropText] = useDraft(place, source?.markdown ?? "");
    const [added, setAdded, dropAdded] = useDraft(`${place}:after`);
    const [whole, setWhole, dropWhole] = useDraft(`${place}:whole`, original ?? "");
    const [more, setMore, dropMore] = useDraft(`${place}:more`, "[]");
    const others = JSON.parse(more) as Edited[]; // the paragraphs behind the first one that are changed with it
    const [reason, setReason, dropReason] = useDraft(`${place}:reason`);
    const [unit, setUnit] = useState(0);
    const [preview, setPreview] = useState<AmendmentPreview | null>(null);
    const [wrong, setWrong] = useState<Refusal | null>(null);
    const { busy, refusal, send } = useSubmission(place);
    useEffect(() => {
        void fetchBlocks(document, version).then(({ items }) => {
            const found = items.find((one) => one.block === block) ?? null;
            setSources(items);
            setSource(found);
            if (found !== null && text === "") setText(found.markdown);
        });
    }, []);
    const speaksFor = me.value.standings.filter(
        (standing) => ["editor", "administrator"].includes(standing.role) && holds(standing.role, standing.unit.id),
    );
    const form = (): AmendmentForm => ({
        version,
        reason,
        ...(unit > 0 && { sponsor_unit: unit }),
        ...(way === "principle"
            ? { kind: "principle" as const, instruction: added }
            : way === "whole"
              ? { markdown: whole }
              : way === "after"
                ? { changes: [{ after: block, markdown: added }] }
                : { changes: [{ block, markdown: text }, ...others] }),
    });
    const unchanged =
        way === "whole"
            ? whole === "" || whole === original
            : way === "change" &&
              [{ block, markdown: text }, ...others].every(
                  (one) => sources.find((other) => other.block === one.block)?.markdown === one.markdown,
              );
    const last = others.at(-1)?.block ?? block;
    const following = sources[sources.findIndex((one) => one.block === last) + 1];
    const chooseWay = (next: Way) => {
        setWay(next);
        if (next !== "whole" || original !== null) return;
        void fetchSource(document, version).then(({ markdown }) => {
            setOriginal(markdown);
            if (whole === "") setWhole(markdown);
        });
    };
    useEffect(() => {
        if (source === null || way === "principle" || unchanged) {
            setPreview(null);
            setWrong(null);
            return;
        }
        const timer = setTimeout(() => {
            previewAmendment(document, form()).then(
                (found) => {
                    setPreview(found);
                    setWrong(null);
                },
                (error: unknown) => {
                    if (!(error instanceof Refusal)) throw error;
                    setPreview(null);
                    setWrong(error);
                },
            );
        }, 500);
        return () => clearTimeout(timer);
    }, [text, added, whole, more, way, source]);
    const submit = () =>
        void send(
            async (key) => {
                const { changes, markdown } = form();
                const wording = changes === undefined ? { markdown } : { changes };
                if (reword !== undefined) return rewordAmendment(reword.id, { version, ...wording }, key);
                return submitAmendment((await draftAmendment(document, form(), key)).amendment.id);
            },
            (answer) => {
                dropText();
                dropAdded();
                dropWhole();
                dropMore();
                dropReason();
                onDone(answer.amendment);
            },
            form(),
        );
    const ways: Way[] = reword === undefined ? ["change", "after", "whole", "principle"] : ["change", "after", "whole"];
    return (
        <Dialog
            kind="sheet"
            title={source === null ? t("amendment.propose") : `${t("amendment.propose")}, ${linesOf(source)}`}
            onClose={onClose}
        >
            <form
                class="form propose"
                onSubmit={(event) => {
                    event.preventDefault();
                    submit();
                }}
            >
                <fieldset class="stances">
                    <legend class="hidden">{t("amendment.way")}</legend>
                    {ways.map((one) => (
                        <label class="stance" key={one}>
                            <input type="radio" name="way" checked={way === one} onChange={() => chooseWay(one)} />
                            <span>{t(`amendment.way.${one}`)}</span>
                        </label>
                    ))}
                </fieldset>
                {reword !== undefined && (
                    <div class="old-version">
                        <p>{t("amendment.original", { name: nameOf(reword), n: reword.version })}</p>
                        <DifferenceView rows={reword.difference} />
                    </div>
                )}
                <Problem refusal={refusal} fields={["reason"]} />
                <Field
                    label={way === "change" ? t("amendment.text") : t(`amendment.way.${way}`)}
                    hint={t(`amendment.hint.${way}`)}
                    name="changes"
                >
                    {(attributes) => (
                        <textarea
                            {...attributes}
                            rows={way === "whole" ? 16 : 5}
                            value={way === "change" ? text : way === "whole" ? whole : added}
                            onInput={(event) =>
                                (way === "change" ? setText : way === "whole" ? setWhole : setAdded)(
                                    event.currentTarget.value,
                                )
                            }
                        />
                    )}
                </Field>
                {way === "change" &&
                    others.map((one, i) => (
                        <Another
                            key={one.block}
                            edited={one}
                            source={sources.find((other) => other.block === one.block)}
                            onInput={(markdown) => setMore(JSON.stringify(others.with(i, { ...one, markdown })))}
                            onRemove={() => setMore(JSON.stringify(others.slice(0, i)))}
                        />
                    ))}
                {way === "change" && following !== undefined && (
                    <button
                        type="button"
                        class="act"
                        onClick={() =>
                            setMore(
                                JSON.stringify([...others, { block: following.block, markdown: following.markdown }]),
                            )
                        }
                    >
                        {t("amendment.another")}
                    </button>
                )}
                <div role="status">
                    {wrong !== null && <p class="muted">{sentenceOf(wrong)}</p>}
                    {preview !== null && <Preview preview={preview} />}
                </div>
                {reword === undefined && (
                    <>
                        <Field label={t("amendment.reason")} name="reason" refusal={refusal}>
                            {(attributes) => (
                                <textarea
                                    {...attributes}
                                    rows={3}
                                    value={reason}
                                    onInput={(event) => setReason(event.currentTarget.value)}
                                />
                            )}
                        </Field>
                        {speaksFor.length > 0 && (
                            <Field label={t("amendment.sponsor")} name="sponsor_unit" refusal={refusal}>
                                {(attributes) => (
                                    <select
                                        {...attributes}
                                        value={String(unit)}
                                        onChange={(event) => setUnit(Number(event.currentTarget.value))}
                                    >
                                        <option value="0">{me.value.account?.name}</option>
                                        {speaksFor.map((standing) => (
                                            <option key={standing.id} value={String(standing.unit.id)}>
                                                {standing.unit.name}
                                            </option>
                                        ))}
                                    </select>
                                )}
                            </Field>
                        )}
                    </>
                )}
                <div class="actions">
                    <button type="submit" class="button" disabled={busy || (way !== "principle" && preview === null)}>
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
