// Words about amendments that are said anew, and about what is told to those who stand behind them.
export const anewNb = {
    "anew.worded": "Sagt på nytt av forslagsstilleren, på versjon {n}, {when}.",
    "anew.outdated": "om en tidligere ordlyd",
    "anew.outdatedWhy": "Forslagsstilleren har sagt det på nytt siden. Innstillingen gjelder ikke de nye ordene.",
    "anew.saw": "Ordene det ble innstilt på:",
    "anew.sawSummary": "Ordene det ble innstilt på",
    "anew.bodyWords": "Slik ville {unit} ha dem:",
    "anew.supportedBefore":
        "Du støttet dette slik det sto før. Forslagsstilleren har sagt det på nytt, og støtten din gjelder ikke de nye ordene.",
    "anew.supportNow": "Støtt den nye ordlyden",
    "anew.letBe": "La det være",
    "anew.supports": "Sagt på nytt siden du støttet det",
    "anew.own": "Dine egne",
    "anew.collided": "Senere forslag kolliderer med dine",
    "anew.collidedWith": "{name} kolliderer nå med",
    "anew.typedForEarlier": "Det du skrev for en tidligere ordlyd av forslaget",
    "front.canSupport": "Et forslag du støttet, er sagt på nytt",
    "front.support": "Se den nye ordlyden",
    "front.collided": "Et senere forslag kolliderer med ditt",
    "front.seeWaiting": "Se hva som venter",
    "front.seeCollision": "Se hvilke",
} as const;
