#include "app/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

extern char** environ;

namespace ogniwo::app {
namespace {

constexpr std::size_t error_most = 500;  // Its end.
constexpr std::size_t said_most = 1'048'576;
constexpr int look_every_ms = 200;

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> list;
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    return list;
}

std::vector<std::string> environment_of(const Program& program) {
    std::vector<std::string> all;
    // The first of a name counts.
    for (const auto& [name, value] : program.environment) all.push_back(name + "=" + value);
    for (char** entry = environ; *entry != nullptr; ++entry) all.emplace_back(*entry);
    return all;
}

// A pipe from the child, closed whatever happens.
struct Pipe {
    std::array<int, 2> ends{-1, -1};
    bool is_open = ::pipe2(ends.data(), O_CLOEXEC) == 0;
    Pipe() = default;
    ~Pipe() {
        close_writing();
        if (ends[0] >= 0) ::close(ends[0]);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void close_writing() {
        if (ends[1] >= 0) ::close(std::exchange(ends[1], -1));
    }
};

int spawn(const Program& program, const Pipe& said, const Pipe& errors, pid_t& child) {
    std::vector<std::string> words = program.words;
    std::vector<std::string> environment = environment_of(program);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, said.ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors.ends[1], STDERR_FILENO);
    // A server blocks the signals that stop it, and a child would inherit that.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    const int failed = posix_spawnp(&child,
                                    words.front().c_str(),
                                    &actions,
                                    &attributes,
                                    pointers(words).data(),
                                    pointers(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

// What is there to read; false at its end.
bool read_some(const Pipe& pipe, std::string& text) {
    std::array<char, 4096> buffer{};
    const auto got = ::read(pipe.ends[0], buffer.data(), buffer.size());
    if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
    return got > 0 || (got < 0 && errno == EINTR);
}

struct Heard {
    std::string said;
    std::string errors;
    bool stopped = false;
};

// Until the child has closed both.
Heard listen(const Program& program, const Pipe& said, const Pipe& errors, pid_t child) {
    Heard heard;
    std::array<pollfd, 2> waiting{pollfd{.fd = said.ends[0], .events = POLLIN, .revents = 0},
                                  pollfd{.fd = errors.ends[0], .events = POLLIN, .revents = 0}};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        ::poll(waiting.data(), waiting.size(), look_every_ms);
        if (!heard.stopped && program.is_stopped && program.is_stopped()) {
            heard.stopped = true;
            ::kill(child, SIGTERM);
        }
        if (waiting[0].revents != 0 && !read_some(said, heard.said)) waiting[0].fd = -1;
        if (waiting[1].revents != 0 && !read_some(errors, heard.errors)) waiting[1].fd = -1;
        if (heard.said.size() > said_most) heard.said.resize(said_most);
        if (heard.errors.size() > error_most) {
            heard.errors.erase(0, heard.errors.size() - error_most);
        }
    }
    while (!heard.errors.empty() && heard.errors.back() == '\n') heard.errors.pop_back();
    return heard;
}

}  // namespace

Outcome run_program(const Program& program, Reason reason, std::string* said) {
    const std::string& name = program.words.front();
    Pipe output;
    Pipe errors;
    pid_t child = 0;
    if (!output.is_open || !errors.is_open || spawn(program, output, errors, child) != 0) {
        return Error{.reason = reason,
                     .detail = name + " could not be started; install " + program.package};
    }
    output.close_writing();
    errors.close_writing();
    Heard heard = listen(program, output, errors, child);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (heard.stopped) return Error{.reason = reason, .detail = name + " was stopped"};
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        return Error{.reason = reason, .detail = name + " failed: " + heard.errors};
    }
    if (said != nullptr) *said = std::move(heard.said);
    return Nothing{};
}

}  // namespace ogniwo::app
