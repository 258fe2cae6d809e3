#pragma once

// What the tests of access share: an installation with people in it, and its doors, gone through as
// the dispatcher does.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "people/access_api.hpp"
#include "people/access_service.hpp"
#include "people/access_store.hpp"
#include "people/access_support.hpp"
#include "people/directory_service.hpp"
#include "storage/journal.hpp"
#include "storage/outbox.hpp"
#include "testing/databases.hpp"

namespace ogniwo::people::access_tests {

inline const std::string good = "nad stawem szumi trzcina";
inline const std::string better = "za lasem stoi stary wiatrak";

template <class T>
std::string show(const Result<T>& result) {
    return result ? "yes" : std::string(result.error().reason.name);
}

// One installation with the rights of this slice, and the doors that the tests go through.
class House {
public:
    explicit House(TestDatabase& database) : db(database) {
        static const bool mounted = [] {
            Operations operations;
            mount_access(operations);
            // What the slices above would say of their rights.
            allow(Right{"access_test.ask"}, {Role::customer_user, Role::technician});
            return true;
        }();
        CHECK(mounted);
    }

    PersonId add(Role role, const std::string& email, std::optional<CustomerId> customer = {}) {
        const auto created = db.write([&](Work& work) {
            return create_user(work,
                               {.given_name = "Olga",
                                .family_name = "Wrona",
                                .email = email,
                                .role = role,
                                .customer = customer});
        });
        REQUIRE(static_cast<bool>(created));
        return created->person;
    }
    CustomerId add_customer(const std::string& name) {
        return *db.write([&](Work& work) { return ensure_customer(work, name); });
    }
    void set_password(PersonId person, const std::string& password) {
        db.change([&](Work& work) {
            const auto account = store::find_account(work.tx, person);
            change_password_to(work, *account, hash_slowly(password), PasswordChange::setup);
        });
    }
    Actor actor(PersonId person) {
        return db.read([&](const View& view) { return actor_of(view.tx, person); });
    }
    // "in" or the reason why not.
    std::string state_of(const std::string& session, const std::string& bearer = "") {
        const auto actor = db.read(
            [&](const View& view) { return authenticate(view.tx, session, bearer, view.now); });
        return actor ? "in" : std::string(actor.error().reason.name);
    }
    Actor authenticated(const std::string& session, const std::string& bearer = "") {
        const auto actor = db.read(
            [&](const View& view) { return authenticate(view.tx, session, bearer, view.now); });
        REQUIRE(static_cast<bool>(actor));
        return *actor;
    }

    // As the dispatcher does it: the step before, and the work only when that did not refuse.
    template <class In, class Out>
    Result<Out> run(Outcome (*before)(Outside&, In&),
                    Result<Out> (*service)(Work&, const In&),
                    In wish,
                    const Actor& actor = Actor::anonymous()) {
        const Actor asking = actor;
        const auto blobs = make_file_blobs(db.folder() + "/blobs", db.data());
        Outside outside{db.data(), *blobs, asking, db.environment(), caller, db.clock().now()};
        TRY_DO(before(outside, wish));
        std::optional<Result<Out>> answer;
        (void)db.data().write([&](Tx& tx, Time now) -> Outcome {
            Work work{{tx, asking, now, db.environment(), caller}};
            answer.emplace(service(work, wish));
            if (!*answer) return answer->error();
            return Nothing{};
        });
        return *answer;
    }
    Result<SignedIn> enter(const std::string& email, const std::string& password) {
        return run(sign_in_before, sign_in, SignIn{.email = email, .password = password});
    }

    // All that was sent so far.
    const std::vector<LinkMail>& mails() {
        Outbox outbox(db.data());
        outbox.deliver("mail", [&](const Letter& letter) -> std::optional<std::string> {
            const auto mail = from_json<LinkMail>(letter.payload);
            REQUIRE(static_cast<bool>(mail));
            mails_.push_back(*mail);
            return std::nullopt;
        });
        while (outbox.step() > 0) {
        }
        return mails_;
    }

    TestDatabase& db;
    Caller caller{.address = "192.0.2.1", .program = "Firefox", .trace = std::string(32, '0')};

private:
    std::vector<LinkMail> mails_;
};

inline std::vector<std::string> events(TestDatabase& db) {
    return db.read([](const View& view) {
        std::vector<std::string> names;
        for (const Event& event : journal::read_after(view.tx, {}, 500)) {
            if (event.name.starts_with("people.")) names.push_back(event.name);
        }
        return names;
    });
}

inline std::string token_in(const std::string& url) {
    return url.substr(url.find('#') + 1);
}

}  // namespace ogniwo::people::access_tests
