#include "features/reach.hpp"

#include <charconv>

#include "storage/documents.hpp"
#include "storage/processes.hpp"

namespace samrad::features {

namespace {

std::optional<std::int64_t> query_number(const http::Request& request, const char* name) {
    const auto found = request.query.find(name);
    if (found == request.query.end()) return std::nullopt;
    std::int64_t value = 0;
    const char* const end = found->second.data() + found->second.size();
    const auto read = std::from_chars(found->second.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end ? value : -1;
}

}  // namespace

ReachedProcess reach_process(Work& work, ProcessId process, domain::Act act) {
    auto found = storage::find_process(work.tx, process);
    if (!found) throw missing();
    const auto scope = domain::scope_of(*found, work.now);
    require(domain::refuse(work.actor, act, scope));
    return {*std::move(found), scope};
}

ReachedDocument reach_document(Work& work, DocumentId document, domain::Act act) {
    auto found = storage::find_document(work.tx, document);
    if (!found) throw missing();
    auto [process, scope] = reach_process(work, found->process, act);
    return {*std::move(found), std::move(process), scope};
}

bool everybody_may_read(storage::Transaction& tx, DocumentId document, Time at) {
    const auto found = storage::find_document(tx, document);
    const auto process = found ? storage::find_process(tx, found->process) : std::nullopt;
    return process && domain::may(domain::Actor{}, domain::Act::read, domain::scope_of(*process, at));
}

int page_limit(const http::Request& request) {
    const auto limit = query_number(request, "limit").value_or(50);
    if (limit < 1 || limit > 100) throw invalid("input.out_of_range", "limit");
    return int(limit);
}

std::int64_t page_cursor(const http::Request& request) {
    const auto cursor = query_number(request, "after").value_or(0);
    if (cursor < 0) throw invalid("input.cursor_invalid", "after");
    return cursor;
}

UnitId page_unit(const http::Request& request) {
    const auto unit = query_number(request, "unit").value_or(0);
    if (unit < 0) throw invalid("input.not_a_choice", "unit");
    return UnitId{unit};
}

}  // namespace samrad::features
