// Consultations, in Bokmål.
export const consultationNb = {
    "process.consultations": "Høringer",
    "consultation.draft": "Utkast",
    "consultation.coming": "Åpner senere",
    "consultation.open": "Åpen for svar",
    "consultation.closed": "Avsluttet",
    "consultation.answers": "1 svar|{n} svar",
    "consultation.export": "Last ned svarene (CSV)",
};
