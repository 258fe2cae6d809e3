#include "raw_server.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <unordered_map>

#include "raw_sqlite.hpp"

namespace ogniwo::bench {
namespace {

int checked(int result, const char* doing) {
    if (result < 0) throw std::runtime_error(std::string("raw server: ") + doing);
    return result;
}

class Loop {
public:
    Loop(const std::string& database, const std::vector<RawAnswer>& answers)
        : answers_(answers), epoll_(checked(epoll_create1(0), "epoll_create1")) {
        for (const RawAnswer& answer : answers) readers_.emplace_back(database, answer.statements);
    }

    // May be called by another thread.
    void add(int client) const {
        epoll_event event{.events = EPOLLIN, .data = {.fd = client}};
        checked(epoll_ctl(epoll_, EPOLL_CTL_ADD, client, &event), "epoll_ctl");
    }

    void run() {
        std::array<epoll_event, 64> ready{};
        while (true) {
            const int count = epoll_wait(epoll_, ready.data(), int(ready.size()), -1);
            for (int i = 0; i < count; ++i) take(ready[std::size_t(i)].data.fd);
        }
    }

private:
    void take(int client) {
        std::array<char, 4096> bytes{};
        const auto size = recv(client, bytes.data(), bytes.size(), 0);
        std::string& head = heads_[client];
        if (size <= 0) {
            heads_.erase(client);
            close(client);
            return;
        }
        head.append(bytes.data(), std::size_t(size));
        if (!head.ends_with("\r\n\r\n")) return;
        answer(client, head);
        head.clear();
    }

    void answer(int client, std::string_view head) {
        const std::string_view path = head.substr(4, head.find(" HTTP/") - 4);  // After "GET ".
        for (std::size_t i = 0; i < answers_.size(); ++i) {
            if (answers_[i].path != path) continue;
            readers_[i].read();
            send_all(client, answers_[i].bytes);
            return;
        }
        throw std::runtime_error("raw server: asked for " + std::string(path));
    }

    static void send_all(int client, std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;  // Gone; the next recv says so.
            bytes.remove_prefix(std::size_t(sent));
        }
    }

    const std::vector<RawAnswer>& answers_;
    std::vector<RawReader> readers_;
    std::unordered_map<int, std::string> heads_;
    int epoll_;
};

int listen_on(std::uint16_t port) {
    const int listener = checked(socket(AF_INET, SOCK_STREAM, 0), "socket");
    const int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    checked(bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address), "bind");
    checked(listen(listener, 1024), "listen");
    return listener;
}

}  // namespace

void serve_raw(const std::string& database,
               const std::vector<RawAnswer>& answers,
               int threads,
               std::uint16_t port) {
    std::vector<std::unique_ptr<Loop>> loops;
    for (int i = 0; i < threads; ++i) {
        loops.push_back(std::make_unique<Loop>(database, answers));
        std::thread([loop = loops.back().get()] { loop->run(); }).detach();
    }
    const int listener = listen_on(port);
    for (std::size_t next = 0;; next = (next + 1) % loops.size()) {
        const int client = checked(accept(listener, nullptr, nullptr), "accept");
        const int on = 1;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        loops[next]->add(client);
    }
}

}  // namespace ogniwo::bench
