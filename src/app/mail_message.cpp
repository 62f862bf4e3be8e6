#include "app/mail_message.hpp"

#include <sodium.h>

#include <ctime>

#include "base/utf8.hpp"
#include "domain/account/account.hpp"

namespace samrad::app {

namespace {

using std::string;
using std::string_view;

string base64(string_view bytes) {
    string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the terminating NUL
    return text;
}

bool is_ascii(string_view text) {
    for (const unsigned char c : text) {
        if (c < 0x20 || c >= 0x7F) return false;
    }
    return true;
}

// Text for a header after RFC 2047: encoded words of at most 75 characters, cut between code points. Plain ASCII stays,
// unless it looks like an encoded word itself.
string header_text(string_view text) {
    if (is_ascii(text) && text.find("=?") == string_view::npos) return string(text);
    string out;
    while (!text.empty()) {
        std::size_t size = std::min<std::size_t>(text.size(), 42);
        while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
        out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(0, size)) + "?=";
        text.remove_prefix(size);
    }
    return out;
}

string date_of(Time at) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(at);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[40];
    const auto size = std::strftime(text, sizeof text, " %Y %H:%M:%S +0000", &parts);
    return string(days[parts.tm_wday]) + ", " + std::to_string(parts.tm_mday) + " " + months[parts.tm_mon] +
           string(text, size);
}

string folded_body(string_view body) {
    string lines;
    for (const char c : body) lines += c == '\n' ? string("\r\n") : string(1, c);
    const string encoded = base64(lines);
    string out;
    for (std::size_t at = 0; at < encoded.size(); at += 76) out += encoded.substr(at, 76) + "\r\n";
    return out;
}

// A display name is quoted where it is ASCII, encoded otherwise.
string mailbox(string_view from, const string& address) {
    const auto angle = from.rfind('<');
    const string name = angle == string_view::npos ? "" : domain::trimmed(from.substr(0, angle));
    if (name.empty()) return "<" + address + ">";
    const bool bare = is_ascii(name) && name.find_first_of("\"\\") == string::npos;
    return (bare ? "\"" + name + "\"" : header_text(name)) + " <" + address + ">";
}

}  // namespace

std::optional<string> address_in(string_view from) {
    string address(from);
    const auto angle = from.rfind('<');
    if (angle != string_view::npos) {
        if (from.back() != '>') return std::nullopt;
        address = from.substr(angle + 1, from.size() - angle - 2);
    }
    // "samrad@localhost" is good enough for a sender while nothing leaves the machine.
    if (domain::check_email(address) && domain::check_email(address + ".local")) return std::nullopt;
    return address;
}

std::optional<string> compose(const storage::Mail& mail, string_view from, Time at) {
    const auto sender = address_in(from);
    if (!sender || !domain::is_plain_line(from, 300)) return std::nullopt;
    if (domain::check_email(mail.recipient) || !domain::is_plain_line(mail.subject, 500)) return std::nullopt;
    const string host = sender->substr(sender->find('@') + 1);
    return "From: " + mailbox(from, *sender) + "\r\nTo: <" + mail.recipient +
           ">\r\nSubject: " + header_text(mail.subject) + "\r\nDate: " + date_of(at) + "\r\nMessage-ID: <" +
           std::to_string(mail.id) + "." + std::to_string(mail.created.time_since_epoch().count()) + "@" + host +
           ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
           "Content-Transfer-Encoding: base64\r\n\r\n" +
           folded_body(mail.body);
}

}  // namespace samrad::app
