#pragma once

// What the allocator does with memory that is not used any more.

#include <cstddef>
#include <optional>

#include "base/clock.hpp"

namespace ogniwo::app {

// Usually the allocator keeps what was freed for a moment, because the next request wants it again:
// giving it back at once would cost a third of the creates a second. While a crowd is connected,
// and for a minute after, it does give it back at once, so that nothing of the crowd stays.
class MemoryKeeper {
public:
    // To be called now and then with the number of open connections.
    void step(std::size_t connections);

private:
    std::optional<Deadline> after_crowd_;
};

}  // namespace ogniwo::app
