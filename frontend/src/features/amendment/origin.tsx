// "Why is this here?": the versions that changed a block's words, newest first, and what brought each change.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OriginStep } from "../../api/nouns.ts";
import { fetchOrigin } from "../../api/routes.ts";
import { day, t } from "../../i18n/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { DifferenceView, nameOf, Recommendations } from "./card.tsx";

export function Origin({
    document,
    version,
    block,
    children,
    onClose,
}: {
    document: number;
    version: number;
    block: string;
    /** What else is known of it, above the versions. */
    children?: ComponentChildren;
    onClose: () => void;
}) {
    const [chain, setChain] = useState<OriginStep[] | null>(null);
    useEffect(() => {
        void fetchOrigin(document, version, block).then((found) => setChain(found.chain), onClose);
    }, [block, version]);
    return (
        <Dialog kind="sheet" title={t("origin.title")} onClose={onClose}>
            {children}
            <ol class="versions">
                {chain?.map((step) => (
                    <li key={step.version}>
                        <a href={`/documents/${document}/versions/${step.version}#${block}`}>
                            {t("version.number", { n: step.version })}
                        </a>
                        <span class="muted">
                            {step.author?.name}
                            {step.at !== null && <> · {day(step.at)}</>}
                        </span>
                        {step.note !== "" && <p>{step.note}</p>}
                        {step.amendments.map((amendment) => (
                            <div class="amendment" key={amendment.id}>
                                <strong>{nameOf(amendment)}</strong>{" "}
                                <span class="muted">{amendment.sponsor_unit?.name ?? amendment.sponsor.name}</span>
                                <DifferenceView rows={amendment.difference} />
                                {amendment.reason !== "" && <p>{amendment.reason}</p>}
                                <Recommendations list={amendment.recommendations} />
                            </div>
                        ))}
                        {step.amendments.length === 0 && step.version > 1 && (
                            <p class="muted">{t("origin.byEditors")}</p>
                        )}
                    </li>
                ))}
            </ol>
        </Dialog>
    );
}
