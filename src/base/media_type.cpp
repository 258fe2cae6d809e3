#include "base/media_type.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ogniwo {
namespace {

struct Beginning {
    std::string_view bytes;
    std::string_view type;
};
// The registered signatures; "GIF8" covers both versions.
constexpr std::array<Beginning, 12> beginnings{{
    {"\x89PNG\r\n\x1a\n", "image/png"},
    {"\xff\xd8\xff", "image/jpeg"},
    {"GIF8", "image/gif"},
    {"%PDF-", "application/pdf"},
    {"\x1f\x8b", "application/gzip"},
    {"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"},
    {"Rar!\x1a\x07", "application/vnd.rar"},
    {"ID3", "audio/mpeg"},
    {"OggS", "application/ogg"},
    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"},
    {"II*", "image/tiff"},
    {"BM", "image/bmp"},
}};

struct Ending {
    std::string_view ending;
    std::string_view type;
};
// All of these are zip files inside.
constexpr std::array<Ending, 6> packed{{
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {".odt", "application/vnd.oasis.opendocument.text"},
    {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {".odp", "application/vnd.oasis.opendocument.presentation"},
}};

// ISO base media files say what they are behind the length of their first box.
bool is_mp4(std::string_view bytes) {
    return bytes.size() > 12 && bytes.substr(4, 4) == "ftyp";
}

bool is_webp(std::string_view bytes) {
    return bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP";
}

bool is_text(std::string_view bytes) {
    const bool has_control = std::ranges::any_of(bytes, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
    return !has_control && is_utf8(bytes);
}

}  // namespace

std::string_view media_type_of(std::string_view bytes, std::string_view name) {
    if (bytes.starts_with("PK\x03\x04")) {
        const std::string folded = fold(name);
        for (const auto& [ending, type] : packed) {
            if (folded.ends_with(ending)) return type;
        }
        return "application/zip";
    }
    for (const auto& [beginning, type] : beginnings) {
        if (bytes.starts_with(beginning)) return type;
    }
    if (is_webp(bytes)) return "image/webp";
    if (is_mp4(bytes)) return "video/mp4";
    if (!bytes.empty() && is_text(bytes)) return "text/plain";
    return "application/octet-stream";
}

bool is_plain_picture(std::string_view media_type) {
    constexpr std::array<std::string_view, 4> pictures{
        "image/png", "image/jpeg", "image/gif", "image/webp"};
    return std::ranges::find(pictures, media_type) != pictures.end();
}

std::string file_name(std::string_view path) {
    const auto slash = path.find_last_of("/\\");
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    return std::string(trim(path));
}

}  // namespace ogniwo
