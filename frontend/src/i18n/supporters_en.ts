// Words about the supporters that an amendment needs, in English.
import type { supportersNb } from "./supporters_nb.ts";

export const supportersEn: Record<keyof typeof supportersNb, string> = {
    "amendment.supportersMissing":
        "needs 1 more supporter before it is taken up|needs {n} more supporters before it is taken up",
};
