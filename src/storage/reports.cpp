#include "storage/reports.hpp"

#include <map>
#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

using std::int64_t;
using std::optional;
using std::string;

std::vector<Edition> editions_of(Transaction& tx, ConsultationId consultation) {
    std::vector<Edition> found;
    for (auto [number, author, at] : tx.sql().query<int, int64_t, int64_t>(
             "select number, published_by, micros(published_at) from report_editions where consultation_id = $1 order "
             "by number desc",
             pqxx::params{consultation.value})) {
        found.push_back({number, AccountId{author}, from_micros(at)});
    }
    return found;
}

std::vector<domain::ReportTheme> themes_in_edition(Transaction& tx, ConsultationId consultation, int edition) {
    std::vector<domain::ReportTheme> found;
    std::map<ThemeId, std::size_t> places;
    const pqxx::params which{consultation.value, edition};
    for (auto [theme, level, title, revision, open] : tx.sql().query<int64_t, int, string, optional<int>, bool>(
             "select theme_id, level, title, revision, open from report_themes where consultation_id = $1 and edition "
             "= $2 order by ordinal",
             which)) {
        places[ThemeId{theme}] = found.size();
        found.push_back({ThemeId{theme}, level, std::move(title), revision, open, {}});
    }
    for (auto [theme, voice, answers] : tx.sql().query<int64_t, string, optional<int64_t>>(
             "select theme_id, voice, answers from report_counts where consultation_id = $1 and edition = $2", which)) {
        found[places.at(ThemeId{theme})].counts[std::size_t(from_name<domain::Voice>(voice).value())] = answers;
    }
    return found;
}

void add_edition(Transaction& tx, ConsultationId consultation, int number,
                 const std::vector<domain::ReportTheme>& themes, AccountId author) {
    tx.sql().exec("insert into report_editions (consultation_id, number, published_by) values ($1, $2, $3)",
                  pqxx::params{consultation.value, number, author.value});
    int ordinal = 0;
    for (const auto& one : themes) {
        tx.sql().exec(
            "insert into report_themes (consultation_id, edition, theme_id, ordinal, level, title, revision, open) "
            "values ($1, $2, $3, $4, $5, $6, $7, $8)",
            pqxx::params{consultation.value, number, one.theme.value, ++ordinal, one.level, one.title, one.revision,
                         one.open});
        for (std::size_t i = 0; i < domain::voice_count; ++i) {
            tx.sql().exec(
                "insert into report_counts (consultation_id, edition, theme_id, voice, answers) values ($1, $2, $3, "
                "$4, $5)",
                pqxx::params{consultation.value, number, one.theme.value, name_of(domain::Voice(i)), one.counts[i]});
        }
    }
    tx.sql().exec("insert into outcome_mailings (consultation_id, edition) values ($1, $2)",
                  pqxx::params{consultation.value, number});
}

namespace {

// The responses in the newest editions of the consultations of the document $1.
constexpr const char* told_of_document =
    " from consultations c join documents d on d.id = c.document_id and d.process_id = c.process_id join report_themes "
    "t on t.consultation_id = c.id and t.edition = (select max(number) from report_editions e where e.consultation_id "
    "= c.id) join responses r on r.theme_id = t.theme_id and r.revision = t.revision ";

}  // namespace

std::vector<HeardTheme> themes_behind(Transaction& tx, DocumentId document, int block) {
    std::vector<HeardTheme> found;
    for (auto [consultation, edition, theme] : tx.sql().query<int64_t, int, int64_t>(
             std::string("select t.consultation_id, t.edition, t.theme_id") + told_of_document +
                 "where c.document_id = $1 and $2 = any(r.blocks) order by c.id desc, t.ordinal limit 50",
             pqxx::params{document.value, block})) {
        found.push_back({ConsultationId{consultation}, edition, ThemeId{theme}});
    }
    return found;
}

std::vector<HeardBlock> blocks_heard(Transaction& tx, DocumentId document) {
    std::vector<HeardBlock> found;
    for (auto [block, version, themes] : tx.sql().query<int, int, int>(
             std::string("select b.block, min(r.version), count(*)") + told_of_document +
                 "cross join unnest(r.blocks) b(block) where c.document_id = $1 and r.version > 0 group by b.block",
             pqxx::params{document.value})) {
        found.push_back({block, version, themes});
    }
    return found;
}

}  // namespace samrad::storage
