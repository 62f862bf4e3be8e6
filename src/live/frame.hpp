// A message for browsers, encoded once and shared by every socket that it goes to.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace samrad::live {

// Immutable bytes as they go on the wire: one or several whole WebSocket frames (RFC 6455, 5.2), unmasked, as a server
// sends them. Safe to share between threads.
class Frame {
public:
    Frame(std::string wire, std::size_t header) : wire_(std::move(wire)), header_(header) {}
    std::string_view wire() const { return wire_; }
    // The text that make_frame was given; for a joined frame, meaningless.
    std::string_view text() const { return std::string_view(wire_).substr(header_); }

private:
    std::string wire_;
    std::size_t header_;
};
using FramePtr = std::shared_ptr<const Frame>;

// The opcodes that a server sends.
enum class Opcode : unsigned char { text = 1, close = 8, ping = 9 };

// One whole frame. A control frame's payload must be at most 125 bytes.
FramePtr make_frame(Opcode opcode, std::string_view payload);

// A close frame; the reason is cut to 123 bytes at most.
FramePtr make_close_frame(unsigned short code, std::string_view reason);

// The same frames in the same order as one piece, so that they cost one write a socket. One frame is returned as it is.
FramePtr join_frames(const std::vector<FramePtr>& frames);

}  // namespace samrad::live
