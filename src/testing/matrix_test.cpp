// Every operation, asked by every kind of actor, for rows of their own, of another customer and of
// nobody. Read off the table of operations, so that a new one is tested on the day it is mounted.
//
// Each request is rehearsed, so all of them meet the same data.

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "assets/types.hpp"
#include "base/json_tree.hpp"
#include "calendars/types.hpp"
#include "http/problem.hpp"
#include "moving/types.hpp"
#include "notices/types.hpp"
#include "people/service.hpp"
#include "testing/desk.hpp"
#include "testing/refused_samples.hpp"
#include "testing/sample_wish.hpp"
#include "tickets/appointment_types.hpp"
#include "tickets/bulk_types.hpp"
#include "tickets/field_types.hpp"
#include "tickets/guest_types.hpp"
#include "tickets/import_types.hpp"
#include "tickets/macro_types.hpp"
#include "tickets/recurrence_types.hpp"
#include "tickets/state_types.hpp"
#include "tickets/types.hpp"
#include "tickets/view_types.hpp"
#include "tiers/duty_types.hpp"
#include "tiers/requirement_types.hpp"
#include "tiers/timed_rule_types.hpp"

namespace ogniwo {
namespace {

using people::Role;

struct Sender {
    std::string name;
    std::string session{};
    std::string bearer{};
    bool is_known = true;             // Else the server cannot tell who it is.
    bool is_of_one_customer = false;  // Of the one whose rows are `own`.
    std::function<bool(Right)> may{};
};

std::int64_t number_in(const Response& response, std::string_view member) {
    const auto tree = JsonTree::parse(response.body.view());
    REQUIRE_MESSAGE(tree, response.body.view());
    for (auto node = tree->root().first(); !(node == tree->root().end()); node = node.next()) {
        if (node.name() == member) return node.integer();
    }
    FAIL("no ", member, " in ", response.body.view());
    return 0;
}

// Two customers with one row of each kind, and everybody who may ask for them.
class World {
public:
    explicit World(TestDatabase& database) : desk_(database) {
        desk_.start();
        const PersonId olga = desk_.set_up_company();
        owner_session_ = desk_.sign_in(olga);
        olga_ = std::to_string(olga.value);
        const Side own = make_customer("Kowalski");
        const Side foreign = make_customer("Nowicki");
        note_rows(own, foreign);
        add_staff(olga, own.customer);
        add_customers_people(own.customer);
        add_strangers();
    }

    const std::vector<Sender>& senders() const { return senders_; }
    const KnownRows& rows() const { return rows_; }
    const Sender& owner() const { return senders_.front(); }

    Response rehearse(const Operation& operation, const Sender& sender, const Choice& choice) {
        Request request = sample_request(operation, rows_, choice, version(operation, choice));
        return desk_.rehearse(signed_by(sender, std::move(request)));
    }
    const std::string& last_detail() const { return desk_.last_detail(); }

private:
    struct Side {
        CustomerId customer{};
        std::int64_t person = 0;
        std::int64_t site = 0;
        std::int64_t grant = 0;
        std::int64_t session = 0;
        std::int64_t token = 0;
        std::int64_t ticket = 0;
        std::int64_t attachment = 0;
        std::int64_t handover = 0;
        std::int64_t time = 0;
        std::int64_t step = 0;
        std::int64_t message = 0;
        std::int64_t appointment = 0;
        std::int64_t guest = 0;
        std::int64_t asset = 0;
    };

    static Request signed_by(const Sender& sender, Request request) {
        if (!sender.bearer.empty()) return with_bearer(std::move(request), sender.bearer);
        return with_session(std::move(request), sender.session);
    }

    std::int64_t make(std::string_view path, std::string body, std::string_view id) {
        return number_in(post(path, std::move(body), owner_session_), id);
    }

    Response post(std::string_view path, std::string body, std::string_view session) {
        Response response = desk_.ask(with_session(
            make_request(HttpMethod::post, "/api/v1" + std::string(path), std::move(body)),
            session));
        REQUIRE_MESSAGE(response.status < 300, path, " ", response.body.view());
        return response;
    }

