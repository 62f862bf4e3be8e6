#include "features/live/event_frames.hpp"

#include <boost/json.hpp>

namespace samrad::features {

namespace json = boost::json;

namespace {

// The events as objects; bodies of the same thing are shared within the batch.
std::vector<json::object> event_objects(storage::Transaction& tx, const EventBodies& bodies,
                                        const std::vector<storage::Event>& events) {
    std::map<std::pair<std::string, std::int64_t>, json::object> read;
    std::vector<json::object> objects;
    for (const auto& event : events) {
        auto [entry, fresh] = read.try_emplace({event.kind, event.subject});
        if (fresh) {
            const auto maker = bodies.find(event.kind);
            if (maker != bodies.end()) entry->second = maker->second(tx, event.subject);
        }
        objects.push_back({{"topic", event.topic}, {"n", event.number}, {"kind", event.kind}, {"body", entry->second}});
    }
    return objects;
}

}  // namespace

std::vector<std::string> event_messages(storage::Transaction& tx, const EventBodies& bodies,
                                        const std::vector<storage::Event>& events) {
    std::vector<std::string> messages;
    for (auto& object : event_objects(tx, bodies, events)) {
        object["t"] = "event";
        messages.push_back(json::serialize(object));
    }
    return messages;
}

std::string listening_message(storage::Transaction& tx, const EventBodies& bodies, const std::string& topic,
                              std::int64_t head, const std::vector<storage::Event>& events) {
    json::array list;
    for (auto& object : event_objects(tx, bodies, events)) list.push_back(std::move(object));
    return json::serialize(
        json::object{{"t", "listening"}, {"topic", topic}, {"head", head}, {"events", std::move(list)}});
}

}  // namespace samrad::features
