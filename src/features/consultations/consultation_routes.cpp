#include "features/consultations/consultation_routes.hpp"

#include <memory>

#include "features/consultations/answer_help.hpp"
#include "features/consultations/answer_pages.hpp"
#include "features/consultations/consultation_actions.hpp"
#include "features/consultations/form_actions.hpp"

namespace samrad::features {

using http::Verb;

std::vector<ActionRoute> consultation_routes(PlainPages pages, Site site, Texts& texts) {
    std::vector<ActionRoute> routes{
        {Verb::get, "/api/processes/{process}/consultations", Needs::reader, list_consultations},
        {Verb::post, "/api/processes/{process}/consultations", Needs::editor, begin_consultation, 256 * 1024},
        {Verb::get, "/api/consultations/{consultation}", Needs::reader, show_consultation},
        {Verb::patch, "/api/consultations/{consultation}", Needs::editor, change_consultation},
        {Verb::post, "/api/consultations/{consultation}/publishing", Needs::editor, publish_consultation},
        {Verb::get, "/api/consultations/{consultation}/form", Needs::reader, show_form},
        {Verb::put, "/api/consultations/{consultation}/form", Needs::editor, store_form, 256 * 1024},
        {Verb::get, "/api/consultations/{consultation}/revisions", Needs::editor, list_revisions},
        {Verb::post, "/api/processes/{process}/form-preview", Needs::editor,
         [pages, &texts](Work& work) { return preview_form(work, pages, texts); }, 256 * 1024},
        {Verb::get, "/api/units/{unit}/consultations", Needs::editor, list_consultations_of_unit},
        {Verb::get, "/api/units/{unit}/form-templates", Needs::editor, list_templates},
        {Verb::post, "/api/units/{unit}/form-templates", Needs::editor, keep_template, 256 * 1024},
        {Verb::get, "/api/form-templates/{template}", Needs::editor, show_template},
        {Verb::del, "/api/form-templates/{template}", Needs::editor, remove_template},
        {Verb::post, "/api/consultations/{consultation}/codes", Needs::editor, hand_out_codes},
        {Verb::get, "/api/consultations/{consultation}/answers", Needs::moderator, list_answers},
        {Verb::get, "/api/consultations/{consultation}/answers/export", Needs::moderator, export_answers},
        {Verb::post, "/api/answers/{answer}/settlement", Needs::moderator, settle_answer},
        {Verb::get, "/api/answers/{answer}/files", Needs::moderator, list_answer_files},
        {Verb::get, "/api/answers/{answer}/files/{file}", Needs::moderator, show_answer_file},
        {Verb::put, "/api/answers/{answer}/files/{file}/withholding", Needs::moderator, withhold_answer_file},
        {Verb::del, "/api/answers/{answer}/files/{file}/withholding", Needs::moderator, give_answer_file_back},
        {Verb::get, "/api/consultations/{consultation}/challenge", Needs::reader, give_challenge},
        {Verb::put, "/api/answers-by-link/{link}/draft", Needs::anyone, save_draft, 512 * 1024},
    };
    const auto answering = std::make_shared<AnswerPages>(std::move(pages), std::move(site), texts);
    const auto add = [&](Verb verb, const char* pattern, auto act) {
        ActionRoute route{verb, pattern, Needs::anyone, [=](Work& work) { return ((*answering).*act)(work); },
                          512 * 1024};
        route.failure = [answering](const Problem& problem, const http::Request& request) {
            return answering->pages().failure(problem, request);
        };
        route.plain_form = verb != Verb::get;
        routes.push_back(std::move(route));
    };
    add(Verb::get, "/consultations/{consultation}", &AnswerPages::invitation);
    add(Verb::post, "/consultations/{consultation}/answers", &AnswerPages::begin);
    add(Verb::get, "/consultations/{consultation}/answers", &AnswerPages::published);
    add(Verb::get, "/answers/{link}", &AnswerPages::section);
    add(Verb::post, "/answers/{link}", &AnswerPages::store);
    // The same with files. Larger than one may be, so that one that is too large is told so on the page.
    add(Verb::post, "/answers/{link}/files", &AnswerPages::store);
    routes.back().takes_files = true;
    routes.back().body_limit = 24 * 1024 * 1024;
    routes.back().lane = http::Lane::slow;
    add(Verb::get, "/answers/{link}/files/{file}", &AnswerPages::file);
    add(Verb::get, "/answers/{link}/review", &AnswerPages::review);
    add(Verb::post, "/answers/{link}/submission", &AnswerPages::submit);
    add(Verb::get, "/answers/{link}/receipt", &AnswerPages::receipt);
    add(Verb::get, "/answers/{link}/confirmation/{token}", &AnswerPages::ask_confirmation);
    add(Verb::post, "/answers/{link}/confirmation/{token}", &AnswerPages::confirm);
    add(Verb::post, "/answers/{link}/withdrawal", &AnswerPages::withdraw);
    return routes;
}

}  // namespace samrad::features
