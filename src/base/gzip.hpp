#pragma once

// Unpacks gzip (RFC 1952) while it is read, several members in a row included.
//
// A few kilobytes can unpack to gigabytes. What comes out is therefore counted against what went
// in, and against a ceiling, and reading ends with a refusal as soon as either is passed.

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "base/byte_source.hpp"
#include "base/limits.hpp"

namespace ogniwo {

inline constexpr Reason gzip_broken{Refusal::unparsable, "gzip_broken"};
inline constexpr Reason gzip_too_large{Refusal::too_large, "gzip_too_large"};

struct GunzipLimits {
    std::uint64_t most_bytes = std::uint64_t{4} * 1024 * limits::mib;
    std::uint64_t ratio = limits::unpack_ratio;              // Out for each byte in.
    std::uint64_t grace_bytes = limits::unpack_grace_bytes;  // Up to here the ratio is not asked.
};

class GunzipSource final : public ByteSource {
public:
    // `packed` outlives this.
    explicit GunzipSource(ByteSource& packed, GunzipLimits limits = {});
    ~GunzipSource() override;

    Result<std::size_t> read(std::span<char> into) override;

private:
    struct Inflater;

    Result<std::size_t> unpack(std::span<char> into);
    Outcome refill();

    ByteSource& packed_;
    GunzipLimits limits_;
    std::unique_ptr<Inflater> inflater_;
    std::uint64_t bytes_in_ = 0;
    std::uint64_t bytes_out_ = 0;
    bool packed_ended_ = false;
    std::optional<Error> failed_;
};

// By the first two bytes, which no UTF-8 text begins with.
bool looks_like_gzip(std::string_view start);

}  // namespace ogniwo
