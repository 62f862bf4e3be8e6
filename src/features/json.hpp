// JSON that every feature writes.
#pragma once

#include <optional>
#include <string>

#include "base/time.hpp"
#include "domain/account/account.hpp"
#include "domain/permission/permission.hpp"
#include "http/reply.hpp"

namespace boost {
namespace json {
class object;
class array;
class value;
}  // namespace json
}  // namespace boost

namespace samrad::features {

http::Reply reply_json(const boost::json::object& object, int status = 200);

// {"id":7,"name":"…","groups":["member"]}
boost::json::object person_json(const domain::Person& person);
// The present actor as others see it.
domain::Person person_of(const domain::Actor& actor);

// A time as a string, or null.
boost::json::value time_json(const std::optional<Time>& time);

// {"items":[…],"next":"31"|null}
boost::json::object page_json(boost::json::array items, std::optional<std::int64_t> next);

}  // namespace samrad::features
