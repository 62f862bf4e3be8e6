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
};
