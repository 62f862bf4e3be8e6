// multipart/form-data, of form_body.hpp: RFC 7578 on RFC 2046, as the HTML standard has browsers write it.
//
//     --boundary CRLF
//     Content-Disposition: form-data; name="q.why" CRLF
//     CRLF
//     Fordi CRLF
//     --boundary-- CRLF
//
// Strict on purpose: nothing before the first boundary or behind the last one, no nesting, no transfer encodings, no
// second name or file name, so that no other program can read the same bytes as another form.
#include <algorithm>

#include "base/problem.hpp"
#include "base/utf8.hpp"
#include "features/form_body.hpp"

namespace samrad::features {

namespace {

using std::string;
using std::string_view;

constexpr std::size_t most_parts = 2'000;
constexpr std::size_t longest_head = 2'000;

[[noreturn]] void refuse() { throw Problem{Kind::malformed, "request.not_multipart", {}, {}, 0}; }

string lower(string_view text) {
    string low(text);
    std::transform(low.begin(), low.end(), low.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return low;
}

// The one boundary of the content type; quoted or not, 1 to 70 of the characters that RFC 2046 allows but the blank.
string boundary_of(string_view type) {
    const auto at = type.find("boundary=");
    if (at == string_view::npos || type.find("boundary=", at + 1) != string_view::npos) refuse();
    auto rest = type.substr(at + 9);
    if (rest.size() >= 2 && rest.front() == '"' && rest.back() == '"') rest = rest.substr(1, rest.size() - 2);
    const bool good = std::all_of(rest.begin(), rest.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               string_view("'()+_,-./:=?").find(c) != string_view::npos;
    });
    if (rest.empty() || rest.size() > 70 || !good) refuse();
    return string(rest);
}

// The value behind ` name="` in a header, with what browsers escape in it: %22, %0D, %0A. `there` says whether it
// stood.
string parameter_in(string_view header, string_view name, bool& there) {
    const string start = "; " + string(name) + "=\"";
    const auto at = header.find(start);
    there = at != string_view::npos;
    if (!there) return {};
    const auto from = at + start.size();
    const auto end = header.find('"', from);
    if (end == string_view::npos || header.find(start, end) != string_view::npos) refuse();
    string value(header.substr(from, end - from));
    for (const auto& [escape, c] : {std::pair<string_view, char>{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}}) {
        for (auto place = value.find(escape); place != string::npos; place = value.find(escape, place + 1)) {
            value.replace(place, 3, 1, c);
        }
    }
    if (!is_utf8(value) || value.find('\0') != string::npos) refuse();
    return value;
}

string disposition_of(string_view head) {
    string disposition;
    while (!head.empty()) {
        const auto end = head.find("\r\n");
        const auto line = head.substr(0, end);
        head.remove_prefix(end == string_view::npos ? head.size() : end + 2);
        const auto colon = line.find(':');
        if (colon == string_view::npos || colon == 0 || line.front() == ' ' || line.front() == '\t') refuse();
        const auto name = lower(line.substr(0, colon));
        if (name == "content-disposition") {
            if (!disposition.empty()) refuse();
            disposition = string(line.substr(colon + 1));
        } else if (name != "content-type") {
            refuse();
        }
    }
    if (!disposition.starts_with(" form-data; ")) refuse();
    return disposition;
}

// A text as the other kind of form sends it: line ends as \n.
string text_in(string_view bytes) {
    string text(bytes);
    std::erase(text, '\r');
    if (!is_utf8(text) || text.find('\0') != string::npos)
        throw Problem{Kind::malformed, "request.not_text", {}, {}, 0};
    return text;
}

SentForm read_multipart(string_view body, const string& boundary) {
    SentForm form;
    const string first = "--" + boundary + "\r\n", next = "\r\n--" + boundary;
    if (!body.starts_with(first)) refuse();
    body.remove_prefix(first.size());
    for (std::size_t parts = 0;; ++parts) {
        if (parts == most_parts) throw Problem{Kind::too_large, "request.too_many_fields", {}, {}, 0};
        const auto head_end = body.substr(0, longest_head).find("\r\n\r\n");
        if (head_end == string_view::npos) refuse();
        const auto disposition = disposition_of(body.substr(0, head_end));
        body.remove_prefix(head_end + 4);
        const auto end = body.find(next);
        if (end == string_view::npos) refuse();
        const auto content = body.substr(0, end);
        bool named = false, is_file = false;
        const auto name = parameter_in(disposition, "name", named);
        const auto file_name = parameter_in(disposition, "filename", is_file);
        if (!named || disposition.find("filename*") != string::npos) refuse();
        if (!is_file) {
            form.fields[name].push_back(text_in(content));
        } else if (!file_name.empty() || !content.empty()) {
            form.files.push_back({name, file_name, content});
        }
        body.remove_prefix(end + next.size());
        if (body == "--" || body == "--\r\n") return form;
        if (!body.starts_with("\r\n")) refuse();
        body.remove_prefix(2);
    }
}

}  // namespace

SentForm read_sent_form(const http::Request& request) {
    const auto type = request.header("content-type").value_or("");
    if (type.starts_with("multipart/form-data")) return read_multipart(request.body, boundary_of(type));
    return {read_form_body(request.body), {}};
}

}  // namespace samrad::features
