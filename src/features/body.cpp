#include "features/body.hpp"

#include <boost/json.hpp>
#include <set>

#include "base/problem.hpp"
#include "base/utf8.hpp"

namespace samrad::features {

namespace json = boost::json;

struct Body::Inside {
    json::object object;
    std::string place;  // "anchor." inside an inner object
    std::set<std::string, std::less<>> asked;

    // The value of a field, remembered as asked for; null where it is absent or null.
    const json::value* find(std::string_view field) {
        asked.emplace(field);
        const auto* value = object.if_contains(field);
        return value && !value->is_null() ? value : nullptr;
    }
};

namespace {

json::object parse(const std::string& text) {
    const auto malformed = [](const char* code) { return Problem{Kind::malformed, code, {}, {}, 0}; };
    if (text.empty()) return {};
    if (!is_utf8(text)) throw malformed("request.not_utf8");
    json::parse_options options;
    options.max_depth = 32;
    boost::system::error_code failure;
    auto value = json::parse(text, failure, {}, options);
    if (failure) throw malformed(failure == json::error::too_deep ? "request.too_deep" : "request.not_json");
    if (!value.is_object()) throw malformed("request.not_an_object");
    return std::move(value.as_object());
}

}  // namespace

Body::Body(const http::Request& request) : inside_(std::make_unique<Inside>()) {
    inside_->object = parse(request.body);
}
Body Body::of(const std::string& json) {
    auto inside = std::make_unique<Inside>();
    inside->object = parse(json);
    return Body(std::move(inside));
}
Body::Body(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Body::~Body() = default;
Body::Body(Body&&) noexcept = default;

void Body::refuse(std::string_view code, std::string_view field) const {
    throw invalid(code, inside_->place + std::string(field));
}

std::optional<std::string> Body::maybe_text(std::string_view field, std::size_t least, std::size_t most) {
    const auto* value = inside_->find(field);
    if (!value) return std::nullopt;
    if (!value->is_string()) refuse("input.wrong_type", field);
    std::string text(value->as_string());
    if (text.find('\0') != std::string::npos || !is_utf8(text)) refuse("input.not_text", field);
    const auto length = code_points(text);
    if (length < least) refuse("input.too_short", field);
    if (length > most) {
        auto problem = invalid("input.too_long", inside_->place + std::string(field));
        problem.facts = {{"most", std::to_string(most)}};
        throw problem;
    }
    return text;
}

std::string Body::text(std::string_view field, std::size_t least, std::size_t most) {
    auto value = maybe_text(field, least, most);
    if (!value) refuse("input.missing", field);
    return *std::move(value);
}

std::optional<std::string> Body::maybe_line(std::string_view field, std::size_t most) {
    auto value = maybe_text(field, 1, most);
    if (value && !is_one_line(*value)) refuse("input.not_text", field);
    return value;
}

std::string Body::line(std::string_view field, std::size_t most) {
    auto value = maybe_line(field, most);
    if (!value) refuse("input.missing", field);
    return *std::move(value);
}

std::optional<bool> Body::maybe_flag(std::string_view field) {
    const auto* value = inside_->find(field);
    if (!value) return std::nullopt;
    if (!value->is_bool()) refuse("input.wrong_type", field);
    return value->as_bool();
}

bool Body::flag(std::string_view field) {
    const auto value = maybe_flag(field);
    if (!value) refuse("input.missing", field);
    return *value;
}

std::optional<std::int64_t> Body::maybe_number(std::string_view field, std::int64_t least, std::int64_t most) {
    const auto* value = inside_->find(field);
    if (!value) return std::nullopt;
    if (!value->is_int64()) refuse("input.wrong_type", field);
    if (value->as_int64() < least || value->as_int64() > most) refuse("input.out_of_range", field);
    return value->as_int64();
}

std::int64_t Body::number(std::string_view field, std::int64_t least, std::int64_t most) {
    const auto value = maybe_number(field, least, most);
    if (!value) refuse("input.missing", field);
    return *value;
}

std::optional<Time> Body::maybe_time(std::string_view field) {
    const auto text = maybe_text(field, 1, 40);
    if (!text) return std::nullopt;
    const auto time = from_iso(*text);
    if (!time) refuse("input.not_a_time", field);
    return time;
}

std::optional<std::vector<std::int64_t>> Body::maybe_numbers(std::string_view field, std::size_t most) {
    const auto* value = inside_->find(field);
    if (!value) return std::nullopt;
    if (!value->is_array()) refuse("input.wrong_type", field);
    if (value->as_array().size() > most) refuse("input.too_long", field);
    std::vector<std::int64_t> numbers;
    for (const auto& item : value->as_array()) {
        if (!item.is_int64() || item.as_int64() < 1) refuse("input.wrong_type", field);
        numbers.push_back(item.as_int64());
    }
    return numbers;
}

std::optional<std::vector<std::string>> Body::maybe_texts(std::string_view field, std::size_t most,
                                                          std::size_t longest) {
    const auto* value = inside_->find(field);
    if (!value) return std::nullopt;
    if (!value->is_array()) refuse("input.wrong_type", field);
    if (value->as_array().size() > most) refuse("input.too_long", field);
    std::vector<std::string> texts;
    for (const auto& item : value->as_array()) {
        if (!item.is_string()) refuse("input.wrong_type", field);
        std::string text(item.as_string());
        if (text.find('\0') != std::string::npos) refuse("input.not_text", field);
        if (text.empty() || code_points(text) > longest)
            refuse(text.empty() ? "input.too_short" : "input.too_long", field);
        texts.push_back(std::move(text));
    }
    return texts;
}

std::optional<Body> Body::maybe_object(std::string_view field) {
    const auto* value = inside_->find(field);
    if (!value) return std::nullopt;
    if (!value->is_object()) refuse("input.wrong_type", field);
    auto inner = std::make_unique<Inside>();
    inner->object = value->as_object();
    inner->place = inside_->place + std::string(field) + ".";
    return Body(std::move(inner));
}

std::optional<std::vector<Body>> Body::maybe_objects(std::string_view field, std::size_t most) {
    const auto* value = inside_->find(field);
    if (!value) return std::nullopt;
    if (!value->is_array()) refuse("input.wrong_type", field);
    if (value->as_array().size() > most) refuse("input.too_long", field);
    std::vector<Body> bodies;
    for (const auto& item : value->as_array()) {
        if (!item.is_object()) refuse("input.wrong_type", field);
        auto inner = std::make_unique<Inside>();
        inner->object = item.as_object();
        inner->place = inside_->place + std::string(field) + "[" + std::to_string(bodies.size()) + "].";
        bodies.push_back(Body(std::move(inner)));
    }
    return bodies;
}

bool Body::has(std::string_view field) const {
    const auto* value = inside_->object.if_contains(field);
    return value && !value->is_null();
}

bool Body::is_null(std::string_view field) const {
    const auto* value = inside_->object.if_contains(field);
    return value && value->is_null();
}

void Body::done() const {
    for (const auto& member : inside_->object) {
        if (!inside_->asked.contains(std::string_view(member.key()))) refuse("input.unknown_field", member.key());
    }
}

}  // namespace samrad::features
