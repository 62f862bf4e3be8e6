// The other amendments to the same passage: those that say the same, much the same, or otherwise.
import { signal } from "@preact/signals";
import type { Amendment, Clusters } from "../../api/nouns.ts";
import { fetchClusters } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { filter, set } from "./filters.tsx";

export const clusters = signal<Clusters>({ version: 0, clusters: [], neighbours: {} });

export async function loadClusters(document: number): Promise<void> {
    clusters.value = await fetchClusters(document);
}

const kinds = ["same", "similar", "colliding"] as const;

/** The passage that an amendment shares with its neighbours. */
function passageOf(amendment: Amendment): { from: number; to: number } {
    const { line_from, line_to } = amendment;
    const found = clusters.value.clusters.find((one) => one.line_from <= line_to && one.line_to >= line_from);
    return { from: found?.line_from ?? line_from, to: found?.line_to ?? line_to };
}

export function Neighbours({ amendment }: { amendment: Amendment }) {
    const found = clusters.value.neighbours[amendment.id];
    if (found === undefined || amendment.state !== "submitted") return null;
    return (
        <p class="neighbours muted">
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
        </p>
    );
}
