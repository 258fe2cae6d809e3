#pragma once

// Counts what strangers hold open at once, per address and in all, so that nobody takes everything.
//
// A place is taken when something opens and given back when it closes; memory is bounded by the
// number of places. Used from all io threads.

#include <atomic>
#include <cstddef>
#include <map>
#include <mutex>

#include "http/address.hpp"

namespace ogniwo {

class Census {
public:
    explicit Census(std::size_t per_address) : per_address_(per_address) {}

    // A place of one address. Gives itself back. Empty: none was to be had.
    class Place {
    public:
        Place() = default;
        Place(Place&& other) noexcept;
        Place& operator=(Place&& other) noexcept;
        ~Place();

        explicit operator bool() const { return census_ != nullptr; }

    private:
        friend class Census;
        Place(Census& census, const IpAddress& address) : census_(&census), address_(address) {}

        Census* census_ = nullptr;
        IpAddress address_;
    };

    Place take_place(const IpAddress& address);

    std::atomic<std::size_t> body_bytes{0};  // Of all requests that are not answered yet.

private:
    void leave(const IpAddress& address);

    std::size_t per_address_;
    std::mutex mutex_;
    std::map<IpAddress, std::size_t> places_;
};

}  // namespace ogniwo