    // A file that came with a reply of this session's.
    std::int64_t send_file(const std::string& ticket, std::string_view session) {
        const auto file = number_in(
            post(ticket + "/attachments", R"({"name":"a.txt","content":"QUJD"})", session), "id");
        (void)post(ticket + "/replies",
                   R"({"text":"Plik","attachments":[)" + std::to_string(file) + "]}",
                   session);
        return file;
    }

    // The first element's id of a list that this session reads.
    std::int64_t first_of(std::string_view path, std::string_view session) {
        const Response response = desk_.ask(
            with_session(make_request(HttpMethod::get, "/api/v1" + std::string(path)), session));
        const auto tree = JsonTree::parse(response.body.view());
        REQUIRE_MESSAGE(response.status == 200, path, " ", response.body.view());
        const auto items = tree->root().first();
        REQUIRE_MESSAGE(!(items.first() == items.end()), path, " lists nothing");
        return items.first().first().integer();
    }

    // The id of an hour's work on this ticket, by the owner.
    std::int64_t first_of_booked(const std::string& ticket) {
        (void)post(ticket + "/time", R"({"work":{"workType":1,"minutes":60}})", owner_session_);
        return first_of(ticket + "/time", owner_session_);
    }

    Side make_customer(const std::string& name) {
        Side side;
        const std::string customer =
            std::to_string(make("/customers", R"({"name":")" + name + R"("})", "customer"));
        side.customer = {std::stoll(customer)};
        side.site = make("/customers/" + customer + "/sites", R"({"name":"Biuro"})", "site");
        side.person = make("/persons",
                           R"({"givenName":"Piotr","familyName":"Zaremba","emails":["piotr@)" +
                               name + R"(.example"],"customers":[)" + customer + "]}",
                           "person");
        side.grant = make("/persons/" + std::to_string(side.person) + "/grants",
                          R"({"role":"customer_administrator","customer":)" + customer + "}",
                          "id");
        side.ticket =
            make("/tickets",
                 R"({"customer":)" + customer + R"(,"subject":"Nie drukuje","requester":)" +
                     std::to_string(side.person) + "}",
                 "id");
        const std::string session = desk_.sign_in({side.person});
        const std::string ticket = "/tickets/" + std::to_string(side.ticket);
        side.attachment = send_file(ticket, session);
        (void)post(ticket + "/followers", "{}", session);
        (void)post(ticket + "/escalation",
                   R"({"tier":2,"reason":"needs_skill","note":"Wyżej."})",
                   owner_session_);
        side.handover = first_of(ticket + "/handovers", owner_session_);
        side.time = first_of_booked(ticket);
        side.message = first_of(ticket + "/messages", owner_session_);
        side.appointment = make(ticket + "/appointments",
                                R"({"plan":{"kind":"call_back","persons":[)" + olga_ +
                                    R"(],"minutes":30,"startsAt":"2025-06-)" +
                                    std::to_string(17 + side.customer.value) + R"(T08:00:00Z"}})",
                                "id");
        (void)post(ticket + "/stopwatch/start", "{}", owner_session_);
        (void)post(ticket + "/checklist", R"({"texts":["Toner"]})", owner_session_);
        side.step = first_of(ticket + "/checklist", owner_session_);
        (void)post(ticket + "/guests",
                   R"({"name":"Ola Maj","email":"ola@drukarki.example","language":"pl",)"
                   R"("question":"Co to za kod?"})",
                   owner_session_);
        side.guest = first_of(ticket + "/guests", owner_session_);
        side.asset = make("/assets",
                          R"({"customer":)" + customer +
                              R"(,"kind":"computer","name":"Laptop Piotra","person":)" +
                              std::to_string(side.person) + "}",
                          "id");
        side.session = first_of("/sessions", session);
        (void)desk_.add_api_token({side.person}, {});
        side.token = first_of("/tokens", session);
        return side;
    }

    // Skills and certificates are ours, whoever asks.
    void note_skills() {
        const std::string asked = std::to_string(first_of("/skills", owner_session_));
        (void)post(
            "/requirements",
            R"({"place":"tier","tier":1,"skill":)" + asked + R"(,"least":2,"need":"mandatory"})",
            owner_session_);
        rows_.add<tiers::RequirementId>({"requirement", first_of("/requirements", owner_session_)});
        rows_.add<tiers::SkillId>(
            {"skill",
             make("/skills", R"({"group":"product","namePl":"Kasa","nameEn":"Till"})", "id")});
        rows_.add<tiers::CertificateKindId>(
            {"certificate_kind", first_of("/certificate-kinds", owner_session_)});
        const auto certificate = make("/persons/" + olga_ + "/certificates",
                                      R"({"name":"Kurs","issuedOn":"2024-03-01"})",
                                      "id");
        (void)post("/certificates/" + std::to_string(certificate) + "/file",
                   R"({"name":"a.txt","content":"QUJD"})",
                   owner_session_);
        rows_.add<tiers::CertificateId>({"certificate", certificate});
        rows_.add<tiers::LearningId>(
            {"learning",
             make("/learning",
                  R"({"skill":)" + asked + R"(,"person":)" + olga_ + R"(,"dueOn":"2030-01-31"})",
                  "id")});
    }

    void note_rows(const Side& own, const Side& foreign) {
        const auto add = [&]<class AnId>(std::string_view kind, std::int64_t Side::*member, AnId) {
            rows_.add<AnId>({kind, own.*member, foreign.*member});
        };
        rows_.add<CustomerId>({"customer", own.customer.value, foreign.customer.value});
        add("person", &Side::person, PersonId{});
        add("site", &Side::site, people::SiteId{});
        add("grant", &Side::grant, people::GrantId{});
        add("session", &Side::session, people::SessionId{});
        add("token", &Side::token, people::TokenId{});
        add("ticket", &Side::ticket, tickets::TicketId{});
        add("attachment", &Side::attachment, AttachmentId{});
        add("handover", &Side::handover, tickets::HandoverId{});
        rows_.add<notices::NoticeId>({"notice", 1, 2});
        add("time", &Side::time, tickets::TimeEntryId{});
        add("step", &Side::step, tickets::StepId{});
        add("message", &Side::message, tickets::MessageId{});
        add("appointment", &Side::appointment, tickets::AppointmentId{});
        add("guest", &Side::guest, tickets::GuestId{});
        add("asset", &Side::asset, assets::AssetId{});
        // Ours, whoever asks.
        rows_.add<people::CompanyId>(
            {"company", make("/companies", R"({"name":"Ogniwo Nocne"})", "company")});
        rows_.add<tiers::QueueId>({"queue", first_of("/queues", owner_session_)});
        rows_.add<calendars::CalendarId>(
            {"calendar",
             make("/work-calendars",
                  R"({"name":"Sklep","week":[{"day":"saturday","from":540,"to":780}],)"
                  R"("days":[{"day":"2030-05-02"}]})",
                  "id")});
        rows_.add<calendars::HolidaySetId>(
            {"holiday set", make("/holiday-sets", R"({"name":"Dni szkolne"})", "id")});
        category_ = make("/ticket-categories", R"({"namePl":"Kopie","nameEn":"Backups"})", "id");
        rows_.add<tickets::CategoryId>({"category", category_});
        rows_.add<tickets::TemplateId>(
            {"template",
             make("/ticket-templates", R"({"namePl":"Kopia","nameEn":"Backup"})", "id")});
        rows_.add<tickets::MacroId>({"macro",
                                     make("/macros",
                                          R"({"namePl":"Pilne","nameEn":"Urgent","shared":true,)"
                                          R"("effects":{"impact":"major","addTags":["pilne"]}})",
                                          "id")});
        rows_.add<tickets::RecurrenceId>(
            {"recurrence",
             make("/ticket-recurrences",
                  R"({"customer":)" + std::to_string(own.customer.value) +
                      R"(,"subject":"Kopie","rule":{"pace":"days","every":7,"from":"2030-01-01"}})",
                  "id"),
             make("/ticket-recurrences",
                  R"({"customer":)" + std::to_string(foreign.customer.value) +
                      R"(,"subject":"Kopie","rule":{"pace":"days","every":7,"from":"2030-01-01"}})",
                  "id")});
        rows_.add<tickets::FieldId>(
            {"field",
             make("/ticket-fields",
                  R"({"kind":"text","namePl":"Kasa","nameEn":"Till","customers":"edits"})",
                  "id")});
        (void)post("/ticket-lifecycle/states",
                   R"({"status":"open","namePl":"W diagnozie","nameEn":"In diagnosis"})",
                   owner_session_);
        rows_.add<tickets::StateId>({"state", 1});
        note_skills();
        add_duty_rows();
        rows_.add<tickets::TagId>({"tag", make("/tags", R"({"name":"vip"})", "id")});
        rows_.add<tiers::TimedRuleId>({"timed_rule", 1});
        (void)post("/timed-rules",
                   R"({"tier":1,"counts":"untouched","minutes":90,"clock":"always",)"
                   R"("action":"warn"})",
                   owner_session_);
        rows_.add<tiers::WorkCategoryId>({"category", category_});
        rows_.add<tickets::WorkTypeId>({"work type", first_of("/work-types", owner_session_)});
        rows_.add<tickets::ViewId>(
            {"view", make("/views", R"({"namePl":"Wszystkie","condition":""})", "id")});
        rows_.add<tickets::BulkId>(
            {"bulk",
             make("/bulk-changes",
                  R"({"change":{"verb":"weigh","urgency":"low"},"tickets":[)" +
                      std::to_string(own.ticket) + "]}",
                  "bulk")});
        (void)post("/movings",
                   R"({"kind":"customers","name":"a.csv","content":"TmF6d2EKS293YWxza2k="})",
                   owner_session_);
        rows_.add<moving::MovingId>({"moving", first_of("/movings", owner_session_)});
        rows_.add<tickets::ImportId>(
            {"import",
             make("/imports/events", R"({"name":"old-desk","customer":"Dawni"})", "source")});
    }

    // Of the owner, who is one of our people; they belong to no customer.
    void add_duty_rows() {
        const std::string olga = R"({"person":1,)";
        const std::string span =
            R"("startsAt":"2025-06-20T06:00:00Z","endsAt":"2025-06-20T14:00:00Z")";
        (void)post(
            "/duty/patterns",
            olga + R"("validFrom":"2025-06-01","spans":[{"day":"monday","from":480,"to":960}]})",
            owner_session_);
        (void)post("/duty/shifts", olga + span + "}", owner_session_);
        rows_.add<tiers::PatternId>({"pattern", 1});
        rows_.add<tiers::ShiftId>({"shift", 1});
        // As a wish of somebody who may not plan, so that it can be decided upon.
        const PersonId wishes = desk_.add_person(user("wishes", Role::technician, std::nullopt));
        rows_.add<tiers::AbsenceId>({"absence",
                                     number_in(post("/duty/absences",
                                                    R"({"kind":"holiday",)" + span + "}",
                                                    desk_.sign_in(wishes)),
                                               "id")});
        rows_.add<tiers::OnCallId>(
            {"onCall", make("/duty/tiers/1/on-call", R"({"first":1,)" + span + "}", "id")});
    }

    void add_sender(std::string name, PersonId person, Role role, bool is_of_one_customer) {
        senders_.push_back({.name = std::move(name),
                            .session = desk_.sign_in(person),
                            .is_of_one_customer = is_of_one_customer,
                            .may = [role](Right right) {
                                return right == signed_in || people::rights_of(role).has(right);
                            }});
    }

    static people::CreateUser user(std::string name,
                                   Role role,
                                   std::optional<CustomerId> customer) {
        return {.given_name = "Ewa",
                .family_name = "Lis",
                .email = std::move(name) + "@matrix.example",
                .role = role,
                .customer = customer};
    }

    void add_staff(PersonId olga, CustomerId customer) {
        add_sender("owner", olga, Role::owner, false);
        for (const Role role : {Role::administrator,
                                Role::lead,
                                Role::technician,
                                Role::bookkeeper,
                                Role::consultant,
                                Role::auditor}) {
            const std::string name(enum_name(role));
            add_sender(name, desk_.add_person(user(name, role, std::nullopt)), role, false);
        }
        for (const Role role : {Role::technician, Role::auditor}) {
            const std::string name = "customers_" + std::string(enum_name(role));
            add_sender(name, desk_.add_person(user(name, role, customer)), role, true);
        }
    }

    void add_customers_people(CustomerId customer) {
        for (const Role role : {Role::customer_administrator,
                                Role::customer_approver,
                                Role::customer_user,
                                Role::partner}) {
            const std::string name(enum_name(role));
            add_sender(name, desk_.add_person(user(name, role, customer)), role, true);
        }
    }

    void add_strangers() {
        const auto may_nothing = [](Right right) { return right == anyone; };
        senders_.push_back({.name = "anonymous", .is_known = false, .may = may_nothing});

        const PersonId robot = desk_.add_person(user("robot", Role::technician, std::nullopt));
        senders_.push_back({.name = "token without scopes",
                            .bearer = desk_.add_api_token(robot, {}),
                            .may = [](Right right) { return right == signed_in; }});

        const PersonId gone = desk_.add_person(user("gone", Role::administrator, std::nullopt));
        const std::string path = "/api/v1/persons/" + std::to_string(gone.value) + "/disable";
        const Response disabled =
            desk_.ask(with_session(make_request(HttpMethod::post, path, "{}"), owner_session_));
        REQUIRE_MESSAGE(disabled.status < 300, disabled.body.view());
        senders_.push_back({.name = "disabled person",
                            .session = desk_.sign_in(gone),
                            .is_known = false,
                            .may = may_nothing});
    }

    // The one that the row has now, found out as anybody would: by trying.
    std::int64_t version(const Operation& operation, const Choice& choice) {
        if (!operation.needs_version()) return 0;
        Choice path;
        for (const IdPlace& place : id_places(operation)) {
            const auto chosen = choice.find(place.pointer);
            const bool is_foreign = chosen != choice.end() && chosen->second != Whose::own;
            // Nobody's row is asked for with the same version as the foreign one.
            const bool has_foreign = rows_.of(operation, *place.id).foreign != 0;
            if (place.in_path && is_foreign && has_foreign) path[place.pointer] = Whose::foreign;
        }
        const std::string key = operation.name + (path.empty() ? "" : " foreign");
        if (const auto known = versions_.find(key); known != versions_.end()) return known->second;
        for (std::int64_t version = 1; version < 40; ++version) {
            const Response response = desk_.rehearse(
                signed_by(senders_.front(), sample_request(operation, rows_, path, version)));
            if (response.status != 412) return versions_[key] = version;
        }
        FAIL(operation.name, " finds every version stale");
        return 0;
    }

    Desk desk_;
    std::string owner_session_;
    std::string olga_;
    KnownRows rows_;
    std::int64_t category_ = 0;
    std::vector<Sender> senders_;
    std::map<std::string, std::int64_t> versions_;
};

