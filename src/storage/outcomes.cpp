#include "storage/outcomes.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

using std::int64_t;
using std::string;

std::optional<FollowedAnswer> follow_answer(Transaction& tx, const string& token_hash) {
    const auto row = tx.sql().query01<int64_t, int64_t, int, int64_t, string, string, bool>(
        "select a.id, a.consultation_id, a.revision, coalesce(a.receipt, 0), coalesce(a.shown, a.content), a.language, "
        "not "
        "exists (select from outcome_links o where o.token_hash = $1) from answers a where a.state in ('submitted', "
        "'held', "
        "'unconfirmed', 'refused') and "
        "a.id in (select id from answers where token_hash = $1 union all select answer_id from answer_links where "
        "token_hash = $1 union all select answer_id from outcome_links where token_hash = $1)",
        pqxx::params{pqxx::binary_cast(token_hash)});
    if (!row) return std::nullopt;
    const auto& [id, consultation, revision, receipt, content, language, own] = *row;
    return FollowedAnswer{AnswerId{id}, ConsultationId{consultation},
                          revision,     receipt,
                          content,      from_name<domain::FormLanguage>(language).value(),
                          own};
}

std::optional<Mailing> take_mailing(Transaction& tx) {
    const auto row = tx.sql().query01<int64_t, int, int64_t>(
        "select consultation_id, edition, after_answer from outcome_mailings where done_at is null order by "
        "consultation_id, edition limit 1 for update skip locked");
    if (!row) return std::nullopt;
    const auto& [consultation, edition, after] = *row;
    return Mailing{ConsultationId{consultation}, edition, after};
}

std::vector<Told> next_told(Transaction& tx, const Mailing& mailing, int limit) {
    std::vector<Told> found;
    for (auto [answer, email, language] : tx.sql().query<int64_t, string, string>(
             "select a.id, coalesce(a.email, p.email), a.language from answers a join report_editions e on "
             "e.consultation_id = a.consultation_id and e.number = $2 left join accounts p on p.id = a.account_id "
             "where a.consultation_id = $1 and a.state = 'submitted' and a.wants_outcome and a.id > $3 and "
             "a.submitted_at <= e.published_at and coalesce(a.email, p.email) is not null and ($2 = 1 or exists "
             "(select from marks m join report_themes n on n.theme_id = m.theme_id and n.consultation_id = $1 and "
             "n.edition = $2 left join report_themes b on b.theme_id = m.theme_id and b.consultation_id = $1 and "
             "b.edition = $2 - 1 where m.answer_id = a.id and n.revision is distinct from b.revision)) order by a.id "
             "limit $4",
             pqxx::params{mailing.consultation.value, mailing.edition, mailing.after_answer, limit})) {
        found.push_back({AnswerId{answer}, std::move(email), from_name<domain::FormLanguage>(language).value()});
    }
    return found;
}

void add_outcome_link(Transaction& tx, const Mailing& mailing, AnswerId answer, const string& token_hash) {
    tx.sql().exec(
        "insert into outcome_links (token_hash, answer_id, consultation_id, edition) values ($1, $2, $3, $4)",
        pqxx::params{pqxx::binary_cast(token_hash), answer.value, mailing.consultation.value, mailing.edition});
}

void step_mailing(Transaction& tx, const Mailing& mailing, AnswerId up_to, int told, bool done) {
    tx.sql().exec(
        "update outcome_mailings set after_answer = $3, told = told + $4, done_at = case when $5 then now() end where "
        "consultation_id = $1 and edition = $2",
        pqxx::params{mailing.consultation.value, mailing.edition, up_to.value, told, done});
}

MailingCount count_mailing(Transaction& tx, ConsultationId consultation, int edition) {
    const auto row = tx.sql().query01<int, bool>(
        "select told, done_at is not null from outcome_mailings where consultation_id = $1 and edition = $2",
        pqxx::params{consultation.value, edition});
    if (!row) return {};
    const auto& [told, done] = *row;
    return {told, done};
}

}  // namespace samrad::storage
