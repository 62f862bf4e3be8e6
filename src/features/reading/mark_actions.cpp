// Passages and the themes they are given, of reading_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>

#include "base/utf8.hpp"
#include "domain/consultation/passage.hpp"
#include "domain/consultation/suggestion.hpp"
#include "domain/text/diff.hpp"
#include "features/body.hpp"
#include "features/query.hpp"
#include "features/read_answer.hpp"
#include "features/reading/reading_actions.hpp"
#include "features/reading/reading_json.hpp"
#include "storage/families.hpp"
#include "storage/marks.hpp"
#include "storage/themes.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// How many answers of a family one act reaches.
constexpr int most_carried = 5000;

std::string marked_words(const domain::Passage& passage, std::u16string_view text) {
    return to_utf8(domain::without_bars(std::u16string(domain::words_of(passage, text))));
}

// Where a passage of one text stands in a text much like it: word for word, or where most of its words are.
std::optional<domain::Passage> place_in(const domain::Passage& passage, std::u16string_view text,
                                        std::u16string_view other) {
    const auto at = other.find(domain::words_of(passage, text));
    if (at != std::u16string_view::npos) {
        return domain::Passage{passage.field, int(at), int(at) + passage.past - passage.first};
    }
    return domain::carried({passage}, text, other, false).front();
}

// The same mark on the text of another answer; false where that lacks the passage.
bool carry_to(Work& work, const ReadAnswer& reached, domain::Mark mark, AnswerId to, std::u16string_view text) {
    storage::hold_answer(work.tx, to);
    const auto other = storage::find_reading(work.tx, to, work.actor.account);
    if (!other) return false;
    for (const auto& one : texts_of(work, reached.consultation.id, other->revision, other->shown)) {
        if (one.field != mark.passage.field) continue;
        const auto other_text = to_utf16(one.text);
        const auto place = place_in(mark.passage, text, other_text);
        if (!place) continue;
        mark.answer = to;
        mark.passage = *place;
        storage::add_mark(work.tx, mark, marked_words(*place, other_text));
        return true;
    }
    return false;
}

struct Carried {
    int marked = 0;
    int left_out = 0;
};

// The same mark on every other answer of the family that has the passage.
Carried carry_through_family(Work& work, const ReadAnswer& reached, domain::Mark mark, MarkId because_of,
                             std::u16string_view text) {
    mark.source = domain::MarkSource::family;
    mark.because_of = because_of;
    const auto here = mark.answer;
    const auto family = storage::answers_of_family(work.tx, reached.item.family, AnswerId{}, most_carried);
    Carried carried;
    if (family.size() == most_carried) carried.left_out = std::max(0, reached.item.family_size - most_carried);
    for (const auto id : family) {
        if (id == here) continue;
        carry_to(work, reached, mark, id, text) ? ++carried.marked : ++carried.left_out;
    }
    return carried;
}

json::object suggestion_json(Work& work, const domain::ThemeSuggestion& suggestion) {
    json::object because{{"mark", suggestion.because_of.value}};
    if (const auto mark = storage::find_mark(work.tx, suggestion.because_of)) {
        because["answer"] = mark->answer.value;
        if (const auto item = storage::find_reading(work.tx, mark->answer, work.actor.account)) {
            const auto consultation = storage::find_answer(work.tx, mark->answer)->consultation;
            for (const auto& one : texts_of(work, consultation, item->revision, item->shown)) {
                if (one.field != mark->passage.field) continue;
                const auto text = to_utf16(one.text);
                if (!domain::check_passage(mark->passage, text)) {
                    because["text"] = to_utf8(domain::words_of(mark->passage, text));
                }
            }
        }
    }
    return {{"theme", suggestion.theme.value}, {"likeness", suggestion.likeness}, {"because_of", std::move(because)}};
}

json::array suggestions_for(Work& work, const ReadAnswer& reached, const std::string& words) {
    constexpr int most_witnesses = 500;
    const auto stems = storage::stems_of(work.tx, words);
    std::vector<domain::Witness> witnesses;
    for (auto& one : storage::marks_like(work.tx, reached.consultation.id, work.actor.account, stems, reached.item.id,
                                         most_witnesses)) {
        witnesses.push_back({one.mark, one.theme, std::move(one.stems)});
    }
    json::array list;
    for (const auto& one : domain::suggest_themes(stems, witnesses, 3)) list.push_back(suggestion_json(work, one));
    return list;
}

