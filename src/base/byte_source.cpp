#include "base/byte_source.hpp"

#include <algorithm>
#include <stdexcept>

namespace ogniwo {

Result<std::size_t> TextSource::read(std::span<char> into) {
    const std::size_t count = std::min(into.size(), text_.size() - at_);
    std::copy_n(text_.data() + at_, count, into.data());
    at_ += count;
    return count;
}

Result<std::size_t> StreamSource::read(std::span<char> into) {
    if (stream_.eof()) return std::size_t{0};
    stream_.read(into.data(), static_cast<std::streamsize>(into.size()));
    if (stream_.bad() || (stream_.fail() && !stream_.eof())) {
        throw std::runtime_error("the input cannot be read");
    }
    return static_cast<std::size_t>(stream_.gcount());
}

}  // namespace ogniwo
