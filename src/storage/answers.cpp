#include "storage/answers.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

constexpr const char* columns =
    "select a.id, a.consultation_id, a.revision, a.state, a.receipt, a.voice, a.account_id, "
    "coalesce(a.author_name, ''), coalesce(a.email, ''), a.typed, a.content, a.once, "
    "micros(a.submitted_at), coalesce(a.held_for, '') from answers a ";

// Readers are given what is shown: a bar stands for what is redacted. Who has the link has the words themselves.
enum class Words { shown, original };
string columns_with(Words words) {
    string all = columns;
    if (words == Words::shown) all.replace(all.find("a.content"), 9, "coalesce(a.shown, a.content)");
    return all;
}

std::vector<Answer> select(Transaction& tx, const string& condition, const pqxx::params& params,
                           Words words = Words::shown) {
    std::vector<Answer> found;
    for (auto [id, consultation, revision, state, receipt, voice, account, name, email, typed, content, once, submitted,
               held_for] : tx.sql()
                               .query<int64_t, int64_t, int, string, optional<int64_t>, string, optional<int64_t>,
                                      string, string, string, string, bool, optional<int64_t>, string>(
                                   pqxx::prepped{tx.prepared(columns_with(words) + condition)}, params)) {
        found.push_back({AnswerId{id}, ConsultationId{consultation}, revision,
                         from_name<domain::AnswerState>(state).value(), receipt,
                         from_name<domain::Voice>(voice).value(), to_id<AccountNoun>(account), name, email, typed,
                         content, once, from_micros(submitted), held_for});
    }
    return found;
}

optional<Answer> first(std::vector<Answer> found) {
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

optional<string> or_null(const string& text) { return text.empty() ? std::nullopt : optional(text); }

}  // namespace

AnswerId begin_answer(Transaction& tx, const Answer& answer, const string& token_hash) {
    return AnswerId{tx.sql().query_value<int64_t>(
        "insert into answers (consultation_id, revision, token_hash, voice, account_id, once) values ($1, $2, $3, $4, "
        "$5, $6) "
        "returning id",
        pqxx::params{answer.consultation.value, answer.revision, pqxx::binary_cast(token_hash), name_of(answer.voice),
                     to_number(answer.account), answer.once})};
}

optional<Answer> lock_answer(Transaction& tx, const string& token_hash) {
    tx.sql().exec("select from answers where token_hash = $1 for update", pqxx::params{pqxx::binary_cast(token_hash)});
    return find_answer(tx, token_hash);
}

optional<Answer> find_answer(Transaction& tx, const string& token_hash) {
    return first(select(tx, "where a.token_hash = $1", pqxx::params{pqxx::binary_cast(token_hash)}, Words::original));
}

optional<Answer> find_answer(Transaction& tx, AnswerId answer) {
    return first(select(tx, "where a.id = $1", pqxx::params{answer.value}));
}

optional<AnswerId> answer_of_account(Transaction& tx, ConsultationId consultation, AccountId account) {
    const auto found = tx.sql().query01<int64_t>(
        "select id from answers where consultation_id = $1 and account_id = $2 and once and state not in ('withdrawn', "
        "'erased', 'refused')",
        pqxx::params{consultation.value, account.value});
    if (!found) return std::nullopt;
    return AnswerId{std::get<0>(*found)};
}

void replace_token(Transaction& tx, AnswerId answer, const string& token_hash) {
    tx.sql().exec("update answers set token_hash = $2 where id = $1",
                  pqxx::params{answer.value, pqxx::binary_cast(token_hash)});
}

void save_typed(Transaction& tx, AnswerId answer, const string& typed) {
    tx.sql().exec("update answers set typed = $2, saved_at = now() where id = $1", pqxx::params{answer.value, typed});
}

void submit_answer(Transaction& tx, const Submission& submission) {
    const auto& answer = submission.answer;
    try {
        tx.sql().exec(
            "update answers set state = $2, receipt = coalesce(receipt, nextval('receipt_numbers')), author_name = $3, "
            "email = $4, content = $5, typed = $5, consent_text = $6, consented_at = now(), submitted_at = "
            "coalesce(submitted_at, now()), saved_at = now(), edits = edits + (submitted_at is not null)::int, "
            "code_hash = coalesce($7, code_hash), held_for = $8, search = to_tsvector('norwegian', $9) || "
            "to_tsvector('english', $9) where id = $1",
            pqxx::params{answer.id.value, name_of(answer.state), or_null(answer.author_name), or_null(answer.email),
                         answer.content, submission.consent_text,
                         submission.code_hash.empty() ? optional<pqxx::bytes>()
                                                      : optional(pqxx::bytes(pqxx::binary_cast(submission.code_hash))),
                         or_null(answer.held_for), submission.search_text});
    } catch (const pqxx::unique_violation&) {
        throw conflict("answer.given_already");
    }
}

