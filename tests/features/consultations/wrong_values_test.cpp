// Every kind of question with every wrong value: the page comes back with what was typed and a sentence at the
// question.
#include <boost/json.hpp>
#include <set>

#include "domain/form/form.hpp"
#include "features/consultations/consultation_world.hpp"

using namespace samrad;
using testing::ConsultationWorld;

namespace {

constexpr const char* options = R"("options":[{"key":"a","label":{"nb":"A"}},{"key":"b","label":{"nb":"B"}},)"
                                R"({"key":"c","label":{"nb":"C"}}])";

// A question under the key "q" and what it does not take. `shown`: how the page shows again what was typed; "" where a
// choice that does not exist cannot be shown.
struct Wrong {
    const char* kind;
    std::string question;  // its further rules
    const char* sent;      // the body of the form
    const char* sentence;
    const char* shown;
};

const std::vector<Wrong> wrongs{
    {"short_text", "", "q.q=", "Dette må besvares.", ""},
    {"short_text", R"(,"most":5)", "q.q=Lang+tekst", "for lang: høyst 5 tegn", "value=\"Lang tekst\""},
    {"short_text", R"(,"least":5)", "q.q=kort", "for kort: minst 5 tegn", "value=\"kort\""},
    {"short_text", "", "q.q=en&q.q=to", "Her kan du velge bare én.", "value=\"en\""},
    {"long_text", "", "q.q=+++", "Dette må besvares.", ""},
    {"long_text", R"(,"most":3)", "q.q=%C3%A5%C3%A5%C3%A5%C3%A5", "høyst 3 tegn", "åååå</textarea>"},
    {"choice", std::string(",") + options, "", "Dette må besvares.", ""},
    {"choice", std::string(",") + options, "q.q=d", "Velg ett av alternativene.", ""},
    {"choice", std::string(",") + options, "q.q=a&q.q=b", "Her kan du velge bare én.", "value=\"a\" checked"},
    {"choice", std::string(",\"other\":true,") + options, "q.q=other", "skriv hva du mener", "value=\"other\" checked"},
    {"choice", std::string(",\"other\":true,") + options, "q.q=a&q.q.other=Annet+%3Cb%3E", "skriv hva du mener",
     "value=\"Annet &lt;b&gt;\""},
    {"choices", std::string(",\"most\":1,") + options, "q.q=a&q.q=b", "Velg høyst 1.", "value=\"b\" checked"},
    {"choices", std::string(",\"least\":2,") + options, "q.q=a", "Velg minst 2.", "value=\"a\" checked"},
    {"choices", std::string(",") + options, "q.q=a&q.q=x", "Velg ett av alternativene.", "value=\"a\" checked"},
    {"choices", std::string(",") + options, "", "Dette må besvares.", ""},
    {"scale", R"(,"least":1,"most":5)", "q.q=6", "grensen er 5", ""},
    {"scale", R"(,"least":1,"most":5)", "q.q=2.5", "Skriv et tall", ""},
    {"scale", R"(,"least":1,"most":5)", "q.q=to", "Skriv et tall", ""},
    {"scale", R"(,"least":1,"most":5)", "", "Dette må besvares.", ""},
    {"number", R"(,"least":0,"most":10)", "q.q=11", "grensen er 10", "value=\"11\""},
    {"number", R"(,"least":0,"most":10)", "q.q=-1", "grensen er 0", "value=\"-1\""},
    {"number", "", "q.q=mange", "Skriv et tall", "value=\"mange\""},
    {"number", "", "q.q=1e400", "Skriv et tall", "value=\"1e400\""},
    {"number", "", "q.q=nan", "Skriv et tall", "value=\"nan\""},
    {"number", "", "q.q=1+000", "Skriv et tall", "value=\"1 000\""},
    {"date", "", "q.q=2026-02-30", "dato som finnes", "value=\"2026-02-30\""},
    {"date", "", "q.q=i+morgen", "dato som finnes", "value=\"i morgen\""},
    {"date", R"(,"most":20261231)", "q.q=2027-01-01", "utenfor", "value=\"2027-01-01\""},
    {"ranking", std::string(",") + options, "q.q.a=1&q.q.b=1&q.q.c=2", "To har samme plass.", "value=\"2\" selected"},
    {"ranking", std::string(",") + options, "q.q.a=1&q.q.b=2", "Gi alle en plass", "value=\"1\" selected"},
    {"ranking", std::string(",") + options, "q.q.a=4&q.q.b=2&q.q.c=1", "grensen er 3", "value=\"2\" selected"},
    {"ranking", std::string(",") + options, "q.q.a=x&q.q.b=2&q.q.c=1", "grensen er 3", "value=\"2\" selected"},
    {"ranking", std::string(",") + options, "", "Dette må besvares.", ""},
    {"matrix", std::string(R"(,"rows":[{"key":"r","label":{"nb":"R"}},{"key":"s","label":{"nb":"S"}}],)") + options,
     "q.q.r=a", "Dette må besvares.", "value=\"a\" checked"},
    {"matrix", std::string(R"(,"rows":[{"key":"r","label":{"nb":"R"}}],)") + options, "q.q.r=z",
     "Velg ett av alternativene.", ""},
    {"place", "", "q.q=9999", "Velg en kommune", ""},
    {"place", "", "", "Dette må besvares.", ""},
    {"file", "", "q.q=17", "Dette må besvares.", ""},
    {"agreement", "", "q.q=kanskje", "Velg ett av alternativene.", ""},
    {"agreement", "", "q.q.wording=Bare+ord", "Dette må besvares.", "Bare ord</textarea>"},
    {"consent", "", "q.q=nei", "Velg ett av alternativene.", ""},
    {"consent", "", "", "Dette må besvares.", ""},
};

// The element of the question, up to its end.
std::string question_in(const std::string& page) {
    const auto from = page.find("data-question=\"q\"");
    if (from == std::string::npos) return {};
    return page.substr(from, page.find("<div class=\"actions\">", from) - from);
}

}  // namespace

