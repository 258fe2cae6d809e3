#include "tickets/field_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::tickets {
namespace {

TicketField field_of(FieldKind kind) {
    TicketField field{
        .id = {1}, .key = "pole", .kind = kind, .name_pl = "Pole", .name_en = "Field"};
    if (kind == FieldKind::choice || kind == FieldKind::choices) {
        field.choices = {{.key = "a", .name_pl = "A", .name_en = "A"},
                         {.key = "b", .name_pl = "B", .name_en = "B", .retired = true},
                         {.key = "c", .name_pl = "C", .name_en = "C"}};
    }
    if (kind == FieldKind::money) field.currency = Currency::pln;
    return field;
}

// "pointer reason" of each mistake.
template <class T>
std::string mistakes(const Result<T>& result) {
    if (result) return "";
    std::string text;
    for (const FieldError& error : result.error().fields) {
        text += (text.empty() ? "" : ", ") + error.pointer + " " + std::string(error.reason);
    }
    return text.empty() ? std::string(result.error().reason.name) : text;
}

}  // namespace

TEST_CASE("numbers are kept exactly, with the decimals of their field") {
    struct Case {
        const char* text;
        int decimals;
        std::optional<std::int64_t> number;
    };
    for (const Case& one : {Case{"12", 0, 12},
                            Case{"-12", 0, -12},
                            Case{"12.5", 1, 125},
                            Case{"12.5", 3, 12500},
                            Case{"0.05", 2, 5},
                            Case{"-0.05", 2, -5},
                            Case{"12", 2, 1200},
                            Case{"12.5", 0, std::nullopt},
                            Case{"12.555", 2, std::nullopt},
                            Case{"12.", 2, std::nullopt},
                            Case{".5", 2, std::nullopt},
                            Case{"", 0, std::nullopt},
                            Case{"-", 0, std::nullopt},
                            Case{"1e3", 0, std::nullopt},
                            Case{"+1", 0, std::nullopt},
                            Case{"1,5", 1, std::nullopt},
                            Case{"1 000", 0, std::nullopt},
                            Case{"99999999999999999999", 0, std::nullopt}}) {
        INFO(one.text, " with ", one.decimals);
        CHECK(parse_scaled(one.text, one.decimals) == one.number);
    }
    CHECK(scaled_text(125, 1) == "12.5");
    CHECK(scaled_text(-5, 2) == "-0.05");
    CHECK(scaled_text(0, 2) == "0.00");
    CHECK(scaled_text(12, 0) == "12");
}

TEST_CASE("a key is made from a name") {
    CHECK(key_from("Numer kasy") == "numer_kasy");
    CHECK(key_from("  Łódź / Śródmieście 2! ") == "lodz_srodmiescie_2");
    CHECK(key_from("???") == "");
}

TEST_CASE("each kind takes its own member and no other") {
    FieldValue value{.field = {1}, .text = "x"};
    for (std::size_t i = 0; i < names(FieldKind{}).size(); ++i) {
        const auto kind = static_cast<FieldKind>(i);
        const auto kept = keep(field_of(kind), value, "/fields/0");
        const bool fits = kind == FieldKind::text;
        CHECK(mistakes(kept) == (fits ? "" : "/fields/0/text tickets.field_other_kind"));
        // Without a value it is empty.
        CHECK(keep(field_of(kind), {.field = {1}}, "")->is_empty());
    }
}

TEST_CASE("what fits into a field is kept, shown and told as it was meant") {
    struct Case {
        FieldKind kind;
        const char* written;
        std::optional<FieldState> told;
    };
    using Words = std::vector<std::string>;
    for (const Case& one :
         {Case{FieldKind::text, "  Łódź  3", FieldState{.text = true}},
          Case{FieldKind::number, "12", FieldState{.number = 12}},
          Case{FieldKind::money, "12.5", FieldState{.number = 1250}},
          Case{FieldKind::date, "2025-06-12", FieldState{.words = Words{"2025-06-12"}}},
          Case{FieldKind::choice, "c", FieldState{.words = Words{"c"}}},
          Case{FieldKind::choices, "c  a c", FieldState{.words = Words{"a", "c"}}},
          Case{FieldKind::person, "7", FieldState{.number = 7}},
          Case{FieldKind::checkbox, "false", FieldState{.number = 0}},
          Case{FieldKind::asset, "12", FieldState{.number = 12}}}) {
        INFO(enum_name(one.kind));
        const TicketField field = field_of(one.kind);
        const auto kept = keep_written(field, one.written, "");
        REQUIRE(static_cast<bool>(kept));
        CHECK(state_of(*kept) == one.told);
        // What is shown is read back as the same.
        CHECK(*keep(field, shown(field, *kept), "") == *kept);
        if (one.kind == FieldKind::text) continue;
        CHECK(*keep(field, shown(field, *one.told), "") == *kept);
    }
    CHECK(keep_written(field_of(FieldKind::text), " Łódź", "")->words.front() == "lodz");
    CHECK(keep_written(field_of(FieldKind::text), "  ", "")->is_empty());
}

