// What report pages, papers and mails say, in the reader's language.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/account/account.hpp"
#include "features/mail_texts.hpp"
#include "features/responses/told_report.hpp"

namespace samrad::features {

std::string status_word(domain::ResponseStatus status, domain::Language language);
// "Versjon 2, linje 14", and where the newest version has it no more, that it has not.
std::string place_word(const ToldBlock& block, domain::Language language);
// Each voice with how many answers, "færre enn 5" where hidden; voices that said nothing are left out.
std::vector<std::pair<std::string, std::string>> count_words(const domain::ShownByVoice& counts,
                                                             domain::Language language);
// What the numbers are.
std::string count_note(domain::Language language);
std::string open_note(domain::Language language);

// To somebody who wanted to know what became of an answer. `again`: it was told before, and something is answered anew.
MailText outcome_mail(domain::Language language, const Site& site, const domain::Consultation& consultation,
                      const std::string& token, bool again);

}  // namespace samrad::features
