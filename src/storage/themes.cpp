#include "storage/themes.hpp"

#include <pqxx/pqxx>

#include "storage/marks.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

constexpr const char* columns =
    "select id, consultation_id, parent_id, title, ordinal, removed_at is not null, merged_into from themes ";

std::vector<domain::Theme> select(Transaction& tx, const char* condition, int64_t argument) {
    std::vector<domain::Theme> found;
    for (auto [id, consultation, parent, title, ordinal, removed, merged_into] :
         tx.sql().query<int64_t, int64_t, optional<int64_t>, string, int, bool, optional<int64_t>>(
             pqxx::prepped{tx.prepared(string(columns) + condition)}, pqxx::params{argument})) {
        found.push_back({ThemeId{id}, ConsultationId{consultation}, to_id<ThemeNoun>(parent), title, ordinal, removed,
                         to_id<ThemeNoun>(merged_into)});
    }
    return found;
}

}  // namespace

optional<domain::Theme> find_theme(Transaction& tx, ThemeId theme) {
    auto found = select(tx, "where id = $1", theme.value);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

optional<domain::Theme> hold_theme(Transaction& tx, ThemeId theme) {
    auto found = select(tx, "where id = $1 for share", theme.value);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

optional<domain::Theme> lock_theme(Transaction& tx, ThemeId theme) {
    auto found = select(tx, "where id = $1 for update", theme.value);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<domain::Theme> themes_of(Transaction& tx, ConsultationId consultation) {
    return select(tx, "where consultation_id = $1 and removed_at is null", consultation.value);
}

std::vector<domain::Theme> merged_themes(Transaction& tx, ConsultationId consultation) {
    return select(tx, "where consultation_id = $1 and merged_into is not null order by id", consultation.value);
}

ThemeId add_theme(Transaction& tx, ConsultationId consultation, optional<ThemeId> parent, const string& title,
                  AccountId author) {
    return ThemeId{tx.sql().query_value<int64_t>(
        "insert into themes (consultation_id, parent_id, title, created_by, ordinal) values ($1, $2, $3, $4, "
        "(select coalesce(max(ordinal), 0) + 1 from themes where consultation_id = $1 and parent_id is not distinct "
        "from $2::bigint)) returning id",
        pqxx::params{consultation.value, to_number(parent), title, author.value})};
}

void rename_theme(Transaction& tx, ThemeId theme, const string& title) {
    tx.sql().exec("update themes set title = $2 where id = $1", pqxx::params{theme.value, title});
}

void move_theme(Transaction& tx, const domain::Theme& theme, optional<ThemeId> parent, optional<ThemeId> before) {
    // Those beside it are numbered anew, two apart, and it goes in between.
    tx.sql().exec(
        "with beside as (select id, row_number() over (order by ordinal, id) * 2 as place from themes where "
        "consultation_id = $2 and parent_id is not distinct from $3::bigint and removed_at is null and id <> $1) "
        "update themes t set parent_id = $3, ordinal = case when t.id = $1 then coalesce((select place - 1 from beside "
        "where id = $4::bigint), (select coalesce(max(place), 0) + 1 from beside)) else (select place from beside "
        "where beside.id = t.id) end where t.id = $1 or t.id in (select id from beside)",
        pqxx::params{theme.id.value, theme.consultation.value, to_number(parent), to_number(before)});
}

void merge_theme(Transaction& tx, ThemeId theme, ThemeId into) {
    const pqxx::params both{theme.value, into.value};
    tx.sql().exec(
        "delete from marks m where theme_id = $1 and exists (select from marks other where other.theme_id = $2 and "
        "other.answer_id = m.answer_id and other.field = m.field and other.first = m.first and other.past = m.past "
        "and other.reader_id = m.reader_id)",
        both);
    tx.sql().exec("update marks set theme_id = $2 where theme_id = $1", both);
    tx.sql().exec(
        "update themes set parent_id = $2, ordinal = ordinal + (select coalesce(max(ordinal), 0) from themes where "
        "parent_id = $2) where parent_id = $1 and removed_at is null",
        both);
    tx.sql().exec("update themes set removed_at = now(), merged_into = $2 where id = $1", both);
}

void remove_theme(Transaction& tx, ThemeId theme) {
    tx.sql().exec("update themes set removed_at = now() where id = $1", pqxx::params{theme.value});
}

bool is_used(Transaction& tx, ThemeId theme) {
    return tx.sql().query_value<bool>(
        "select exists (select from marks where theme_id = $1) or exists (select from themes where parent_id = $1 and "
        "removed_at is null)",
        pqxx::params{theme.value});
}

std::map<ThemeId, ThemeCount> count_themes(Transaction& tx, ConsultationId consultation, AccountId viewer) {
    std::map<ThemeId, ThemeCount> counts;
    for (auto [theme, answers, families, marks] : tx.sql().query<int64_t, int, int, int>(
             pqxx::prepped{
                 tx.prepared(string("select m.theme_id, count(distinct m.answer_id), "
                                    "count(distinct coalesce(f.family_id, m.answer_id)), count(*) from marks m "
                                    "join themes t on t.id = m.theme_id left join answer_families f on f.answer_id = "
                                    "m.answer_id where t.consultation_id = $1 and ") +
                             visible_marks + " group by m.theme_id")},
             pqxx::params{consultation.value, viewer.value})) {
        counts[ThemeId{theme}] = {answers, families, marks};
    }
    return counts;
}

}  // namespace samrad::storage
