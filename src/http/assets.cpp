#include "http/assets.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/check.hpp"

namespace ogniwo {
namespace {

constexpr std::string_view nonce_mark = "__NONCE__";
constexpr std::size_t unpacked_max = 64 * 1024 * 1024;
constexpr std::string_view page_policy = "no-cache";
constexpr std::string_view file_policy = "public, no-cache";
constexpr std::string_view hashed_policy = "public, max-age=31536000, immutable";
constexpr std::string_view no_interface =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Ogniwo</title>"
    "<p>This server was built without the web interface. Its API is at /api/v1.</p></html>\n";

// The bytes are our own, made by our own build: what does not unpack is a bug.
std::string unpack(std::string_view gzip) {
    z_stream stream{};
    INVARIANT(::inflateInit2(&stream, 16 + MAX_WBITS) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gzip.data()));
    stream.avail_in = static_cast<uInt>(gzip.size());
    std::string plain;
    int outcome = Z_OK;
    while (outcome == Z_OK && plain.size() < unpacked_max) {
        const std::size_t size = plain.size();
        plain.resize(size + std::max<std::size_t>(gzip.size() * 4, 4096));
        stream.next_out = reinterpret_cast<Bytef*>(plain.data() + size);
        stream.avail_out = static_cast<uInt>(plain.size() - size);
        outcome = ::inflate(&stream, Z_NO_FLUSH);
        plain.resize(plain.size() - stream.avail_out);
    }
    ::inflateEnd(&stream);
    INVARIANT(outcome == Z_STREAM_END);
    return plain;
}

std::string plain_bytes(const Asset& asset) {
    return asset.plain.empty() && !asset.gzip.empty() ? unpack(asset.gzip)
                                                      : std::string(asset.plain);
}

struct Form {
    std::string_view coding;  // Empty: as it is.
    std::string_view bytes;
};

Form choose_form(const Asset& asset, std::string_view accepted) {
    const int br = asset.br.empty() ? 0 : coding_quality(accepted, "br");
    const int gzip = asset.gzip.empty() ? 0 : coding_quality(accepted, "gzip");
    if (br > 0 && br >= gzip) return {"br", asset.br};
    if (gzip > 0) return {"gzip", asset.gzip};
    return {"", asset.plain};
}

// One entity tag per form, since they differ in their bytes.
std::string tag_of(const Asset& asset, const Form& form) {
    std::string tag = "\"" + std::string(asset.etag);
    if (!form.coding.empty()) tag += "-" + std::string(form.coding);
    return tag + "\"";
}

bool is_listed(std::string_view tags, std::string_view tag) {
    while (!tags.empty()) {
        const std::size_t end = std::min(tags.find(','), tags.size());
        std::string_view entry = trim_blanks(tags.substr(0, end));
        tags.remove_prefix(std::min(end + 1, tags.size()));
        if (entry.starts_with("W/")) entry.remove_prefix(2);
        if (entry == tag || entry == "*") return true;
    }
    return false;
}

bool lies_under(std::string_view path, std::string_view folder) {
    return path == folder || (path.starts_with(folder) && path[folder.size()] == '/');
}

Response serve_file(const Asset& asset, const Request& request) {
    const Form form =
        choose_form(asset, request.header("accept-encoding").value_or(std::string_view{}));
    const std::string tag = tag_of(asset, form);
    const bool hashed = lies_under(asset.path, "/assets");

    Response response;
    response.set("Cache-Control", std::string(hashed ? hashed_policy : file_policy));
    response.set("ETag", tag);
    response.set("Vary", "Accept-Encoding");
    if (is_listed(request.header("if-none-match").value_or(std::string_view{}), tag)) {
        response.status = 304;
        return response;
    }
    // A worker lives by the policy of its own file, so files get the policy of the pages.
    response.set("Content-Security-Policy", page_csp({}));
    response.set("Content-Type", std::string(asset.mime));
    if (!form.coding.empty()) response.set("Content-Encoding", std::string(form.coding));
    response.body = form.coding.empty() && asset.plain.empty() ? ResponseBody(plain_bytes(asset))
                                                               : ResponseBody::lasting(form.bytes);
    return response;
}

std::string with_nonce(const std::string& page, std::string_view nonce) {
    std::string text;
    text.reserve(page.size() + 64);
    std::size_t from = 0;
    for (std::size_t at; (at = page.find(nonce_mark, from)) != std::string::npos;) {
        text.append(page, from, at - from);
        text += nonce;
        from = at + nonce_mark.size();
    }
    return text.append(page, from);
}

}  // namespace

