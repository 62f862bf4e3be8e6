// Consultations, in English.
import type { consultationNb } from "./consultation_nb.ts";

export const consultationEn: Record<keyof typeof consultationNb, string> = {
    "process.consultations": "Consultations",
    "consultation.draft": "Draft",
    "consultation.coming": "Opens later",
    "consultation.open": "Open for answers",
    "consultation.closed": "Closed",
    "consultation.answers": "1 answer|{n} answers",
    "consultation.export": "Download the answers (CSV)",
    "answer.saving": "Saving …",
    "answer.saved": "Saved",
    "answer.away": "Not saved yet. Use the button below.",
    "answer.elsewhere": "Changed in another window. What you write here is not saved by itself: use the button below.",
    "answer.left": "1 character left|{n} characters left",
    "answer.fileTooLarge": "{name} is too large: 10 MB at most.",
    "answer.working": "The browser finishes a task that keeps robots out. The answer is sent in a moment.",
};
