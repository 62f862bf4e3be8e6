// Reading the JSON that somebody sent, strictly.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/time.hpp"
#include "http/request.hpp"

namespace samrad::features {

// A JSON object. Every reader names the field; what is missing, of the wrong type or out of bounds throws a Problem
// with that field's name: input.missing, input.wrong_type, input.too_long, input.too_short, input.out_of_range,
// input.not_a_choice, input.not_text (NUL, lone surrogates). done() throws input.unknown_field for fields that nobody
// asked for. Lengths are in code points. A null counts as absent.
class Body {
public:
    // The request's body; an empty one counts as {}. Malformed JSON, invalid UTF-8, nesting over 32: Problem of
    // Kind::malformed.
    explicit Body(const http::Request& request);
    // The same of a text that was stored as JSON.
    static Body of(const std::string& json);
    ~Body();
    Body(Body&&) noexcept;

    std::string text(std::string_view field, std::size_t least, std::size_t most);
    std::optional<std::string> maybe_text(std::string_view field, std::size_t least, std::size_t most);
    // A title: a text of at least one code point that is one line (is_one_line); input.not_text otherwise.
    std::string line(std::string_view field, std::size_t most);
    std::optional<std::string> maybe_line(std::string_view field, std::size_t most);
    bool flag(std::string_view field);
    std::optional<bool> maybe_flag(std::string_view field);
    std::int64_t number(std::string_view field, std::int64_t least, std::int64_t most);
    std::optional<std::int64_t> maybe_number(std::string_view field, std::int64_t least, std::int64_t most);
    std::optional<Time> maybe_time(std::string_view field);
    std::optional<std::vector<std::int64_t>> maybe_numbers(std::string_view field, std::size_t most);
    std::optional<std::vector<std::string>> maybe_texts(std::string_view field, std::size_t most, std::size_t longest);
    std::optional<Body> maybe_object(std::string_view field);
    std::optional<std::vector<Body>> maybe_objects(std::string_view field, std::size_t most);
    bool has(std::string_view field) const;      // there, and not null
    bool is_null(std::string_view field) const;  // there, and null

    template <class E>
    std::optional<E> maybe_name(std::string_view field) {
        const auto word = maybe_text(field, 0, 50);
        if (!word) return std::nullopt;
        const auto value = from_name<E>(*word);
        if (!value) refuse("input.not_a_choice", field);
        return value;
    }
    template <class E>
    E name(std::string_view field) {
        const auto value = maybe_name<E>(field);
        if (!value) refuse("input.missing", field);
        return *value;
    }
    template <class IdType>
    IdType id(std::string_view field) {
        return IdType{number(field, 1, INT64_MAX)};
    }

    // Throws a Problem of Kind::invalid for the field, named from the outermost object on ("anchor.block").
    [[noreturn]] void refuse(std::string_view code, std::string_view field) const;
    void done() const;

private:
    struct Inside;
    explicit Body(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace samrad::features
