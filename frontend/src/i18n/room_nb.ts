// What the merge room says of what one did there, and of what others did meanwhile.
export const roomNb = {
    "merge.closed": "Redaksjonen arbeider nå videre uten tilskuere.",
    "merge.saidSettled": "Linje {line}: avgjort for hånd.",
    "merge.saidOpen": "Linje {line}: ikke avgjort.",
    "merge.saidReason": "{name}: begrunnelsen er lagret.",
    "merge.undone": "Angret. {what}.",
    "merge.undoneText": "Angret. Teksten ved linje {line} er som før.",
    "merge.undoneReason": "Angret. Begrunnelsen for {name} er som før.",
    "merge.nothingToUndo": "Du har ikke gjort noe her som kan angres.",
    "merge.notCounted": "Stedet ble endret mens du skrev, så teksten gjelder ikke. Les hva som står der nå.",
    "merge.notLeft": "{name} er ikke avvist, så det er ikke noe å begrunne.",
    "merge.leftBecauseBy": "Begrunnelse fra {name}:",
    "merge.reasonGone": "{name} er ikke her lenger. Det du har skrevet, blir ikke sendt.",
    "merge.reasonNotLeft":
        "{name} er ikke avvist lenger (nå: {now}). Det du har skrevet, blir ikke sendt, men er tatt vare på.",
    "merge.reasonOther": "{name} har skrevet dette mens du skrev:",
    "merge.reasonTaken": "{name} har tatt bort begrunnelsen mens du skrev.",
    "merge.reasonInstead": "Erstatt begrunnelsen",
    "merge.wordsWere": "{names}, om «{words}»",
    "merge.wordsMoved": "Stedet er endret siden du begynte å skrive ({about}). Les hva som står her nå, før du lagrer.",
    "merge.wordsHomeless": "Stedet du skrev for, er ikke åpent her nå ({about}). Teksten din er ikke tatt med.",
    "merge.wordsBeside": "Det du skriver her, er ikke lagret ennå.",
} as const;
