#include "storage/documents.hpp"

#include <pqxx/pqxx>

#include "storage/people.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::string;

constexpr const char* columns =
    "select id, process_id, title, head, line_width, next_block, comment_count, merge_followed, "
    "amendment_count from documents ";

std::vector<domain::Document> load(Transaction& tx, const string& condition, const pqxx::params& params) {
    std::vector<domain::Document> documents;
    for (auto [id, process, title, head, width, next_block, comments, followed, amendments] :
         tx.sql().query<int64_t, int64_t, string, int, int, int, int, bool, int>(
             pqxx::prepped{tx.prepared(columns + condition)}, params)) {
        documents.push_back(
            {DocumentId{id}, ProcessId{process}, title, head, width, next_block, comments, followed, amendments});
    }
    return documents;
}

std::optional<domain::Document> first(std::vector<domain::Document> documents) {
    if (documents.empty()) return std::nullopt;
    return std::move(documents.front());
}

}  // namespace

std::optional<domain::Document> find_document(Transaction& tx, DocumentId document) {
    return first(load(tx, "where id = $1", pqxx::params{document.value}));
}

std::optional<domain::Document> lock_document(Transaction& tx, DocumentId document) {
    return first(load(tx, "where id = $1 for update", pqxx::params{document.value}));
}

std::vector<domain::Document> documents_of(Transaction& tx, const std::vector<ProcessId>& processes) {
    return load(tx, "where process_id = any($1::bigint[]) order by process_id, id", pqxx::params{array_of(processes)});
}

DocumentId add_document(Transaction& tx, ProcessId process, const std::string& title, AccountId author) {
    return DocumentId{tx.sql().query_value<int64_t>(
        "insert into documents (process_id, title, created_by) values ($1, $2, $3) returning id",
        pqxx::params{process.value, title, author.value})};
}

void rename_document(Transaction& tx, DocumentId document, const std::string& title) {
    tx.sql().exec("update documents set title = $2 where id = $1", pqxx::params{document.value, title});
}

void let_merge_be_followed(Transaction& tx, DocumentId document, bool followed) {
    tx.sql().exec("update documents set merge_followed = $2 where id = $1", pqxx::params{document.value, followed});
}

void add_version(Transaction& tx, DocumentId document, const domain::Version& version, int next_block,
                 const StoredStep& step) {
    std::vector<int64_t> blocks(version.block_ids.begin(), version.block_ids.end());
    tx.sql().exec(
        "insert into versions (document_id, number, markdown, change, block_ids, note, author_id, moves, correction) "
        "values ($1, $2, $3, nullif($4, ''), $5::int[], $6, $7, nullif($8, ''), $9)",
        pqxx::params{document.value, version.about.number, version.markdown, step.change, array_of(blocks),
                     version.about.note, version.about.author.id.value, step.moves, step.correction});
    tx.sql().exec("update documents set head = $2, next_block = $3 where id = $1",
                  pqxx::params{document.value, version.about.number, next_block});
}

std::optional<domain::Version> find_version(Transaction& tx, DocumentId document, int number) {
    const auto row = tx.sql().query01<string, string, string, int64_t, int64_t>(
        "select markdown, block_ids::text, note, author_id, micros(created_at) from versions "
        "where document_id = $1 and number = $2",
        pqxx::params{document.value, number});
    if (!row) return std::nullopt;
    const auto& [markdown, blocks, note, author, at] = *row;
    domain::Version version;
    version.about = {number, note, find_person(tx, AccountId{author}), from_micros(at), markdown.size()};
    version.markdown = markdown;
    for (const auto id : numbers_of(blocks)) version.block_ids.push_back(int(id));
    return version;
}

std::vector<domain::VersionNote> list_versions(Transaction& tx, DocumentId document, int before, int limit) {
    std::vector<domain::VersionNote> notes;
    std::set<AccountId> authors;
    for (auto [number, note, author, at, length] : tx.sql().query<int, string, int64_t, int64_t, int64_t>(
             pqxx::prepped{
                 tx.prepared("select number, note, author_id, micros(created_at), octet_length(markdown) from versions "
                             "where document_id = $1 and ($2 = 0 or number < $2) order by number desc limit $3")},
             pqxx::params{document.value, before, limit})) {
        notes.push_back({number, note, {AccountId{author}, "", {}}, from_micros(at), std::size_t(length)});
        authors.insert(AccountId{author});
    }
    const auto people = find_people(tx, authors);
    for (auto& note : notes) note.author = people.at(note.author.id);
    return notes;
}

std::optional<StoredStep> find_step(Transaction& tx, DocumentId document, int number) {
    const auto row = tx.sql().query01<string, string, bool>(
        "select change, coalesce(moves, ''), correction from versions where document_id = $1 and number = $2 "
        "and change is not null",
        pqxx::params{document.value, number});
    if (!row) return std::nullopt;
    const auto& [change, moves, correction] = *row;
    return StoredStep{change, moves, correction};
}

}  // namespace samrad::storage
