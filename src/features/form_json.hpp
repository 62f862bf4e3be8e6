// Forms and what was typed into them, between JSON and values; docs/reference/form.schema.json says what the JSON is.
#pragma once

#include <string>

#include "domain/form/fields.hpp"
#include "domain/form/form.hpp"
#include "features/body.hpp"
#include "features/json.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// A form as somebody sends it, strictly: {"sections":[…]}. Refuses as Body does and as domain::check_form.
domain::Form read_form(Body& body);
// A form as it was stored.
domain::Form form_of(const std::string& definition);
boost::json::object form_json(const domain::Form& form);

// {"q1":["yes"],"q1.other":["…"]}
std::string written(const domain::Fields& fields);
domain::Fields fields_of(const std::string& content);

}  // namespace samrad::features
