// What a request's header block must look like before any parser reads it.
//
// Two servers in a row that read the same bytes differently are how requests are smuggled: the one in front sees one
// request, the one behind sees two. Parsers are lenient by tradition (a bare line feed, a folded line, "+5" as a
// length), and each leniency is such a difference. So this check is strict by RFC 9112 and refuses instead of
// repairing; whoever is refused sent something that no browser sends.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace samrad::http {

// Why a request is refused before it is read: a status and a stable code. The connection is closed after it.
struct Refusal {
    int status = 400;
    std::string_view code;  // a literal
    bool operator==(const Refusal&) const = default;
};

// Finds the end of a header block while its bytes arrive; each byte is looked at once.
class HeaderScan {
public:
    // most_bytes: of the whole block, its blank line included.
    explicit HeaderScan(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    // Hands over all bytes received so far (the same ones as before, and more). True when the block is complete or
    // refused; then length() or refusal() tell.
    bool look(std::string_view bytes);
    std::size_t length() const { return at_; }
    const std::optional<Refusal>& refusal() const { return refusal_; }

private:
    std::size_t most_bytes_;
    std::size_t at_ = 0;
    std::size_t line_ends_ = 0;
    std::optional<Refusal> refusal_;
};

constexpr std::size_t most_target_bytes = 8 * 1024;
constexpr std::size_t most_header_lines = 100;

// What is known of a block that passed.
struct HeaderFacts {
    std::string_view target;  // in origin form, also where the request named the whole address
    bool has_body = false;    // a length over 0, or chunks
    std::optional<std::size_t> content_length;
    bool expects_continue = false;
    bool upgrade = false;  // asks for another protocol
};

// Checks a complete block. Fills `facts` (views into the block) or returns why the request is refused.
std::optional<Refusal> check_header(std::string_view block, HeaderFacts& facts);

}  // namespace samrad::http