TEST_CASE("what does not fit is refused by name") {
    struct Case {
        FieldKind kind;
        const char* written;
        const char* reason;
    };
    for (const Case& one :
         {Case{FieldKind::text, "a\nb", "/v control_characters"},
          Case{FieldKind::text, "123456", "/v too_long"},
          Case{FieldKind::number, "x", "/v tickets.field_value_unreadable"},
          Case{FieldKind::number, "4", "/v out_of_range"},
          Case{FieldKind::number, "21", "/v out_of_range"},
          Case{FieldKind::number, "20", ""},
          Case{FieldKind::money, "1.234", "/v tickets.field_value_unreadable"},
          Case{FieldKind::date, "12.06.2025", "/v tickets.field_value_unreadable"},
          Case{FieldKind::date, "2025-02-30", "/v tickets.field_value_unreadable"},
          Case{FieldKind::choice, "d", "/v tickets.field_choice_unknown"},
          Case{FieldKind::choice, "b", "/v tickets.field_choice_retired"},
          Case{FieldKind::choices, "a b", "/v tickets.field_choice_retired"},
          Case{FieldKind::choices, "a d", "/v tickets.field_choice_unknown"},
          Case{FieldKind::person, "0", "/v tickets.field_value_unreadable"},
          Case{FieldKind::asset, "Drukarka", "/v tickets.field_value_unreadable"},
          Case{FieldKind::asset, "-3", "/v tickets.field_value_unreadable"},
          Case{FieldKind::checkbox, "yes", "/v tickets.field_value_unreadable"}}) {
        INFO(enum_name(one.kind), " ", one.written);
        TicketField field = field_of(one.kind);
        if (one.kind == FieldKind::text) field.longest = 5;
        if (one.kind == FieldKind::number) {
            field.least = "5";
            field.most = "20";
        }
        CHECK(mistakes(keep_written(field, one.written, "/v")) == one.reason);
    }
    // A retired choice may stay where it is.
    const TicketField field = field_of(FieldKind::choices);
    const FieldValue value{.field = {1}, .choices = std::vector<std::string>{"b", "a"}};
    CHECK(mistakes(keep(field, value, "", Kept{.words = {"b"}})) == "");
}

TEST_CASE("a definition holds what its kind needs and nothing more") {
    struct Case {
        const char* what;
        void (*change)(TicketField&);
        const char* mistakes;
    };
    const std::vector<TicketField> all{
        {.id = {2}, .key = "kasa", .name_pl = "Kasa", .name_en = "Till"},
        {.id = {3}, .key = "dawna", .name_pl = "Dawna", .name_en = "Old", .retired_at = Time{}}};
    for (const Case& one : {
             Case{"as it is", [](TicketField&) {}, ""},
             Case{"key", [](TicketField& f) { f.key = "Kasa"; }, "/key tickets.field_key_unfit"},
             Case{"key", [](TicketField& f) { f.key = ""; }, "/key tickets.field_key_unfit"},
             Case{"taken", [](TicketField& f) { f.key = "dawna"; }, "/key tickets.field_key_taken"},
             Case{"name",
                  [](TicketField& f) { f.name_pl = "KASA"; },
                  "/namePl tickets.field_name_taken"},
             Case{"free again", [](TicketField& f) { f.name_en = "Old"; }, ""},
             Case{"unit",
                  [](TicketField& f) { f.unit = "kg"; },
                  "/unit tickets.field_part_superfluous"},
             Case{"currency",
                  [](TicketField& f) { f.currency = Currency::eur; },
                  "/currency tickets.field_part_superfluous"},
             Case{"no currency",
                  [](TicketField& f) { f.kind = FieldKind::money; },
                  "/currency required"},
             Case{"no choices",
                  [](TicketField& f) { f.kind = FieldKind::choice; },
                  "/choices too_short"},
             Case{"longest",
                  [](TicketField& f) {
                      f.kind = FieldKind::date;
                      f.longest = 5;
                  },
                  "/longest tickets.field_part_superfluous"},
             Case{"bounds",
                  [](TicketField& f) {
                      f.kind = FieldKind::number;
                      f.least = "5";
                      f.most = "4";
                  },
                  "/most tickets.field_bounds_crossed"},
             Case{"a bound",
                  [](TicketField& f) {
                      f.kind = FieldKind::number;
                      f.least = "5.5";
                  },
                  "/least tickets.field_value_unreadable"},
             Case{"initial",
                  [](TicketField& f) {
                      f.kind = FieldKind::number;
                      f.most = "4";
                      f.initial = "5";
                  },
                  "/initial out_of_range"},
             Case{"a person",
                  [](TicketField& f) {
                      f.kind = FieldKind::person;
                      f.initial = "1";
                  },
                  "/initial tickets.field_part_superfluous"},
         }) {
        INFO(one.what);
        TicketField wished = field_of(FieldKind::text);
        wished.id = {};
        one.change(wished);
        CHECK(mistakes(check_field(all, wished)) == one.mistakes);
    }
}

