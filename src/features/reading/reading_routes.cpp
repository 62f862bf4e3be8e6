#include "features/reading/reading_routes.hpp"

#include "features/reading/reading_actions.hpp"

namespace samrad::features {

using http::Verb;

std::vector<ActionRoute> reading_routes() {
    return {
        {Verb::get, "/api/consultations/{consultation}/reading", Needs::moderator, list_reading},
        {Verb::get, "/api/consultations/{consultation}/reading/counts", Needs::moderator, count_reading},
        {Verb::get, "/api/answers/{answer}", Needs::moderator, show_answer},
        {Verb::put, "/api/answers/{answer}/reading", Needs::moderator, set_read},
        {Verb::del, "/api/answers/{answer}/reading", Needs::moderator, set_unread},
        {Verb::get, "/api/consultations/{consultation}/themes", Needs::moderator, list_themes},
        {Verb::post, "/api/consultations/{consultation}/themes", Needs::moderator, add_theme},
        {Verb::patch, "/api/themes/{theme}", Needs::moderator, change_theme},
        {Verb::del, "/api/themes/{theme}", Needs::moderator, remove_theme},
        {Verb::post, "/api/themes/{theme}/merging", Needs::moderator, merge_theme},
        {Verb::post, "/api/answers/{answer}/marks", Needs::moderator, add_mark},
        {Verb::del, "/api/marks/{mark}", Needs::moderator, remove_mark},
        {Verb::get, "/api/answers/{answer}/suggestions", Needs::moderator, suggest_themes},
        {Verb::get, "/api/consultations/{consultation}/samples", Needs::moderator, list_samples},
        {Verb::post, "/api/consultations/{consultation}/samples", Needs::editor, draw_sample},
        {Verb::get, "/api/samples/{sample}", Needs::moderator, show_sample},
        {Verb::post, "/api/samples/{sample}/completion", Needs::moderator, finish_sample},
        {Verb::get, "/api/consultations/{consultation}/families", Needs::moderator, list_families},
        {Verb::get, "/api/answers/{answer}/family", Needs::moderator, show_family},
        {Verb::post, "/api/answers/{answer}/redactions", Needs::moderator, redact},
        {Verb::del, "/api/redactions/{redaction}", Needs::moderator, unredact},
        {Verb::post, "/api/answers/{answer}/original", Needs::moderator, show_original},
    };
}

}  // namespace samrad::features
