#include "features/ballots/ballot_body.hpp"

#include <set>

#include "features/ballots/ballot_units.hpp"
#include "features/body.hpp"
#include "features/texts.hpp"
#include "storage/documents.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace {

// A field that null takes away and whose absence leaves it as it was.
void read_time(Body& body, std::string_view field, std::optional<Time>& time) {
    if (body.is_null(field)) time.reset();
    if (const auto given = body.maybe_time(field)) time = given;
}

void read_document(Work& work, Body& body, ProcessId process, std::optional<DocumentId>& document) {
    if (body.is_null("document")) document.reset();
    const auto given = body.maybe_number("document", 1, INT64_MAX);
    if (!given) return;
    const auto found = storage::find_document(work.tx, DocumentId{*given});
    if (!found || found->process != process) body.refuse("input.not_a_choice", "document");
    document = DocumentId{*given};
}

void read_units(Work& work, Body& body, std::vector<UnitId>& units) {
    const auto given = body.maybe_numbers("units", 1000);
    if (!given) return;
    units.clear();
    for (const auto number : *given) units.push_back(UnitId{number});
    const std::set<UnitId> distinct(units.begin(), units.end());
    if (storage::paths_of_units(work.tx, units).size() != distinct.size()) body.refuse("input.not_a_choice", "units");
}

}  // namespace

domain::BallotRules read_rules(Work& work, ProcessId process, const domain::Scope& scope, domain::BallotRules rules,
                               bool all) {
    Body body(work.request);
    const auto must = [&](const char* field) {
        if (all && !body.has(field)) body.refuse("input.missing", field);
    };
    for (const char* field : {"question", "kind", "disclosure"}) must(field);
    rules.question = body.maybe_line("question", 300).value_or(rules.question);
    rules.description = body.maybe_text("description", 0, 20000).value_or(rules.description);
    require(check_passage(rules.description, "description"));
    const auto kind = body.maybe_name<domain::BallotKind>("kind").value_or(rules.kind);
    // Options do not become an approval's choices, nor the other way about.
    if (kind != rules.kind) rules.labels.clear();
    rules.kind = kind;
    rules.labels = body.maybe_texts("choices", 50, 200).value_or(rules.labels);
    rules.disclosure = body.maybe_name<domain::Disclosure>("disclosure").value_or(rules.disclosure);
    rules.results_visible = body.maybe_name<domain::ResultsVisible>("results_visible").value_or(rules.results_visible);
    rules.admits_participants = body.maybe_flag("admits_participants").value_or(rules.admits_participants);
    read_document(work, body, process, rules.document);
    read_units(work, body, rules.units);
    read_time(body, "opens", rules.opens);
    read_time(body, "closes", rules.closes);
    body.done();
    require(domain::check_rules(rules));
    require(refuse_units(work.tx, rules.units, scope));
    return rules;
}

}  // namespace samrad::features
