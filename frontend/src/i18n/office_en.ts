// Words of the forms in which editors plan processes and ballots, in English.
import type { officeNb } from "./office_nb.ts";

export const officeEn: Record<keyof typeof officeNb, string> = {
    "refused.title": "This page cannot be shown",
    "kept.draft": "What you typed here last is kept.",
    "kept.anew": "Begin anew",
    "markdown.show": "Preview",
    "markdown.hide": "Hide the preview",
    "markdown.empty": "Nothing to show yet.",
    "markdown.preview": "Preview",
    "unit.processes": "Processes",
    "process.stageN": "Stage {n}",
    "process.moved": "{stage} is now stage {n} of {all}.",
    "process.untilHint": "Empty: as long as the stage lasts.",
    "process.supportersHint": "So many have to support an amendment before it is taken up.",
    "process.begin.title": "Begin “{stage}” now?",
    "process.begin.what": "“{now}” ends, and all who have the process open see it at once.",
    "process.begin.first": "All who have the process open see it at once.",
    "process.begin.now": "Begin the stage",
    "process.phaseNow": "Begin a stage now",
};
