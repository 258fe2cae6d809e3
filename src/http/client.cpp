#include "http/client.hpp"

#include <openssl/ssl.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

namespace ogniwo {

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace {

constexpr std::uint64_t answer_bytes_most = 16 * 1024 * 1024;

struct Server {
    bool tls = false;
    std::string host;
    std::string port;
};

Result<Server> parse_server(const std::string& url) {
    const auto parsed = boost::urls::parse_uri(url);
    const auto invalid =
        Error{.reason = server_url_invalid,
              .detail = "the server must be https://HOST or http://HOST:PORT, not \"" + url + "\""};
    if (!parsed) return invalid;
    Server server{.tls = parsed->scheme() == "https",
                  .host = std::string(parsed->host_address()),
                  .port = std::string(parsed->port())};
    if (!server.tls && parsed->scheme() != "http") return invalid;
    if (server.host.empty()) return invalid;
    if (server.port.empty()) server.port = server.tls ? "443" : "80";
    return server;
}

}  // namespace

std::string percent_encode(std::string_view text) {
    return boost::urls::encode(text, boost::urls::unreserved_chars);
}

struct HttpClient::Impl {
    using Tls = asio::ssl::stream<asio::ip::tcp::socket>;

    explicit Impl(std::string u) : url(std::move(u)) {
        context.set_default_verify_paths();
        context.set_verify_mode(asio::ssl::verify_peer);
    }

    // Throws boost::system::system_error.
    void connect(const Server& server) {
        stream = std::make_unique<Tls>(io, context);
        asio::ip::tcp::resolver resolver(io);
        asio::connect(stream->next_layer(), resolver.resolve(server.host, server.port));
        if (!server.tls) return;
        SSL_set_tlsext_host_name(stream->native_handle(), server.host.c_str());
        stream->set_verify_callback(asio::ssl::host_name_verification(server.host));
        stream->handshake(asio::ssl::stream_base::client);
    }

    template <class Stream>
    Response exchange(Stream& over, const beast::http::request<beast::http::string_body>& request) {
        beast::http::write(over, request);
        beast::http::response_parser<beast::http::string_body> parser;
        parser.body_limit(answer_bytes_most);
        beast::http::read(over, buffer, parser);
        auto answer = parser.release();
        Response response{.status = static_cast<int>(answer.result_int())};
        for (const auto& field : answer) {
            response.set(std::string(field.name_string()), std::string(field.value()));
        }
        response.body = std::move(answer.body());
        if (!answer.keep_alive()) stream.reset();
        return response;
    }

    Response send_once(const Server& server,
                       const beast::http::request<beast::http::string_body>& request) {
        if (!stream) connect(server);
        return server.tls ? exchange(*stream, request) : exchange(stream->next_layer(), request);
    }

    const std::string url;
    asio::io_context io;
    asio::ssl::context context{asio::ssl::context::tls_client};
    std::unique_ptr<Tls> stream;
    beast::flat_buffer buffer;
};

HttpClient::HttpClient(std::string url) : impl_(std::make_unique<Impl>(std::move(url))) {}

HttpClient::~HttpClient() = default;

Result<Response> HttpClient::send(HttpMethod method,
                                  const std::string& target,
                                  const NamedValues& headers,
                                  const std::string& body) {
    TRY(const Server server, parse_server(impl_->url));
    beast::http::request<beast::http::string_body> request(
        beast::http::string_to_verb(std::string(enum_name(method))), target, 11);
    request.set(beast::http::field::host, server.host + ":" + server.port);
    for (const auto& [name, value] : headers) request.set(name, value);
    request.body() = body;
    request.prepare_payload();
    std::string why;
    for (int attempt = 0; attempt < 2; ++attempt) {
        // Asio's convenience forms throw; here that becomes the refusal it is.
        try {
            return impl_->send_once(server, request);
        } catch (const boost::system::system_error& error) {
            why = error.what();
            impl_->stream.reset();
            impl_->buffer.clear();
        }
    }
    return Error{.reason = server_unreachable, .detail = impl_->url + ": " + why};
}

}  // namespace ogniwo
