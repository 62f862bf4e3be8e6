// From a Paper to a file that somebody can carry away.
#pragma once

#include <mutex>
#include <string>

#include "base/result.hpp"
#include "paper/kept_file.hpp"
#include "paper/outside_program.hpp"
#include "paper/paper.hpp"
#include "paper/reference_document.hpp"
#include "paper/report.hpp"

namespace samrad::paper {

// The programs by name or path; "" switches off what needs it.
struct Programs {
    std::string pandoc = "pandoc";
    std::string weasyprint = "weasyprint";
};

// Thread-safe. Problems are those of OutsidePrograms::run().
class Press {
public:
    explicit Press(Programs programs = {}, OutsideLimits limits = {})
        : programs_(std::move(programs)), outside_(limits) {}

    // Word, with page numbers; the differences as tracked changes of their sponsors.
    Result<std::string> docx(const Paper& paper);
    // OpenDocument, with the differences struck and underlined.
    Result<std::string> odt(const Paper& paper);
    Result<std::string> pdf(const Paper& paper);

    Result<std::string> docx(const Report& report);
    // Markdown as GitHub and most programs read it.
    Result<std::string> markdown(const Report& report);
    Result<std::string> pdf(const Report& report);

private:
    template <class Printed>
    Result<std::string> by_pandoc(const Printed& printed, const char* form, bool way);
    Result<std::string> api_version();

    const Programs programs_;
    OutsidePrograms outside_;
    const KeptFile reference_{reference_document()};
    std::mutex mutex_;
    std::string api_version_;  // as pandoc told it, "" before it was asked
};

}  // namespace samrad::paper
