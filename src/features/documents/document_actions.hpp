// What people do with documents.
#pragma once

#include "features/json.hpp"
#include "features/perform.hpp"
#include "features/texts.hpp"

namespace samrad::features {

http::Reply add_document(Work& work, Texts& texts);
http::Reply show_document(Work& work, Texts& texts);
http::Reply change_document(Work& work, Texts& texts);
http::Reply list_versions(Work& work);
http::Reply save_version(Work& work, Texts& texts);
http::Reply show_source(Work& work);
http::Reply download_source(Work& work);
http::Reply show_lines(Work& work, Texts& texts);
http::Reply compare_versions(Work& work, Texts& texts);
http::Reply preview(Work& work);

// The document as JSON with its html, for the pages; version 0 is the newest.
boost::json::object document_for(Work& work, DocumentId document, int version, Texts& texts);

// Bodies of events; see docs/PROTOCOL.md.
boost::json::object version_event(storage::Transaction& tx, DocumentId document);
boost::json::object document_event(storage::Transaction& tx, DocumentId document);

}  // namespace samrad::features
