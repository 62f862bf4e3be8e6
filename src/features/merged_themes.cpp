#include "features/merged_themes.hpp"

#include <boost/json.hpp>

#include "storage/themes.hpp"

namespace samrad::features {

namespace json = boost::json;

json::array merged_json(Work& work, ConsultationId consultation) {
    json::array list;
    for (const auto& one : storage::merged_themes(work.tx, consultation)) {
        list.push_back(json::object{{"theme", one.id.value}, {"title", one.title}, {"into", one.merged_into->value}});
    }
    return list;
}

}  // namespace samrad::features
