// Who listens to what. How an event reaches them is told in hub_rounds.cpp.
#include "live/hub.hpp"

#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "live/hub_rooms.hpp"

namespace samrad::live {

// Takes the chair away. The caller holds the mutex.
void Hub::Inside::get_up(const Subscriber& subscriber, const Topic& topic) {
    const auto room = rooms.find(topic);
    if (room == rooms.end()) return;
    const auto chair = room->second.chairs.find(&subscriber);
    if (chair == room->second.chairs.end()) return;
    chair->second->left.store(true, std::memory_order_relaxed);
    room->second.chairs.erase(chair);
    room->second.row.reset();
    presence_changed(topic, room->second);
}

Hub::Hub() : inside_(std::make_unique<Inside>()) {}
Hub::~Hub() = default;

void Hub::attach(Loop* loop) {
    const std::lock_guard lock(inside_->mutex);
    inside_->loop = loop;
    for (auto& [topic, room] : inside_->rooms) {
        room.round_is_due = false;
        room.waiting.clear();
    }
}

void Hub::enter(const std::shared_ptr<Subscriber>& subscriber) {
    const std::lock_guard lock(inside_->mutex);
    inside_->inside.try_emplace(subscriber.get());
}

std::optional<std::int64_t> Hub::subscribe(const std::shared_ptr<Subscriber>& subscriber, const Topic& topic) {
    const std::lock_guard lock(inside_->mutex);
    Room& room = inside_->rooms[topic];
    // A socket may end while a worker still handles its last message: then it is not let in again.
    const auto known = inside_->inside.find(subscriber.get());
    if (known != inside_->inside.end() && !room.chairs.contains(subscriber.get())) {
        auto chair = std::make_shared<Chair>(subscriber, room.orders, room.arrivals++);
        room.chairs.emplace(subscriber.get(), std::move(chair));
        room.row.reset();
        known->second.push_back(topic);
        inside_->presence_changed(topic, room);
    }
    if (room.head == no_number) return std::nullopt;
    return room.head;
}

void Hub::unsubscribe(const Subscriber& subscriber, const Topic& topic) {
    const std::lock_guard lock(inside_->mutex);
    const auto found = inside_->inside.find(&subscriber);
    if (found == inside_->inside.end()) return;
    if (std::erase(found->second, topic) != 0) inside_->get_up(subscriber, topic);
}

void Hub::leave(const Subscriber& subscriber) {
    const std::lock_guard lock(inside_->mutex);
    const auto found = inside_->inside.find(&subscriber);
    if (found == inside_->inside.end()) return;
    for (const Topic& topic : found->second) inside_->get_up(subscriber, topic);
    inside_->inside.erase(found);
}

void Hub::publish(const Topic& topic, std::int64_t number, const FramePtr& frame) {
    std::unique_lock lock(inside_->mutex);
    Room& room = inside_->rooms[topic];
    if (number <= room.head) return;
    room.head = number;
    inside_->put(topic, room, Waiting{frame, 0, {}}, lock);
}

void Hub::broadcast(const Topic& topic, const FramePtr& frame, const std::function<bool(const Listener&)>& filter) {
    std::unique_lock lock(inside_->mutex);
    const auto room = inside_->rooms.find(topic);
    if (room == inside_->rooms.end()) return;
    inside_->put(topic, room->second, Waiting{frame, 0, filter}, lock);
}

std::vector<std::pair<Topic, std::int64_t>> Hub::topics() const {
    const std::lock_guard lock(inside_->mutex);
    std::vector<std::pair<Topic, std::int64_t>> found;
    for (const auto& [topic, room] : inside_->rooms) {
        if (!room.chairs.empty()) found.emplace_back(topic, room.head);
    }
    return found;
}

Hub::Presence Hub::presence(const Topic& topic, std::size_t most_names) const {
    const std::lock_guard lock(inside_->mutex);
    Presence presence;
    const auto room = inside_->rooms.find(topic);
    if (room == inside_->rooms.end()) return presence;
    std::unordered_set<std::string_view> people;
    std::set<std::string_view> names;
    for (const auto& [subscriber, chair] : room->second.chairs) {
        const auto& listener = subscriber->listener();
        if (!listener || listener->who.empty()) {
            ++presence.count;
            continue;
        }
        people.insert(listener->who);
        if (!listener->display.empty()) names.insert(listener->display);
    }
    presence.count += people.size();
    for (const auto name : names) {
        if (presence.names.size() >= most_names) break;
        presence.names.emplace_back(name);
    }
    return presence;
}

std::vector<Topic> Hub::take_presence_changes() {
    const std::lock_guard lock(inside_->mutex);
    for (const Topic& topic : inside_->changed) inside_->rooms[topic].presence_changed = false;
    return std::exchange(inside_->changed, {});
}

std::vector<Hub::Seat> Hub::seats() const {
    const std::lock_guard lock(inside_->mutex);
    std::vector<Seat> found;
    for (const auto& [topic, room] : inside_->rooms) {
        for (const auto& [subscriber, chair] : room.chairs) found.push_back({chair->subscriber, topic});
    }
    return found;
}

std::size_t Hub::subscriber_count() const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->inside.size();
}

}  // namespace samrad::live
