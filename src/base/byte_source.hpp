#pragma once

// Bytes that arrive in pieces: a file, an upload, what another source unpacks. Readers are written
// against this, so that a table of any size needs one buffer of memory.

#include <cstddef>
#include <istream>
#include <span>
#include <string>

#include "base/result.hpp"

namespace ogniwo {

class ByteSource {
public:
    virtual ~ByteSource() = default;

    // Fills the front of `into`, which is not empty, and says how much; 0 is the end. Fewer bytes
    // than asked for mean nothing. After a refusal the same refusal comes again.
    virtual Result<std::size_t> read(std::span<char> into) = 0;
};

class TextSource final : public ByteSource {
public:
    explicit TextSource(std::string text) : text_(std::move(text)) {}
    Result<std::size_t> read(std::span<char> into) override;

private:
    std::string text_;
    std::size_t at_ = 0;
};

// Of a stream that somebody else opened, in binary mode. A stream that breaks is a broken world and
// throws std::runtime_error.
class StreamSource final : public ByteSource {
public:
    explicit StreamSource(std::istream& stream) : stream_(stream) {}
    Result<std::size_t> read(std::span<char> into) override;

private:
    std::istream& stream_;
};

}  // namespace ogniwo
