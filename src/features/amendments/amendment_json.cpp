#include "features/amendments/amendment_json.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <functional>
#include <map>

#include "base/utf8.hpp"
#include "domain/amendment/amending.hpp"
#include "domain/document/document.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/gathering.hpp"
#include "features/reach.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/recommendations.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

json::object recommendation_json(const domain::Recommendation& one) {
    json::object votes;
    if (one.votes_for) votes["for"] = *one.votes_for;
    if (one.votes_against) votes["against"] = *one.votes_against;
    if (one.votes_abstain) votes["abstain"] = *one.votes_abstain;
    return {{"id", one.id.value},
            {"unit", json::object{{"id", one.unit.value}, {"name", one.unit_name}}},
            {"verdict", name_of(one.verdict)},
            {"has_wording", !one.change.empty()},
            {"refer_to", one.refer_to ? json::value(one.refer_to->value) : json::value(nullptr)},
            {"covered_by", one.covered_by ? json::value(one.covered_by->value) : json::value(nullptr)},
            {"reason", one.reason},
            {"votes", std::move(votes)},
            {"author", person_json(one.author)},
            {"published", time_json(one.published)},
            {"dissents", json::array{}}};
}

// A stretch of text around a hunk: from the beginning of its block to its end.
json::object piece(const char* mark, std::u16string_view text) {
    return {{"text", to_utf8(std::u16string(text))}, {"mark", mark}};
}

struct Texted {
    std::shared_ptr<const Text> text;
    domain::Change change;
};

}  // namespace

json::array difference_json(const Text& text, const domain::Change& change) {
    const std::u16string_view source = text.source;
    const auto hunks = domain::hunks_of(change, source);
    json::array rows;
    // Hunks of one block, or of neighbours that one hunk spans, are one row.
    for (std::size_t i = 0; i < hunks.size();) {
        std::size_t from = hunks[i].from;
        std::size_t to = hunks[i].to;
        const domain::Block* first = nullptr;
        for (const auto& block : text.blocks) {
            if (block.to < hunks[i].from || block.from > hunks[i].to || block.from == block.to) continue;
            if (hunks[i].from == hunks[i].to && hunks[i].insert.find(u'\n') != std::u16string::npos) {
                first = &block;  // what is put in after a block stands by itself
                break;
            }
            if (!first) first = &block;
            from = std::min(from, block.from);
            to = std::max(to, block.to);
        }
        std::size_t j = i + 1;
        while (j < hunks.size() && hunks[j].from <= to && hunks[j].from > hunks[i].to) {
            to = std::max(to, hunks[j].to);
            ++j;
        }
        json::array pieces;
        std::size_t at = from;
        const auto add = [&](const char* mark, std::u16string_view words) {
            if (!words.empty()) pieces.push_back(piece(mark, words));
        };
        for (; i < j; ++i) {
            add("kept", source.substr(at, hunks[i].from - at));
            add("deleted", source.substr(hunks[i].from, hunks[i].to - hunks[i].from));
            add("inserted", hunks[i].insert);
            at = hunks[i].to;
        }
        while (to > at && source[to - 1] == u'\n') --to;
        add("kept", source.substr(at, to - at));
        rows.push_back(json::object{{"block", first ? json::value(block_name(first->id)) : json::value(nullptr)},
                                    {"line_from", first ? first->first_line : 0},
                                    {"line_to", first ? first->last_line : 0},
                                    {"pieces", std::move(pieces)}});
    }
    return rows;
}

json::array difference_of(const domain::Amendment& amendment, const Text& text, const domain::Change& change) {
    auto rows = difference_json(text, change);
    if (!amendment.amends || rows.empty()) return rows;
    const auto first = domain::change_from_json(amendment.amended_change, text.source.size());
    if (!first || !first->apply(text.source)) return rows;
    Text made;
    made.source = *first->apply(text.source);
    made.markdown = to_utf8(made.source);
    made.blocks = domain::read_blocks(made.markdown, 80);
    auto steps = difference_json(made, domain::amending_step(*first, change, text.source));
    const auto place = rows.front().as_object();
    for (auto& row : steps) {
        for (const auto* key : {"block", "line_from", "line_to"}) row.as_object()[key] = place.at(key);
    }
    return steps;
}

