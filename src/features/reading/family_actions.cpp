// Families of nearly identical answers, of reading_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>
#include <functional>
#include <set>

#include "base/utf8.hpp"
#include "domain/consultation/family_text.hpp"
#include "domain/consultation/shared_text.hpp"
#include "domain/form/answer_check.hpp"
#include "features/form_json.hpp"
#include "features/query.hpp"
#include "features/read_answer.hpp"
#include "features/reading/reading_actions.hpp"
#include "features/reading/reading_json.hpp"
#include "storage/consultations.hpp"
#include "storage/families.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// How many texts tell what a family shares.
constexpr int most_compared = 24;

struct Member {
    storage::ReadingItem item;
    std::map<std::string, std::u16string> texts;  // by field
    std::vector<std::string> fields;              // in the order of the form
};

std::vector<Member> members_of(Work& work, ConsultationId consultation, AnswerId family, AnswerId after, int limit) {
    std::vector<Member> members;
    for (const auto id : storage::answers_of_family(work.tx, family, after, limit)) {
        auto item = storage::find_reading(work.tx, id, work.actor.account);
        if (!item) continue;
        Member member{*std::move(item), {}, {}};
        for (const auto& one : texts_of(work, consultation, member.item.revision, member.item.shown)) {
            member.texts[one.field] = to_utf16(one.text);
            member.fields.push_back(one.field);
        }
        members.push_back(std::move(member));
    }
    return members;
}

// The fields of free text of the forms that they answered: in the order of the newest, then what only older ones had.
std::vector<std::string> text_fields(Work& work, ConsultationId consultation, const std::vector<Member>& members) {
    std::set<int, std::greater<>> revisions;
    for (const auto& member : members) revisions.insert(member.item.revision);
    std::vector<std::string> fields;
    for (const int revision : revisions) {
        const auto form = form_of(storage::find_form(work.tx, consultation, revision).value());
        for (auto& field : domain::free_text_fields(form)) {
            if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(std::move(field));
        }
    }
    return fields;
}

// What the family shares, by field in the order of the form, whoever of them filled it in.
std::vector<std::pair<std::string, std::u16string>> shared_texts(Work& work, ConsultationId consultation,
                                                                 const std::vector<Member>& members) {
    std::vector<std::pair<std::string, std::u16string>> shared;
    for (const auto& field : text_fields(work, consultation, members)) {
        std::vector<std::u16string> texts;
        for (const auto& member : members) {
            const auto found = member.texts.find(field);
            texts.push_back(found == member.texts.end() ? std::u16string() : found->second);
        }
        auto text = domain::shared_text(texts);
        if (!text.empty()) shared.emplace_back(field, std::move(text));
    }
    return shared;
}

json::array pieces_json(const std::vector<domain::Piece>& pieces) {
    json::array list;
    for (const auto& piece : pieces) {
        const char* mark = piece.mark == domain::Piece::kept      ? "kept"
                           : piece.mark == domain::Piece::deleted ? "deleted"
                                                                  : "inserted";
        list.push_back(json::object{{"mark", mark}, {"text", to_utf8(piece.text)}});
    }
    return list;
}

std::u16string_view shared_in(const std::vector<std::pair<std::string, std::u16string>>& shared,
                              const std::string& field) {
    for (const auto& [name, text] : shared) {
        if (name == field) return text;
    }
    return {};
}

}  // namespace

http::Reply list_families(Work& work) {
    const auto [consultation, scope] = reach_answers(work, work.id<ConsultationId>("consultation"));
    const int limit = page_limit(work.request);
    const auto skip = page_cursor(work.request);
    if (skip > 1'000'000) throw invalid("input.cursor_invalid", "after");
    const auto families = storage::families_of(work.tx, consultation.id, int(skip), limit);
    json::array items;
    for (const auto& family : families) {
        const auto members = members_of(work, consultation.id, family.family, AnswerId{}, 5);
        json::array texts;
        for (const auto& [field, text] : shared_texts(work, consultation.id, members)) {
            texts.push_back(json::object{{"field", field}, {"text", to_utf8(text)}});
        }
        items.push_back(json::object{{"id", family.family.value},
                                     {"first", members.empty() ? family.family.value : members.front().item.id.value},
                                     {"answers", family.answers},
                                     {"shared", std::move(texts)}});
    }
    const bool more = int(families.size()) == limit;
    return reply_json(page_json(std::move(items), more ? std::optional(skip + limit) : std::nullopt));
}

http::Reply show_family(Work& work) {
    const auto reached = reach_read_answer(work, work.id<AnswerId>("answer"));
    const int limit = page_limit(work.request);
    const auto after = AnswerId{page_cursor(work.request)};
    const auto family = reached.item.family;
    const auto compared = members_of(work, reached.consultation.id, family, AnswerId{}, most_compared);
    const auto shared = shared_texts(work, reached.consultation.id, compared);
    json::array texts, items;
    for (const auto& [field, text] : shared) texts.push_back(json::object{{"field", field}, {"text", to_utf8(text)}});
    const auto members = members_of(work, reached.consultation.id, family, after, limit);
    for (const auto& member : members) {
        json::array own;
        for (const auto& field : member.fields) {
            own.push_back(json::object{
                {"field", field},
                {"pieces", pieces_json(domain::own_words(shared_in(shared, field), member.texts.at(field)))}});
        }
        auto object = reading_json(member.item);
        object.erase("fields");
        object["own"] = std::move(own);
        items.push_back(std::move(object));
    }
    const bool more = int(members.size()) == limit;
    auto object = page_json(std::move(items), more ? std::optional(members.back().item.id.value) : std::nullopt);
    object["id"] = family.value;
    object["answers"] = reached.item.family_size;
    object["shared"] = std::move(texts);
    return reply_json(object);
}

}  // namespace samrad::features
