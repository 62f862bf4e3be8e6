// The fields of an answer as they are checked, one question at a time. For answer_check.cpp and question_check.cpp
// alone.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/form/answer_check.hpp"

namespace samrad::domain {

// What is wrong goes to the answer's problems, what is right to what is kept of it.
class CheckedFields {
public:
    CheckedFields(const Fields& fields, const AnswerFacts& facts, CheckedAnswer& checked)
        : fields_(fields), facts_(facts), checked_(checked) {}

    const AnswerFacts& facts() const { return facts_; }
    std::size_t problems() const { return checked_.problems.size(); }

    // The texts of a field without spaces at the ends; what is blank is left out.
    std::vector<std::string> texts(const std::string& name);
    // The one text of a field.
    std::optional<std::string> one(const std::string& name);
    void wrong(std::string_view code, const std::string& field,
               std::vector<std::pair<std::string, std::string>> facts = {});
    void keep(const std::string& field, std::vector<std::string> values) { checked_.kept[field] = std::move(values); }
    // Keeps the text of a field where it has a length from `least` to `most`, in characters; whether there is one.
    bool keep_text(const std::string& name, double most, double least);

private:
    const Fields& fields_;
    const AnswerFacts& facts_;
    CheckedAnswer& checked_;
};

// A number as it is written in a sentence; whole ones alone.
std::string written(double number);

}  // namespace samrad::domain
