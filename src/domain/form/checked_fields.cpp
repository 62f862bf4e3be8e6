#include "domain/form/checked_fields.hpp"

#include "base/utf8.hpp"
#include "domain/account/account.hpp"

namespace samrad::domain {

using std::string;

string written(double number) {
    string text = std::to_string(std::int64_t(number));
    return text;
}

std::vector<string> CheckedFields::texts(const string& name) {
    std::vector<string> found;
    const auto field = fields_.find(name);
    if (field == fields_.end()) return found;
    for (const auto& text : field->second) {
        if (!is_utf8(text) || text.find('\0') != string::npos) {
            wrong("answer.not_text", name);
            return {};
        }
        auto clean = trimmed(text);
        if (!clean.empty()) found.push_back(std::move(clean));
    }
    return found;
}

std::optional<string> CheckedFields::one(const string& name) {
    auto found = texts(name);
    if (found.size() > 1) {
        wrong("answer.one_only", name);
        return std::nullopt;
    }
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

void CheckedFields::wrong(std::string_view code, const string& field, std::vector<std::pair<string, string>> facts) {
    auto problem = invalid(code, field);
    problem.facts = std::move(facts);
    checked_.problems.push_back(std::move(problem));
}

bool CheckedFields::keep_text(const string& name, double most, double least) {
    const auto text = one(name);
    if (!text) return false;
    const auto length = double(code_points(*text));
    if (length > most) {
        wrong("answer.too_long", name, {{"most", written(most)}});
    } else if (length < least && facts_.complete) {
        wrong("answer.too_short", name, {{"least", written(least)}});
    } else {
        keep(name, {*text});
    }
    return true;
}

}  // namespace samrad::domain
