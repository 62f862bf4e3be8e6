#include "features/form_json.hpp"

#include <boost/json.hpp>

namespace samrad::features {

namespace json = boost::json;

namespace {

using domain::Wording;

constexpr std::size_t words_most = 5000;

Wording read_wording(Body& body, std::string_view field) {
    Wording wording;
    auto inner = body.maybe_object(field);
    if (!inner) return wording;
    for (std::size_t i = 0; i < wording.texts.size(); ++i) {
        wording.texts[i] = inner->maybe_text(name_of(domain::FormLanguage(i)), 0, words_most).value_or("");
    }
    inner->done();
    return wording;
}

std::vector<domain::Option> read_options(Body& body, std::string_view field) {
    std::vector<domain::Option> options;
    auto items = body.maybe_objects(field, domain::most_options);
    if (!items) return options;
    for (auto& item : *items) {
        auto key = item.line("key", 40);
        options.push_back({std::move(key), read_wording(item, "label")});
        item.done();
    }
    return options;
}

domain::Condition read_condition(Body& body) {
    domain::Condition condition;
    condition.question = body.line("question", 40);
    using domain::Test;
    int tests = 0;
    for (const Test test : {Test::is, Test::is_not}) {
        if (auto values = body.maybe_texts(name_of(test), domain::most_options, 40)) {
            ++tests;
            condition.test = test;
            condition.values = *std::move(values);
        }
    }
    for (const Test test : {Test::at_least, Test::at_most}) {
        if (const auto number = body.maybe_number(name_of(test), -1'000'000'000, 1'000'000'000)) {
            ++tests;
            condition.test = test;
            condition.number = double(*number);
        }
    }
    if (const auto answered = body.maybe_flag("answered")) {
        tests += *answered ? 1 : 2;  // that something was not answered is no test
        condition.test = Test::answered;
    }
    body.done();
    if (tests != 1) body.refuse("form.condition_unclear", "question");
    return condition;
}

domain::ShowIf read_show_if(Body& body) {
    domain::ShowIf show_if;
    auto inner = body.maybe_object("show_if");
    if (!inner) return show_if;
    for (const bool any : {false, true}) {
        auto items = inner->maybe_objects(any ? "any" : "all", 20);
        if (!items) continue;
        if (any && inner->has("all")) inner->refuse("form.condition_unclear", "any");
        show_if.any = any;
        for (auto& item : *items) show_if.conditions.push_back(read_condition(item));
    }
    inner->done();
    return show_if;
}

domain::Question read_question(Body& body) {
    domain::Question question;
    question.key = body.line("key", 40);
    question.kind = body.name<domain::QuestionKind>("kind");
    question.title = read_wording(body, "title");
    question.help = read_wording(body, "help");
    question.required = body.maybe_flag("required").value_or(false);
    question.options = read_options(body, "options");
    question.rows = read_options(body, "rows");
    question.other = body.maybe_flag("other").value_or(false);
    question.shuffled = body.maybe_flag("shuffled").value_or(false);
    const auto limit = [&](std::string_view field) -> std::optional<double> {
        const auto number = body.maybe_number(field, -1'000'000'000, 1'000'000'000);
        return number ? std::optional(double(*number)) : std::nullopt;
    };
    question.least = limit("least");
    question.most = limit("most");
    question.low = read_wording(body, "low");
    question.high = read_wording(body, "high");
    question.block = body.maybe_line("block", 20).value_or("");
    question.show_if = read_show_if(body);
    body.done();
    return question;
}

void put_wording(json::object& object, const char* field, const Wording& wording) {
    if (!wording.empty()) object[field] = wording_json(wording);
}

void put_options(json::object& object, const char* field, const std::vector<domain::Option>& options) {
    if (options.empty()) return;
    json::array list;
    for (const auto& option : options) {
        list.push_back(json::object{{"key", option.key}, {"label", wording_json(option.label)}});
    }
    object[field] = std::move(list);
}

void put_show_if(json::object& object, const domain::ShowIf& show_if) {
    if (show_if.conditions.empty()) return;
    json::array list;
    for (const auto& condition : show_if.conditions) {
        json::object one{{"question", condition.question}};
        const auto test = name_of(condition.test);
        switch (condition.test) {
            case domain::Test::is:
            case domain::Test::is_not: one[test] = json::array(condition.values.begin(), condition.values.end()); break;
            case domain::Test::answered: one[test] = true; break;
            default: one[test] = std::int64_t(condition.number);
        }
        list.push_back(std::move(one));
    }
    object["show_if"] = json::object{{show_if.any ? "any" : "all", std::move(list)}};
}

json::object question_json(const domain::Question& question) {
    json::object object{{"key", question.key}, {"kind", name_of(question.kind)}};
    put_wording(object, "title", question.title);
    put_wording(object, "help", question.help);
    if (question.required) object["required"] = true;
    put_options(object, "options", question.options);
    put_options(object, "rows", question.rows);
    if (question.other) object["other"] = true;
    if (question.shuffled) object["shuffled"] = true;
    if (question.least) object["least"] = std::int64_t(*question.least);
    if (question.most) object["most"] = std::int64_t(*question.most);
    put_wording(object, "low", question.low);
    put_wording(object, "high", question.high);
    if (!question.block.empty()) object["block"] = question.block;
    put_show_if(object, question.show_if);
    return object;
}

}  // namespace

json::object wording_json(const Wording& wording) {
    json::object object;
    for (std::size_t i = 0; i < wording.texts.size(); ++i) {
        if (!wording.texts[i].empty()) object[name_of(domain::FormLanguage(i))] = wording.texts[i];
    }
    return object;
}

domain::Form read_form(Body& body) {
    domain::Form form;
    for (auto& item : body.maybe_objects("sections", domain::most_sections).value_or(std::vector<Body>{})) {
        domain::Section section;
        section.key = item.line("key", 40);
        section.title = read_wording(item, "title");
        section.intro = read_wording(item, "intro");
        section.show_if = read_show_if(item);
        for (auto& question : item.maybe_objects("questions", domain::most_questions).value_or(std::vector<Body>{})) {
            section.questions.push_back(read_question(question));
        }
        item.done();
        form.sections.push_back(std::move(section));
    }
    require(domain::check_form(form));
    return form;
}

domain::Form form_of(const std::string& definition) {
    Body body = Body::of(definition);
    return read_form(body);
}

json::object form_json(const domain::Form& form) {
    json::array sections;
    for (const auto& section : form.sections) {
        json::object object{{"key", section.key}};
        put_wording(object, "title", section.title);
        put_wording(object, "intro", section.intro);
        put_show_if(object, section.show_if);
        json::array questions;
        for (const auto& question : section.questions) questions.push_back(question_json(question));
        object["questions"] = std::move(questions);
        sections.push_back(std::move(object));
    }
    return {{"sections", std::move(sections)}};
}

std::string written(const domain::Fields& fields) {
    json::object object;
    for (const auto& [name, values] : fields) object[name] = json::array(values.begin(), values.end());
    return json::serialize(object);
}

domain::Fields fields_of(const std::string& content) {
    domain::Fields fields;
    const auto stored = json::parse(content);
    for (const auto& member : stored.as_object()) {
        auto& values = fields[std::string(member.key())];
        for (const auto& value : member.value().as_array()) values.emplace_back(value.as_string());
    }
    return fields;
}

}  // namespace samrad::features
