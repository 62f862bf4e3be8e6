// The list of answers as one reader has it, and one answer with what was marked in it.
#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

#include "features/form_json.hpp"
#include "features/query.hpp"
#include "features/read_answer.hpp"
#include "features/reading/reading_actions.hpp"
#include "features/reading/reading_json.hpp"
#include "storage/consultations.hpp"
#include "storage/marks.hpp"
#include "storage/samples.hpp"
#include "storage/themes.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

bool flag_in(const Work& work, const char* name) {
    const auto word = parameter(work, name);
    if (!word.empty() && word != "1" && word != "0") throw invalid("input.not_a_choice", name);
    return word == "1";
}

// The theme and all below it.
std::vector<ThemeId> with_those_below(Work& work, ConsultationId consultation, ThemeId theme) {
    const auto all = domain::in_tree_order(storage::themes_of(work.tx, consultation));
    std::vector<ThemeId> found;
    for (const auto& one : all) {
        const bool below = one.parent && std::find(found.begin(), found.end(), *one.parent) != found.end();
        if (one.id == theme || below) found.push_back(one.id);
    }
    if (found.empty()) throw invalid("input.not_a_choice", "theme");
    return found;
}

// "3,17": a hundred answers at most.
std::vector<AnswerId> ids_in(std::string_view list) {
    std::vector<AnswerId> ids;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        std::int64_t id = 0;
        const auto [end, wrong] = std::from_chars(list.data(), list.data() + comma, id);
        if (wrong != std::errc() || end != list.data() + comma || id < 1) throw invalid("input.not_a_choice", "among");
        ids.push_back(AnswerId{id});
        if (ids.size() > 100) throw invalid("input.out_of_range", "among");
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return ids;
}

storage::ReadingFilter filter_of(Work& work, const domain::Consultation& consultation) {
    storage::ReadingFilter filter;
    filter.voice = parameter(work, "voice");
    if (!filter.voice.empty() && !from_name<domain::Voice>(filter.voice)) throw invalid("input.not_a_choice", "voice");
    filter.search = parameter(work, "q");
    if (filter.search.size() > 200) throw invalid("input.too_long", "q");
    const auto state = parameter(work, "state");
    using enum domain::AnswerState;
    if (!state.empty()) filter.state = from_name<domain::AnswerState>(state).value_or(draft);
    if (filter.state != held && filter.state != submitted && filter.state != refused) {
        throw invalid("input.not_a_choice", "state");
    }
    filter.unread = flag_in(work, "unread");
    filter.folded = flag_in(work, "folded");
    if (parameter(work, "theme") == "none") {
        filter.unmarked = true;
    } else if (const int theme = number_in(work, "theme", INT32_MAX)) {
        filter.themes = with_those_below(work, consultation.id, ThemeId{theme});
    }
    if (const int without = number_in(work, "without", INT32_MAX)) {
        const auto theme = storage::find_theme(work.tx, ThemeId{without});
        if (!theme || theme->consultation != consultation.id) throw invalid("input.not_a_choice", "without");
        filter.without = theme->id;
    }
    if (const auto among = parameter(work, "among"); !among.empty()) filter.among = ids_in(among);
    if (const int family = number_in(work, "family", INT32_MAX)) filter.family = AnswerId{family};
    if (const int sample = number_in(work, "sample", INT32_MAX)) {
        const auto found = storage::find_sample(work.tx, SampleId{sample});
        if (!found || found->consultation != consultation.id) throw invalid("input.not_a_choice", "sample");
        filter.sample = found->id;
    }
    const auto key = parameter(work, "question");
    if (!key.empty()) {
        const auto form = form_of(storage::find_form(work.tx, consultation.id, consultation.revision).value());
        const auto question = domain::find_question(form, key);
        if (!question) throw invalid("input.not_a_choice", "question");
        filter.fields = domain::fields_of(*question);
    }
    return filter;
}

// The names of the municipalities that the answer names, by their numbers.
json::object places_in(const domain::Form& form, const domain::Fields& fields) {
    json::object places;
    for (const auto& section : form.sections) {
        for (const auto& question : section.questions) {
            if (question.kind != domain::QuestionKind::place) continue;
            for (const auto& place : domain::municipalities()) {
                if (place.number == domain::text_of(fields, question.key)) places[place.number] = place.name;
            }
        }
    }
    return places;
}

http::Reply set_reading(Work& work, bool read) {
    const auto reached = reach_read_answer(work, work.id<AnswerId>("answer"));
    Body(work.request).done();
    storage::set_read(work.tx, reached.item.id, work.actor.account, read);
    return reply_json(json::object{{"read", read}});
}

}  // namespace

http::Reply list_reading(Work& work) {
    const auto [consultation, scope] = reach_answers(work, work.id<ConsultationId>("consultation"));
    const auto filter = filter_of(work, consultation);
    const int limit = page_limit(work.request);
    const auto items = storage::list_reading(work.tx, consultation.id, work.actor.account, filter,
                                             AnswerId{page_cursor(work.request)}, limit);
    json::array list;
    for (const auto& item : items) list.push_back(reading_json(item));
    const bool more = int(items.size()) == limit;
    return reply_json(page_json(std::move(list), more ? std::optional(items.back().id.value) : std::nullopt));
}

http::Reply count_reading(Work& work) {
    const auto [consultation, scope] = reach_answers(work, work.id<ConsultationId>("consultation"));
    const auto counts = storage::count_reading(work.tx, consultation.id, work.actor.account);
    return reply_json(json::object{{"answers", counts.answers},
                                   {"families", counts.families},
                                   {"read", counts.read},
                                   {"marked", counts.marked},
                                   {"held", counts.held},
                                   {"refused", counts.refused}});
}

http::Reply show_answer(Work& work) {
    const auto reached = reach_read_answer(work, work.id<AnswerId>("answer"));
    const auto form = form_of(storage::find_form(work.tx, reached.consultation.id, reached.item.revision).value());
    const auto fields = fields_of(reached.item.shown);
    json::array texts, marks, redactions;
    for (const auto& one : domain::free_texts(form, fields)) {
        texts.push_back(json::object{{"field", one.field}, {"text", one.text}});
    }
    for (const auto& one : storage::marks_of(work.tx, reached.item.id, work.actor.account)) {
        marks.push_back(mark_json(one));
    }
    for (const auto& one : storage::redactions_of(work.tx, reached.item.id)) redactions.push_back(redaction_json(one));
    auto object = reading_json(reached.item);
    object["consultation"] = reached.consultation.id.value;
    object["texts"] = std::move(texts);
    object["places"] = places_in(form, fields);
    object["passages"] = json::object{{"marks", std::move(marks)}, {"redactions", std::move(redactions)}};
    const bool moderates = domain::may(work.actor, domain::Act::moderate, reached.scope);
    object["may"] = json::object{{"see_original", moderates},
                                 {"settle", moderates},
                                 {"edit", domain::may(work.actor, domain::Act::edit, reached.scope)}};
    return reply_json(object);
}

http::Reply set_read(Work& work) { return set_reading(work, true); }
http::Reply set_unread(Work& work) { return set_reading(work, false); }

}  // namespace samrad::features
