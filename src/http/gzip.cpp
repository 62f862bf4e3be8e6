#include "http/gzip.hpp"

#include <zlib.h>

namespace samrad::http {

std::string gzip(std::string_view bytes, int level) {
    z_stream stream{};
    constexpr int window_with_gzip_header = 15 + 16;
    if (deflateInit2(&stream, level, Z_DEFLATED, window_with_gzip_header, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int state = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (state != Z_STREAM_END || out.size() >= bytes.size()) return {};
    out.shrink_to_fit();
    return out;
}

}  // namespace samrad::http
