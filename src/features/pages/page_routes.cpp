#include "features/pages/page_routes.hpp"

#include "features/pages/pages.hpp"

namespace samrad::features {

using http::Verb;

PlainPages plain_pages(const PageTemplates& templates, PageCache& cache, PageSources sources, PageSettings settings) {
    const auto pages = std::make_shared<Pages>(templates, cache, std::move(sources), std::move(settings));
    return {[pages](Work& work, PlainPage page) { return pages->plain(work, std::move(page)); },
            [pages](const Problem& problem, const http::Request& request) { return pages->problem(problem, request); },
            [pages](PlainPage page) { return pages->fragment(std::move(page)); }};
}

std::vector<ActionRoute> page_routes(const PageTemplates& templates, PageCache& cache, PageSources sources,
                                     PageSettings settings) {
    const auto pages = std::make_shared<Pages>(templates, cache, std::move(sources), std::move(settings));
    std::vector<ActionRoute> routes;
    const auto add = [&](const char* pattern, auto action) {
        ActionRoute route{Verb::get, pattern, Needs::anyone, [=](Work& work) {
                              try {
                                  return action(*pages, work);
                              } catch (const Problem& problem) {
                                  return pages->problem(problem, work);
                              }
                          }};
        route.failure = [pages](const Problem& problem, const http::Request& request) {
            return pages->problem(problem, request);
        };
        routes.push_back(std::move(route));
    };
    add("/", [](const Pages& all, Work& work) { return all.front(work); });
    add("/processes/{process}", [](const Pages& all, Work& work) { return all.process(work); });
    add("/documents/{document}", [](const Pages& all, Work& work) { return all.document(work); });
    add("/documents/{document}/versions/{version}", [](const Pages& all, Work& work) { return all.document(work); });
    add("/ballots/{ballot}", [](const Pages& all, Work& work) { return all.ballot(work); });
    add("/comments/{comment}", [](const Pages& all, Work& work) { return all.comment(work); });
    // Pages whose data the frontend fetches: the same shell, told apart by the name of the page.
    struct Shell {
        const char* pattern;
        const char* page;
    };
    for (const Shell shell : {Shell{"/documents/{document}/comparison", "comparison"},
                              Shell{"/documents/{document}/edit", "edit"},
                              Shell{"/documents/{document}/amendments", "amendments"},
                              Shell{"/documents/{document}/amendments/import", "import_amendments"},
                              Shell{"/documents/{document}/merge", "merge"},
                              Shell{"/documents/{document}/synopsis", "synopsis"},
                              Shell{"/documents/{document}/voting-list", "voting_list"},
                              Shell{"/amendments", "my_amendments"},
                              Shell{"/processes/{process}/edit", "process_edit"},
                              Shell{"/units/{unit}/processes/new", "process_new"},
                              Shell{"/processes/{process}/documents/new", "document_new"},
                              Shell{"/processes/{process}/ballots/new", "ballot_new"},
                              Shell{"/processes/{process}/consultations/new", "consultation_new"},
                              Shell{"/consultations/{consultation}/edit", "consultation_edit"},
                              Shell{"/consultations/{consultation}/form", "consultation_form"},
                              Shell{"/consultations/{consultation}/revisions", "consultation_revisions"},
                              Shell{"/consultations/{consultation}/consultees", "consultees"},
                              Shell{"/ballots/{ballot}/edit", "ballot_edit"},
                              Shell{"/consultations/{consultation}/results", "results"},
                              Shell{"/consultations/{consultation}/read", "read_answers"},
                              Shell{"/consultations/{consultation}/responses", "responses"},
                              Shell{"/units", "units"},
                              Shell{"/units/{unit}", "unit"},
                              Shell{"/sign-in", "sign_in"},
                              Shell{"/sign-up", "sign_up"},
                              Shell{"/forgot", "forgot"},
                              Shell{"/reset", "reset"},
                              Shell{"/confirm", "confirm"},
                              Shell{"/invitation", "invitation"},
                              Shell{"/account", "account"}}) {
        add(shell.pattern,
            [page = std::string(shell.page)](const Pages& all, Work& work) { return all.shell(work, page); });
    }
    add("/{rest...}", [](const Pages&, Work&) -> http::Reply { throw missing(); });
    return routes;
}

}  // namespace samrad::features