std::string body_of(const Reason& reason) {
    return std::string(problem(Error{.reason = reason}, std::string(32, '0')).body.view());
}

const std::string missing_body = body_of(missing);
const std::string forbidden_body = body_of(forbidden);
const std::string unauthenticated_body = body_of(unauthenticated);

// One operation, asked by one sender.
class Row {
public:
    Row(World& world, const Operation& operation, const Sender& sender)
        : world_(world), operation_(operation), sender_(sender) {}

    int check() {
        ask("with rows of their own", {}, [&](const Response& response) { check_own(response); });
        Choice all_foreign;
        Choice all_nobody;
        for (const IdPlace& place : id_places(operation_)) {
            const bool can_be_foreign = world_.rows().of(operation_, *place.id).foreign != 0;
            check_place(place, can_be_foreign);
            if (place.in_sample && can_be_foreign) {
                all_foreign[place.pointer] = Whose::foreign;
                all_nobody[place.pointer] = Whose::nobody;
            }
        }
        if (all_foreign.size() > 1) check_pair(all_foreign, all_nobody, true);
        return count_;
    }

private:
    bool is_admitted() const { return operation_.right == anyone || sender_.may(operation_.right); }

    Response ask(std::string_view what,
                 const Choice& choice,
                 const std::function<void(const Response&)>& look) {
        const Response response = world_.rehearse(operation_, sender_, choice);
        ++count_;
        INFO(operation_.name,
             " asked by ",
             sender_.name,
             " ",
             what,
             ": ",
             response.status,
             " ",
             response.body.view(),
             " ",
             world_.last_detail());
        CHECK(response.status < 500);
        if (!is_admitted()) {
            CHECK(response.status == (sender_.is_known ? 403 : 401));
            CHECK(response.body.view() ==
                  (sender_.is_known ? forbidden_body : unauthenticated_body));
        } else {
            look(response);
        }
        return response;
    }

