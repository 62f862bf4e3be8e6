#include "live/frame.hpp"

#include "live/hub.hpp"

namespace samrad::live {

FramePtr make_frame(Opcode opcode, std::string_view payload) {
    std::string wire;
    wire.reserve(payload.size() + 10);
    constexpr unsigned char whole = 0x80;
    wire += static_cast<char>(whole | static_cast<unsigned char>(opcode));
    if (payload.size() < 126) {
        wire += static_cast<char>(payload.size());
    } else {
        const bool short_form = payload.size() < 65536;
        wire += static_cast<char>(short_form ? 126 : 127);
        for (int shift = short_form ? 8 : 56; shift >= 0; shift -= 8) {
            wire += static_cast<char>(static_cast<std::uint64_t>(payload.size()) >> shift);
        }
    }
    const std::size_t header = wire.size();
    wire += payload;
    return std::make_shared<const Frame>(std::move(wire), header);
}

FramePtr make_frame(std::string_view text) { return make_frame(Opcode::text, text); }

FramePtr make_close_frame(unsigned short code, std::string_view reason) {
    std::string payload;
    payload += static_cast<char>(code >> 8);
    payload += static_cast<char>(code & 0xff);
    std::size_t length = std::min<std::size_t>(reason.size(), 123);
    // Not in the middle of a character.
    while (length > 0 && length < reason.size() && (static_cast<unsigned char>(reason[length]) & 0xc0) == 0x80)
        --length;
    payload += reason.substr(0, length);
    return make_frame(Opcode::close, payload);
}

FramePtr join_frames(const std::vector<FramePtr>& frames) {
    if (frames.size() == 1) return frames.front();
    std::size_t size = 0;
    for (const auto& frame : frames) size += frame->wire().size();
    std::string wire;
    wire.reserve(size);
    for (const auto& frame : frames) wire += frame->wire();
    return std::make_shared<const Frame>(std::move(wire), 0);
}

}  // namespace samrad::live
