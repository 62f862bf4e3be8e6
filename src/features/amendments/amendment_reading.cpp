// The reading half of amendment_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>

#include "base/utf8.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/amendment_news.hpp"
#include "features/amendments/amendment_query.hpp"
#include "features/amendments/amendment_wording.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/query.hpp"
#include "storage/amendment_news.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/merges.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;

namespace {

// The cursor of a list by lines is "line.number", by numbers "number".
void read_cursor(const Work& work, storage::AmendmentQuery& query) {
    const auto text = parameter(work, "after");
    if (text.empty()) return;
    const auto dot = text.find('.');
    const auto read = [&](const std::string& part) {
        if (part.empty() || part.size() > 7 || part.find_first_not_of("0123456789") != std::string::npos) {
            throw invalid("input.cursor_invalid", "after");
        }
        return std::stoi(part);
    };
    if ((dot == std::string::npos) != query.by_number) throw invalid("input.cursor_invalid", "after");
    if (!query.by_number) query.after_line = read(text.substr(0, dot));
    query.after_number = read(dot == std::string::npos ? text : text.substr(dot + 1));
}

json::value next_cursor(const std::vector<domain::Amendment>& page, const storage::AmendmentQuery& query) {
    if (int(page.size()) < query.limit) return nullptr;
    const auto& last = page.back();
    const auto number = std::to_string(last.number);
    return json::value(query.by_number ? number : std::to_string(last.line_from) + "." + number);
}

}  // namespace

http::Reply list_amendments(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    auto query = read_filters(work, at.document.id);
    query.limit = page_limit(work.request);
    read_cursor(work, query);
    const auto page = storage::list_amendments(work.tx, query);
    return reply_json({{"items", amendments_json(work.tx, page, texts)},
                       {"next", next_cursor(page, query)},
                       {"mine", mine_of_amendments(work, page, texts)}});
}

http::Reply reply_amendment(Work& work, AmendmentId id, Texts& texts, int status) {
    const std::vector<domain::Amendment> one{*storage::find_amendment(work.tx, id)};
    const auto mine = mine_of_amendments(work, one, texts);
    return reply_json({{"amendment", amendments_json(work.tx, one, texts).front()},
                       {"mine", mine.empty() ? json::value(nullptr) : mine.begin()->value()}},
                      status);
}

http::Reply show_amendment(Work& work, Texts& texts) {
    const auto [amendment, at] = reach_amendment(work, Act::read);
    const std::vector<domain::Amendment> one{amendment};
    const auto mine = mine_of_amendments(work, one, texts);
    json::object object{{"amendment", amendments_json(work.tx, one, texts).front()},
                        {"mine", mine.empty() ? json::value(nullptr) : mine.begin()->value()}};
    if (amendment.state == domain::AmendmentState::draft || domain::is_pending(amendment)) {
        object["wording"] = wording_json(work, at.document, amendment, texts);
    }
    return reply_json(object);
}

