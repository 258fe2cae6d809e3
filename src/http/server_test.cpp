#include "http/server.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/check.hpp"

namespace ogniwo {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// The client side of one TCP connection, blocking. Nothing here waits longer than 20 s.
class Client {
public:
    explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{.tv_sec = 20, .tv_usec = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        connected = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;

    void send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return;  // The server has closed; receiving will show it.
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
    }

    // One answer, as far as its Content-Length says; what there is if the server closes before.
    std::string receive() {
        for (;;) {
            const std::size_t head = pending_.find("\r\n\r\n");
            if (head != std::string::npos) {
                const std::size_t field = pending_.find("Content-Length: ");
                const std::size_t length =
                    field < head ? std::stoul(pending_.substr(field + 16)) : 0;
                if (pending_.size() >= head + 4 + length) return take(head + 4 + length);
            }
            if (!receive_some()) return take(pending_.size());
        }
    }

    std::string receive_until_closed() {
        while (receive_some()) {
        }
        return take(pending_.size());
    }

    int native() const { return socket_; }

    bool connected = false;

private:
    bool receive_some() {
        std::array<char, 65536> bytes{};
        const ssize_t n = ::recv(socket_, bytes.data(), bytes.size(), 0);
        if (n <= 0) return false;
        pending_.append(bytes.data(), static_cast<std::size_t>(n));
        return true;
    }

    std::string take(std::size_t n) {
        std::string taken = pending_.substr(0, n);
        pending_.erase(0, n);
        return taken;
    }

    int socket_;
    std::string pending_;
};

// Keeps Responders until the test answers, from whichever thread it likes.
class Waiting {
public:
    void add(Responder responder) {
        const std::lock_guard lock(mutex_);
        responders_.push_back(std::move(responder));
        changed_.notify_all();
    }

