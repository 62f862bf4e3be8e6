// The other amendments to the same passage: those that say the same, much the same, or otherwise.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Amendment, AmendmentAnswer, Clusters, MyBacking } from "../../api/nouns.ts";
import { fetchClusters, joinAmendment } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { AskOnce } from "../../ui/ask_once.tsx";
import { useSubmission } from "../../ui/submission.ts";
import { linesOf, nameOf } from "./naming.ts";
import { filter, set } from "./filters.tsx";

export const clusters = signal<Clusters>({ version: 0, clusters: [], neighbours: {} });

export async function loadClusters(document: number): Promise<void> {
    const found = await fetchClusters(document);
    clusters.value = { ...found, clusters: found.clusters.toSorted((a, b) => a.line_from - b.line_from) };
}

const kinds = ["same", "similar", "colliding"] as const;

/** The passage that an amendment shares with its neighbours. */
function passageOf(amendment: Amendment): { from: number; to: number } {
    const { line_from, line_to } = amendment;
    const found = clusters.value.clusters.find((one) => one.line_from <= line_to && one.line_to >= line_from);
    return { from: found?.line_from ?? line_from, to: found?.line_to ?? line_to };
}

interface Props {
    amendment: Amendment;
    mine: MyBacking | null;
    onChange: (answer: AmendmentAnswer) => void;
}

/** One's own goes together with another that says the same, or nearly: it is withdrawn, and its sponsors join. */
function Join({ amendment, into, onChange }: Omit<Props, "mine"> & { into: { id: number; number: number } }) {
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

export function Neighbours({ amendment, mine, onChange }: Props) {
    const found = clusters.value.neighbours[amendment.id];
    if (found === undefined || amendment.state !== "submitted") return null;
    return (
        <div class="neighbours muted">
            {kinds
                .filter((kind) => found[kind].length > 0)
                .map((kind) => (
                    <span key={kind}>
                        {t(`amendment.neighbours.${kind}`)}{" "}
                        {found[kind].map((one) => t("amendment.name", { n: String(one.number) })).join(", ")}
                    </span>
                ))}
            {filter.value.lines === null && (
                <button type="button" class="act" onClick={() => set({ lines: passageOf(amendment) })}>
                    {t("amendment.together")}
                </button>
            )}
            {mine?.author === true &&
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
