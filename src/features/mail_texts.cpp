#include "features/mail_texts.hpp"

namespace samrad::features {

namespace {

using domain::Language;
using std::string;
using std::string_view;

string link(const Site& site, string_view page, string_view token) {
    return site.public_address + "/" + string(page) + "?token=" + string(token);
}

string_view role_word(Language language, domain::Role role) {
    const bool nb = language == Language::nb;
    switch (role) {
        case domain::Role::member: return nb ? "medlem" : "a member";
        case domain::Role::editor: return nb ? "redaktør" : "an editor";
        case domain::Role::moderator: return nb ? "moderator" : "a moderator";
        case domain::Role::administrator: return nb ? "administrator" : "an administrator";
    }
    return "";
}

// Greeting and signature around the paragraphs.
MailText letter(Language language, const Site& site, const string& subject, const string& text) {
    const bool nb = language == Language::nb;
    return {subject + " – " + site.organisation, string(nb ? "Hei!\n\n" : "Hello,\n\n") + text +
                                                     (nb ? "\n\nVennlig hilsen\n" : "\n\nKind regards,\n") +
                                                     site.organisation + "\n" + site.public_address + "\n"};
}

}  // namespace

MailText confirm_mail(Language language, const Site& site, string_view token) {
    const string address = link(site, "confirm", token);
    if (language == Language::nb) {
        return letter(
            language, site, "Bekreft e-postadressen din",
            "Noen, trolig du, har opprettet en konto med denne adressen. Åpne lenken for å bekrefte den:\n\n" +
                address +
                "\n\nLenken virker én gang, i 24 timer. Var det ikke du som ba om den, kan du se bort fra "
                "denne e-posten: Uten lenken blir det ingen konto.");
    }
    return letter(language, site, "Confirm your address",
                  "Somebody, probably you, created an account with this address. Open the link to confirm it:\n\n" +
                      address +
                      "\n\nThe link works once, for 24 hours. If it was not you who asked for it, ignore this mail: "
                      "without the link there will be no account.");
}

MailText reset_mail(Language language, const Site& site, string_view token) {
    const string address = link(site, "reset", token);
    if (language == Language::nb) {
        return letter(
            language, site, "Velg nytt passord",
            "Noen, trolig du, har bedt om å få velge nytt passord. Det gjør du her:\n\n" + address +
                "\n\nLenken virker én gang, i én time. Var det ikke du som ba om den, kan du se bort fra denne "
                "e-posten: Passordet ditt er som før.");
    }
    return letter(language, site, "Choose a new password",
                  "Somebody, probably you, asked to choose a new password. You can do so here:\n\n" + address +
                      "\n\nThe link works once, for one hour. If it was not you who asked for it, ignore this mail: "
                      "your password is as it was.");
}

MailText account_exists_mail(Language language, const Site& site, string_view invitation) {
    const bool nb = language == Language::nb;
    string text =
        nb ? "Noen, trolig du, ville opprette en konto med denne adressen. Men du har en konto allerede. Logg "
             "inn her:\n\n" +
                 site.public_address +
                 "/sign-in\n\nHar du glemt passordet, velger du et nytt "
                 "her:\n\n" +
                 site.public_address + "/forgot"
           : "Somebody, probably you, wanted to create an account with this address. But you have one "
             "already. Sign in here:\n\n" +
                 site.public_address +
                 "/sign-in\n\nIf you have forgotten your "
                 "password, choose a new one here:\n\n" +
                 site.public_address + "/forgot";
    if (!invitation.empty()) {
        text += (nb ? "\n\nInvitasjonen din venter her når du har logget inn:\n\n"
                    : "\n\nYour invitation waits here once you have signed in:\n\n") +
                link(site, "invitation", invitation);
    }
    text += nb ? "\n\nVar det ikke du, trenger du ikke gjøre noe." : "\n\nIf it was not you, there is nothing to do.";
    return letter(language, site, nb ? "Du har en konto allerede" : "You have an account already", text);
}

MailText password_changed_mail(Language language, const Site& site) {
    if (language == Language::nb) {
        return letter(language, site, "Passordet ditt er endret",
                      "Passordet til kontoen din er nettopp endret, og du er logget ut overalt. Var det ikke du som "
                      "endret det, velger du straks et nytt her:\n\n" +
                          site.public_address + "/forgot");
    }
    return letter(language, site, "Your password was changed",
                  "The password of your account was changed just now, and you are signed out everywhere. If it was not "
                  "you who changed it, choose a new one at once:\n\n" +
                      site.public_address + "/forgot");
}

MailText invitation_mail(Language language, const Site& site, string_view token, string_view unit_name,
                         domain::Role role) {
    const string address = link(site, "invitation", token);
    const string unit(unit_name);
    const string as(role_word(language, role));
    if (language == Language::nb) {
        return letter(language, site, "Du er invitert til " + unit,
                      "Du er invitert til " + unit + " som " + as + ". Åpne lenken for å takke ja:\n\n" + address +
                          "\n\nLenken virker én gang, i 14 dager, og bare for denne adressen.");
    }
    return letter(language, site, "You are invited to " + unit,
                  "You are invited to " + unit + " as " + as + ". Open the link to accept:\n\n" + address +
                      "\n\nThe link works once, for 14 days, and for this address only.");
}

MailText hearing_mail(Language language, const Site& site, const HearingMail& hearing) {
    const string address = site.public_address + "/hearing/" + string(hearing.token);
    const string title(hearing.consultation), who(hearing.consultee), closes(hearing.closes);
    if (language == Language::nb) {
        return letter(language, site, (hearing.reminds ? "Påminnelse om høring: " : "Høring: ") + title,
                      who +
                          (hearing.reminds ? " har fått denne høringen, men vi har ikke sett noe svar ennå:\n\n"
                                           : " er bedt om å svare på denne høringen:\n\n") +
                          title + "\n\nFristen er " + closes + ". Les og svar her:\n\n" + address +
                          "\n\nLenken er deres egen. Den som har den, svarer for " + who +
                          ", og kan også si fra at dere ikke vil svare.");
    }
    return letter(language, site, (hearing.reminds ? "Reminder of a consultation: " : "Consultation: ") + title,
                  who +
                      (hearing.reminds ? " was sent this consultation, and we have not seen an answer yet:\n\n"
                                       : " is asked to answer this consultation:\n\n") +
                      title + "\n\nIt closes on " + closes + ". Read it and answer here:\n\n" + address +
                      "\n\nThe link is your own. Whoever has it answers for " + who +
                      ", and can also say that you will not answer.");
}

}  // namespace samrad::features
