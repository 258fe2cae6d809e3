#include "base/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <climits>

#include "base/check.hpp"

namespace ogniwo {

struct GunzipSource::Inflater {
    z_stream stream{};
    std::array<char, 64 * limits::kib> input{};
    bool between_members = true;

    Inflater() {
        constexpr int gzip_only = 16 + MAX_WBITS;
        const int ready = inflateInit2(&stream, gzip_only);
        if (ready == Z_MEM_ERROR) throw std::bad_alloc();
        INVARIANT(ready == Z_OK);
    }
    ~Inflater() { inflateEnd(&stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
};

GunzipSource::GunzipSource(ByteSource& packed, GunzipLimits limits)
    : packed_(packed), limits_(limits), inflater_(std::make_unique<Inflater>()) {}

GunzipSource::~GunzipSource() = default;

Result<std::size_t> GunzipSource::read(std::span<char> into) {
    if (failed_) return *failed_;
    auto count = unpack(into);
    if (!count) failed_ = count.error();
    return count;
}

// Makes sure that there is input, unless it has ended.
Outcome GunzipSource::refill() {
    Inflater& inflater = *inflater_;
    if (inflater.stream.avail_in > 0 || packed_ended_) return Nothing{};
    TRY(const std::size_t count, packed_.read(inflater.input));
    packed_ended_ = count == 0;
    bytes_in_ += count;
    inflater.stream.next_in = reinterpret_cast<Bytef*>(inflater.input.data());
    inflater.stream.avail_in = static_cast<uInt>(count);
    return Nothing{};
}

Result<std::size_t> GunzipSource::unpack(std::span<char> into) {
    Inflater& inflater = *inflater_;
    const std::size_t room = std::min<std::size_t>(into.size(), UINT_MAX);
    inflater.stream.next_out = reinterpret_cast<Bytef*>(into.data());
    inflater.stream.avail_out = static_cast<uInt>(room);

    while (inflater.stream.avail_out == room) {
        TRY_DO(refill());
        if (packed_ended_ && inflater.stream.avail_in == 0) {
            const bool whole = inflater.between_members && bytes_in_ > 0;
            if (!whole) return gzip_broken;
            return std::size_t{0};
        }
        inflater.between_members = false;
        const int state = inflate(&inflater.stream, Z_NO_FLUSH);
        if (state == Z_MEM_ERROR) throw std::bad_alloc();
        if (state == Z_STREAM_END) {
            inflater.between_members = true;
            INVARIANT(inflateReset(&inflater.stream) == Z_OK);
        } else if (state != Z_OK && state != Z_BUF_ERROR) {
            return gzip_broken;
        }
    }

    const std::size_t count = room - inflater.stream.avail_out;
    bytes_out_ += count;
    const bool bomb = bytes_out_ > limits_.grace_bytes && bytes_out_ / limits_.ratio > bytes_in_;
    if (bomb || bytes_out_ > limits_.most_bytes) {
        return Error{
            .reason = gzip_too_large,
            .detail = std::to_string(bytes_in_) + " bytes became " + std::to_string(bytes_out_)};
    }
    return count;
}

bool looks_like_gzip(std::string_view start) {
    return start.starts_with("\x1f\x8b");
}

}  // namespace ogniwo
