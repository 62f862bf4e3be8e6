// The places where amendments collide: who wants what, and what is chosen or written by hand.
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Dispute } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { Field } from "../../ui/field.tsx";
import { useKeptFocus } from "../../ui/kept_focus.ts";
import { settle } from "./room_acts.ts";
import { doc, nameOf, room } from "./room_state.ts";
import { beginWords, forgetWords, isTyped, placed, typeWords, words, type Placed, type Words } from "./room_words.ts";

/** One reading behind the other, with a space where neither has one. */
const both = (first: string, second: string) =>
    /\s$/.test(first) || /^\s/.test(second) || first === "" || second === "" ? first + second : `${first} ${second}`;

/** What would stand there; one that only takes words away, or leaves them elsewhere, puts nothing in this place. */
function Reading({ text, over }: { text: string; over: Dispute }) {
    if (text.trim() !== "") return <ins>{text.trim()}</ins>;
    return <em>{t(over.base.trim() === "" ? "merge.nothingHere" : "merge.settledAway")}</em>;
}

/** What somebody chose or wrote for a passage. */
const settledText = ({ from, to }: Dispute) =>
    room.value.hand_texts.find((one) => one.from <= from && one.to >= to)?.text ?? "";

const goOn = () =>
    requestAnimationFrame(() =>
        (
            document.querySelector<HTMLElement>(".dispute.open") ?? document.querySelector<HTMLElement>(".dispute")
        )?.focus(),
    );

/** Stores what stands in the place of a dispute; the keyboard goes on to the next one. */
async function settleAndGoOn(dispute: Dispute, text: string | null): Promise<void> {
    if (await settle(dispute, text)) goOn();
}

/** What one has typed on since is newer than what was stored, and stays. */
async function saveAndGoOn(dispute: Dispute, { place, text }: Words): Promise<void> {
    if (!(await settle(dispute, text))) return;
    if (words.value.find((one) => one.place === place)?.text !== text) return;
    forgetWords(place);
    goOn();
}

/** The one that is begun by a press has the keyboard. */
let justBegun = "";

/** What is to be told of words before somebody stores them; nothing where they stand for what they were written for. */
function remarkOn({ dispute, words: one, changed }: Placed): string {
    const { base, readings } = one!.about;
    const names = readings.map(({ name }) => name).join(", ");
    const about = base.trim() === "" ? names : t("merge.wordsWere", { names, words: base.trim().slice(0, 120) });
    if (dispute === null) return t("merge.wordsHomeless", { about });
    if (changed) return t("merge.wordsMoved", { about });
    if (dispute.settled) return t("merge.wordsBeside");
    return one!.found ? t("kept.draft") : "";
}

function ByHand({ at }: { at: Placed }) {
    const { dispute } = at;
    const one = at.words!;
    const field = useRef<HTMLTextAreaElement>(null);
    // Before the next key, which is for the words already.
    useLayoutEffect(() => {
        if (justBegun !== one.place) return;
        justBegun = "";
        field.current?.focus();
    }, []);
    const remark = remarkOn(at);
    return (
        <div class="by-hand">
            {remark !== "" && <p class="by-hand-remark">{remark}</p>}
            <Field label={t(dispute === null ? "merge.wordsYours" : "merge.write")} name="text">
                {(attributes) => (
                    <textarea
                        {...attributes}
                        ref={field}
                        rows={2}
                        value={one.text}
                        onInput={(event) => typeWords(one.place, event.currentTarget.value)}
                    />
                )}
            </Field>
            <div class="actions">
                {dispute !== null && (
                    <button type="button" class="button small" onClick={() => void saveAndGoOn(dispute, one)}>
                        {t("save")}
                    </button>
                )}
                <button type="button" class="act" onClick={() => forgetWords(one.place)}>
                    {t(isTyped(one) ? "kept.forget" : "cancel")}
                </button>
            </div>
        </div>
    );
}

