#include "http/census.hpp"

#include <utility>

namespace ogniwo {

Census::Place::Place(Place&& other) noexcept
    : census_(std::exchange(other.census_, nullptr)), address_(other.address_) {}

Census::Place& Census::Place::operator=(Place&& other) noexcept {
    std::swap(census_, other.census_);
    std::swap(address_, other.address_);
    return *this;
}

Census::Place::~Place() {
    if (census_ != nullptr) census_->leave(address_);
}

Census::Place Census::take_place(const IpAddress& address) {
    const std::lock_guard lock(mutex_);
    std::size_t& taken = places_[address];
    if (taken >= per_address_) return {};
    ++taken;
    return {*this, address};
}

void Census::leave(const IpAddress& address) {
    const std::lock_guard lock(mutex_);
    const auto found = places_.find(address);
    if (--found->second == 0) places_.erase(found);
}

}  // namespace ogniwo
