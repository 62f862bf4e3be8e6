// A mail in the form in which it travels (RFC 5322, MIME).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "storage/outbox.hpp"

namespace samrad::app {

// The address in "Name <address>", or the whole text where it is an address alone. Nothing where it is none.
std::optional<std::string> address_in(std::string_view from);

// The whole message with CRLF: From, To, Subject, Date, Message-ID, Auto-Submitted, a UTF-8 body in base64. Nothing
// where the recipient or `from` is no address or the subject is no plain line: no header can be smuggled in.
std::optional<std::string> compose(const storage::Mail& mail, std::string_view from, Time at);

}  // namespace samrad::app
