import { useState } from "preact/hooks";
import { t } from "../i18n/words.ts";
import { readDraft } from "./drafts.ts";

/** Says that the form shows what was typed at an earlier visit, and lets one begin anew from what the server has. */
export function KeptDraft({ place, drop }: { place: string; drop: () => void }) {
    const [kept, setKept] = useState(() => readDraft(place) !== null);
    if (!kept) return null;
    return (
        <p class="kept-draft">
            {t("kept.draft")}{" "}
            <button
                type="button"
                class="link"
                onClick={() => {
                    drop();
                    setKept(false);
                }}
            >
                {t("kept.anew")}
            </button>
        </p>
    );
}
