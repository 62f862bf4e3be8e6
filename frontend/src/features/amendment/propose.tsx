// Proposing a change: the text itself is edited, and before it is sent one sees what it changes, on which lines, whom it
// collides with and who says the same. What is typed is kept until the server has it.
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Problem } from "../../ui/field.tsx";
import { DifferenceView } from "./difference.tsx";
import { linesOf, nameOf } from "./naming.ts";
import { Grounds } from "./grounds.tsx";
import { KeptWords } from "./kept_words.tsx";
import { useProposal, type ProposeProps } from "./proposal.ts";
import { LostWords } from "./lost_words.tsx";
import { BlockPicker } from "./pick_block.tsx";
import { MoreBlocks, Preview } from "./propose_parts.tsx";
import { Refused } from "./refused.tsx";
import { SupportersTold } from "./supporters_told.tsx";
import type { Way } from "./typed.ts";

type Proposal = ReturnType<typeof useProposal>;

function Words({ proposal }: { proposal: Proposal }) {
    const { typed, change, text, setText, original, setWhole, source, busy } = proposal;
    const { way } = typed;
    const whole = typed.whole ?? original;
    // The words are edited once they are there: an empty field means that they go.
    if (way === "whole" ? whole === null : source === null && way !== "principle") return null;
    const [value, set] =
        way === "change"
            ? [text, setText]
            : way === "whole"
              ? [whole!, setWhole]
              : [typed.added, (added: string) => change({ added })];
    return (
        <Field
            label={way === "change" ? t("amendment.text") : t(`amendment.way.${way}`)}
            hint={t(`amendment.hint.${way}`)}
            name="changes"
        >
            {(attributes) => (
                <textarea
                    {...attributes}
                    rows={way === "whole" ? 16 : 5}
                    readOnly={busy}
                    value={value}
                    onInput={(event) => set(event.currentTarget.value)}
                />
            )}
        </Field>
    );
}

export function Propose(props: ProposeProps) {
    const { block, reword, onClose } = props;
    const proposal = useProposal(props);
    const { place, typed, change, sources, source, original, drop } = proposal;
    const { preview, wrong, refusal, refused, busy, ready } = proposal;
    const { way } = typed;
    const ways: Way[] =
        reword === undefined ? ["change", "after", "move", "whole", "principle"] : ["change", "after", "move", "whole"];
    if (sources === null) return null; // it opens with its words in it, so that nothing moves
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
                    proposal.submit();
                }}
            >
                <fieldset class="stances">
                    <legend class="hidden">{t("amendment.way")}</legend>
                    {ways.map((one) => (
                        <label class="stance" key={one}>
                            <input
                                type="radio"
                                name="way"
                                checked={way === one}
                                disabled={busy}
                                onChange={() => change({ way: one })}
                            />
                            <span>{t(`amendment.way.${one}`)}</span>
                        </label>
                    ))}
                </fieldset>
                {props.answers !== undefined && <p class="muted">{t("amendment.answersComment")}</p>}
                {reword !== undefined && (
                    <div class="old-version">
                        <p>{t("amendment.original", { name: nameOf(reword), n: reword.version })}</p>
                        <DifferenceView rows={reword.difference} />
                    </div>
                )}
                <Problem refusal={refusal} fields={["reason", "sponsor_unit"]} />
                <Refused refused={refused} />
                <KeptWords {...{ place, typed, version: props.version, sources, original, drop }} />
                {way === "move" ? (
                    <BlockPicker
                        label={t("amendment.moveBehind")}
                        sources={sources.filter((one) => one.block !== block)}
                        value={typed.behind}
                        busy={busy}
                        onChoose={(behind) => change({ behind })}
                    />
                ) : (
                    <Words proposal={proposal} />
                )}
                {way === "change" && (
                    <MoreBlocks
                        first={block}
                        others={proposal.others}
                        sources={sources}
                        busy={busy}
                        onChange={proposal.setOthers}
                    />
                )}
                <div role="status">
                    {wrong !== null && <p class="muted">{sentenceOf(wrong)}</p>}
                    {preview !== null && <Preview preview={preview} />}
                </div>
                {reword !== undefined && <SupportersTold reword={reword} />}
                {reword === undefined && <Grounds typed={typed} change={change} refusal={refusal} busy={busy} />}
                <div class="actions">
                    <button type="submit" class="button" disabled={busy || !ready || refused !== null}>
                        {t("amendment.submit")}
                    </button>
                    {reword === undefined && (
                        <button type="button" class="button quiet" disabled={busy || !ready} onClick={proposal.save}>
                            {t("amendment.saveDraft")}
                        </button>
                    )}
                    <button type="button" class="link" onClick={onClose}>
                        {t("cancel")}
                    </button>
                </div>
                {reword === undefined && <LostWords document={props.document} sources={sources} />}
            </form>
        </Dialog>
    );
}