    Responder next() {
        std::unique_lock lock(mutex_);
        REQUIRE(changed_.wait_for(lock, seconds(20), [&] { return !responders_.empty(); }));
        Responder responder = std::move(responders_.front());
        responders_.erase(responders_.begin());
        return responder;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Responder> responders_;
};

void echo(Request&& request, const Responder& responder) {
    responder(text_response(200, request.target + " " + request.body));
}

HttpOptions on_any_port() {
    HttpOptions options;
    options.port = 0;
    return options;
}

struct Running : HttpServer {
    explicit Running(HttpOptions options, Handler handler = echo)
        : HttpServer(std::move(options), std::move(handler)) {
        const Outcome started = start();
        INFO((started ? "" : started.error().detail));
        REQUIRE(bool(started));
    }
};

std::string status_of(const std::string& answer) {
    return answer.size() < 12 ? "nothing" : answer.substr(9, 3);
}

const std::string get = "GET /a HTTP/1.1\r\nHost: desk\r\n\r\n";
const std::string post = "POST /a HTTP/1.1\r\nHost: desk\r\nContent-Length: 5\r\n\r\nhello";

TEST_CASE("a request is answered over a real socket, and the connection serves the next") {
    Running server(on_any_port());
    Client client(server.port());
    client.send(get);
    CHECK(client.receive().ends_with("/a "));
    client.send(post + post + "HEAD /h HTTP/1.1\r\nHost: desk\r\n\r\n" + get);
    CHECK(client.receive().ends_with("/a hello"));
    CHECK(client.receive().ends_with("/a hello"));
    const std::string rest = client.receive() + client.receive();
    CHECK(rest.find("Content-Length: 3\r\n") != std::string::npos);
    CHECK(rest.find("/h ") == std::string::npos);
    CHECK(server.counters().requests == 5);
    CHECK(server.counters().open == 1);
}

TEST_CASE("a request torn at any byte is answered, and one broken off leaves nothing open") {
    Running server(on_any_port());
    for (std::size_t cut = 1; cut < post.size(); ++cut) {
        Client client(server.port());
        client.send(post.substr(0, cut));
        client.send(post.substr(cut));
        CHECK(client.receive().ends_with("/a hello"));
        Client broken(server.port());
        broken.send(post.substr(0, cut));
    }
    CHECK(server.stop(seconds(20)) == HttpServer::Stopped::drained);
    CHECK(server.counters().open == 0);
}

TEST_CASE("the edge's own refusals are problems, and they arrive although the client sends on") {
    HttpOptions options = on_any_port();
    options.limits.body_bytes = 1000;
    options.is_upload = [](std::string_view path) { return path == "/upload"; };
    Running server(options);
    struct Case {
        std::string bytes;
        std::string status;
        std::string reason;
    };
    const Case cases[] = {
        {"GET / HTTP/1.1\r\n\r\n", "400", "unparsable"},
        {"TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", "405", "unparsable"},
        {"GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(9000, 'x'), "431", "too_large"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n" + std::string(900'000, 'x'),
         "413",
         "too_large"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.status);
        Client client(server.port());
        client.send(c.bytes);
        const std::string answer = client.receive_until_closed();
        CHECK(status_of(answer) == c.status);
        CHECK(answer.find("Content-Type: application/problem+json") != std::string::npos);
        CHECK(answer.find("\"reason\":\"" + c.reason + "\"") != std::string::npos);
        CHECK(answer.find("X-Content-Type-Options: nosniff") != std::string::npos);
    }
    Client upload(server.port());
    upload.send(
        "POST /upload HTTP/1.1\r\nHost: a\r\nCookie: a=b\r\nContent-Length: 900000\r\n\r\n" +
        std::string(900'000, 'x'));
    CHECK(upload.receive().size() > 900'000);
}

TEST_CASE("slow clients meet their deadlines: in the head, in the body, at rest") {
    HttpOptions options = on_any_port();
    options.limits.head_deadline = milliseconds(40);
    options.limits.body_window = milliseconds(40);
    options.limits.idle_deadline = milliseconds(40);
    options.limits.body_bytes_per_second = 100'000;
    Running server(options);
    Client silent(server.port());
    CHECK(silent.receive_until_closed().empty());
    Client half(server.port());
    half.send("GET / HT");
    CHECK(status_of(half.receive_until_closed()) == "408");
    Client slow(server.port());
    slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx");
    CHECK(status_of(slow.receive_until_closed()) == "408");
    Client idle(server.port());
    idle.send(get);
    CHECK(status_of(idle.receive()) == "200");
    CHECK(idle.receive_until_closed().empty());
}

TEST_CASE("stopping lets open requests finish, closes idle connections and takes no new ones") {
    Waiting waiting;
    Running server(on_any_port(),
                   [&](Request&&, Responder responder) { waiting.add(std::move(responder)); });
    const std::uint16_t port = server.port();
    Client idle(port), busy(port);
    idle.send(get);
    waiting.next()(text_response(200, "first"));
    CHECK(idle.receive().ends_with("first"));
    busy.send(get);
    const Responder last = waiting.next();

    auto stopped = std::async(std::launch::async, [&] { return server.stop(seconds(20)); });
    CHECK(idle.receive_until_closed().empty());  // Only once the server is stopping.
    CHECK(stopped.wait_for(milliseconds(0)) == std::future_status::timeout);
    std::thread([&] { last(text_response(200, "finished")); }).join();
    const std::string answer = busy.receive_until_closed();
    CHECK(answer.find("Connection: close") != std::string::npos);
    CHECK(answer.ends_with("finished"));
    ::shutdown(busy.native(), SHUT_RDWR);
    CHECK(stopped.get() == HttpServer::Stopped::drained);
    CHECK_FALSE(Client(port).connected);
}

TEST_CASE("what is still open at the deadline is cut off, and a late answer does no harm") {
    Waiting waiting;
    std::optional<Responder> late;
    {
        Running server(on_any_port(),
                       [&](Request&&, Responder responder) { waiting.add(std::move(responder)); });
        Client client(server.port());
        client.send(get);
        late.emplace(waiting.next());
        CHECK(server.stop(milliseconds(10)) == HttpServer::Stopped::cut_off);
        CHECK(client.receive_until_closed().empty());
    }
    (*late)(text_response(200, "too late"));
}

TEST_CASE("more connections than allowed are turned away with the reason") {
    HttpOptions options = on_any_port();
    options.limits.connections = 1;
    Running server(options);
    Client first(server.port());
    first.send(get);
    CHECK(status_of(first.receive()) == "200");
    Client second(server.port());
    const std::string answer = second.receive_until_closed();
    CHECK(status_of(answer) == "503");
    CHECK(answer.find("Retry-After: 5") != std::string::npos);
    CHECK(server.counters().turned_away == 1);
}

TEST_CASE("a port in use is refused with a sentence, and a start that would expose, too") {
    Running server(on_any_port());
    HttpOptions options = on_any_port();
    options.port = server.port();
    HttpServer second(options, echo);
    const Outcome taken = second.start();
    REQUIRE_FALSE(bool(taken));
    CHECK(taken.error().reason == cannot_listen);
    CHECK(taken.error().detail.find("Address already in use") != std::string::npos);

    options.address = "0.0.0.0";
    HttpServer third(options, echo);
    const Outcome exposed = third.start();
    REQUIRE_FALSE(bool(exposed));
    CHECK(exposed.error().reason == listen_exposed);
}

// A folder of its own that goes away with the test.
struct Folder {
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "ogniwo_http_XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

template <class T, void (*free)(T*)>
struct Freed {
    void operator()(T* object) const { free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509, X509_free>>;

Key make_key() {
    return Key(EVP_EC_gen("P-256"));
}

std::string pem_of(BIO* bio) {
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    std::string pem(bytes, static_cast<std::size_t>(size));
    BIO_free(bio);
    return pem;
}

std::string key_pem(EVP_PKEY* key) {
    BIO* bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
    return pem_of(bio);
}

std::string certificate_pem(EVP_PKEY* key, const std::string& name) {
    const Certificate certificate(X509_new());
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject,
                               "CN",
                               MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(name.c_str()),
                               -1,
                               -1,
                               0);
    X509_set_issuer_name(certificate.get(), subject);
    X509_sign(certificate.get(), key, EVP_sha256());
    BIO* bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate.get());
    return pem_of(bio);
}

void write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

struct Visit {
    std::string name;    // Of the server's certificate.
    std::string answer;  // Empty: no handshake.
};

const std::string tls_get = "GET /tls HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

Visit visit_with_tls(std::uint16_t port,
                     int newest_version = 0,
                     const std::string& request = tls_get) {
    std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes to sockets that may have been closed.
    const std::unique_ptr<SSL_CTX, Freed<SSL_CTX, SSL_CTX_free>> context(
        SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_max_proto_version(context.get(), newest_version);
    const Client client(port);
    const std::unique_ptr<SSL, Freed<SSL, SSL_free>> session(SSL_new(context.get()));
    SSL_set_fd(session.get(), client.native());
    if (SSL_connect(session.get()) != 1) return {};
    Visit visit;
    const Certificate certificate(SSL_get1_peer_certificate(session.get()));
    std::array<char, 64> name{};
    X509_NAME_get_text_by_NID(
        X509_get_subject_name(certificate.get()), NID_commonName, name.data(), name.size());
    visit.name = name.data();
    SSL_write(session.get(), request.data(), static_cast<int>(request.size()));
    std::array<char, 4096> bytes{};
    for (int n; (n = SSL_read(session.get(), bytes.data(), bytes.size())) > 0;) {
        visit.answer.append(bytes.data(), static_cast<std::size_t>(n));
    }
    SSL_shutdown(session.get());
    return visit;
}

TEST_CASE("TLS serves a renewed certificate without a restart and keeps the old one if it must") {
    const Folder folder;
    const Key first = make_key(), second = make_key();
    HttpOptions options = on_any_port();
    options.tls_cert = folder.path / "cert.pem";
    options.tls_key = folder.path / "key.pem";
    options.tls_check = milliseconds(0);
    std::mutex mutex;
    std::string reported;
    options.report = [&](std::string_view sentence) {
        const std::lock_guard lock(mutex);
        reported = sentence;
    };
    write_file(options.tls_cert, certificate_pem(first.get(), "first"));
    write_file(options.tls_key, key_pem(first.get()));
    Running server(options);

    const Visit visit = visit_with_tls(server.port());
    CHECK(visit.name == "first");
    CHECK(visit.answer.ends_with("/tls "));
    CHECK(visit.answer.find("Strict-Transport-Security") != std::string::npos);

    // Renewal writes one file after the other; in between the pair does not fit.
    write_file(options.tls_cert, certificate_pem(second.get(), "second"));
    CHECK(visit_with_tls(server.port()).name == "first");
    {
        const std::lock_guard lock(mutex);
        CHECK(reported.find("the old certificate stays in use") == 0);
    }
    write_file(options.tls_key, key_pem(second.get()));
    CHECK(visit_with_tls(server.port()).name == "second");
    write_file(options.tls_cert, "nonsense");
    CHECK(visit_with_tls(server.port()).name == "second");
    std::filesystem::remove(options.tls_key);
    CHECK(visit_with_tls(server.port()).name == "second");
}

TEST_CASE("old versions of TLS and clear text are not served, and a silent client is dropped") {
    const Folder folder;
    const Key key = make_key();
    HttpOptions options = on_any_port();
    options.tls_cert = folder.path / "cert.pem";
    options.tls_key = folder.path / "key.pem";
    options.limits.head_deadline = milliseconds(500);
    write_file(options.tls_cert, certificate_pem(key.get(), "desk"));
    write_file(options.tls_key, key_pem(key.get()));
    Running server(options);
    CHECK(visit_with_tls(server.port(), TLS1_1_VERSION).answer.empty());
    CHECK_FALSE(visit_with_tls(server.port(), TLS1_2_VERSION).answer.empty());
    Client clear(server.port());
    clear.send(get);
    CHECK(clear.receive_until_closed().find("HTTP/1.1") == std::string::npos);
    Client silent(server.port());
    CHECK(silent.receive_until_closed().empty());
}

TEST_CASE("over TLS, too, long answers arrive whole and refusals reach who sends on") {
    const Folder folder;
    const Key key = make_key();
    HttpOptions options = on_any_port();
    options.tls_cert = folder.path / "cert.pem";
    options.tls_key = folder.path / "key.pem";
    write_file(options.tls_cert, certificate_pem(key.get(), "desk"));
    write_file(options.tls_key, key_pem(key.get()));
    options.limits.head_deadline = milliseconds(500);
    Running server(options);
    const std::string body(1'000'000, 'x');
    const auto post_of = [&](std::size_t length) {
        return "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " +
               std::to_string(length) + "\r\n\r\n" + body;
    };
    CHECK(visit_with_tls(server.port(), 0, post_of(body.size())).answer.ends_with(body));
    CHECK(status_of(visit_with_tls(server.port(), 0, post_of(9'000'000)).answer) == "413");
    CHECK(status_of(visit_with_tls(server.port(), 0, "G").answer) == "408");
    CHECK(server.stop(seconds(20)) == HttpServer::Stopped::drained);
}

TEST_CASE("unusable TLS files keep the server from starting, and the sentence names the file") {
    const Folder folder;
    const Key key = make_key(), other = make_key();
    HttpOptions options = on_any_port();
    options.tls_cert = folder.path / "cert.pem";
    options.tls_key = folder.path / "key.pem";
    const auto refusal = [&] {
        HttpServer server(options, echo);
        const Outcome started = server.start();
        REQUIRE_FALSE(bool(started));
        CHECK(started.error().reason == tls_unusable);
        return started.error().detail;
    };
    CHECK(refusal().find("cert.pem") != std::string::npos);
    write_file(options.tls_cert, certificate_pem(key.get(), "desk"));
    CHECK(refusal().find("key.pem") != std::string::npos);
    write_file(options.tls_key, key_pem(other.get()));
    CHECK(refusal().find("mismatch") != std::string::npos);
}

TEST_CASE("answers come from any thread while many clients ask at once") {
    Waiting waiting;
    Running server(on_any_port(),
                   [&](Request&&, Responder responder) { waiting.add(std::move(responder)); });
    std::vector<std::thread> clients;
    std::atomic<int> answered{0};
    for (int i = 0; i < 8; ++i) {
        clients.emplace_back([&] {
            Client client(server.port());
            for (int k = 0; k < 20; ++k) {
                client.send(get);
                if (client.receive().ends_with("done")) ++answered;
            }
        });
    }
    for (int i = 0; i < 8 * 20; ++i) waiting.next()(text_response(200, "done"));
    for (std::thread& client : clients) client.join();
    CHECK(answered == 160);
}

TEST_CASE("a server stops, however often it looks at its clocks just then") {
    HttpOptions options = on_any_port();
    options.limits.linger = milliseconds{20};  // Looks every 5 ms.
    for (int i = 0; i < 300; ++i) {
        HttpServer server(options, echo);
        REQUIRE(bool(server.start()));
        // Somewhere between two looks, so that some stop while one is due.
        std::this_thread::sleep_for(std::chrono::microseconds{4'800 + i % 40 * 10});
        CHECK(server.stop(milliseconds{100}) == HttpServer::Stopped::drained);
    }
}

}  // namespace
}  // namespace ogniwo
