// Words of the forms in which editors plan processes and ballots, in Bokmål.
export const officeNb = {
    "kept.draft": "Det du skrev her sist, er tatt vare på.",
    "kept.anew": "Begynn på nytt",
    "markdown.show": "Forhåndsvis",
    "markdown.hide": "Skjul forhåndsvisningen",
    "markdown.empty": "Ingenting å vise ennå.",
    "markdown.preview": "Forhåndsvisning",
    "process.stageN": "Fase {n}",
    "process.moved": "{stage} er nå fase {n} av {all}.",
    "process.untilHint": "Tomt: så lenge fasen varer.",
    "process.supportersHint": "Så mange må støtte et forslag før det tas opp.",
    "process.begin.title": "Starte «{stage}» nå?",
    "process.begin.what": "«{now}» avsluttes, og alle som har saken åpen, ser det med en gang.",
    "process.begin.first": "Alle som har saken åpen, ser det med en gang.",
    "process.begin.now": "Start fasen",
    "process.phaseNow": "Start en fase nå",
} as const;