    // `forbidden` is said by the table alone; who may ask and yet not do it is told why.
    void check_own(const Response& response) {
        is_theirs_to_ask_ = response.status != 403;
        if (operation_.right == anyone) return;
        CHECK(response.body.view() != forbidden_body);
        CHECK(response.body.view() != unauthenticated_body);
    }

    // Whatever lies on the way to a row of another customer must be missing; elsewhere in a wish
    // nobody may at least learn whether the row exists, or use it.
    void check_place(const IdPlace& place, bool can_be_foreign) {
        const bool is_customer = place.id == &type_of<CustomerId>();
        const bool must_miss =
            place.in_path || (is_customer && !operation_.asks_by_query() && is_theirs_to_ask_);
        if (can_be_foreign) {
            check_pair(
                {{place.pointer, Whose::foreign}}, {{place.pointer, Whose::nobody}}, must_miss);
            return;
        }
        ask("with nobody's " + place.pointer,
            {{place.pointer, Whose::nobody}},
            [&](const Response& response) {
                if (place.in_path) CHECK(response.body.view() == missing_body);
            });
    }

    void check_pair(const Choice& foreign, const Choice& nobody, bool must_miss) {
        const std::string where = foreign.begin()->first + (foreign.size() > 1 ? " ..." : "");
        const auto look = [&](const Response& response) {
            if (!sender_.is_of_one_customer) return;
            if (must_miss) {
                CHECK(response.status == 404);
                CHECK(response.body.view() == missing_body);
            }
            if (operation_.writes()) CHECK(response.status >= 400);
        };
        const Response theirs = ask("with another customer's " + where, foreign, look);
        const Response none = ask("with nobody's " + where, nobody, look);
        INFO(operation_.name,
             " asked by ",
             sender_.name,
             " with ",
             where,
             ": ",
             theirs.body.view(),
             " and ",
             none.body.view());
        if (!sender_.is_of_one_customer) return;
        CHECK(theirs.status == none.status);
        CHECK(theirs.body.view() == none.body.view());
    }

