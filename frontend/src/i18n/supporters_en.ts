// Words about the supporters that an amendment needs, in English.
import type { supportersNb } from "./supporters_nb.ts";

export const supportersEn: Record<keyof typeof supportersNb, string> = {
    "reword.supportGoes":
        "1 supports it as it stood. Support is for the words that were read: once you say it anew it is gone, and they have to support it anew.|{n} support it as it stood. Support is for the words that were read: once you say it anew it is gone, and they have to support it anew.",
    "amendment.needs.everybody":
        "1 has to support it before it is taken up.|{n} have to support it before it is taken up.",
    "amendment.needs.members":
        "1 member has to support it before it is taken up.|{n} members have to support it before it is taken up.",
    "amendment.needs.units":
        "1 from {units} has to support it before it is taken up.|{n} from {units} have to support it before it is taken up.",
    "amendment.needs.different":
        "They have to come from at least 1 unit.|They have to come from at least {n} different units.",
    "process.supporterUnits": "Units that support must come from",
    "process.supporterUnitsHint": "Of so many different units somebody has to support an amendment. 0: of any.",
    "process.supportersFrom": "Support that counts",
    "process.supportersFrom.everybody": "from everybody",
    "process.supportersFrom.members": "from members",
    "process.supportersFrom.units": "from certain units or organisations",
    "process.supportersUnits": "Units and organisations whose support counts, with all below them",
};
