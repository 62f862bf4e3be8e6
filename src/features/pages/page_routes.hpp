// The pages as the server sends them: readable without script, with the data for the frontend inside.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "features/json.hpp"
#include "features/pages/page_cache.hpp"
#include "features/pages/page_templates.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// Where pages get their data: the features' own readers, which ask the permissions. Each throws its Problem.
struct PageSources {
    std::function<boost::json::object(Work&)> me;
    std::function<boost::json::object(Work&)> processes;
    std::function<boost::json::object(Work&, ProcessId)> process;
    std::function<boost::json::object(Work&, DocumentId, int version)> document;  // 0 is the newest; with its html
    std::function<boost::json::object(Work&, BallotId)> ballot;
    std::function<std::string(Work&, CommentId)> page_of_comment;
};

struct PageSettings {
    std::string organisation;
    std::string origin;
};

// How pages of other features are made that are whole as they are sent. What is handed in outlives it.
PlainPages plain_pages(const PageTemplates& templates, PageCache& cache, PageSources sources, PageSettings settings);

// All of it is handed in by the wiring and outlives the routes.
std::vector<ActionRoute> page_routes(const PageTemplates& templates, PageCache& cache, PageSources sources,
                                     PageSettings settings);

}  // namespace samrad::features
