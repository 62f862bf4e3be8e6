// The themes with their responses, as the server has them, kept up to date by the process's events.
import { computed, signal } from "@preact/signals";
import { mergedInto } from "../reading/theme_tree.ts";
import { fetchResponses, type AnsweredTheme, type Responses } from "../../api/response_routes.ts";

export const all = signal<Responses>({
    consultation: { id: 0, title: "", process: 0, version: 0 },
    document: null,
    themes: [],
    merged: [],
    editions: [],
    may: { edit: false },
    last_event: 0,
});
export const chosen = signal<number>(0);
export const theme = computed(() => all.value.themes.find((one) => one.id === chosen.value) ?? null);
export const hasPassages = (one: AnsweredTheme) => Object.values(one.answers).some((n) => n > 0);

let loading: Promise<void> | null = null;
let again = false;
/** News that come while a list is under way are in the next one. */
export function load(consultation: number): Promise<void> {
    if (loading !== null) {
        again = true;
        return loading;
    }
    loading = fetchResponses(consultation)
        .then((fresh) => {
            all.value = fresh;
            // Who was at a theme that a colleague has merged away is at the one that has its passages.
            if (theme.value === null)
                chosen.value = mergedInto(chosen.value, fresh.merged, fresh.themes)?.id ?? chosen.value;
        })
        .finally(() => {
            loading = null;
            if (again) {
                again = false;
                void load(consultation);
            }
        });
    return loading;
}

export function choose(id: number): void {
    chosen.value = id;
    history.replaceState(null, "", `${location.pathname}?theme=${id}`);
}

/** How deep a theme stands; 0 at the top. */
export function depth(one: AnsweredTheme): number {
    let level = 0;
    for (let at = one.parent; at !== null && level < 4; level += 1)
        at = all.value.themes.find((other) => other.id === at)?.parent ?? null;
    return level;
}
