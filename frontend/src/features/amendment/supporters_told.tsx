// Of an amendment that is said anew: what becomes of those who support it, told to its sponsor before and to them after.
import type { Amendment, MyBacking } from "../../api/nouns.ts";
import { t } from "../../i18n/words.ts";

/** Support was for the wording that people saw; the sponsor is told for how many. */
export function SupportersTold({ reword }: { reword: Amendment }) {
    if (reword.supports === 0) return null;
    return <p class="notice warning">{t("reword.supportGoes", { n: reword.supports })}</p>;
}

/** Who supported the earlier wording supports the new one too, or leaves it. */
export function SupportedBefore({ onAnswer }: { onAnswer: (supports: boolean) => void }) {
    return (
        <div class="old-version carried">
            <p>{t("anew.supportedBefore")}</p>
            <p class="actions">
                <button type="button" class="button small" onClick={() => onAnswer(true)}>
                    {t("anew.supportNow")}
                </button>
                <button type="button" class="button small quiet" onClick={() => onAnswer(false)}>
                    {t("anew.letBe")}
                </button>
            </p>
        </div>
    );
}

/**
 * What is one's own of an amendment that is heard of, known as it was `before`: where it was said anew, one's support
 * was for the other words.
 */
export function backingOf(before: Amendment | undefined, now: Amendment, mine: MyBacking | null): MyBacking | null {
    if (mine === null || before === undefined || before.wording === now.wording || !mine.supported) return mine;
    return { ...mine, supported: false, supported_before: true };
}