void withdraw_answer(Transaction& tx, AnswerId answer) {
    // What was said goes with the consent; that there was an answer, and when, stays.
    tx.sql().exec(
        "update answers set state = 'withdrawn', withdrawn_at = now(), content = '{}', typed = '{}', author_name = "
        "null, email = null, account_id = null, search = null, receipt = coalesce(receipt, "
        "nextval('receipt_numbers')) where id = $1",
        pqxx::params{answer.value});
}

bool settle_answer(Transaction& tx, AnswerId answer, bool let_in) {
    return tx.sql()
               .exec("update answers set state = $2 where id = $1 and state = 'held'",
                     pqxx::params{answer.value, let_in ? "submitted" : "refused"})
               .affected_rows() == 1;
}

domain::Voice voice_of(Transaction& tx, AccountId account) {
    const auto word = tx.sql().query_value<string>(
        "select coalesce((select case when root.kind <> 'affiliate' then 'members' when root.affiliation = 'youth' "
        "then 'youth_wing' when root.affiliation = 'union' then 'unions' else 'organisations' end as voice "
        "from standings s join units u on u.id = s.unit_id join units root on root.id = u.path[1] "
        "where s.account_id = $1 and s.starts_at <= now() and (s.ends_at is null or s.ends_at > now()) "
        "order by array_position(array['members', 'youth_wing', 'unions', 'organisations'], case when root.kind <> "
        "'affiliate' then 'members' when root.affiliation = 'youth' then 'youth_wing' when root.affiliation = "
        "'union' then 'unions' else 'organisations' end) limit 1), 'public')",
        pqxx::params{account.value});
    return from_name<domain::Voice>(word).value();
}

std::vector<Answer> list_answers(Transaction& tx, ConsultationId consultation, const AnswerFilter& filter,
                                 AnswerId after, int limit) {
    const auto state = filter.held ? "held" : "submitted";
    if (filter.search.empty()) {
        return select(tx,
                      "where a.consultation_id = $1 and a.state = $2 and ($3::bigint = 0 or a.id < $3) and "
                      "($5 = '' or a.voice = $5) order by a.id desc limit $4",
                      pqxx::params{consultation.value, state, after.value, limit, filter.voice});
    }
    return select(tx,
                  "where a.consultation_id = $1 and a.state = $2 and ($3::bigint = 0 or a.id < $3) and "
                  "($5 = '' or a.voice = $5) and a.search @@ answer_query($6) "
                  "order by a.id desc limit $4",
                  pqxx::params{consultation.value, state, after.value, limit, filter.voice, filter.search});
}

void each_answer(Transaction& tx, ConsultationId consultation, const std::function<void(const Answer&)>& visit) {
    AnswerId after{0};
    for (;;) {
        const auto batch = select(tx,
                                  "where a.consultation_id = $1 and a.state = 'submitted' and a.id > $2 "
                                  "order by a.id limit 1000",
                                  pqxx::params{consultation.value, after.value});
        for (const auto& answer : batch) visit(answer);
        if (batch.size() < 1000) return;
        after = batch.back().id;
    }
}

bool count_address(Transaction& tx, ConsultationId consultation, const string& address, int most) {
    // The key of the day is made by whoever comes first; two at once agree on one.
    tx.sql().exec(
        "insert into address_keys (day, key) values (current_date, uuid_send(gen_random_uuid()) || "
        "uuid_send(gen_random_uuid())) on conflict (day) do nothing");
    return tx.sql()
               .exec(
                   "insert into address_uses (consultation_id, day, address_hash, answers) "
                   "select $1, current_date, sha256(key || convert_to($2, 'UTF8')), 1 from address_keys where day = "
                   "current_date on conflict (consultation_id, day, address_hash) do update set answers = "
                   "address_uses.answers + 1 where address_uses.answers < $3",
                   pqxx::params{consultation.value, address, most})
               .affected_rows() == 1;
}

long erase_due_answers(Transaction& tx) {
    return long(tx.sql()
                    .exec("update answers a set state = 'erased', account_id = null, author_name = null, email = null, "
                          "typed = '{}', content = '{}', search = null, held_for = null from consultations c "
                          "where c.id = a.consultation_id and c.erases_at <= now() and a.state <> 'erased'")
                    .affected_rows());
}

long forget_addresses(Transaction& tx) {
    const auto uses = tx.sql().exec("delete from address_uses where day < current_date").affected_rows();
    const auto keys = tx.sql().exec("delete from address_keys where day < current_date").affected_rows();
    return long(uses + keys);
}

}  // namespace samrad::storage
