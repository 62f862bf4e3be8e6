// What a body's own wording changes of the text, before it is published.
import type { AmendmentForm } from "../../api/routes.ts";
import { sentenceOf } from "../../i18n/problems.ts";
import { DifferenceView } from "./difference.tsx";
import { usePreview } from "./use_typed.ts";

export function WordingShown({
    document,
    version,
    wording,
}: {
    document: number;
    version: number;
    wording: Pick<AmendmentForm, "changes" | "markdown">;
}) {
    const { preview, wrong } = usePreview(document, { version, reason: "", ...wording });
    return (
        <div class="preview" role="status">
            {/* One that was carried is worded on its own version, which is told by no preview. */}
            {wrong !== null && wrong.code !== "version.stale_base" && <p class="muted">{sentenceOf(wrong)}</p>}
            {preview !== null && <DifferenceView rows={preview.difference} />}
        </div>
    );
}
