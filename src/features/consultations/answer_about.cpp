#include "features/consultations/answer_about.hpp"

#include <algorithm>

#include "features/consultations/reached_answer.hpp"

namespace samrad::features {

namespace {

using std::string;

const string& about(const domain::Fields& fields, const char* name) {
    return domain::text_of(fields, string("#") + name);
}

// What somebody types in for another says whose voice it is, units apart: those answer for themselves.
constexpr domain::Voice of_paper[] = {domain::Voice::members, domain::Voice::youth_wing, domain::Voice::unions,
                                      domain::Voice::organisations, domain::Voice::everybody};

}  // namespace

const std::vector<string>& about_names() {
    static const std::vector<string> names{"name",       "email",    "organisation", "meeting", "in_favour", "against",
                                           "abstaining", "sponsors", "voice",        "publish", "outcome",   "of"};
    return names;
}

domain::Fields take_about(domain::Fields& typed) {
    domain::Fields about;
    while (!typed.empty() && typed.begin()->first.starts_with('#')) about.insert(typed.extract(typed.begin()));
    return about;
}

string typed_in(const FormFields& sent, std::string_view name) {
    const auto found = sent.find(name);
    return found == sent.end() || found->second.empty() ? string() : domain::trimmed(found->second.front());
}

domain::Fields read_about(const FormFields& sent) {
    domain::Fields fields;
    for (const auto& name : about_names()) {
        if (auto text = typed_in(sent, name); !text.empty()) fields["#" + name] = {std::move(text)};
    }
    return fields;
}

domain::Fields about_of(const storage::Answer& answer) {
    const auto& body = answer.body;
    domain::Fields fields{{"#name", {answer.author_name}},
                          {"#email", {answer.email}},
                          {"#organisation", {body.organisation}},
                          {"#meeting", {body.meeting}},
                          {"#voice", {string(name_of(answer.voice))}},
                          {"#publish", {answer.may_publish ? "yes" : ""}},
                          {"#outcome", {answer.wants_outcome ? "yes" : ""}}};
    if (body.vote) {
        fields["#in_favour"] = {std::to_string(body.vote->in_favour)};
        fields["#against"] = {std::to_string(body.vote->against)};
        fields["#abstaining"] = {std::to_string(body.vote->abstaining)};
    }
    string sponsors;
    for (const auto& name : body.sponsors) sponsors += (sponsors.empty() ? "" : "\n") + name;
    fields["#sponsors"] = {sponsors};
    return fields;
}

domain::Fields shown_about(const ReachedAnswer& reached) {
    return reached.about.empty() ? about_of(reached.answer) : reached.about;  // all of it is sent at once
}

std::vector<string> asked_about(const ReachedAnswer& reached) {
    const auto& answer = reached.answer;
    const bool paper = answer.entered_by.has_value();
    const bool outside = paper || !answer.body.organisation.empty();
    std::vector<string> names{"email", "outcome"};
    const auto add = [&](bool asked, std::initializer_list<const char*> more) {
        if (asked) names.insert(names.end(), more.begin(), more.end());
    };
    add(outside || (!answer.account && !answer.body.unit), {"name"});
    add(outside && !answer.body.unit, {"organisation"});
    add(paper || answer.body.of_body(), {"meeting", "in_favour", "against", "abstaining", "sponsors"});
    add(paper && !answer.body.unit, {"voice"});
    add(paper && !answer.submitted, {"of"});
    add(reached.consultation.rules.publishes_answers, {"publish"});
    return names;
}

std::vector<Problem> put_about(const domain::Fields& fields, const ReachedAnswer& reached, storage::Answer& answer) {
    std::vector<Problem> problems;
    const auto wrong = [&](Problem problem, const char* field) {
        problem.field = field;
        problems.push_back(std::move(problem));
    };
    const auto& rules = reached.consultation.rules;
    const bool paper = answer.entered_by.has_value();
    // On paper it may be anybody's: of a body once a body is named, here or by choosing it from the list.
    const bool chosen = paper && (answer.body.unit || (!about(fields, "of").empty() && answer.body.of_body()));
    if (answer.body.of_body() || (paper && !about(fields, "organisation").empty())) {
        problems = domain::read_body({chosen ? answer.body.organisation : about(fields, "organisation"),
                                      about(fields, "meeting"), about(fields, "in_favour"), about(fields, "against"),
                                      about(fields, "abstaining"), about(fields, "sponsors")},
                                     answer.body);
    } else if (paper) {
        answer.body = {};
    }
    const bool named_by_account = answer.account && !answer.body.of_body();
    answer.author_name = named_by_account ? "" : about(fields, "name");
    if (!answer.author_name.empty()) {
        if (const auto problem = domain::check_name(answer.author_name)) wrong(*problem, "name");
    } else if (answer.body.of_body() ? !answer.body.unit && !paper : !answer.account && !rules.allows_anonymous) {
        wrong(invalid("answer.name_required", "name"), "name");
    }
    answer.email = about(fields, "email");
    if (!answer.email.empty()) {
        if (const auto problem = domain::check_email(answer.email)) wrong(*problem, "email");
    }
    answer.wants_outcome = about(fields, "outcome") == "yes";
    if (answer.wants_outcome && !answer.account && answer.email.empty()) {
        wrong(invalid("answer.email_required", "email"), "email");
    }
    if (paper && !chosen) {
        const auto voice = from_name<domain::Voice>(about(fields, "voice"));
        const bool known = voice && std::find(std::begin(of_paper), std::end(of_paper), *voice) != std::end(of_paper);
        answer.voice = known ? *voice : domain::Voice::everybody;
        if (answer.body.of_body() && !known) answer.voice = domain::Voice::organisations;
    }
    answer.may_publish = rules.publishes_answers && about(fields, "publish") == "yes";
    return problems;
}

}  // namespace samrad::features
