// The control of tools/coroutine_lint.sh: GCC 12 destroys the closure in `broken` twice. It is never
// compiled into anything; the lint must find it, or the lint is blind.

#include <coroutine>
#include <string>
#include <utility>

struct Task {
    struct promise_type {
        Task get_return_object() { return {}; }
        std::suspend_never initial_suspend() { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() {}
    };
    bool await_ready() { return true; }
    void await_suspend(std::coroutine_handle<>) {}
    void await_resume() {}
};

template <class F>
Task run(F&&) {
    co_return;
}

Task broken(std::string text) {
    co_await run([text = std::move(text)] { return text.size(); });
}

Task sound(std::string text) {
    auto job = [text = std::move(text)] { return text.size(); };
    co_await run(std::move(job));
}
