#pragma once

// A notice tells one person that something happened which concerns them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "storage/work.hpp"

namespace ogniwo {
class Fields;
}

namespace ogniwo::notices {

using NoticeId = Id<struct NoticeTag>;

struct Notice {
    NoticeId id{};
    std::string kind{};          // The name of the event.
    std::string subject_kind{};  // "ticket"
    std::int64_t subject = 0;
    std::string label{};  // What the subject is called: "1207 · Drukarka".
    std::optional<PersonId> actor{};
    std::optional<std::string> actor_name{};
    Time at{};
    std::optional<Time> read_at{};
};
void describe(Fields& fields, Notice& notice);

struct ListNotices {
    std::optional<bool> unread{};  // True: only those.
    std::optional<NoticeId> before{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListNotices& wish);

// Counting ends here: nobody reads more than "99+".
inline constexpr int unread_most = 100;

struct NoticeList {
    std::vector<Notice> items{};  // The newest first.
    std::optional<NoticeId> next{};
    int unread = 0;  // At most unread_most.
};
void describe(Fields& fields, NoticeList& list);

// Those named by their ids, those about one subject, or with neither all of them.
struct ReadNotices {
    std::optional<std::vector<NoticeId>> notices{};
    std::optional<std::string> subject_kind{};
    std::optional<std::int64_t> subject{};
};
void describe(Fields& fields, ReadNotices& wish);

struct UnreadNotices {
    int unread = 0;
};
void describe(Fields& fields, UnreadNotices& unread);

// What to tell, and of what.
struct Word {
    std::string_view kind{};
    std::string_view subject_kind{};
    std::int64_t subject = 0;
};

}  // namespace ogniwo::notices
