// The pages, each as a question to the features: what it shows, and the data that the frontend gets with it.
#pragma once

#include <string>
#include <vector>

#include "features/pages/page_routes.hpp"

namespace samrad::features {

// One page being made.
struct Draft {
    std::string page;
    std::string title;
    std::string description;
    std::string content;  // the name of the inner template
    Fields fields;
    int status = 200;
    std::optional<domain::Language> language = {};
    std::string awaited = {};  // the id of an element before which the page is not shown: a first picture without the
                               // text costs a slow machine the time in which it could have shown the text
};

// The fields of JSON that the templates show: texts as they are, numbers written out, "" for all else.
std::string text_at(const boost::json::object& object, const char* field);
std::string text_at(const boost::json::object& object, const char* field, const char* inner);

class Pages {
public:
    Pages(const PageTemplates& templates, PageCache& cache, PageSources sources, PageSettings settings)
        : templates_(templates), cache_(cache), sources_(std::move(sources)), settings_(std::move(settings)) {}

    http::Reply front(Work& work) const;
    http::Reply process(Work& work) const;
    http::Reply document(Work& work) const;
    http::Reply ballot(Work& work) const;
    http::Reply comment(Work& work) const;
    // A page whose data the frontend fetches.
    http::Reply shell(Work& work, const std::string& page) const;
    // A page that is whole as it is sent.
    http::Reply plain(Work& work, PlainPage page) const;
    // What stands inside of its frame.
    std::string fragment(PlainPage page) const;
    // Why there is none: for whoever asks, or for one who may be signed in.
    http::Reply problem(const Problem& problem, const http::Request& request) const;
    http::Reply problem(const Problem& problem, Work& work) const;

private:
    // The page with its data, as one document.
    http::Reply finish(const http::Request& request, const boost::json::object& me, Draft draft,
                       const boost::json::value& data) const;
    boost::json::object me(Work& work) const;
    http::Reply problem_for(const Problem& problem, const http::Request& request, boost::json::object reader) const;
    void keep(Work& work, std::uint64_t begun, http::Reply& reply, const std::vector<std::string>& topics,
              const boost::json::value* next_change) const;

    const PageTemplates& templates_;
    PageCache& cache_;
    PageSources sources_;
    PageSettings settings_;
};

}  // namespace samrad::features
