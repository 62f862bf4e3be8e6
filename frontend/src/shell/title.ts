import { me } from "./session.ts";

/** Names the page in the tab and to screen readers, as the server does where it knows the name. */
export function nameThePage(title: string): void {
    document.title = `${title} · ${me.value.settings.organisation}`;
}
