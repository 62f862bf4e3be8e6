import type { Language } from "../api/nouns.ts";

/** One thing said, in every language. */
export type Sentences = Record<Language, string>;
