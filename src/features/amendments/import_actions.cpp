// From a form sheet to amendments.
#include <boost/json.hpp>
#include <set>

#include "base/utf8.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/markdown.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/amendment_news.hpp"
#include "features/amendments/import_repeats.hpp"
#include "features/amendments/import_rows.hpp"
#include "features/amendments/paper_actions.hpp"
#include "features/amendments/paper_words.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "features/json.hpp"
#include "features/tokens.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;

namespace {

constexpr std::size_t most_csv = 1024 * 1024;  // code points

// Who stands behind a row on paper: the first words of the reason, for the account and the unit are those who imported.
std::string reason_of(const ImportRow& row, Language language) {
    const auto head = paper_sponsor(row, language);
    if (head.empty() || row.reason.empty()) return head + row.reason;
    return head + "\n\n" + row.reason;
}

json::object row_json(const ImportRow& row, const MatchedRow& matched, const Repeats& repeats, const Text& text) {
    json::value there = nullptr;
    if (repeats.amendment) there = json::object{{"id", repeats.amendment->value}, {"number", repeats.number}};
    json::object object{{"row", row.row},
                        {"fate", name_of(matched.fate)},
                        {"code", matched.code},
                        {"kind", row.instruction.empty() ? "text" : "principle"},
                        {"sort", nullptr},
                        {"line_from", matched.line_from},
                        {"line_to", matched.line_to},
                        {"old_words", row.old_words},
                        {"new_words", row.new_words},
                        {"instruction", row.instruction},
                        {"sponsor", row.sponsor.empty() ? row.unit : row.sponsor},
                        {"difference", json::array{}},
                        {"there", std::move(there)},
                        {"same_as", repeats.row > 0 ? json::value(repeats.row) : json::value(nullptr)},
                        {"amendment", nullptr}};
    if (matched.change) {
        object["difference"] = difference_json(text, *matched.change);
        object["sort"] = name_of(domain::sort_of(*matched.change, text.source));
    }
    return object;
}

// A draft of what a row says, as somebody who wrote it on the page would have made it, and then its number.
AmendmentId bring_in(Work& work, const ReachedDocument& at, const domain::Amendment& like, const ImportRow& row,
                     const MatchedRow& matched, Texts& texts) {
    auto amendment = like;
    amendment.reason = reason_of(row, work.actor.language);
    require(check_passage(amendment.reason, "csv"));
    if (matched.change) {
        set_change(work, at.document, amendment, *matched.change, texts);
    } else {
        amendment.kind = domain::AmendmentKind::principle;
        amendment.instruction = row.instruction;
        require(check_passage(amendment.instruction, "csv"));
    }
    amendment.id = storage::add_amendment(work.tx, amendment);
    submit_draft(work, at, amendment);
    return amendment.id;
}

struct Tried {
    ImportRow row;
    MatchedRow matched;
    json::object told;
};

// What would be submitted and what is told of it, as a name that another reading does not have.
std::string result_of(const domain::Amendment& like, const std::vector<Tried>& tried) {
    json::array all{like.version, like.sponsor_unit->value};
    for (const auto& one : tried) {
        all.push_back({one.told, one.row.reason, one.row.unit,
                       one.matched.change ? domain::to_json(*one.matched.change) : std::string()});
    }
    return fingerprint_of(json::serialize(all));
}

// The rows that say again what is there, and are to be submitted all the same.
std::set<int> read_again(Body& body) {
    std::set<int> again;
    for (const auto row : body.maybe_numbers("again", most_imported).value_or(std::vector<std::int64_t>{})) {
        if (row > 0 && row <= 1'000'000) again.insert(int(row));
    }
    return again;
}

std::vector<Tried> try_rows(Work& work, const domain::Amendment& like, const std::vector<ImportRow>& rows,
                            const Text& text, int line_width) {
    const domain::QuoteFinder finder(text.source, text.blocks, line_width);
    std::vector<MatchedRow> matched;
    for (const auto& row : rows) matched.push_back(match(row, text, finder));
    const auto repeats =
        mark_repeats(rows, matched, *like.sponsor_unit, storage::pending_amendments(work.tx, like.document));
    std::vector<Tried> tried;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto told = row_json(rows[i], matched[i], repeats[i], text);
        tried.push_back({rows[i], std::move(matched[i]), std::move(told)});
    }
    return tried;
}

}  // namespace

http::Reply import_amendments(Work& work, Texts& texts) {
    auto at = reach_document(work, work.id<DocumentId>("document"), Act::edit);
    require(domain::refuse(work.actor, Act::amend, at.scope));
    work.limits.take("import:" + std::to_string(work.actor.account.value), 12, 12);
    Body body(work.request);
    domain::Amendment like;
    like.document = at.document.id;
    like.version = int(body.number("version", 1, 1'000'000));
    like.sponsor = person_of(work.actor);
    const auto unit = storage::find_unit(work.tx, body.id<UnitId>("unit"));
    if (!unit) body.refuse("input.not_a_choice", "unit");
    like.sponsor_unit = unit->id;
    const bool dry_run = body.maybe_flag("dry_run").value_or(false);
    const auto seen = body.maybe_text("result", 0, 64);
    const auto again = read_again(body);
    const auto rows = require(read_rows(body.text("csv", 1, most_csv)));
    body.done();
    require(domain::refuse_speaking(work.actor, unit->path));
    // A dry run stores nothing, so nobody has to wait for it.
    if (!dry_run) at.document = *storage::lock_document(work.tx, at.document.id);
    if (like.version != at.document.head) throw conflict("version.stale_base");
    like.now_version = like.version;

    const auto text = text_of_version(work, at.document, like.version, texts);
    auto tried = try_rows(work, like, rows, *text, at.document.line_width);
    const auto result = result_of(like, tried);
    if (seen && *seen != result) throw conflict("import.result_meanwhile");
    json::array told;
    int count = 0;
    std::vector<AmendmentId> brought;
    for (auto& one : tried) {
        const bool repeats = one.matched.fate == RowFate::there || one.matched.fate == RowFate::repeated;
        if (one.matched.fate == RowFate::matched || (repeats && again.contains(one.row.row))) {
            ++count;
            if (!dry_run) {
                brought.push_back(bring_in(work, at, like, one.row, one.matched, texts));
                one.told["amendment"] = brought.back().value;
            }
        }
        told.push_back(std::move(one.told));
    }
    if (!dry_run && count > 0) {
        keep_collisions(work, at.document, brought, texts);
        work.record("import_amendments", "document:" + std::to_string(at.document.id.value),
                    R"({"count":)" + std::to_string(count) + "}");
    }
    return reply_json({{"version", like.version},
                       {"dry_run", dry_run},
                       {"result", result},
                       {"matched", count},
                       {"rows", std::move(told)}},
                      dry_run || count == 0 ? 200 : 201);
}

}  // namespace samrad::features