function Ways({ dispute, writing }: { dispute: Dispute; writing: boolean }) {
    const [a, b] = dispute.readings;
    const pairs =
        a !== undefined &&
        b !== undefined &&
        dispute.readings.length === 2 &&
        a.text.trim() !== "" &&
        b.text.trim() !== ""
            ? [[a, b] as const, [b, a] as const]
            : []; // of two of which one takes the words away or leaves them elsewhere there is no "both"
    const write = () => {
        justBegun = beginWords(dispute, dispute.readings.map((one) => one.text).join(" "));
    };
    return (
        <div class="actions">
            {pairs.map(([first, second]) => (
                <button
                    key={first.amendment}
                    type="button"
                    class="act"
                    onClick={() => void settleAndGoOn(dispute, both(first.text, second.text))}
                >
                    {t("merge.both", { first: nameOf(first.amendment) })}
                </button>
            ))}
            {!writing && (
                <button type="button" class="act" onClick={write}>
                    {t("merge.write")}
                </button>
            )}
        </div>
    );
}

function Settled({ dispute }: { dispute: Dispute }) {
    return (
        <>
            <p class="settled-text">
                {t("merge.settledAs")} <Reading text={settledText(dispute)} over={dispute} />
            </p>
            <ul class="readings">
                {dispute.readings.map(({ amendment, extent }) => (
                    <li key={amendment}>
                        <span class="chip">{nameOf(amendment)}</span>{" "}
                        {extent !== undefined && t(`merge.extent.${extent}`)}
                    </li>
                ))}
            </ul>
            {doc.value.may.edit && (
                <button type="button" class="act" onClick={() => void settleAndGoOn(dispute, null)}>
                    {t("merge.unsettle")}
                </button>
            )}
        </>
    );
}

function ToSettle({ dispute, writing }: { dispute: Dispute; writing: boolean }) {
    const edits = doc.value.may.edit;
    return (
        <>
            <ul class="readings">
                {dispute.readings.map((reading) => (
                    <li key={reading.amendment}>
                        <span class="chip">{nameOf(reading.amendment)}</span>{" "}
                        <Reading text={reading.text} over={dispute} />{" "}
                        {edits && (
                            <button
                                type="button"
                                class="act"
                                aria-label={`${t("merge.this")}: ${nameOf(reading.amendment)}`}
                                onClick={() => void settleAndGoOn(dispute, reading.text)}
                            >
                                {t("merge.this")}
                            </button>
                        )}
                    </li>
                ))}
            </ul>
            {edits && <Ways dispute={dispute} writing={writing} />}
        </>
    );
}

function Place({ dispute }: { dispute: Dispute }) {
    // Where something new is put in there are no words yet.
    const place = dispute.base.trim().slice(0, 120);
    return (
        <>
            <p>
                <strong>{dispute.settled ? t("merge.settled") : t("merge.dispute")}</strong>{" "}
                <span class="muted">
                    {t("lines", { lines: String(dispute.line), n: 1 })}
                    {place !== "" && (
                        <>
                            : <q>{place}</q>
                        </>
                    )}
                </span>
            </p>
            {dispute.context !== "" && <p class="dispute-context">{dispute.context.slice(0, 300)}</p>}
        </>
    );
}

function One({ at }: { at: Placed }) {
    const { dispute } = at;
    const isOpen = dispute !== null && !dispute.settled;
    return (
        <section class={isOpen ? "dispute open" : "dispute settled-dispute"} tabIndex={-1}>
            {dispute !== null && <Place key="place" dispute={dispute} />}
            {isOpen && <ToSettle key="open" dispute={dispute} writing={at.words !== null} />}
            {dispute?.settled === true && <Settled key="settled" dispute={dispute} />}
            {at.words !== null && doc.value.may.edit && <ByHand key="by-hand" at={at} />}
        </section>
    );
}

export function Disputes() {
    const place = useRef<HTMLDivElement>(null);
    const all = placed.value;
    useKeptFocus(place, ".dispute", (_, index) => {
        const left = [...(place.current?.querySelectorAll<HTMLElement>(".dispute") ?? [])];
        return left[Math.min(index, left.length - 1)];
    });
    return (
        <div aria-live="polite" ref={place}>
            {all.map((at) => (
                <One key={at.key} at={at} />
            ))}
        </div>
    );
}
