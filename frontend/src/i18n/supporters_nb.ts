// Words about the supporters that an amendment needs.
export const supportersNb = {
    "reword.supportGoes":
        "1 støtter forslaget slik det sto. Støtten gjelder ordene de leste: når du sier det på nytt, faller den bort, og de må støtte det på nytt.|{n} støtter forslaget slik det sto. Støtten gjelder ordene de leste: når du sier det på nytt, faller den bort, og de må støtte det på nytt.",
    "amendment.needs.everybody": "1 må støtte det før det tas opp.|{n} må støtte det før det tas opp.",
    "amendment.needs.members": "1 medlem må støtte det før det tas opp.|{n} medlemmer må støtte det før det tas opp.",
    "amendment.needs.units":
        "1 fra {units} må støtte det før det tas opp.|{n} fra {units} må støtte det før det tas opp.",
    "amendment.needs.different": "De må komme fra minst 1 ledd.|De må komme fra minst {n} ulike ledd.",
    "process.supporterUnits": "Ledd som støtten må komme fra",
    "process.supporterUnitsHint": "Fra så mange ulike ledd må noen støtte et forslag. 0: fra hvilke som helst.",
    "process.supportersFrom": "Støtten som teller",
    "process.supportersFrom.everybody": "fra alle",
    "process.supportersFrom.members": "fra medlemmer",
    "process.supportersFrom.units": "fra noen ledd eller organisasjoner",
    "process.supportersUnits": "Ledd og organisasjoner der støtten teller, med alle under dem",
} as const;
