#pragma once

// The web interface, served out of the binary.
//
// A table made at build time holds each file of web/dist, compressed; what a client takes as it is
// goes out untouched. Files under /assets/ carry a hash in their name and never change. Every path
// that is no file and not the API's is the interface itself: index.html, made fresh each time with
// a nonce of its own, so that the Content-Security-Policy needs no exception.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "http/message.hpp"

namespace ogniwo {

// Bytes live as long as the process. A form that was not worth storing is empty; without `plain`
// there is `gzip`, and whoever takes neither br nor gzip gets it unpacked.
struct Asset {
    std::string_view path;  // "/assets/index-3fA9.js"
    std::string_view mime;
    std::string_view etag;  // Without quotes.
    std::string_view plain;
    std::string_view gzip;
    std::string_view br;
};

// What was built in. Empty if the server was built without the web interface.
std::span<const Asset> embedded_assets();

class AssetServer {
public:
    explicit AssetServer(std::span<const Asset> assets);

    // Answers GET and HEAD; other methods 405, paths under /api 404. `nonce` is fresh for every
    // call: 128 random bits in base64.
    Response serve(const Request& request, std::string_view nonce) const;

private:
    Response serve_page(std::string_view nonce) const;

    std::unordered_map<std::string_view, const Asset*> by_path_;
    std::string page_;  // index.html with its place for the nonce, or what stands in for it.
};

// What the pages of the interface may do; `nonce` allows the <style> elements they make.
std::string page_csp(std::string_view nonce);

// 0 to 1000: how much the client wants `coding`, from its Accept-Encoding (RFC 9110 12.5.3).
int coding_quality(std::string_view accept_encoding, std::string_view coding);

}  // namespace ogniwo
