#include "features/json.hpp"

#include <boost/json.hpp>

namespace samrad::features {

namespace json = boost::json;

http::Reply reply_json(const json::object& object, int status) {
    return http::Reply::json(json::serialize(object), status);
}

json::object person_json(const domain::Person& person) {
    return {{"id", person.id.value}, {"name", person.name}, {"groups", json::array{name_of(person.group)}}};
}

domain::Person person_of(const domain::Actor& actor) { return {actor.account, actor.name, domain::group_of(actor)}; }

json::value time_json(const std::optional<Time>& time) {
    if (!time) return nullptr;
    return json::value(to_iso(*time));
}

json::object page_json(json::array items, std::optional<std::int64_t> next) {
    json::object page;
    page["items"] = std::move(items);
    page["next"] = next ? json::value(std::to_string(*next)) : json::value(nullptr);
    return page;
}

}  // namespace samrad::features