    World& world_;
    const Operation& operation_;
    const Sender& sender_;
    bool is_theirs_to_ask_ = true;
    int count_ = 0;
};

TEST_CASE("nobody learns of another customer's rows, whatever they ask for") {
    for_each_database([](TestDatabase& database) {
        World world(database);
        int combinations = 0;
        for (const auto& operation : every_operation().all()) {
            for (const Sender& sender : world.senders()) {
                combinations += Row(world, *operation, sender).check();
            }
        }
        MESSAGE(every_operation().all().size(),
                " operations, ",
                world.senders().size(),
                " kinds of actors, ",
                combinations,
                " combinations");
    });
}

TEST_CASE("an owner's sample wish is granted") {
    TestDatabase database(Dialect::sqlite);
    World world(database);
    for (const auto& operation : every_operation().all()) {
        const Response response = world.rehearse(*operation, world.owner(), {});
        INFO(operation->name, ": ", response.status, " ", response.body.view());
        const auto refused = refused_samples.find(operation->name);
        if (refused == refused_samples.end()) {
            CHECK(response.status < 300);
        } else {
            const std::string reason = "\"reason\":\"" + std::string(refused->second) + "\"";
            CHECK(response.body.view().find(reason) != std::string_view::npos);
        }
    }
}

}  // namespace
}  // namespace ogniwo
