// At the foot of the list: how many are chosen, and the way to what a body says of them.
import { t } from "../../i18n/words.ts";
import { chosen, chosenOnes } from "./list_state.ts";

/** How many are chosen, and the way to what is said of them, wherever in the list one is. */
export function ChosenBar() {
    const n = chosenOnes.value.length;
    if (n === 0) return null;
    const goTo = () => {
        const form = document.getElementById("recommend");
        form?.scrollIntoView();
        form?.querySelector("select")?.focus({ preventScroll: true });
    };
    return (
        <div class="chosen-bar">
            <span role="status">{t("recommendation.chosen", { n })}</span>
            <button type="button" class="button small" onClick={goTo}>
                {t("recommendation.toForm")}
            </button>
            <button type="button" class="button quiet small" onClick={() => (chosen.value = new Set())}>
                {t("recommendation.chooseNone")}
            </button>
        </div>
    );
}
