// What the server put into the page for the script.
import { namesErased, readJson } from "../api/json.ts";
import type { Me } from "../api/nouns.ts";

export interface PageData {
    page: string;
    me: Me;
    data: unknown;
    build: string;
}

const source = () => document.getElementById("page")?.textContent ?? "{}";

export function readPage(): PageData {
    return readJson(source()) as PageData;
}

/** The page once the words of its language are there, in which names of erased accounts are told. */
export const withWords = (page: PageData): PageData => (namesErased(source()) ? readPage() : page);

/** The number after a word in the address: idIn("documents") of /documents/5/edit is 5. */
export function idIn(word: string): number {
    const parts = location.pathname.split("/");
    return Number(parts[parts.indexOf(word) + 1]);
}

export const parameter = (name: string) => new URLSearchParams(location.search).get(name);

/** Where to go after a sign-in: a path of our own, never another site. */
export function wayBack(): string {
    const path = parameter("to") ?? "/";
    return /^\/(?![/\\])/.test(path) ? path : "/";
}
