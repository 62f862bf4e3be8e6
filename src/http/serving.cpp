#include "http/serving.hpp"

#include "http/client_address.hpp"
#include "http/origin.hpp"

namespace samrad::http {

Serving::Serving(ServerSettings given, Router routes, live::Hub& rooms, LiveCallbacks callbacks, Shortcut quick)
    : settings(std::move(given)),
      router(std::move(routes)),
      hub(rooms),
      live(std::move(callbacks)),
      shortcut(std::move(quick)),
      files(settings.static_folder),
      workers(settings.workers, settings.work_queue),
      slow(settings.slow_workers, settings.slow_queue) {
    for (const auto& origin : settings.origins) origins.push_back(plain_origin(origin));
    for (const auto& proxy : settings.trusted_proxies) proxies.push_back(plain_address(proxy));
}

void Serving::keep(Kept& one) {
    one.slot_ = kept.size();
    kept.push_back(&one);
}

void Serving::drop(Kept& one) {
    if (one.slot_ == Kept::nowhere) return;
    kept[one.slot_] = kept.back();
    kept[one.slot_]->slot_ = one.slot_;
    kept.pop_back();
    one.slot_ = Kept::nowhere;
}

AddressSlot::AddressSlot(Serving& serving, std::string address) : serving_(&serving), address_(std::move(address)) {
    ++serving_->per_address[network_of(address_)];
}

AddressSlot::~AddressSlot() {
    if (serving_ == nullptr) return;
    const auto found = serving_->per_address.find(network_of(address_));
    if (--found->second == 0) serving_->per_address.erase(found);
}

}  // namespace samrad::http
