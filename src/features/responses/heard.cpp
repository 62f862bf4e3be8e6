// From a block of a text back to the answers behind it, of response_actions.hpp.
#include <boost/json.hpp>

#include "features/json.hpp"
#include "features/query.hpp"
#include "features/reach.hpp"
#include "features/responses/response_actions.hpp"
#include "features/responses/response_json.hpp"
#include "features/responses/told_report.hpp"
#include "storage/consultations.hpp"
#include "storage/reports.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;

http::Reply show_heard(Work& work, Texts& texts) {
    const auto reached = reach_document(work, work.id<DocumentId>("document"), Act::read);
    const int block = block_number(parameter(work, "block"));
    if (block == 0) throw invalid("amendment.no_such_block", "block");
    json::array items;
    std::optional<ToldReport> report;
    for (const auto& one : storage::themes_behind(work.tx, reached.document.id, block)) {
        if (!report || report->consultation.id != one.consultation) {
            const auto consultation = storage::find_consultation(work.tx, one.consultation);
            if (!consultation || consultation->process != reached.process.id) continue;
            report = told_report(work, *consultation, one.edition, texts);
        }
        for (const auto& theme : report->themes) {
            if (theme.theme.theme != one.theme) continue;
            items.push_back(json::object{{"consultation", json::object{{"id", one.consultation.value},
                                                                       {"title", report->consultation.rules.title}}},
                                         {"theme", told_theme_json(theme)}});
        }
    }
    return reply_json(page_json(std::move(items), std::nullopt));
}

http::Reply list_heard_blocks(Work& work) {
    const auto reached = reach_document(work, work.id<DocumentId>("document"), Act::read);
    json::array items;
    for (const auto& one : storage::blocks_heard(work.tx, reached.document.id)) {
        items.push_back(
            json::object{{"block", block_name(one.block)}, {"version", one.version}, {"themes", one.themes}});
    }
    return reply_json(page_json(std::move(items), std::nullopt));
}

}  // namespace samrad::features
