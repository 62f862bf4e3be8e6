#include "paper/press.hpp"

#include <boost/json.hpp>

namespace samrad::paper {

using namespace std::chrono_literals;

// pandoc reads only JSON of its own version of the API (Debian 12: 1.22, Debian 13: 1.23), so it is asked once.
Result<std::string> Press::api_version() {
    const std::lock_guard lock(mutex_);
    if (!api_version_.empty()) return api_version_;
    auto told = outside_.run({programs_.pandoc, "--sandbox", "-f", "markdown", "-t", "json"}, "");
    if (!told) return told;
    boost::system::error_code failure;
    const auto read = boost::json::parse(*told, failure);
    const auto* object = failure ? nullptr : read.if_object();
    const auto* version = object ? object->if_contains("pandoc-api-version") : nullptr;
    if (!version) return Problem{Kind::broken, "paper.failed", {}, {}, 0};
    return api_version_ = boost::json::serialize(*version);
}

template <class Printed>
Result<std::string> Press::by_pandoc(const Printed& printed, const char* form, bool way) {
    const auto version = api_version();
    if (!version) return version.problem();
    // Not with --sandbox: Debian's pandoc has its own parts of a docx on the disk, and the sandbox hides those too.
    // What keeps it from reading and fetching is the document: no node of it names a file or an address, or is raw.
    std::vector<std::string> command{programs_.pandoc, "-f", "json", "-t", form, "-o", "-"};
    if (!reference_.path().empty() && form == std::string_view("docx")) {
        command.push_back("--reference-doc=" + reference_.path());
    }
    return outside_.run(command, pandoc_document(printed, *version, way));
}

Result<std::string> Press::docx(const Paper& paper) { return by_pandoc(paper, "docx", true); }
Result<std::string> Press::odt(const Paper& paper) { return by_pandoc(paper, "odt", false); }

Result<std::string> Press::docx(const Report& report) { return by_pandoc(report, "docx", false); }
Result<std::string> Press::markdown(const Report& report) { return by_pandoc(report, "gfm", true); }
Result<std::string> Press::pdf(const Report& report) {
    return outside_.run({programs_.weasyprint, "--encoding", "utf-8", "-", "-"}, print_page(report), 60s);
}

Result<std::string> Press::pdf(const Paper& paper) {
    // Setting 140 pages takes weasyprint 13 s of a quiet machine: the synopsis of a whole programme.
    return outside_.run({programs_.weasyprint, "--encoding", "utf-8", "-", "-"}, print_page(paper), 60s);
}

}  // namespace samrad::paper
