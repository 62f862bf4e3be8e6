// Forms that units keep for use again, as the JSON that the features write.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

struct FormTemplate {
    FormTemplateId id;
    UnitId unit;
    std::string unit_name;
    std::vector<UnitId> unit_path;
    std::string title;
    bool shared = false;  // with the whole organisation
    Time changed;
};

// Those that a unit may use: its own, those of the units above it, and what others of its tree share; by title.
std::vector<FormTemplate> templates_for(Transaction& tx, const std::vector<UnitId>& unit_path);
std::optional<FormTemplate> find_template(Transaction& tx, FormTemplateId id);
std::string definition_of(Transaction& tx, FormTemplateId id);
// In place of one of the same title in the unit, where there is one.
FormTemplateId keep_template(Transaction& tx, UnitId unit, const std::string& title, const std::string& definition,
                             bool shared, AccountId author);
void remove_template(Transaction& tx, FormTemplateId id);

}  // namespace samrad::storage