namespace {

// What a body would adopt in an amendment's place, as a difference.
using Wording = std::function<json::array(const domain::Recommendation&)>;

std::map<AmendmentId, json::array> recommendations_by_amendment(storage::Transaction& tx,
                                                                const std::vector<AmendmentId>& ids,
                                                                const Wording& wording) {
    const auto published = storage::published_recommendations(tx, ids);
    std::vector<RecommendationId> named;
    for (const auto& one : published) named.push_back(one.id);
    std::map<std::int64_t, json::array> dissents;
    for (const auto& dissent : storage::dissents_on(tx, named)) {
        dissents[dissent.recommendation.value].push_back(
            json::object{{"names", dissent.names}, {"text", dissent.text}, {"at", to_iso(dissent.at)}});
    }
    std::map<AmendmentId, json::array> found;
    for (const auto& one : published) {
        auto object = recommendation_json(one);
        object["dissents"] = dissents[one.id.value];
        if (!one.change.empty()) object["difference"] = wording(one);
        found[one.amendment].push_back(std::move(object));
    }
    return found;
}

}  // namespace

json::array amendments_json(storage::Transaction& tx, const std::vector<domain::Amendment>& amendments, Texts& texts) {
    std::vector<AmendmentId> ids;
    for (const auto& amendment : amendments) ids.push_back(amendment.id);
    std::map<std::int64_t, json::array> sponsors;
    for (const auto& [id, person] : storage::sponsors_of(tx, ids)) sponsors[id.value].push_back(person_json(person));
    std::set<DocumentId> documents;
    for (const auto& amendment : amendments) documents.insert(amendment.document);
    const auto voted = storage::what_was_voted(tx, documents, ids);
    std::map<std::int64_t, json::array> forwarded;
    std::map<std::int64_t, json::array> amended_by;
    for (const auto& [amended, by] : storage::amended_by(tx, ids)) amended_by[amended.value].push_back(by.value);
    std::vector<AmendmentId> amended;
    for (const auto& amendment : amendments) {
        if (amendment.amends) amended.push_back(*amendment.amends);
    }
    std::map<AmendmentId, int> number_of;
    if (!amended.empty()) {
        for (const auto& one : storage::find_amendments(tx, amended)) number_of[one.id] = one.number;
    }
    // The other end of a forwarding is named to every reader of this one, so only where everybody may read it.
    const auto may_be_named = [&](AmendmentId id) {
        const auto other = storage::find_amendment(tx, id);
        return other && everybody_may_read(tx, other->document, now());
    };
    for (const auto& [from, as] : storage::forwarded_as(tx, ids)) {
        if (may_be_named(as)) forwarded[from.value].push_back(as.value);
    }
    std::map<std::pair<std::int64_t, int>, std::shared_ptr<const Text>> read;
    const auto text = [&](DocumentId id, int version) -> const Text& {
        auto& found = read[{id.value, version}];
        if (!found) found = texts.find(id, version);
        if (!found) {
            const auto document = storage::find_document(tx, id);
            found = texts.get(id, *storage::find_version(tx, id, version), document->line_width);
        }
        return *found;
    };
    auto recommendations = recommendations_by_amendment(tx, ids, [&](const domain::Recommendation& one) {
        const auto about = std::find_if(amendments.begin(), amendments.end(), [&](const domain::Amendment& amendment) {
            return amendment.id == one.amendment;
        });
        const auto& base = text(about->document, about->version);
        const auto change = domain::change_from_json(one.change, base.source.size());
        return change ? difference_json(base, *change) : json::array{};
    });
    json::array items;
    for (const auto& amendment : amendments) {
        json::object object{
            {"id", amendment.id.value},
            {"document", amendment.document.value},
            {"number", amendment.number == 0 ? json::value(nullptr) : json::value(amendment.number)},
            {"version", amendment.version},
            {"kind", name_of(amendment.kind)},
            {"sort", nullptr},
            {"instruction", amendment.instruction},
            {"reason", amendment.reason},
            {"reason_html", render_passage(amendment.reason)},
            {"sponsor", person_json(amendment.sponsor)},
            {"sponsor_unit", amendment.sponsor_unit ? json::value(json::object{{"id", amendment.sponsor_unit->value},
                                                                               {"name", amendment.sponsor_unit_name}})
                                                    : json::value(nullptr)},
            {"sponsors", sponsors[amendment.id.value]},
            {"state", name_of(amendment.state)},
            {"supports", amendment.supports},
            {"supporters_missing", domain::is_pending(amendment) ? domain::supporters_missing(amendment) : 0},
            {"comments", amendment.comments},
            {"at", to_iso(amendment.submitted.value_or(amendment.at))},
            {"decided_version",
             amendment.decided_version ? json::value(*amendment.decided_version) : json::value(nullptr)},
            {"carried", name_of(amendment.carried)},
            {"line_from", amendment.line_from},
            {"line_to", amendment.line_to},
            {"difference", json::array{}},
            {"difference_version", amendment.version},
            {"recommendations", recommendations[amendment.id]},
            {"voted",
             voted.contains(amendment.id) ? json::value(name_of(voted.at(amendment.id))) : json::value(nullptr)},
            {"forwarded_from", amendment.forwarded_from && may_be_named(*amendment.forwarded_from)
                                   ? json::value(amendment.forwarded_from->value)
                                   : json::value(nullptr)},
            {"forwarded_to", forwarded[amendment.id.value]},
            {"amends", nullptr},
            {"amended_by", amended_by[amendment.id.value]}};
        if (amendment.amends) {
            object["amends"] = json::object{{"id", amendment.amends->value}, {"number", number_of[*amendment.amends]}};
        }
        if (amendment.kind == domain::AmendmentKind::text) {
            // On the newest version where it was carried there, else on its own.
            const bool now = !amendment.now_change.empty() && domain::is_pending(amendment);
            const int version = now ? amendment.now_version : amendment.version;
            const auto& base = text(amendment.document, version);
            const auto change =
                domain::change_from_json(now ? amendment.now_change : amendment.change, base.source.size());
            if (change) {
                // What it says of another's words is shown on the version that it was written on.
                auto shown = amendment;
                if (now && amendment.amends && amendment.now_version != amendment.version) {
                    const auto amended = storage::find_amendment(tx, *amendment.amends);
                    const bool there = amended && amended->now_version == version && !amended->now_change.empty();
                    if (there) shown.amended_change = amended->now_change;
                    if (!there || !domain::is_pending(*amended)) shown.amends.reset();
                }
                object["difference"] = difference_of(shown, base, *change);
                object["difference_version"] = version;
                object["sort"] = name_of(domain::sort_of(*change, base.source));
            }
        }
        items.push_back(std::move(object));
    }
    return items;
}

json::object mine_of_amendments(Work& work, const std::vector<domain::Amendment>& amendments) {
    std::vector<AmendmentId> ids;
    for (const auto& amendment : amendments) ids.push_back(amendment.id);
    const auto supported = storage::amendments_supported_by(work.tx, work.actor.account, ids);
    std::set<AmendmentId> sponsored;
    for (const auto& [id, person] : storage::sponsors_of(work.tx, ids)) {
        if (work.actor.account && person.id == work.actor.account) sponsored.insert(id);
    }
    json::object mine;
    for (const auto& amendment : amendments) {
        const bool author = work.actor.account && amendment.sponsor.id == work.actor.account;
        if (!author && !supported.contains(amendment.id) && !sponsored.contains(amendment.id)) continue;
        mine[std::to_string(amendment.id.value)] = json::object{{"supported", supported.contains(amendment.id)},
                                                                {"author", author},
                                                                {"sponsor", sponsored.contains(amendment.id)}};
    }
    return mine;
}

}  // namespace samrad::features
