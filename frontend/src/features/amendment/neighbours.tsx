// The other amendments to the same passage: those that say the same, much the same, or otherwise.
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Amendment, AmendmentAnswer, Clusters, MyBacking } from "../../api/nouns.ts";
import { fetchClusters, joinAmendment } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { AskOnce } from "../../ui/ask_once.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { isVotedOn } from "./carried.tsx";
import { linesOf, nameOf } from "./naming.ts";
import { filter, set } from "./filters.tsx";

export const noClusters: Clusters = { version: 0, clusters: [], neighbours: {} };
/** Of the document that the page is about. */
export const clusters = signal(noClusters);

/** How the pending amendments to a document stand to one another, its passages by line. */
export async function clustersOf(document: number): Promise<Clusters> {
    const found = await fetchClusters(document);
    return { ...found, clusters: found.clusters.toSorted((a, b) => a.line_from - b.line_from) };
}

export async function loadClusters(document: number): Promise<void> {
    clusters.value = await clustersOf(document);
}

const kinds = ["same", "similar", "colliding"] as const;

/** The passage that an amendment shares with its neighbours. */
function passageOf(amendment: Amendment, among: Clusters): { from: number; to: number } {
    const { line_from, line_to } = amendment;
    const found = among.clusters.find((one) => one.line_from <= line_to && one.line_to >= line_from);
    return { from: found?.line_from ?? line_from, to: found?.line_to ?? line_to };
}

/** In the list: only those on the passage are shown. */
export function Together({ amendment }: { amendment: Amendment }) {
    if (filter.value.lines !== null) return null;
    return (
        <button type="button" class="act" onClick={() => set({ lines: passageOf(amendment, clusters.value) })}>
            {t("amendment.together")}
        </button>
    );
}

/** Elsewhere: to the list, where only those on the passage are shown. */
export function TogetherInList({ amendment, among }: { amendment: Amendment; among: Clusters }) {
    const { from, to } = passageOf(amendment, among);
    return (
        <a class="act" href={`/documents/${amendment.document}/amendments?lines=${from}-${to}`}>
            {t("amendment.together")}
        </a>
    );
}

interface Props {
    amendment: Amendment;
    /** Of its document. */
    among: Clusters;
    mine: MyBacking | null;
    /** The way to the passage. */
    children?: ComponentChildren;
    onChange: (answer: AmendmentAnswer) => void;
}

/** One's own goes together with another that says the same, or nearly: it is withdrawn, and its sponsors join. */
function Join({
    amendment,
    into,
    onChange,
}: Pick<Props, "amendment" | "onChange"> & { into: { id: number; number: number } }) {
    const [asking, setAsking] = useState(false);
    const submission = useSubmission();
    const name = t("amendment.name", { n: String(into.number) });
    return (
        <>
            <button type="button" class="act" onClick={() => setAsking(true)}>
                {t("amendment.join", { name })}
            </button>
            {asking && (
                <AskOnce
                    title={t("amendment.join", { name })}
                    text={t("amendment.joinText", { name, own: nameOf(amendment) })}
                    word={t("amendment.joinNow")}
                    submission={submission}
                    onYes={() =>
                        void submission.send(
                            () => joinAmendment(amendment.id, into.id),
                            (answer) => {
                                setAsking(false);
                                onChange(answer);
                            },
                        )
                    }
                    onClose={() => setAsking(false)}
                />
            )}
        </>
    );
}

export function Neighbours({ amendment, among, mine, children, onChange }: Props) {
    const found = among.neighbours[amendment.id];
    if (found === undefined || amendment.state !== "submitted") return null;
    return (
        <div class="neighbours muted">
            {kinds
                .filter((kind) => found[kind].length > 0)
                .map((kind) => (
                    <span key={kind} class={`neighbours-${kind}`}>
                        {t(`amendment.neighbours.${kind}`)}{" "}
                        {found[kind].map((one, i) => (
                            <span key={one.id}>
                                {i > 0 && ", "}
                                <a href={`/documents/${amendment.document}/amendments#amendment-${one.id}`}>
                                    {nameOf(one)}
                                </a>
                            </span>
                        ))}
                    </span>
                ))}
            {children}
            {mine?.author === true &&
                !isVotedOn(amendment) &&
                [...found.same, ...found.similar]
                    .slice(0, 3)
                    .map((one) => <Join key={one.id} amendment={amendment} into={one} onChange={onChange} />)}
        </div>
    );
}

/** Where several amendments meet: each passage leads to those on it, which are read and decided together. */
export function Passages() {
    const all = clusters.value.clusters;
    if (all.length === 0) return null;
    return (
        <details class="meeting-places">
            <summary>{t("amendment.clusters", { n: all.length })}</summary>
            <ul>
                {all.map(({ line_from: from, line_to: to, count }) => (
                    <li key={from}>
                        <button type="button" class="link" onClick={() => set({ lines: { from, to } })}>
                            {linesOf({ line_from: from, line_to: to })}
                        </button>{" "}
                        <span class="muted">{t("amendment.clusterOf", { n: count })}</span>
                    </li>
                ))}
            </ul>
        </details>
    );
}
