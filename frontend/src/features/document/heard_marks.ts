// At the end of each block that changed because of what people answered to a consultation: a button that leads to those
// answers. It stands there for everybody, for the eye, for a finger and as a stop of the Tab key.
import { fetchHeardBlocks } from "../../api/response_routes.ts";
import { t } from "../../i18n/words.ts";
import { asked, blockNamed, linesOf, shown, text } from "./reading.ts";

/** What holds no button inside of it. */
const closed = new Set(["HR", "TABLE", "PRE", "UL", "OL"]);

function markOf(block: string, themes: number): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "heard-mark";
    button.dataset.ours = ""; // no part of the text that is counted
    button.textContent = t("heard.mark", { n: themes });
    const lines = linesOf(block);
    const where = lines === "" ? "" : `, ${t("lines", { lines, n: lines.includes("–") ? 2 : 1 })}`;
    button.setAttribute("aria-label", `${t("heard.mark", { n: themes })}. ${t("heard.behind")}${where}`);
    button.addEventListener("click", () => (asked.value = { what: "origin", block }));
    return button;
}

/** Where a button stands in the block: behind its own words, before blocks inside of it. */
function put(block: HTMLElement, button: HTMLButtonElement): void {
    if (closed.has(block.tagName)) return;
    const inner = block.tagName === "LI" || block.tagName === "BLOCKQUOTE" ? block.querySelector("p") : null;
    const place = inner !== null && inner.closest("[id]") === block ? inner : block;
    const below = [...place.children].find((child) => ["UL", "OL", "TABLE", "PRE"].includes(child.tagName));
    place.insertBefore(button, below ?? null);
}

/** The marks of the version that stands on the page; those of another one go. */
export async function showHeardMarks(): Promise<void> {
    const { id, version } = shown.value;
    const { items } = await fetchHeardBlocks(id);
    if (shown.value.version.number !== version.number) return;
    for (const old of text().querySelectorAll(".heard-mark")) old.remove();
    for (const { block, version: since, themes } of items) {
        const element = since <= version.number ? blockNamed(block) : null;
        if (element !== null) put(element, markOf(block, themes));
    }
}
