#pragma once

// What leaves the house (mail, webhook, push) is first a row, written in the transaction that
// decided it. A sender picks it up after the commit, with an id that stays the same over all
// attempts, so that the other side can tell a repetition.

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "storage/transactor.hpp"
#include "storage/work.hpp"

namespace ogniwo {

struct Letter {
    std::string stable_id;  // 128 random bits as text.
    std::string channel;    // "mail"
    std::string payload;    // JSON, as the channel wants it; erased once it was sent.
    int attempt = 1;
};

namespace outbox {

// Returns the stable id. To people who were invented nothing is sent.
std::string put(Work& work, std::string_view channel, std::string payload);

}  // namespace outbox

// Sends, outside of any transaction. Throws or returns a text when it did not work.
using Sender = std::function<std::optional<std::string>(const Letter&)>;

class Outbox {
public:
    explicit Outbox(Transactor& data);

    void deliver(std::string_view channel, Sender sender);

    // Claims and sends what is due; the number that was tried. Failures are tried again after 5 s,
    // 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, then given up and shown.
    int step();

private:
    std::optional<Letter> claim();
    void settle(const Letter& letter, const std::optional<std::string>& failure);

    Transactor& data_;
    std::map<std::string, Sender, std::less<>> senders_;
};

}  // namespace ogniwo
