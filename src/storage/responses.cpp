#include "storage/responses.hpp"

#include <pqxx/pqxx>

#include "storage/marks.hpp"
#include "storage/people.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

std::vector<domain::Response> select(Transaction& tx, const string& rest, const pqxx::params& params) {
    std::vector<domain::Response> found;
    std::set<AccountId> authors;
    for (auto [theme, revision, status, heard, decided, why, version, blocks, quotes, author, at] :
         tx.sql().query<int64_t, int, string, string, string, string, int, string, string, int64_t, int64_t>(
             "select r.theme_id, r.revision, r.status, r.heard, r.decided, r.why, coalesce(r.version, 0), "
             "r.blocks::text, r.quotes::text, r.author_id, micros(r.at) from responses r " +
                 rest,
             params)) {
        domain::Response one;
        one.theme = ThemeId{theme};
        one.revision = revision;
        one.status = from_name<domain::ResponseStatus>(status).value();
        one.heard = std::move(heard);
        one.decided = std::move(decided);
        one.why = std::move(why);
        one.version = version;
        for (const auto block : numbers_of(blocks)) one.blocks.push_back(int(block));
        one.quotes = ids_of<MarkId>(quotes);
        one.author.id = AccountId{author};
        one.at = from_micros(at);
        authors.insert(one.author.id);
        found.push_back(std::move(one));
    }
    if (found.empty()) return found;
    auto people = find_people(tx, authors);
    for (auto& one : found) one.author = people[one.author.id];
    return found;
}

constexpr const char* passage_columns =
    "select distinct on (m.answer_id, m.field, m.first, m.past, m.theme_id) m.id, m.answer_id, m.field, m.first, "
    "m.past, m.theme_id, a.receipt, a.voice, a.revision, coalesce(a.shown, a.content), a.may_publish and not exists "
    "(select from redactions x where x.answer_id = m.answer_id and x.field = m.field and x.first < m.past and x.past > "
    "m.first) as quotable from marks m join answers a on a.id = m.answer_id where a.state = 'submitted' and ";
constexpr const char* each_once = " order by m.answer_id, m.field, m.first, m.past, m.theme_id, m.id";

std::vector<ThemedPassage> select_passages(Transaction& tx, const string& query, const pqxx::params& params) {
    std::vector<ThemedPassage> found;
    for (auto [mark, answer, field, first, past, theme, receipt, voice, revision, content, quotable] :
         tx.sql().query<int64_t, int64_t, string, int, int, int64_t, optional<int64_t>, string, int, string, bool>(
             query, params)) {
        found.push_back({MarkId{mark},
                         AnswerId{answer},
                         {std::move(field), first, past},
                         ThemeId{theme},
                         receipt,
                         from_name<domain::Voice>(voice).value(),
                         revision,
                         std::move(content),
                         quotable});
    }
    return found;
}

}  // namespace

std::map<ThemeId, domain::Response> newest_responses(Transaction& tx, ConsultationId consultation) {
    std::map<ThemeId, domain::Response> newest;
    for (auto& one : select(tx,
                            "join themes t on t.id = r.theme_id where t.consultation_id = $1 and not exists (select "
                            "from responses l where l.theme_id = r.theme_id and l.revision > r.revision)",
                            pqxx::params{consultation.value})) {
        newest[one.theme] = std::move(one);
    }
    return newest;
}

std::vector<domain::Response> revisions_of(Transaction& tx, ThemeId theme) {
    return select(tx, "where r.theme_id = $1 order by r.revision desc limit 200", pqxx::params{theme.value});
}

std::map<ThemeId, domain::Response> responses_in_edition(Transaction& tx, ConsultationId consultation, int edition) {
    std::map<ThemeId, domain::Response> published;
    for (auto& one : select(tx,
                            "join report_themes n on n.theme_id = r.theme_id and n.revision = r.revision where "
                            "n.consultation_id = $1 and n.edition = $2",
                            pqxx::params{consultation.value, edition})) {
        published[one.theme] = std::move(one);
    }
    return published;
}

bool add_response(Transaction& tx, const domain::Response& response, AccountId author) {
    const std::vector<int64_t> blocks(response.blocks.begin(), response.blocks.end());
    const auto version = response.version > 0 ? optional(response.version) : std::nullopt;
    // Whoever else stores the same revision waits here and then finds it.
    return tx.sql()
               .exec(
                   "insert into responses (theme_id, revision, status, heard, decided, why, version, blocks, quotes, "
                   "author_id) values ($1, $2, $3, $4, $5, $6, $7, $8::int[], $9::bigint[], $10) on conflict do "
                   "nothing",
                   pqxx::params{response.theme.value, response.revision, name_of(response.status), response.heard,
                                response.decided, response.why, version, array_of(blocks), array_of(response.quotes),
                                author.value})
               .affected_rows() == 1;
}

std::map<ThemeId, domain::CountsByVoice> count_voices(Transaction& tx, ConsultationId consultation,
                                                      optional<AccountId> viewer) {
    std::map<ThemeId, domain::CountsByVoice> counts;
    for (auto [theme, voice, answers] : tx.sql().query<int64_t, string, int64_t>(
             string(
                 "select m.theme_id, a.voice, count(distinct a.id) from marks m join answers a on a.id = m.answer_id "
                 "where a.consultation_id = $1 and a.state in ('submitted', 'erased') and ") +
                 visible_marks + " group by m.theme_id, a.voice",
             pqxx::params{consultation.value, to_number(viewer)})) {
        counts[ThemeId{theme}][std::size_t(from_name<domain::Voice>(voice).value())] = answers;
    }
    return counts;
}

std::vector<ThemedPassage> passages_of(Transaction& tx, ThemeId theme, optional<AccountId> viewer, MarkId after,
                                       int limit) {
    return select_passages(tx,
                           string("select * from (") + passage_columns + "m.theme_id = $1 and " + visible_marks +
                               each_once + ") p where p.id > $3 order by p.id limit $4",
                           pqxx::params{theme.value, to_number(viewer), after.value, limit});
}

std::vector<ThemedPassage> passages_in(Transaction& tx, AnswerId answer) {
    return select_passages(tx, string(passage_columns) + "m.answer_id = $1" + each_once, pqxx::params{answer.value});
}

std::map<MarkId, ThemedPassage> quotable_passages(Transaction& tx, ConsultationId consultation,
                                                  const std::vector<MarkId>& marks) {
    std::map<MarkId, ThemedPassage> found;
    if (marks.empty()) return found;
    for (auto& one : select_passages(
             tx, string(passage_columns) + "m.id = any($1::bigint[]) and a.consultation_id = $2" + each_once,
             pqxx::params{array_of(marks), consultation.value})) {
        if (one.quotable) found.emplace(one.mark, std::move(one));
    }
    return found;
}

}  // namespace samrad::storage
