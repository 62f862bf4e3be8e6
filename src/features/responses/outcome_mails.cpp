#include "features/responses/outcome_mails.hpp"

#include "features/responses/report_words.hpp"
#include "features/tokens.hpp"
#include "storage/consultations.hpp"
#include "storage/outbox.hpp"
#include "storage/outcomes.hpp"

namespace samrad::features {

bool tell_outcomes(storage::Pool& pool, const Site& site, int most) {
    storage::Transaction tx(pool, storage::Mode::write);
    const auto mailing = storage::take_mailing(tx);
    if (!mailing) return false;
    const auto consultation = storage::find_consultation(tx, mailing->consultation).value();
    const auto batch = storage::next_told(tx, *mailing, most);
    for (const auto& one : batch) {
        const auto token = new_token();
        storage::add_outcome_link(tx, *mailing, one.answer, hash_token(token));
        const auto language = one.language == domain::FormLanguage::en ? domain::Language::en : domain::Language::nb;
        const auto mail = outcome_mail(language, site, consultation, token, mailing->edition > 1);
        storage::add_mail(tx, one.email, mail.subject, mail.body);
    }
    const bool done = int(batch.size()) < most;
    const auto up_to = batch.empty() ? AnswerId{mailing->after_answer} : batch.back().answer;
    storage::step_mailing(tx, *mailing, up_to, int(batch.size()), done);
    tx.commit();
    return true;
}

}  // namespace samrad::features
