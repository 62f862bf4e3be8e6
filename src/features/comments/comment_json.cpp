#include "features/comments/comment_json.hpp"

#include <boost/json.hpp>

#include "features/texts.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

json::value id_or_null(const std::optional<CommentId>& id) {
    if (!id) return nullptr;
    return id->value;
}

json::value anchor_json(const std::optional<domain::Place>& place, bool shows_quote) {
    if (!place) return nullptr;
    json::object anchor{{"version", place->version},
                        {"block", block_name(place->block)},
                        {"quote", shows_quote ? json::value(place->quote) : json::value(nullptr)},
                        {"state", name_of(place->attachment)},
                        {"whole_block", place->whole_block}};
    if (place->attachment != domain::Attachment::orphaned) {
        anchor["block"] = block_name(place->now_block);
        anchor["from"] = place->now_from;
        anchor["to"] = place->now_to;
    }
    return anchor;
}

}  // namespace

json::object comment_json(const domain::Comment& comment, bool sees_text) {
    const bool shown = comment.state == domain::CommentState::shown;
    const bool text = shown || (sees_text && comment.state == domain::CommentState::hidden);
    json::object object{{"id", comment.id.value},
                        {"document", comment.document.value},
                        {"amendment", comment.amendment ? json::value(comment.amendment->value) : json::value(nullptr)},
                        {"parent", id_or_null(comment.parent)},
                        {"root", comment.root ? comment.root->value : comment.id.value},
                        {"author", person_json(comment.author)},
                        {"at", to_iso(comment.at)},
                        {"edited", time_json(comment.edited)},
                        {"edits", comment.edits},
                        {"text", nullptr},
                        {"html", nullptr},
                        {"stance", nullptr},
                        {"supports", comment.supports},
                        {"replies", comment.replies},
                        {"anchor", anchor_json(comment.place, text)},
                        {"state", name_of(comment.state)},
                        {"resolved", nullptr}};
    if (text) {
        object["text"] = comment.text;
        object["html"] = render_passage(comment.text);
        if (comment.stance) object["stance"] = name_of(*comment.stance);
    } else {
        // A tombstone tells neither who wrote it.
        object["author"] = nullptr;
    }
    if (comment.resolution) {
        object["resolved"] = json::object{{"by", person_json(comment.resolution->by)},
                                          {"at", to_iso(comment.resolution->at)},
                                          {"answer", comment.resolution->answer}};
    }
    if (sees_text && comment.state == domain::CommentState::hidden) {
        object["reason"] = comment.hidden_reason;
        object["appeal"] = comment.appeal ? json::value(*comment.appeal) : json::value(nullptr);
    }
    return object;
}

json::object mine_json(const domain::Comment& comment, bool supported, AccountId reader) {
    return {{"supported", supported},
            {"author", reader && comment.author.id == reader},
            {"editable_until", to_iso(domain::freely_editable_until(comment))}};
}

json::object mine_json(const std::vector<domain::Comment>& comments, const std::set<CommentId>& supported,
                       AccountId reader) {
    json::object mine;
    for (const auto& comment : comments) {
        const bool author = reader && comment.author.id == reader;
        if (!author && !supported.contains(comment.id)) continue;
        mine[std::to_string(comment.id.value)] = mine_json(comment, supported.contains(comment.id), reader);
    }
    return mine;
}

}  // namespace samrad::features
