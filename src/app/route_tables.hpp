// Every route of the server, in one list: what is served, and what the generated test of all routes in all roles asks.
#pragma once

#include <string>
#include <vector>

#include "features/pages/page_cache.hpp"
#include "features/pages/page_templates.hpp"
#include "features/passwords.hpp"
#include "features/perform.hpp"
#include "features/site.hpp"
#include "features/texts.hpp"
#include "paper/press.hpp"

namespace samrad::app {

// What the actions work with. All of it outlives the routes.
struct RouteParts {
    features::Site site;
    const features::Passwords& passwords;
    features::Texts& texts;
    const features::PageTemplates& templates;
    features::PageCache& pages;
    std::string icon;  // an SVG file's content
    paper::Press& press;
};

std::vector<features::ActionRoute> all_routes(const RouteParts& parts);

}  // namespace samrad::app
