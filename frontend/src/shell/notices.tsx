import { signal } from "@preact/signals";
import { t } from "../i18n/words.ts";
import { connected, otherBuild } from "../live/live.ts";
import { somethingTyped } from "../ui/drafts.ts";
import { away } from "./reach.ts";

/** One sentence read out by screen readers and shown for a while: "Your vote is counted." */
const said = signal("");
let timer = 0;

/** `stays`: until the next sentence, for what is still under way. */
export function announce(sentence: string, stays = false): void {
    said.value = sentence;
    clearTimeout(timer);
    if (!stays) timer = window.setTimeout(() => (said.value = ""), 6000);
}

/** Under the bar: the server is away, another build runs, and what has just been done. */
export function Notices({ build }: { build: string }) {
    // Another build after a deploy: reload by itself when nothing can be lost, else ask.
    if (otherBuild.value && !somethingTyped() && document.visibilityState === "hidden") location.reload();
    const lost = away.value || connected.value === false;
    return (
        <>
            <div role="status" class="notice-place">
                {lost && (
                    <p class="notice notice-away">
                        <span class="pulse" aria-hidden="true" />
                        {away.value ? t("away.server") : t("away.live")}
                    </p>
                )}
                {otherBuild.value && build !== "" && (
                    <p class="notice">
                        {t("build.other")}{" "}
                        <button type="button" class="link" onClick={() => location.reload()}>
                            {t("build.reload")}
                        </button>
                    </p>
                )}
            </div>
            <div role="status" class={said.value === "" ? "toast" : "toast on"}>
                {said.value}
            </div>
        </>
    );
}
