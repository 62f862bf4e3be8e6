// One vote of the voting list: what it is about, what bodies recommend, and for the chair the ways to move it.
import { Component } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Amendment } from "../../api/nouns.ts";
import type { VotingItem } from "../../api/voting_nouns.ts";
import { t } from "../../i18n/words.ts";
import { Icon } from "../../ui/icon.tsx";
import { DifferenceView } from "./difference.tsx";
import { linesOf } from "./naming.ts";
import { WhatIf } from "./voting_consequence.tsx";
import { doc, nameOf, textNear } from "./voting_store.ts";
import { VerdictChip } from "./verdict.tsx";

/** What is on its way from one place to another. */
export interface Dragged {
    item: VotingItem | null;
}

interface Props {
    item: VotingItem;
    amendment: Amendment | undefined;
    chair: boolean;
    first: boolean;
    last: boolean;
    dragged: Dragged;
    onStep: (item: VotingItem, by: -1 | 1, focus: string[]) => void;
    onDrop: (moved: VotingItem) => void;
    onEnter: () => void;
}

/** The way to an amendment with all that stands beside it. */
export function ToAmendment({ one }: { one: { amendment: number; number: number } }) {
    return (
        <a class="amendment-name" href={`/documents/${doc.value.id}/amendments#amendment-${one.amendment}`}>
            <strong>{nameOf(one.number)}</strong>
        </a>
    );
}

function Head({ item }: { item: VotingItem }) {
    return (
        <p class="comment-head">
            <ToAmendment one={item} />
            <span class="muted">
                {[linesOf(item), item.sponsor_unit || item.sponsor.name].filter(Boolean).join(" · ")}
            </span>
            {item.sort !== null && <span class="chip">{t(`amendment.sort.${item.sort}`)}</span>}
            {item.carried !== "clean" && (
                <span class="chip against">{t(`amendment.carriedShort.${item.carried}`)}</span>
            )}
            {item.recommendations.map((one, i) => (
                <VerdictChip {...one} key={i}>
                    {t("votingList.recommended", { unit: one.unit, verdict: t(`verdict.${one.verdict}`) })}
                </VerdictChip>
            ))}
            {item.same.length > 0 && (
                <span class="chip">
                    {t("votingList.same", { names: item.same.map((one) => nameOf(one.number)).join(", ") })}
                </span>
            )}
        </p>
    );
}

function ChairActs({ item, first, last, onStep, onEnter }: Props) {
    const name = nameOf(item.number);
    const here = `#vote-${item.amendment}`;
    return (
        <>
            <button
                type="button"
                class="icon-button up"
                aria-label={t("votingList.up", { name })}
                disabled={first}
                onClick={() => onStep(item, -1, [`${here} .up:enabled`, `${here} .down:enabled`])}
            >
                <Icon name="up" />
            </button>
            <button
                type="button"
                class="icon-button down turned"
                aria-label={t("votingList.down", { name })}
                disabled={last}
                onClick={() => onStep(item, 1, [`${here} .down:enabled`, `${here} .up:enabled`])}
            >
                <Icon name="up" />
            </button>
            <button
                type="button"
                class="button small enter"
                aria-label={t("votingList.enterFor", { name })}
                onClick={onEnter}
            >
                {t("votingList.enter")}
            </button>
        </>
    );
}

function Body(props: Props) {
    const { item, amendment, chair } = props;
    const [asking, setAsking] = useState(false);
    useEffect(() => void textNear(item), [item, amendment === undefined]);
    return (
        <>
            <Head item={item} />
            {item.kind === "principle" ? (
                <p class="instruction">{item.instruction}</p>
            ) : (
                amendment !== undefined && <DifferenceView rows={amendment.difference} />
            )}
            <p class="vote-acts on-screen">
                {chair && <ChairActs {...props} />}
                {item.carried === "clean" && (
                    <button type="button" class="act" onClick={() => setAsking(true)}>
                        {t("votingList.what")} <span class="hidden">{nameOf(item.number)}</span>
                    </button>
                )}
            </p>
            {asking && <WhatIf item={item} onClose={() => setAsking(false)} />}
        </>
    );
}

function Shown(props: Props) {
    const { item, chair, dragged, onStep, onDrop } = props;
    const [over, setOver] = useState(false);
    const moving = chair && {
        tabIndex: 0,
        draggable: true,
        onKeyDown: (event: KeyboardEvent) => {
            if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
            if ((event.target as HTMLElement).closest("dialog") !== null) return;
            event.preventDefault();
            onStep(item, event.key === "ArrowUp" ? -1 : 1, [`#vote-${item.amendment}`]);
        },
        onDragStart: (event: DragEvent) => {
            dragged.item = item;
            event.dataTransfer?.setData("text/plain", nameOf(item.number));
        },
        onDragOver: (event: DragEvent) => {
            if (dragged.item === null || dragged.item === item) return;
            event.preventDefault();
            setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDragEnd: () => (dragged.item = null),
        onDrop: (event: DragEvent) => {
            event.preventDefault();
            setOver(false);
            if (dragged.item !== null && dragged.item !== item) onDrop(dragged.item);
            dragged.item = null;
        },
    };
    return (
        <article
            id={`vote-${item.amendment}`}
            class={over ? "vote-item over" : "vote-item"}
            aria-label={nameOf(item.number)}
            tabIndex={-1}
            {...moving}
        >
            <Body {...props} />
        </article>
    );
}

/** Drawn anew only when what it shows is another: a list of thousands is drawn again with every result. */
export class Vote extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
        const now = this.props;
        return (
            next.item !== now.item ||
            next.amendment !== now.amendment ||
            next.first !== now.first ||
            next.last !== now.last
        );
    }
    override render() {
        return <Shown {...this.props} />;
    }
}
