// Telling contributors what became of their answers: the mailed links, and how far the mails are written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/consultation/consultation.hpp"
#include "domain/form/form.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// An answer as its author follows it; what is redacted is blacked out here too, for the link may be passed on.
struct FollowedAnswer {
    AnswerId id;
    ConsultationId consultation;
    int revision = 1;          // of the form
    std::int64_t receipt = 0;  // 0 where there is none yet
    std::string content;
    domain::FormLanguage language = domain::FormLanguage::nb;
    bool own_link = false;  // reached by the link that lets one change it
};
// By the hash of the answer's own link or of one that was mailed. Nothing where it was not sent, or is no more.
std::optional<FollowedAnswer> follow_answer(Transaction& tx, const std::string& token_hash);

// An edition of which not everybody is told yet.
struct Mailing {
    ConsultationId consultation;
    int edition = 0;
    std::int64_t after_answer = 0;
};
// Locked until the commit, and left out by others meanwhile.
std::optional<Mailing> take_mailing(Transaction& tx);
struct Told {
    AnswerId answer;
    std::string email;
    domain::FormLanguage language = domain::FormLanguage::nb;
};
// The next answers whose authors are to be told: they wanted it, sent the answer before the edition, and have an
// address. Of the first edition all, of a later one those with a passage under a theme that is answered anew.
std::vector<Told> next_told(Transaction& tx, const Mailing& mailing, int limit);
void add_outcome_link(Transaction& tx, const Mailing& mailing, AnswerId answer, const std::string& token_hash);
// Up to which answer they are told now, and how many more; `done`: all are.
void step_mailing(Transaction& tx, const Mailing& mailing, AnswerId up_to, int told, bool done);

// How many mails were written for an edition, and whether that is all.
struct MailingCount {
    int told = 0;
    bool done = false;
};
MailingCount count_mailing(Transaction& tx, ConsultationId consultation, int edition);

}  // namespace samrad::storage
