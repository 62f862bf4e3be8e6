// Proposing a change: the text itself is edited, and before it is sent one sees what it changes, on which lines, whom it
// collides with and who says the same. What is typed is kept until the server has it.
import { sentenceOf } from "../../i18n/problems.ts";
import { t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Problem } from "../../ui/field.tsx";
import { DifferenceView, linesOf, nameOf } from "./card.tsx";
import { Grounds } from "./grounds.tsx";
import { useProposal, type ProposeProps, type Way } from "./proposal.ts";
import { BlockPicker, MoreBlocks, Preview } from "./propose_parts.tsx";

type Proposal = ReturnType<typeof useProposal>;

function Words({ proposal }: { proposal: Proposal }) {
    const { way, text, setText, added, setAdded, whole, setWhole } = proposal;
    const [value, set] = way === "change" ? [text, setText] : way === "whole" ? [whole, setWhole] : [added, setAdded];
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
    const { sources, source, way, preview, wrong, refusal, busy, ready } = proposal;
    const ways: Way[] =
        reword === undefined ? ["change", "after", "move", "whole", "principle"] : ["change", "after", "move", "whole"];
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
                                onChange={() => proposal.chooseWay(one)}
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
                <Problem refusal={refusal} fields={["reason"]} />
                {way === "move" ? (
                    <BlockPicker
                        label={t("amendment.moveBehind")}
                        sources={sources.filter((one) => one.block !== block)}
                        value={proposal.behind}
                        onChoose={proposal.setBehind}
                    />
                ) : (
                    <Words proposal={proposal} />
                )}
                {way === "change" && (
                    <MoreBlocks
                        first={block}
                        others={proposal.others}
                        sources={sources}
                        onChange={proposal.setOthers}
                    />
                )}
                <div role="status">
                    {wrong !== null && <p class="muted">{sentenceOf(wrong)}</p>}
                    {preview !== null && <Preview preview={preview} />}
                </div>
                {reword === undefined && <Grounds {...proposal} />}
                <div class="actions">
                    <button type="submit" class="button" disabled={busy || !ready}>
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
            </form>
        </Dialog>
    );
}
