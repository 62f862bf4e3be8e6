// From a Reply to the bytes on the wire.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "http/header_check.hpp"
#include "http/reply.hpp"
#include "http/request.hpp"

namespace samrad::http {

// A reply that is ready to be written: the head, then the shared bytes of the body, which are not copied.
struct Outgoing {
    std::string head;
    std::shared_ptr<const Body> body;         // keeps the bytes alive
    std::string_view bytes;                   // empty for HEAD, 204 and 304
    std::shared_ptr<const ScratchFile> file;  // what follows the head in place of `bytes`; null for HEAD, 204 and 304
    bool close = false;                       // the connection ends after it
};

// What of the request matters for writing the reply; kept while a handler has the request itself.
struct Asker {
    bool head_only = false;
    bool keep_alive = true;
    bool accepts_gzip = false;
    std::string if_none_match{};
};
Asker asker_of(const Request& request, bool keep_alive);

// True where an Accept-Encoding header takes this coding with a weight over 0.
bool accepts(std::string_view accept_encoding, std::string_view coding);

// Makes the gzip form of a text body over 1 KiB that has none. It costs milliseconds: for worker threads only.
void compress(Reply& reply, const Asker& asker);

// Writes the head: status, the standing headers, the reply's own, the length. Chooses the gzip form where there is one
// and the client takes it, and answers 304 where the reply's etag is one that the client has. `date` is an HTTP date.
Outgoing outgoing_of(Reply reply, const Asker& asker, std::string_view date);

// A refusal of http's own, as the same JSON problem that features send.
Reply refuse(const Refusal& refusal);

}  // namespace samrad::http