AssetServer::AssetServer(std::span<const Asset> assets) : page_(no_interface) {
    for (const Asset& asset : assets) {
        if (asset.path == "/index.html") {
            page_ = plain_bytes(asset);  // Never as a file: its mark must not reach a browser.
        } else {
            by_path_.emplace(asset.path, &asset);
        }
    }
}

Response AssetServer::serve(const Request& request, std::string_view nonce) const {
    const std::string_view path = request.path();
    if (lies_under(path, "/api")) return problem_response(404, "missing", request.trace);
    if (request.method != HttpMethod::get) {
        Response response = problem_response(405, "unparsable", request.trace);
        response.set("Allow", "GET, HEAD");
        return response;
    }
    const auto found = by_path_.find(path);
    if (found != by_path_.end()) return serve_file(*found->second, request);
    // A page in place of a script that is gone would be run as one, and be cached as one.
    if (lies_under(path, "/assets")) return problem_response(404, "missing", request.trace);
    return serve_page(nonce);
}

Response AssetServer::serve_page(std::string_view nonce) const {
    Response response;
    response.set("Content-Type", "text/html; charset=utf-8");
    response.set("Cache-Control", std::string(page_policy));
    response.set("Content-Security-Policy", page_csp(nonce));
    response.body = with_nonce(page_, nonce);
    return response;
}

std::string page_csp(std::string_view nonce) {
    std::string csp = "default-src 'self'; script-src 'self'; style-src 'self'";
    if (!nonce.empty()) csp += " 'nonce-" + std::string(nonce) + "'";
    return csp +
           "; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; "
           "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
}

namespace {

// ";q=0.5" to 500; without a weight 1000; a weight that is none counts as a refusal.
int quality_of(std::string_view parameters) {
    const std::string_view weight = trim_blanks(parameters);
    if (weight.empty()) return 1000;
    if (!weight.starts_with("q=") && !weight.starts_with("Q=")) return 0;
    const std::string_view number = weight.substr(2);
    if (number.empty() || (number[0] != '0' && number[0] != '1') || number.size() > 5) return 0;
    if (number.size() > 1 && number[1] != '.') return 0;
    int value = (number[0] - '0') * 1000, unit = 100;
    for (const char c : number.substr(std::min<std::size_t>(2, number.size()))) {
        if (c < '0' || c > '9') return 0;
        value += (c - '0') * unit;
        unit /= 10;
    }
    return std::min(value, 1000);
}

}  // namespace

int coding_quality(std::string_view accept_encoding, std::string_view coding) {
    std::optional<int> of_all;
    while (!accept_encoding.empty()) {
        const std::size_t end = std::min(accept_encoding.find(','), accept_encoding.size());
        const std::string_view entry = accept_encoding.substr(0, end);
        accept_encoding.remove_prefix(std::min(end + 1, accept_encoding.size()));
        const std::size_t semicolon = std::min(entry.find(';'), entry.size());
        const std::string_view name = trim_blanks(entry.substr(0, semicolon));
        const int quality = quality_of(entry.substr(std::min(semicolon + 1, entry.size())));
        if (same_ignoring_case(name, coding)) return quality;
        if (name == "*") of_all = quality;
    }
    return of_all.value_or(0);
}

}  // namespace ogniwo
