// Texts about amendments to amendments, in Bokmål.
export const amendingNb = {
    "amending.propose": "Foreslå endring i forslaget",
    "amending.to": "Endrer {name}",
    "amending.by": "Endringsforslag til dette: {count}",
    "amending.text": "Teksten slik {name} vil ha den",
    "amending.hint": "Endre ordene. Resten av forslaget blir som det er.",
} as const;
