#include "features/amendments/amendment_json.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <functional>
#include <map>

#include "base/utf8.hpp"
#include "domain/document/document.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/gathering.hpp"
#include "features/amendments/decided.hpp"
#include "features/amendments/forwarding_trail.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/amendments/recommendation_json.hpp"
#include "features/amendments/standing_words.hpp"
#include "features/reach.hpp"
#include "storage/amendments.hpp"
#include "storage/comments.hpp"
#include "storage/documents.hpp"
#include "storage/recommendations.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// The comments that amendments answer, as everybody may read them.
std::map<AmendmentId, json::array> answered_json(storage::Transaction& tx, const std::vector<AmendmentId>& ids) {
    const auto pairs = storage::answered_comments(tx, ids);
    std::map<AmendmentId, json::array> found;
    if (pairs.empty()) return found;
    std::vector<CommentId> named;
    for (const auto& [amendment, comment] : pairs) named.push_back(comment);
    std::map<CommentId, domain::Comment> comments;
    for (auto& comment : storage::find_comments(tx, named)) comments.emplace(comment.id, std::move(comment));
    for (const auto& [amendment, id] : pairs) {
        const auto comment = comments.find(id);
        if (comment == comments.end() || comment->second.state != domain::CommentState::shown) continue;
        found[amendment].push_back(json::object{
            {"id", id.value}, {"author", person_json(comment->second.author)}, {"text", comment->second.text}});
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
    const auto decided = decided_by_amendment(tx, amendments, voted);
    std::map<std::int64_t, json::array> forwarded;
    std::map<std::int64_t, json::array> amended_by;
    for (const auto& [one, by] : storage::amended_by(tx, ids)) amended_by[one.value].push_back(by.value);
    std::map<AmendmentId, json::array> covers;
    for (const auto& one : storage::covered_by(tx, ids)) {
        covers[one.by].push_back(json::object{{"id", one.amendment.value}, {"number", one.number}});
    }
    std::vector<AmendmentId> amended;
    for (const auto& amendment : amendments) {
        if (amendment.amends) amended.push_back(*amendment.amends);
    }
    for (const auto& amendment : amendments) {
        if (amendment.joined_into) amended.push_back(*amendment.joined_into);
    }
    const auto answered = answered_json(tx, ids);
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
    auto standing = standing_words(tx, amendments, text);
    auto recommendations =
        recommendations_by_amendment(tx, ids, [&](const domain::Recommendation& one, const std::string& words) {
            const auto about =
                std::find_if(amendments.begin(), amendments.end(),
                             [&](const domain::Amendment& amendment) { return amendment.id == one.amendment; });
            const auto& base = text(about->document, one.version);
            const auto change = domain::change_from_json(words, base.source.size());
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
            {"supporter_units_missing", domain::is_pending(amendment) ? domain::supporter_units_missing(amendment) : 0},
            {"comments", amendment.comments},
            {"at", to_iso(amendment.submitted.value_or(amendment.at))},
            {"decided", decided.contains(amendment.id) ? json::value(decided_json(decided.at(amendment.id)))
                                                       : json::value(nullptr)},
            {"carried", name_of(amendment.carried)},
            {"line_from", amendment.line_from},
            {"line_to", amendment.line_to},
            {"difference", json::array{}},
            {"difference_version", domain::last_wording(amendment).version},
            {"wording", amendment.wording},
            {"worded", amendment.worded ? json::value(json::object{{"version", amendment.worded_version},
                                                                   {"at", to_iso(*amendment.worded)}})
                                        : json::value(nullptr)},
            {"passage_now", nullptr},
            {"recommendations", recommendations[amendment.id]},
            {"covers", covers[amendment.id]},
            {"voted",
             voted.contains(amendment.id) ? json::value(name_of(voted.at(amendment.id).result)) : json::value(nullptr)},
            {"forwarded_from", amendment.forwarded_from && may_be_named(*amendment.forwarded_from)
                                   ? json::value(amendment.forwarded_from->value)
                                   : json::value(nullptr)},
            {"forwarded_to", forwarded[amendment.id.value]},
            {"amends", nullptr},
            {"amended_by", amended_by[amendment.id.value]},
            {"whole", amendment.whole},
            {"carried_answer", amendment.answer ? json::value(name_of(*amendment.answer)) : json::value(nullptr)},
            {"joined_into", nullptr},
            {"answers", answered.contains(amendment.id) ? answered.at(amendment.id) : json::array{}}};
        if (decided.contains(amendment.id)) {
            object["decided"].as_object()["stands"] = std::move(standing[amendment.id]);
        }
        if (amendment.joined_into) {
            object["joined_into"] =
                json::object{{"id", amendment.joined_into->value}, {"number", number_of[*amendment.joined_into]}};
        }
        if (amendment.amends) {
            object["amends"] = json::object{{"id", amendment.amends->value}, {"number", number_of[*amendment.amends]}};
        }
        if (amendment.kind == domain::AmendmentKind::text) {
            // On the newest version where it was carried there, else on that of its last wording.
            const bool now = !amendment.now_change.empty() && domain::is_pending(amendment);
            const auto last = domain::last_wording(amendment);
            const int version = now ? amendment.now_version : last.version;
            const auto& base = text(amendment.document, version);
            const auto change = domain::change_from_json(now ? amendment.now_change : last.change, base.source.size());
            if (change) {
                // What it says of another's words is shown on the version that it was written on.
                auto shown = amendment;
                const bool is_own = amendment.wording == 1 && version == amendment.version;
                if (!is_own && !now) shown.amends.reset();
                if (!is_own && now && amendment.amends) {
                    const auto theirs = storage::find_amendment(tx, *amendment.amends);
                    const bool there = theirs && theirs->now_version == version && !theirs->now_change.empty();
                    if (there) shown.amended_change = theirs->now_change;
                    if (!there || !domain::is_pending(*theirs)) shown.amends.reset();
                }
                object["difference"] = difference_of(shown, base, *change);
                object["difference_version"] = version;
                if (domain::is_pending(amendment) && amendment.carried == domain::Carriage::needs_sponsor && !now) {
                    object["passage_now"] =
                        passages_now(*change, base, text(amendment.document, amendment.now_version));
                }
                object["sort"] = name_of(domain::sort_of(*change, base.source));
            }
        }
        items.push_back(std::move(object));
    }
    return items;
}

json::object mine_of_amendments(Work& work, const std::vector<domain::Amendment>& amendments, Texts& texts) {
    std::vector<AmendmentId> ids;
    std::vector<AmendmentId> pending;
    std::map<AmendmentId, const domain::Amendment*> by_id;
    for (const auto& amendment : amendments) {
        ids.push_back(amendment.id);
        by_id[amendment.id] = &amendment;
        if (domain::is_pending(amendment)) pending.push_back(amendment.id);
    }
    const auto supported = storage::amendments_supported_by(work.tx, work.actor.account, ids);
    const auto supported_before = storage::supports_that_fell(work.tx, work.actor.account, pending);
    std::set<AmendmentId> sponsored;
    for (const auto& [id, person] : storage::sponsors_of(work.tx, ids)) {
        if (work.actor.account && person.id == work.actor.account) sponsored.insert(id);
    }
    auto kept = kept_by_amendment(work, pending, [&](const domain::Recommendation& one, const std::string& words) {
        const auto document = storage::find_document(work.tx, by_id.at(one.amendment)->document);
        const auto text = text_of_version(work, *document, one.version, texts);
        const auto change = domain::change_from_json(words, text->source.size());
        return change ? difference_json(*text, *change) : json::array{};
    });
    auto trails = forwarding_trails(work, amendments);
    json::object mine;
    SpokenUnits units;
    for (const auto& amendment : amendments) {
        const auto trail = trails.find(amendment.id);
        const bool author = acts_as_sponsor(work, amendment, &units);
        const bool before = supported_before.contains(amendment.id);
        const bool backs = author || supported.contains(amendment.id) || before || sponsored.contains(amendment.id);
        if (!backs && !kept.contains(amendment.id) && trail == trails.end()) continue;
        mine[std::to_string(amendment.id.value)] =
            json::object{{"supported", supported.contains(amendment.id)},
                         {"supported_before", before},
                         {"author", author},
                         {"sponsor", sponsored.contains(amendment.id)},
                         {"kept", std::move(kept[amendment.id])},
                         {"trail", trail == trails.end() ? json::value(nullptr) : std::move(trail->second)}};
    }
    return mine;
}

}  // namespace samrad::features
