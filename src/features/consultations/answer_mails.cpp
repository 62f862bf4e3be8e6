#include "features/consultations/answer_mails.hpp"

namespace samrad::features {

using std::string;

MailText receipt_mail(domain::Language language, const Site& site, const string& link) {
    if (language == domain::Language::nb) {
        return {"Kvittering for svaret ditt – " + site.organisation,
                "Hei!\n\nVi har tatt imot svaret ditt. Her kan du se det, endre det så lenge høringen er åpen, og "
                "trekke det tilbake:\n\n" +
                    site.public_address + link +
                    "/receipt\n\nDen som har lenken, har svaret: ikke gi den videre.\n\nVennlig hilsen\n" +
                    site.organisation + "\n"};
    }
    return {"Receipt for your answer – " + site.organisation,
            "Hello,\n\nWe have received your answer. Here you can see it, change it while the consultation is open, "
            "and withdraw it:\n\n" +
                site.public_address + link +
                "/receipt\n\nWhoever has the link has the answer: do not pass it on.\n\nKind regards,\n" +
                site.organisation + "\n"};
}

MailText confirmation_mail(domain::Language language, const Site& site, const string& link) {
    if (language == domain::Language::nb) {
        return {"Bekreft svaret ditt – " + site.organisation,
                "Hei!\n\nNoen, trolig du, har svart på en høring og oppgitt denne adressen. Svaret teller først når du "
                "har bekreftet det her, senest om 24 timer:\n\n" +
                    site.public_address + link +
                    "\n\nVar det ikke du, kan du se bort fra denne meldingen.\n\nVennlig hilsen\n" + site.organisation +
                    "\n"};
    }
    return {"Confirm your answer – " + site.organisation,
            "Hello,\n\nSomebody, probably you, answered a consultation and gave this address. The answer counts only "
            "once you have confirmed it here, within 24 hours:\n\n" +
                site.public_address + link +
                "\n\nIf it was not you, take no notice of this message.\n\nKind regards,\n" + site.organisation + "\n"};
}

}  // namespace samrad::features
