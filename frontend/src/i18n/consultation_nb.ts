// Consultations, in Bokmål.
export const consultationNb = {
    "process.consultations": "Høringer",
    "consultation.draft": "Utkast",
    "consultation.coming": "Åpner senere",
    "consultation.open": "Åpen for svar",
    "consultation.closed": "Avsluttet",
    "consultation.answers": "1 svar|{n} svar",
    "consultation.export": "Last ned svarene (CSV)",
    "answer.saving": "Lagrer …",
    "answer.saved": "Lagret",
    "answer.away": "Ikke lagret ennå. Bruk knappen nederst.",
    "answer.elsewhere": "Endret i et annet vindu. Det du skriver her, lagres ikke av seg selv: bruk knappen nederst.",
    "answer.left": "1 tegn igjen|{n} tegn igjen",
    "answer.fileTooLarge": "{name} er for stor: høyst 10 MB.",
    "answer.working": "Nettleseren regner ferdig en oppgave som holder roboter ute. Svaret sendes straks.",
};
