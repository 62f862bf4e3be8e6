// Events as the browser gets them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "features/json.hpp"
#include "storage/events.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

// Writes the body of an event from the thing as it is now, the same for everybody who may hear the topic. Nothing tells
// more than that: what was hidden since an event happened cannot come out of it. One entry for each kind of event.
using EventBody = std::function<boost::json::object(storage::Transaction&, std::int64_t subject)>;
using EventBodies = std::map<std::string, EventBody, std::less<>>;

// {"t":"event","topic":…,"n":…,"kind":…,"body":…} for each event, in order. The same thing in several events of one
// batch is read once.
std::vector<std::string> event_messages(storage::Transaction& tx, const EventBodies& bodies,
                                        const std::vector<storage::Event>& events);

// {"t":"listening","topic":…,"head":…,"events":[…]}
std::string listening_message(storage::Transaction& tx, const EventBodies& bodies, const std::string& topic,
                              std::int64_t head, const std::vector<storage::Event>& events);

}  // namespace samrad::features
