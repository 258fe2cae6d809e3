#include "base/gzip.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include <sstream>
#include <string>

namespace ogniwo {
namespace {

// Gives one byte at a time, as slow uploads do.
class Drop final : public ByteSource {
public:
    explicit Drop(std::string text) : inner_(std::move(text)) {}
    Result<std::size_t> read(std::span<char> into) override { return inner_.read(into.first(1)); }

private:
    TextSource inner_;
};

std::string packed(const std::string& text) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

// What comes out, or the reason's name.
std::string drained(ByteSource& source, std::size_t piece = 1'000) {
    std::string all, buffer(piece, '\0');
    while (true) {
        const auto count = source.read(buffer);
        if (!count) return std::string(count.error().reason.name);
        if (*count == 0) return all;
        all.append(buffer, 0, *count);
    }
}

std::string unpacked(const std::string& bytes, GunzipLimits limits = {}) {
    TextSource source(bytes);
    GunzipSource gunzip(source, limits);
    return drained(gunzip);
}

std::string long_text() {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += std::to_string(i * 7'919) + ";";
    return text;
}

TEST_CASE("what was packed comes out as it went in, whatever the size of the pieces") {
    for (const std::string& text : {std::string(), std::string("a"), long_text()}) {
        CHECK(unpacked(packed(text)) == text);
        Drop slow(packed(text));
        GunzipSource gunzip(slow);
        CHECK(drained(gunzip, 1) == text);
    }
}

TEST_CASE("several members in a row are one text") {
    CHECK(unpacked(packed("first,") + packed("") + packed("second")) == "first,second");
}

TEST_CASE("the end stays the end") {
    TextSource source(packed("a"));
    GunzipSource gunzip(source);
    CHECK(drained(gunzip) == "a");
    CHECK(drained(gunzip).empty());
}

TEST_CASE("a text that was cut off or changed is refused, and goes on being refused") {
    const std::string whole = packed("zgłoszenie nr 1, zgłoszenie nr 2");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CHECK(unpacked(whole.substr(0, size)) == "gzip_broken");
    }
    CHECK(unpacked("id,subject\n") == "gzip_broken");
    CHECK(unpacked(whole + "tail") == "gzip_broken");

    std::string changed = whole;
    changed[whole.size() - 6] = static_cast<char>(changed[whole.size() - 6] ^ 1);
    TextSource source(changed);
    GunzipSource gunzip(source);
    CHECK(drained(gunzip) == "gzip_broken");
    CHECK(drained(gunzip) == "gzip_broken");
}

TEST_CASE("a bomb goes off in the first megabytes and not in memory") {
    const std::string bomb = packed(std::string(8 * limits::mib, '\0'));
    TextSource source(bomb);
    GunzipSource gunzip(source);
    std::string buffer(64 * limits::kib, '\0');
    std::size_t total = 0;
    while (true) {
        const auto count = gunzip.read(buffer);
        if (!count) {
            CHECK(count.error().reason == gzip_too_large);
            break;
        }
        REQUIRE(*count > 0);
        total += *count;
    }
    CHECK(total < 4 * limits::mib);
}

TEST_CASE("a text above the ceiling is refused, one at the ceiling is not") {
    const std::string text = long_text();
    CHECK(unpacked(packed(text), {.most_bytes = text.size()}) == text);
    CHECK(unpacked(packed(text), {.most_bytes = text.size() - 1}) == "gzip_too_large");
}

TEST_CASE("packed bytes are known by their start") {
    CHECK(looks_like_gzip(packed("")));
    CHECK_FALSE(looks_like_gzip("\x1f"));
    CHECK_FALSE(looks_like_gzip("id,subject"));
    CHECK_FALSE(looks_like_gzip(""));
}

TEST_CASE("a stream is a source like any other") {
    std::istringstream stream(packed("from a file"));
    StreamSource source(stream);
    GunzipSource gunzip(source);
    CHECK(drained(gunzip) == "from a file");
}

}  // namespace
}  // namespace ogniwo