http::Reply list_my_amendments(Work& work, Texts& texts) {
    work.require_sign_in();
    const int limit = page_limit(work.request);
    const auto page = storage::amendments_of(work.tx, work.actor.account, domain::units_spoken_for(work.actor),
                                             AmendmentId{page_cursor(work.request)}, limit);
    // What may no longer be read is not listed either.
    json::object documents;
    std::map<DocumentId, bool> reads;
    const auto seen_of = [&](std::vector<domain::Amendment> list) {
        std::erase_if(list, [&](const domain::Amendment& amendment) {
            const auto [place, fresh] = reads.try_emplace(amendment.document, false);
            if (!fresh) return !place->second;
            try {
                const auto at = reach_document(work, amendment.document, Act::read);
                documents[std::to_string(at.document.id.value)] = at.document.title;
                place->second = true;
            } catch (const Problem&) {
            }
            return !place->second;
        });
        return list;
    };
    const auto seen = seen_of(page);
    const auto fell = seen_of(storage::amendments_supported_before(work.tx, work.actor.account));
    const bool more = int(page.size()) == limit;
    auto object =
        page_json(amendments_json(work.tx, seen, texts), more ? std::optional(page.back().id.value) : std::nullopt);
    auto all = seen;
    std::copy_if(fell.begin(), fell.end(), std::back_inserter(all), [&](const domain::Amendment& one) {
        return std::none_of(seen.begin(), seen.end(), [&](const auto& other) { return other.id == one.id; });
    });
    object["mine"] = mine_of_amendments(work, all, texts);
    object["supported_before"] = amendments_json(work.tx, fell, texts);
    json::object collided;
    const auto unseen =
        storage::unseen_collisions(work.tx, work.actor.account, domain::units_spoken_for(work.actor), most_named);
    std::vector<AmendmentId> met;
    for (const auto& [id, later] : unseen) met.push_back(id);
    for (const auto& one : seen_of(storage::find_amendments(work.tx, met))) {
        json::array names;
        for (const auto& [other, number] : unseen.at(one.id)) {
            names.push_back(json::object{{"id", other.value}, {"number", number}});
        }
        collided[std::to_string(one.id.value)] =
            json::object{{"number", one.number}, {"document", one.document.value}, {"later", std::move(names)}};
    }
    object["collided"] = std::move(collided);
    object["documents"] = std::move(documents);
    return reply_json(object);
}

json::object amendment_event(storage::Transaction& tx, AmendmentId id, Texts& texts) {
    const auto amendment = storage::find_amendment(tx, id);
    if (!amendment || amendment->state == domain::AmendmentState::draft) return {};
    return std::move(amendments_json(tx, {*amendment}, texts).front().as_object());
}

// The blocks that an amendment changes, as they stand with it.
static json::array blocks_made_by(Work& work, const domain::Document& document, const Text& text, int id) {
    const auto amended = storage::find_amendment(work.tx, AmendmentId{id});
    if (!amended || amended->document != document.id || amended->state == domain::AmendmentState::draft) {
        throw missing();
    }
    if (amended->now_change.empty() || amended->now_version != document.head) throw conflict("amendment.needs_sponsor");
    const auto change = require(domain::change_from_json(amended->now_change, text.source.size()));
    const auto made = text_made_by(change, text, document.line_width);
    json::array items;
    for (const auto& block : made->blocks) {
        const auto own = own_source(block, made->source);
        const auto ranges = domain::changed_ranges(change);
        const bool touched = std::any_of(ranges.begin(), ranges.end(), [&](const domain::ChangedRange& range) {
            return range.from_b <= own.to && range.to_b >= own.from;
        });
        if (!touched || own.from == own.to) continue;
        items.push_back(json::object{{"block", block_name(block.id)},
                                     {"line_from", amended->line_from},
                                     {"line_to", amended->line_to},
                                     {"markdown", to_utf8(made->source.substr(own.from, own.to - own.from))}});
    }
    return items;
}

http::Reply show_blocks(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::read);
    const auto number = work.id<Id<struct VersionNoun>>("version").value;
    if (number > 1'000'000) throw missing();
    const auto text = text_of_version(work, at.document, int(number), texts);
    json::array items;
    if (const auto amended = number_in(work, "amends", INT32_MAX); amended > 0) {
        return reply_json({{"version", number},
                           {"items", blocks_made_by(work, at.document, *text, amended)},
                           {"refusal", refusal_json(work, at, {})}});
    }
    for (const auto& block : text->blocks) {
        if (block.from == block.to) continue;
        auto source = text->source.substr(block.from, block.to - block.from);
        while (!source.empty() && source.back() == u'\n') source.pop_back();
        items.push_back(json::object{{"block", block_name(block.id)},
                                     {"line_from", block.first_line},
                                     {"line_to", block.last_line},
                                     {"markdown", to_utf8(source)}});
    }
    return reply_json({{"version", number}, {"items", std::move(items)}, {"refusal", refusal_json(work, at, {})}});
}

}  // namespace samrad::features
