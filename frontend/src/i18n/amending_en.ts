// The same in English.
import type { amendingNb } from "./amending_nb.ts";

export const amendingEn: Record<keyof typeof amendingNb, string> = {
    "amending.propose": "Propose a change to this",
    "amending.to": "Amends {name}",
    "amending.by": "Amendments to this: {count}",
    "amending.text": "The text as {name} would have it",
    "amending.hint": "Change the words. The rest of the amendment stays as it is.",
};
