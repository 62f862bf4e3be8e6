#include "features/documents/document_routes.hpp"

namespace samrad::features {

using http::Verb;

namespace {

// A text of the largest size as a JSON string, where each byte may take six.
constexpr std::size_t text_limit = 6 * domain::most_markdown + 16 * 1024;

}  // namespace

std::vector<ActionRoute> document_routes(Texts& texts) {
    const auto with = [&texts](auto action) { return [&texts, action](Work& work) { return action(work, texts); }; };
    return {
        {Verb::post, "/api/processes/{process}/documents", Needs::editor, with(add_document), text_limit},
        {Verb::get, "/api/documents/{document}", Needs::reader, with(show_document)},
        {Verb::patch, "/api/documents/{document}", Needs::editor, with(change_document)},
        {Verb::get, "/api/documents/{document}/versions", Needs::reader, list_versions},
        {Verb::post, "/api/documents/{document}/versions", Needs::editor, with(save_version), text_limit},
        {Verb::get, "/api/documents/{document}/versions/{version}/source", Needs::reader, show_source},
        {Verb::get, "/api/documents/{document}/versions/{version}/markdown", Needs::reader, download_source},
        {Verb::get, "/api/documents/{document}/versions/{version}/lines", Needs::reader, with(show_lines)},
        {Verb::get, "/api/documents/{document}/comparison", Needs::reader, with(compare_versions)},
        {Verb::post, "/api/rendering", Needs::account, preview, text_limit},
    };
}

}  // namespace samrad::features
