// What a form may be, what is shown of it, and what counts as an answer.
#include <catch2/catch_test_macros.hpp>

#include "domain/form/answer_check.hpp"
#include "domain/form/form.hpp"

using namespace samrad;
using namespace samrad::domain;

namespace {

Wording words(const char* nb) { return {{nb, "", ""}}; }

Question ask(std::string key, QuestionKind kind) {
    Question question;
    question.key = std::move(key);
    question.kind = kind;
    question.title = words("Spørsmål");
    return question;
}

Question choice(std::string key, std::vector<std::string> keys, QuestionKind kind = QuestionKind::choice) {
    auto question = ask(std::move(key), kind);
    for (auto& option : keys) question.options.push_back({option, words("Valg")});
    return question;
}

ShowIf when(std::string question, std::vector<std::string> values) {
    return {false, {{std::move(question), Test::is, std::move(values), 0}}};
}

Form form_of(std::vector<Question> questions) { return {{{"s1", words("Del"), {}, {}, std::move(questions)}}}; }

std::string code_of(const std::optional<Problem>& problem) { return problem ? problem->code : ""; }

std::vector<std::string> codes(const CheckedAnswer& checked) {
    std::vector<std::string> list;
    for (const auto& problem : checked.problems) list.push_back(problem.code + " " + problem.field);
    return list;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a form is refused where it could not be asked", "[form]") {
    CHECK(code_of(check_form({})) == "form.empty");
    CHECK(code_of(check_form(form_of({}))) == "form.empty");
    CHECK(code_of(check_form(form_of({ask("Q", QuestionKind::date)}))) == "form.key_invalid");
    CHECK(code_of(check_form(form_of({ask("q", QuestionKind::date), ask("q", QuestionKind::date)}))) ==
          "form.key_twice");
    CHECK(code_of(check_form(form_of({choice("q", {"a"})}))) == "form.options_missing");
    CHECK(code_of(check_form(form_of({choice("q", {"a", "a"})}))) == "form.key_twice");
    auto untitled = ask("q", QuestionKind::date);
    untitled.title = {};
    CHECK(code_of(check_form(form_of({untitled}))) == "form.title_missing");
    auto scale = ask("q", QuestionKind::scale);
    CHECK(code_of(check_form(form_of({scale}))) == "form.limits_invalid");
    scale.least = 1;
    scale.most = 5;
    CHECK(check_form(form_of({scale})) == std::nullopt);
    CHECK(code_of(check_form(form_of(std::vector<Question>(201, scale)))) == "form.key_twice");
    std::vector<Question> many;
    for (int i = 0; i < 201; ++i) many.push_back(ask("q" + std::to_string(i), QuestionKind::date));
    CHECK(code_of(check_form(form_of(many))) == "form.too_large");
}

TEST_CASE("conditions that hang on themselves are refused, also by way of a section", "[form]") {
    auto first = choice("a", {"yes", "no"});
    auto second = choice("b", {"yes", "no"});
    second.show_if = when("a", {"yes"});
    CHECK(check_form(form_of({first, second})) == std::nullopt);
    first.show_if = when("b", {"yes"});
    CHECK(code_of(check_form(form_of({first, second}))) == "form.condition_circle");
    auto own = choice("a", {"yes", "no"});
    own.show_if = when("a", {"yes"});
    CHECK(code_of(check_form(form_of({own}))) == "form.condition_circle");
    Form by_section = form_of({choice("a", {"yes", "no"})});
    by_section.sections[0].show_if = when("a", {"yes"});
    CHECK(code_of(check_form(by_section)) == "form.condition_circle");
    auto unknown = choice("c", {"yes", "no"});
    unknown.show_if = when("d", {"yes"});
    CHECK(code_of(check_form(form_of({unknown}))) == "form.condition_unknown");
    unknown.show_if = when("a", {"perhaps"});
    CHECK(code_of(check_form(form_of({choice("a", {"yes", "no"}), unknown}))) == "form.condition_unknown");
}

TEST_CASE("a question that is not asked counts as not answered for those that hang on it", "[form]") {
    auto a = choice("a", {"yes", "no"});
    auto b = choice("b", {"yes", "no"});
    b.show_if = when("a", {"yes"});
    auto c = ask("c", QuestionKind::short_text);
    c.show_if = when("b", {"yes"});
    const auto form = form_of({a, b, c});
    using Shown = std::set<std::string, std::less<>>;
    CHECK(shown_questions(form, {}) == Shown{"a"});
    CHECK(shown_questions(form, {{"a", {"yes"}}}) == Shown{"a", "b"});
    CHECK(shown_questions(form, {{"a", {"yes"}}, {"b", {"yes"}}}) == Shown{"a", "b", "c"});
    CHECK(shown_questions(form, {{"a", {"no"}}, {"b", {"yes"}}}) == Shown{"a"});
}

TEST_CASE("every kind says what is wrong with a value, beside its field", "[form]") {
    auto text = ask("text", QuestionKind::short_text);
    text.most = 3;
    auto needed = ask("needed", QuestionKind::long_text);
    needed.required = true;
    auto one = choice("one", {"a", "b"});
    one.other = true;
    auto some = choice("some", {"a", "b", "c"}, QuestionKind::choices);
    some.most = 2;
    auto scale = ask("scale", QuestionKind::scale);
    scale.least = 1;
    scale.most = 5;
    const auto number = ask("number", QuestionKind::number);
    const auto date = ask("date", QuestionKind::date);
    const auto rank = choice("rank", {"a", "b"}, QuestionKind::ranking);
    auto matrix = choice("matrix", {"good", "bad"}, QuestionKind::matrix);
    matrix.rows = {{"bus", words("Buss")}, {"boat", words("Båt")}};
    const auto place = ask("place", QuestionKind::place);
    const auto file = ask("file", QuestionKind::file);
    const auto agree = ask("agree", QuestionKind::agreement);
    const auto consent = ask("consent", QuestionKind::consent);
    const auto form =
        form_of({text, needed, one, some, scale, number, date, rank, matrix, place, file, agree, consent});
    REQUIRE(check_form(form) == std::nullopt);

    const Fields wrong{{"text", {"blåbær"}},     {"one", {"other"}},        {"some", {"a", "b", "c"}},
                       {"scale", {"6"}},         {"number", {"mange"}},     {"date", {"2026-02-30"}},
                       {"rank.a", {"1"}},        {"rank.b", {"1"}},         {"matrix.bus", {"fine"}},
                       {"place", {"9999"}},      {"file", {"7"}},           {"agree", {"perhaps"}},
                       {"consent", {"perhaps"}}, {"stranger", {"anything"}}};
    CHECK(codes(check_answer(form, wrong, {})) ==
          Codes{"answer.too_long text", "answer.required needed", "answer.other_missing one.other",
                "answer.too_many some", "answer.out_of_range scale", "answer.not_a_number number",
                "answer.not_a_date date", "answer.rank_twice rank.b", "answer.not_a_choice matrix.bus",
                "answer.not_a_place place", "answer.not_a_file file", "answer.not_a_choice agree",
                "answer.not_a_choice consent", "answer.unknown_field stranger"});

    const Fields right{{"text", {" blå "}},  {"needed", {"Ja."}},  {"one", {"other"}},       {"one.other", {"Tog"}},
                       {"some", {"b", "a"}}, {"scale", {"5"}},     {"number", {"3,5"}},      {"date", {"2028-02-29"}},
                       {"rank.a", {"2"}},    {"rank.b", {"1"}},    {"matrix.bus", {"good"}}, {"place", {"0301"}},
                       {"file", {"7"}},      {"agree", {"agree"}}, {"consent", {"yes"}}};
    const auto checked = check_answer(form, right, {{"file/7"}, true});
    CHECK(codes(checked) == Codes{});
    CHECK(text_of(checked.kept, "text") == "blå");
    CHECK(text_of(checked.kept, "number") == "3.5");
    CHECK(checked.kept.at("some") == std::vector<std::string>{"a", "b"});
    CHECK(checked.kept.size() == right.size());

    // What is NUL or no text is never kept, and while one is still writing nothing is missing.
    CHECK(codes(check_answer(form, {{"needed", {std::string("a\0b", 3)}}}, {{}, false})) ==
          Codes{"answer.not_text needed"});
    CHECK(codes(check_answer(form, {{"rank.a", {"1"}}}, {{}, false})) == Codes{});
}

TEST_CASE("what is typed where nothing is asked is named, not stored in silence", "[form]") {
    auto a = choice("a", {"yes", "no"});
    auto b = ask("b", QuestionKind::long_text);
    b.required = true;
    b.show_if = when("a", {"yes"});
    const auto form = form_of({a, b});
    CHECK(codes(check_answer(form, {{"a", {"no"}}, {"b", {"likevel"}}}, {})) == Codes{"answer.not_asked b"});
    CHECK(codes(check_answer(form, {{"a", {"no"}}}, {})) == Codes{});
    CHECK(codes(check_answer(form, {{"a", {"yes"}}}, {})) == Codes{"answer.required b"});
}

TEST_CASE("after the first answer a question keeps its meaning under its key", "[form]") {
    auto scale = ask("q", QuestionKind::scale);
    scale.least = 1;
    scale.most = 5;
    const auto before = form_of({scale});
    auto longer = scale;
    longer.most = 10;
    CHECK(code_of(check_revision(before, form_of({longer}))) == "form.meaning_changed");
    CHECK(code_of(check_revision(before, form_of({ask("q", QuestionKind::long_text)}))) == "form.meaning_changed");
    auto worded = scale;
    worded.title = words("Bedre ord");
    CHECK(check_revision(before, form_of({worded, ask("new", QuestionKind::date)})) == std::nullopt);
}

TEST_CASE("shuffled options come in the same order for one answer every time, and in all orders over many", "[form]") {
    auto question = choice("q", {"a", "b", "c"});
    CHECK(options_in_order(question, 1) == question.options);
    question.shuffled = true;
    std::set<std::string> orders;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto order = options_in_order(question, seed);
        CHECK(order == options_in_order(question, seed));
        orders.insert(order[0].key + order[1].key + order[2].key);
    }
    CHECK(orders.size() == 6);
}

TEST_CASE("there are 357 municipalities, in the order of their numbers", "[form]") {
    const auto& all = municipalities();
    CHECK(all.size() == 357);
    for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i - 1].number < all[i].number);
}
