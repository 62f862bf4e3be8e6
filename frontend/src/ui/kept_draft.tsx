import { useState } from "preact/hooks";
import { t } from "../i18n/words.ts";
import { readDraft } from "./drafts.ts";

interface Props {
    place: string;
    drop: () => void;
    /** Where there is more to say than that it is kept. */
    sentence?: string;
    /** Also where it was typed at this visit. */
    always?: boolean;
}

/** Says that the form shows what was typed at an earlier visit, and lets one begin anew from what the server has. */
export function KeptDraft({ place, drop, sentence, always = false }: Props) {
    const [kept, setKept] = useState(() => readDraft(place) !== null);
    if (!kept && !always) return null;
    return (
        <p class="kept-draft">
            {sentence ?? t("kept.draft")}{" "}
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