TEST_CASE("there is room for 200 fields in use") {
    std::vector<TicketField> all;
    for (std::int64_t i = 1; i <= live_fields_most; ++i) {
        const std::string name = "pole" + std::to_string(i);
        all.push_back({.id = {i}, .key = name, .name_pl = name, .name_en = name});
    }
    const TicketField more{.key = "jeszcze", .name_pl = "Jeszcze", .name_en = "More"};
    CHECK(mistakes(check_field(all, more)) == "tickets.fields_too_many");
    CHECK(mistakes(check_field(all, all.front())) == "");
    all.back().retired_at = Time{};
    CHECK(mistakes(check_field(all, more)) == "");
    CHECK(mistakes(check_field(all, all.back())) == "");
}

TEST_CASE("choices keep their keys, new ones get one of their own") {
    const std::vector<FieldChoice> before{{.key = "nowy", .name_pl = "Nowy", .name_en = "New"}};
    const std::vector<WishedChoice> wished{{.name_pl = "Nowy!", .name_en = "Newer"},
                                           {.name_pl = "???", .name_en = "Unknown"},
                                           {.key = "nowy", .name_pl = "Stary", .name_en = "Old"}};
    const auto after = choices_after(before, wished);
    REQUIRE(static_cast<bool>(after));
    CHECK((*after)[0].key == "nowy_2");
    CHECK((*after)[1].key == "choice");
    CHECK((*after)[2].key == "nowy");
    CHECK((*after)[2].name_pl == "Stary");
    CHECK(mistakes(choices_after(before, {})) == "/choices tickets.field_choice_lost");
}

TEST_CASE("a form is the category's own, else that of the nearest above, else the general one") {
    const CategoryId shop{1}, tills{2}, printers{3}, office{4};
    const std::vector<Category> categories{{.id = shop},
                                           {.id = tills, .parent = shop},
                                           {.id = printers, .parent = tills},
                                           {.id = office}};
    std::vector<TicketForm> forms{{.fields = {{10}}}, {.category = shop, .fields = {{20}, {21}}}};
    using Ids = std::vector<FieldId>;
    CHECK(form_of(categories, forms, std::nullopt) == Ids{{10}});
    CHECK(form_of(categories, forms, office) == Ids{{10}});
    CHECK(form_of(categories, forms, shop) == Ids{{20}, {21}});
    CHECK(form_of(categories, forms, printers) == Ids{{20}, {21}});
    forms.push_back({.category = tills});
    CHECK(form_of(categories, forms, printers).empty());
    CHECK(form_of(categories, {}, printers).empty());
}

TEST_CASE("a form holds fields in use, each once") {
    const std::vector<TicketField> all{{.id = {1}}, {.id = {2}, .retired_at = Time{}}};
    const std::vector<FieldId> fields{{1}, {1}, {2}, {3}};
    CHECK(mistakes(check_form(all, fields)) ==
          "/fields/1 tickets.field_twice, /fields/2 tickets.field_retired, "
          "/fields/3 tickets.field_unknown");
    CHECK(mistakes(check_form(all, std::vector<FieldId>{{1}})) == "");
}

TEST_CASE("what is needed from creation on is needed at the end, too") {
    TicketField field{.need = FieldNeed::resolution};
    CHECK_FALSE(is_needed(field, FieldNeed::creation));
    CHECK(is_needed(field, FieldNeed::resolution));
    field.need = FieldNeed::creation;
    CHECK(is_needed(field, FieldNeed::creation));
    CHECK(is_needed(field, FieldNeed::resolution));
    field.retired_at = Time{};
    CHECK_FALSE(is_needed(field, FieldNeed::resolution));
}

}  // namespace ogniwo::tickets
