#include "storage/answers.hpp"

#include <algorithm>
#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::nullopt;
using std::optional;
using std::string;

constexpr const char* columns =
    "select a.id, a.consultation_id, a.revision, a.state, a.receipt, a.voice, a.account_id, "
    "coalesce(a.author_name, ''), coalesce(a.email, ''), a.typed, a.content, a.once, "
    "micros(a.submitted_at), coalesce(a.held_for, ''), a.unit_id, coalesce((select name from units where id = "
    "a.unit_id), ''), coalesce(a.body_name, ''), coalesce(a.meeting, ''), a.votes_for, a.votes_against, "
    "a.votes_abstain, array_to_string(a.sponsors, E'\\n'), a.language, a.may_publish, a.wants_outcome, a.entered_by, "
    "a.edits, case when a.edits > 0 then micros(a.consented_at) end "
    "from answers a ";

std::vector<string> lines_of(const string& text) {
    std::vector<string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

// Readers are given what is shown: a bar stands for what is redacted. Who has the link has the words themselves.
enum class Words { shown, original };
string columns_with(Words words) {
    string all = columns;
    // What is being written is for who has the link.
    if (words == Words::shown) all.replace(all.find("a.typed, a.content"), 18, "'{}', coalesce(a.shown, a.content)");
    return all;
}

std::vector<Answer> select(Transaction& tx, const string& condition, const pqxx::params& params,
                           Words words = Words::shown) {
    std::vector<Answer> found;
    for (auto [id, consultation, revision, state, receipt, voice, account, name, email, typed, content, once, submitted,
               held_for, unit, unit_name, organisation, meeting, in_favour, against, abstaining, sponsors, language,
               may_publish, wants_outcome, entered_by, edits, changed] :
         tx.sql()
             .query<int64_t, int64_t, int, string, optional<int64_t>, string, optional<int64_t>, string, string, string,
                    string, bool, optional<int64_t>, string, optional<int64_t>, string, string, string, optional<int>,
                    optional<int>, optional<int>, string, string, bool, bool, optional<int64_t>, int,
                    optional<int64_t>>(pqxx::prepped{tx.prepared(columns_with(words) + condition)}, params)) {
        domain::OnBehalf body{to_id<UnitNoun>(unit), unit_name, organisation, meeting, {}, lines_of(sponsors)};
        if (in_favour) body.vote = {*in_favour, against.value_or(0), abstaining.value_or(0)};
        found.push_back({AnswerId{id},
                         ConsultationId{consultation},
                         revision,
                         from_name<domain::AnswerState>(state).value(),
                         receipt,
                         from_name<domain::Voice>(voice).value(),
                         to_id<AccountNoun>(account),
                         name,
                         email,
                         typed,
                         content,
                         once,
                         from_micros(submitted),
                         held_for,
                         std::move(body),
                         from_name<domain::FormLanguage>(language).value(),
                         may_publish,
                         wants_outcome,
                         to_id<AccountNoun>(entered_by),
                         edits,
                         from_micros(changed)});
    }
    return found;
}

optional<Answer> first(std::vector<Answer> found) {
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

string joined(const std::vector<string>& lines) {
    string all;
    for (const auto& line : lines) all += (all.empty() ? "" : "\n") + line;
    return all;
}

optional<string> or_null(const string& text) { return text.empty() ? std::nullopt : optional(text); }

}  // namespace

optional<AnswerId> begin_answer(Transaction& tx, const Answer& answer, const string& token_hash) {
    for (auto [id] : tx.sql().query<int64_t>(
             pqxx::prepped{tx.prepared(
                 "insert into answers (consultation_id, revision, token_hash, voice, account_id, once, unit_id, "
                 "body_name, language, entered_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
                 "on conflict do nothing returning id")},
             pqxx::params{answer.consultation.value, answer.revision, pqxx::binary_cast(token_hash),
                          name_of(answer.voice), to_number(answer.account), answer.once, to_number(answer.body.unit),
                          or_null(answer.body.organisation), name_of(answer.language), to_number(answer.entered_by)}))
        return AnswerId{id};
    return nullopt;
}

optional<Answer> lock_answer(Transaction& tx, const string& token_hash) {
    tx.sql().exec(
        pqxx::prepped{tx.prepared(
            "select from answers where id = (select id from answers where token_hash = $1 union all select answer_id "
            "from answer_links where token_hash = $1 limit 1) for update")},
        pqxx::params{pqxx::binary_cast(token_hash)});
    return find_answer(tx, token_hash);
}

optional<Answer> find_answer(Transaction& tx, const string& token_hash) {
    return first(select(tx,
                        "where a.id = (select id from answers where token_hash = $1 union all select answer_id from "
                        "answer_links where token_hash = $1 limit 1)",
                        pqxx::params{pqxx::binary_cast(token_hash)}, Words::original));
}

optional<Answer> find_answer(Transaction& tx, AnswerId answer) {
    return first(select(tx, "where a.id = $1", pqxx::params{answer.value}));
}

optional<AnswerId> answer_of_account(Transaction& tx, ConsultationId consultation, AccountId account) {
    const auto found = tx.sql().query01<int64_t>(
        "select id from answers where consultation_id = $1 and account_id = $2 and once and unit_id is null and "
        "body_name is null and entered_by is null and state not in ('withdrawn', 'erased', 'refused')",
        pqxx::params{consultation.value, account.value});
    if (!found) return std::nullopt;
    return AnswerId{std::get<0>(*found)};
}

optional<AnswerId> answer_of_unit(Transaction& tx, ConsultationId consultation, UnitId unit) {
    const auto found = tx.sql().query01<int64_t>(
        "select id from answers where consultation_id = $1 and unit_id = $2 and state not in ('withdrawn', 'erased', "
        "'refused')",
        pqxx::params{consultation.value, unit.value});
    if (!found) return std::nullopt;
    return AnswerId{std::get<0>(*found)};
}

void add_answer_link(Transaction& tx, AnswerId answer, const string& token_hash) {
    tx.sql().exec("insert into answer_links (token_hash, answer_id) values ($1, $2)",
                  pqxx::params{pqxx::binary_cast(token_hash), answer.value});
}

void set_language(Transaction& tx, AnswerId answer, domain::FormLanguage language) {
    tx.sql().exec("update answers set language = $2 where id = $1", pqxx::params{answer.value, name_of(language)});
}

void save_typed(Transaction& tx, AnswerId answer, const string& typed) {
    tx.sql().exec(pqxx::prepped{tx.prepared("update answers set typed = $2, saved_at = now() where id = $1")},
                  pqxx::params{answer.value, typed});
}

void submit_answer(Transaction& tx, const Submission& submission) {
    const auto& answer = submission.answer;
    const auto& body = answer.body;
    const auto count = [&](int domain::MeetingVote::* of) { return body.vote ? optional((*body.vote).*of) : nullopt; };
    try {
        tx.sql().exec(
            pqxx::prepped{tx.prepared(
                "update answers set state = $2, receipt = case when $2 = 'unconfirmed' then receipt else "
                "coalesce(receipt, "
                "nextval('receipt_numbers')) end, author_name = $3, "
                "email = $4, content = $5, typed = $5, consent_text = $6, consented_at = now(), submitted_at = "
                "case when $2 = 'unconfirmed' then submitted_at else coalesce(submitted_at, now()) end, saved_at = "
                "now(), "
                "edits = edits + (submitted_at is not null)::int, "
                "code_hash = coalesce($7, code_hash), held_for = $8, search = to_tsvector('norwegian', $9) || "
                "to_tsvector('english', $9), account_id = $10, body_name = $11, meeting = $12, votes_for = $13, "
                "votes_against = $14, votes_abstain = $15, sponsors = coalesce(string_to_array($16, E'\n'), '{}'), "
                "may_publish = $17, wants_outcome = $18, voice = $19, counted = string_to_array($20, E'\n'), "
                "unit_id = $21 where id = $1")},
            pqxx::params{answer.id.value,
                         name_of(answer.state),
                         or_null(answer.author_name),
                         or_null(answer.email),
                         answer.content,
                         submission.consent_text,
                         submission.code_hash.empty() ? optional<pqxx::bytes>()
                                                      : optional(pqxx::bytes(pqxx::binary_cast(submission.code_hash))),
                         or_null(answer.held_for),
                         submission.search_text,
                         to_number(answer.account),
                         or_null(body.organisation),
                         or_null(body.meeting),
                         count(&domain::MeetingVote::in_favour),
                         count(&domain::MeetingVote::against),
                         count(&domain::MeetingVote::abstaining),
                         or_null(joined(body.sponsors)),
                         answer.may_publish,
                         answer.wants_outcome,
                         name_of(answer.voice),
                         joined(submission.counted),
                         to_number(body.unit)});
    } catch (const pqxx::unique_violation&) {
        throw conflict("answer.given_already");
    }
}

bool settle_answer(Transaction& tx, AnswerId answer, int edits, bool let_in) {
    try {
        return tx.sql()
                   .exec(
                       "update answers set state = $2 where id = $1 and edits = $3 and (state = 'held' or state = "
                       "'refused' and $2 = 'submitted')",
                       pqxx::params{answer.value, let_in ? "submitted" : "refused", edits})
                   .affected_rows() == 1;
    } catch (const pqxx::unique_violation&) {
        throw conflict("answer.another_stands");
    }
}

namespace {

// Whose voice the tree speaks with whose root is `root`.
constexpr const char* voice_of_root =
    "case when root.kind <> 'affiliate' then 'members' when root.affiliation = 'youth' then 'youth_wing' when "
    "root.affiliation = 'union' then 'unions' else 'organisations' end";

}  // namespace

domain::Voice voice_of(Transaction& tx, AccountId account) {
    const auto word = tx.sql().query_value<string>(
        string("select coalesce((select ") + voice_of_root +
            " from standings s join units u on u.id = s.unit_id join units root on root.id = u.path[1] "
            "where s.account_id = $1 and s.starts_at <= now() and (s.ends_at is null or s.ends_at > now()) "
            "order by array_position(array['members', 'youth_wing', 'unions', 'organisations'], " +
            voice_of_root + ") limit 1), 'public')",
        pqxx::params{account.value});
    return from_name<domain::Voice>(word).value();
}

domain::Voice voice_of(Transaction& tx, UnitId unit) {
    const auto word = tx.sql().query_value<string>(
        string("select ") + voice_of_root + " from units u join units root on root.id = u.path[1] where u.id = $1",
        pqxx::params{unit.value});
    return word == "members" ? domain::Voice::units : from_name<domain::Voice>(word).value();
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

std::vector<Answer> published_answers(Transaction& tx, ConsultationId consultation, const string& voice, AnswerId after,
                                      int limit) {
    return select(
        tx,
        "where a.consultation_id = $1 and a.state = 'submitted' and a.may_publish and ($2::bigint = 0 or a.id < "
        "$2) and ($3 = '' or a.voice = $3) order by a.id desc limit $4",
        pqxx::params{consultation.value, after.value, voice, limit});
}

void each_answer(Transaction& tx, ConsultationId consultation, const std::function<void(const Answer&)>& visit) {
    AnswerId after{0};
    for (;;) {
        const auto batch = select(tx,
                                  "where a.consultation_id = $1 and a.state = 'submitted' and a.id > $2 "
                                  "order by a.id limit 200",
                                  pqxx::params{consultation.value, after.value});
        for (const auto& answer : batch) visit(answer);
        if (batch.size() < 200) return;
        after = batch.back().id;
    }
}

}  // namespace samrad::storage
