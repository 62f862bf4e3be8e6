#include "http/request_parser.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace samrad::http {

namespace beast = boost::beast;

struct RequestParser::Inside {
    beast::http::request_parser<beast::http::string_body> parser;
    bool in_body = false;
};

RequestParser::RequestParser() : inside_(std::make_unique<Inside>()) {
    // The size of the block was limited while it arrived.
    inside_->parser.header_limit(1024 * 1024);
    inside_->parser.body_limit(boost::none);
}
RequestParser::~RequestParser() = default;

bool RequestParser::read_header(std::string_view block, Request& request, Line& line) {
    beast::error_code error;
    auto& parser = inside_->parser;
    const std::size_t used = parser.put(boost::asio::buffer(block), error);
    if (error || used != block.size() || !parser.is_header_done()) return false;
    const auto& message = parser.get();
    const auto method = message.method_string();
    line.method.assign(method.data(), method.size());
    line.keep_alive = message.keep_alive();
    for (const auto& field : message) {
        std::string name(field.name_string());
        for (char& c : name) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        request.headers.emplace_back(std::move(name), std::string(field.value()));
    }
    return true;
}

RequestParser::Progress RequestParser::read_body(std::string_view bytes, std::size_t limit, std::size_t& used) {
    auto& parser = inside_->parser;
    used = 0;
    if (!inside_->in_body) {
        inside_->in_body = true;
        parser.eager(true);
        parser.body_limit(limit);  // once: Beast counts it down
    }
    while (!parser.is_done()) {
        beast::error_code error;
        const std::size_t took = parser.put(boost::asio::buffer(bytes.substr(used)), error);
        used += took;
        if (error == beast::http::error::need_more) return Progress::more;
        if (error == beast::http::error::body_limit) return Progress::too_large;
        if (error) return Progress::malformed;
        if (took == 0 && !parser.is_done()) return Progress::more;
    }
    return Progress::done;
}

std::string RequestParser::take_body() { return std::move(inside_->parser.get().body()); }

}  // namespace samrad::http
