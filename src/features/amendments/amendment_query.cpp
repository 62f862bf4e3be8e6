#include "features/amendments/amendment_query.hpp"
#include "features/query.hpp"

#include "base/utf8.hpp"

namespace samrad::features {

storage::AmendmentQuery read_lines(const Work& work, DocumentId document) {
    storage::AmendmentQuery query;
    query.document = document;
    query.line_from = number_in(work, "from", 9'999'999);
    query.line_to = std::max(query.line_from, number_in(work, "to", 9'999'999));
    return query;
}

storage::AmendmentQuery read_filters(const Work& work, DocumentId document) {
    auto query = read_lines(work, document);
    if (const auto state = parameter(work, "state"); !state.empty()) {
        query.state = from_name<domain::AmendmentState>(state);
        if (!query.state || *query.state == domain::AmendmentState::draft) throw invalid("input.not_a_choice", "state");
    }
    const auto sort = parameter(work, "sort");
    if (!sort.empty() && sort != "line" && sort != "number") throw invalid("input.not_a_choice", "sort");
    query.by_number = sort == "number";
    if (const auto sponsor = number_in(work, "sponsor", 9'999'999)) query.sponsor = AccountId{sponsor};
    if (const auto unit = number_in(work, "unit", 9'999'999)) query.sponsor_unit = UnitId{unit};
    query.words = parameter(work, "q");
    if (query.words.size() > 200 || !is_utf8(query.words) || query.words.find('\0') != std::string::npos) {
        throw invalid("input.too_long", "q");
    }
    if (const auto kind = parameter(work, "kind"); !kind.empty()) {
        query.kind = from_name<domain::AmendmentKind>(kind);
        if (!query.kind) throw invalid("input.not_a_choice", "kind");
    }
    if (const auto verdict = parameter(work, "verdict"); !verdict.empty()) {
        query.without_verdict = verdict == "missing";
        query.verdict = from_name<domain::Verdict>(verdict);
        if (!query.verdict && !query.without_verdict) throw invalid("input.not_a_choice", "verdict");
        if (const auto body = number_in(work, "body", 9'999'999)) query.body = UnitId{body};
    }
    if (const auto supporters = parameter(work, "supporters"); !supporters.empty()) {
        if (supporters != "missing" && supporters != "enough") throw invalid("input.not_a_choice", "supporters");
        query.gathers_support = supporters == "missing";
    }
    return query;
}

}  // namespace samrad::features