// The paragraphs of a text in which nobody has marked anything.
std::vector<domain::Passage> unmarked_paragraphs(const std::string& field, std::u16string_view text,
                                                 const std::vector<domain::Mark>& marks) {
    std::vector<domain::Passage> found;
    std::size_t from = 0;
    while (from < text.size()) {
        const auto end = std::min(text.find(u'\n', from), text.size());
        const domain::Passage passage{field, int(from), int(end)};
        const bool marked = std::any_of(marks.begin(), marks.end(), [&](const domain::Mark& mark) {
            return mark.passage.field == field && mark.passage.first < passage.past &&
                   passage.first < mark.passage.past;
        });
        if (end - from >= 20 && !marked) found.push_back(passage);
        from = end + 1;
    }
    return found;
}

}  // namespace

http::Reply add_mark(Work& work) {
    auto reached = reach_read_answer(work, work.id<AnswerId>("answer"));
    Body body(work.request);
    domain::Mark mark;
    mark.answer = reached.item.id;
    mark.passage = read_passage(body);
    mark.theme = body.id<ThemeId>("theme");
    mark.reader = work.actor.account;
    const auto because_of = body.maybe_number("because_of", 1, INT64_MAX);
    const bool through_family = body.maybe_flag("family").value_or(false);
    const int edits = read_edits(body);
    body.done();
    hold_read_answer(work, reached, edits);
    const auto theme = storage::hold_theme(work.tx, mark.theme);
    if (!theme || theme->removed || theme->consultation != reached.consultation.id) {
        throw invalid("mark.theme_unknown", "theme");
    }
    const auto text = text_of_field(texts_of(work, reached.consultation.id, reached.item.revision, reached.item.shown),
                                    mark.passage.field);
    require(domain::check_passage(mark.passage, text));
    if (because_of) {
        // One that she is not shown, a blind reader of a sample has no suggestions from either.
        const auto witness = storage::sees_mark(work.tx, work.actor.account, MarkId{*because_of})
                                 ? storage::find_mark(work.tx, MarkId{*because_of})
                                 : std::nullopt;
        const auto of = witness ? storage::find_answer(work.tx, witness->answer) : std::nullopt;
        if (!of || of->consultation != reached.consultation.id) throw invalid("input.not_a_choice", "because_of");
        mark.because_of = witness->id;
        mark.source = domain::MarkSource::suggestion;
    }
    const auto id = storage::add_mark(work.tx, mark, marked_words(mark.passage, text));
    const auto carried = through_family ? carry_through_family(work, reached, mark, id, text) : Carried{};
    storage::set_read(work.tx, mark.answer, mark.reader, true);
    work.tell(topic_of(reached.consultation.id), "marks", mark.answer.value);
    return reply_json(json::object{{"mark", mark_json(storage::find_mark(work.tx, id).value())},
                                   {"carried", carried.marked},
                                   {"left_out", carried.left_out}},
                      201);
}

http::Reply remove_mark(Work& work) {
    const auto mark = storage::find_mark(work.tx, work.id<MarkId>("mark"));
    if (!mark) throw missing();
    const auto reached = reach_read_answer(work, mark->answer);
    // What one may not be shown does not exist.
    if (!storage::sees_mark(work.tx, work.actor.account, mark->id)) throw missing();
    if (mark->reader != work.actor.account) require(domain::refuse(work.actor, domain::Act::edit, reached.scope));
    Body(work.request).done();
    storage::remove_mark(work.tx, mark->id);
    if (mark->reader != work.actor.account) {
        work.record("unmark", "answer:" + std::to_string(mark->answer.value), "reader " + mark->reader_name);
    }
    work.tell(topic_of(reached.consultation.id), "marks", mark->answer.value);
    return reply_json(json::object{{"removed", mark->id.value}});
}

http::Reply suggest_themes(Work& work) {
    const auto reached = reach_read_answer(work, work.id<AnswerId>("answer"));
    const auto texts = texts_of(work, reached.consultation.id, reached.item.revision, reached.item.shown);
    std::vector<std::pair<domain::Passage, std::u16string>> passages;
    if (const auto field = parameter(work, "field"); !field.empty()) {
        const domain::Passage asked{field, number_in(work, "first", 1'000'000), number_in(work, "past", 1'000'000)};
        auto text = text_of_field(texts, field);
        require(domain::check_passage(asked, text));
        passages.emplace_back(asked, std::move(text));
    } else {
        const auto marks = storage::marks_of(work.tx, reached.item.id, work.actor.account);
        for (const auto& one : texts) {
            const auto text = to_utf16(one.text);
            for (auto& passage : unmarked_paragraphs(one.field, text, marks)) {
                if (passages.size() < 20) passages.emplace_back(std::move(passage), text);
            }
        }
    }
    json::array items;
    for (const auto& [passage, text] : passages) {
        auto themes = suggestions_for(work, reached, marked_words(passage, text));
        if (themes.empty()) continue;
        items.push_back(json::object{{"passage", passage_json(passage)}, {"themes", std::move(themes)}});
    }
    return reply_json(json::object{{"edits", reached.item.edits}, {"items", std::move(items)}});
}

}  // namespace samrad::features
