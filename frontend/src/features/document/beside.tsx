// What is said about one block, and the place to say something: the same beside the text and in a phone's sheet.
import { useEffect } from "preact/hooks";
import type { Amendment, Comment } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";
import { announce } from "../../shell/notices.tsx";
import { account } from "../../shell/session.ts";
import { askSignIn } from "../../shell/shell.tsx";
import { DifferenceView } from "../amendment/difference.tsx";
import { nameOf } from "../amendment/naming.ts";
import { aroundChanges } from "../amendment/long_difference.ts";
import { OneComment } from "../comments/comment.tsx";
import { loadBlocks } from "../comments/loading.ts";
import { blocks, threadsOfBlocks } from "../comments/store.ts";
import { InSight } from "../../ui/in_sight.tsx";
import { Writing } from "../comments/writing.tsx";
import { visibleText } from "../../text/offsets.ts";
import {
    amended,
    asked,
    blockNamed,
    draftPlace,
    focus,
    linesOf,
    mayPropose,
    shown,
    writers,
    type About,
} from "./reading.ts";
import { refresh } from "./shown_version.ts";

export function BriefAmendment({ amendment }: { amendment: Amendment }) {
    return (
        <article class="comment brief-amendment">
            <header class="comment-head">
                <strong class="amendment-name">{nameOf(amendment)}</strong>
                <span class="muted">{amendment.sponsor_unit?.name ?? amendment.sponsor.name}</span>
            </header>
            {amendment.kind === "text" && <DifferenceView rows={aroundChanges(amendment.difference)} />}
            {amendment.reason !== "" && <p class="muted">{amendment.reason.slice(0, 200)}</p>}
            <button type="button" class="act" onClick={() => (asked.value = { what: "amendment", id: amendment.id })}>
                {amendment.comments > 0
                    ? t("amendment.openN", { n: amendment.comments })
                    : t("amendment.open", { name: nameOf(amendment) })}
            </button>
        </article>
    );
}

export const mayWrite = () => shown.value.may.comment || account.value === null;

export function Typing({ block }: { block: string }) {
    const who = writers.value.get(block);
    if (who === undefined) return null;
    return <p class="typing muted">{who.name === "" ? t("typing.somebody") : t("typing", { name: who.name })}</p>;
}

/** Stops writing; the thread that was written is the open one then. */
const done = (comment: Comment | null) => {
    const now = focus.value;
    if (now !== null) focus.value = { ...now, writing: null, thread: comment?.id ?? now.thread };
};

export function WritingHere({ about, onCancel }: { about: About; onCancel: () => void }) {
    const block = about.place?.block ?? about.block!;
    const words = about.place?.quote;
    const anchor = {
        version: shown.value.version.number,
        block,
        ...(about.place !== undefined && { from: about.place.from, to: about.place.to }),
    };
    return (
        <>
            {words !== undefined && <blockquote class="quote">{words.slice(0, 240)}</blockquote>}
            <Writing
                key={draftPlace(shown.value.id, about)}
                document={shown.value.id}
                place={draftPlace(shown.value.id, about)}
                about={{ anchor }}
                label={words === undefined ? t("comments.onBlock") : t("comments.onWords")}
                onDone={done}
                onCancel={onCancel}
            />
        </>
    );
}

/** Asks for the sheet in which a change of a block is written; without a block for the one that says which. */
export async function propose(block?: string): Promise<void> {
    if (!shown.value.may.amend) {
        if (!(await askSignIn())) return;
        await refresh();
        if (!shown.value.may.amend) return announce(t("amendment.notOpenToYou"));
    }
    focus.value = null;
    asked.value = block === undefined ? { what: "which" } : { what: "propose", block };
}

/** What else can be asked about a block than what is said about it. */
export function AskBlock({ block, proposing = true }: { block: string; proposing?: boolean }) {
    const askOrigin = () => {
        focus.value = null;
        asked.value = { what: "origin", block };
    };
    return (
        <p class="ask-block">
            {proposing && mayPropose() && (
                <button type="button" class="act" onClick={() => void propose(block)}>
                    {t("amendment.propose")}
                </button>
            )}
            {shown.value.head > 1 && (
                <button type="button" class="act" onClick={askOrigin}>
                    {t("origin.title")}
                </button>
            )}
        </p>
    );
}

/** The whole of a block: its words, its threads, a place to write. Stands in a sheet. */
export function BlockTalk({ block }: { block: string }) {
    const here = threadsOfBlocks.value.get(block) ?? [];
    const all = blocks.value[block] ?? 0;
    const now = focus.value;
    const element = blockNamed(block);
    const proposing = mayPropose() && !now?.writing;
    useEffect(() => void loadBlocks(shown.value.id, [block], 50), [block]);
    return (
        <>
            {element !== null && <p class="block-words">{visibleText(element).trim().slice(0, 280)}</p>}
            {here.map((comment) => (
                <OneComment key={comment.id} comment={comment} may={shown.value.may} />
            ))}
            {all > here.length && (
                <p>
                    <a href="#conversation" onClick={() => (focus.value = null)}>
                        {t("comments.allBelow")}
                    </a>
                </p>
            )}
            {(amended.value.get(block) ?? []).map((amendment, i) => (
                <InSight key={amendment.id} height={150} here={i < 10}>
                    {() => <BriefAmendment amendment={amendment} />}
                </InSight>
            ))}
            <AskBlock block={block} proposing={!proposing} />
            <Typing block={block} />
            {now?.writing ? (
                <WritingHere about={now.writing} onCancel={() => done(null)} />
            ) : mayWrite() || proposing ? (
                <p class="actions">
                    {proposing && (
                        <button type="button" class="button" onClick={() => void propose(block)}>
                            {t("amendment.propose")}
                        </button>
                    )}
                    <button
                        type="button"
                        class={proposing ? "button quiet" : "button"}
                        hidden={!mayWrite()}
                        onClick={() => (focus.value = { block, thread: null, writing: { block } })}
                    >
                        {t("comments.onBlock")}
                    </button>
                </p>
            ) : (
                <p class="muted">{t("comments.closed")}</p>
            )}
        </>
    );
}

export const titleOf = (block: string) => {
    const lines = linesOf(block);
    return lines === "" ? t("comments.title") : t("lines.title", { lines });
};