TEST_CASE("every kind of question with every wrong value comes back with what was typed and a sentence at it") {
    ConsultationWorld all;
    std::set<std::string> kinds{"explanation"};  // which takes nothing
    for (const auto& wrong : wrongs) {
        kinds.insert(wrong.kind);
        INFO(wrong.kind << wrong.question << " with " << wrong.sent);
        const auto made = all.world.signed_in(all.editor)
                              .post("/api/processes/" + all.process_id + "/consultations",
                                    "{" + ConsultationWorld::rules() +
                                        R"(,"sections":[{"key":"s","questions":[{"key":"q","required":true,"kind":")" +
                                        wrong.kind + R"(","title":{"nb":"Spørsmålet"})" + wrong.question +
                                        R"(},{"key":"beside","kind":"short_text","title":{"nb":"Ved siden av"}}]}]})");
        INFO(made.body);
        REQUIRE(made.status == 201);
        all.world.signed_in(all.editor).post("/api/consultations/" + made.at("id") + "/publishing");
        auto browser = all.world.browser();
        const auto link = ConsultationWorld::begin(browser, made.at("id"));
        const auto page =
            ConsultationWorld::form(browser, link, std::string("page=1&act=next&q.beside=Beholdt&") + wrong.sent);
        CHECK(page.status == 422);
        const auto question = question_in(page.body);
        CHECK(question.find(wrong.sentence) != std::string::npos);
        CHECK(question.find("field-wrong") != std::string::npos);
        CHECK(question.find(wrong.shown) != std::string::npos);
        CHECK(page.body.find("value=\"Beholdt\"") != std::string::npos);
        // It does not get past the end either.
        CHECK(ConsultationWorld::form(browser, link + "/submission", "consent=yes").status == 422);
        CHECK(all.world.database.value("select state from answers order by id desc limit 1") == "draft");
    }
    CHECK(kinds.size() == names_of<domain::QuestionKind>.size());
}

TEST_CASE("what is wrong with a choice stands at the choices, what is wrong with the words beside it stands at those") {
    ConsultationWorld all;
    const auto made =
        all.world.signed_in(all.editor)
            .post("/api/processes/" + all.process_id + "/consultations",
                  "{" + ConsultationWorld::rules() +
                      R"(,"sections":[{"key":"s","questions":[{"key":"q","required":true,"kind":"choice",)"
                      R"("title":{"nb":"Hvem er du?"},"other":true,)" +
                      options + "}]}]}");
    REQUIRE(made.status == 201);
    all.world.signed_in(all.editor).post("/api/consultations/" + made.at("id") + "/publishing");
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, made.at("id"));
    const auto places = [&](const char* sent) {
        const auto page = ConsultationWorld::form(browser, link, std::string("page=1&act=next") + sent);
        INFO(page.body);
        REQUIRE(page.status == 422);
        const auto question = question_in(page.body);
        CHECK(page.body.find("question wrong\"") != std::string::npos);
        const auto sentence = question.find("field-wrong");
        const auto words = question.find("Annet, hva?");
        REQUIRE(sentence != std::string::npos);
        REQUIRE(words != std::string::npos);
        // What is framed is what says that it is wrong itself.
        const auto mark = question.find("aria-invalid");
        const auto last_mark = question.rfind("aria-invalid");
        REQUIRE(mark != std::string::npos);
        CHECK((sentence < words) == (last_mark < words));
        CHECK((sentence > words) == (mark > words));
        return std::pair(sentence, words);
    };
    const auto [of_choice, before_words] = places("");
    CHECK(of_choice < before_words);
    const auto [of_words, words] = places("&q.q=other");
    CHECK(of_words > words);
}

TEST_CASE("a field that the form does not have is passed over, and bytes that are no text are refused whole") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    CHECK(ConsultationWorld::form(browser, link, "page=1&act=next&q.boat=no&q.other=x&state=submitted&receipt=1")
              .status == 303);
    CHECK(all.world.database.value("select typed from answers") == R"({"boat":["no"]})");
    for (const char* bytes : {"page=1&q.why=%00", "page=1&q.why=%FF", "page=1&q.why=%zz", "page=1&q.why=%4"}) {
        CHECK(ConsultationWorld::form(browser, link, bytes).status == 400);
    }
    std::string many = "page=1";
    for (int i = 0; i < 3000; ++i) many += "&q.x" + std::to_string(i) + "=1";
    CHECK(ConsultationWorld::form(browser, link, many).status == 413);
    CHECK(all.world.database.value("select typed from answers") == R"({"boat":["no"]})");
}
