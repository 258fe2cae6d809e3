#include "tickets/macro_rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "base/check.hpp"
#include "base/text.hpp"
#include "tickets/bulk_types.hpp"
#include "tickets/mark_rules.hpp"
#include "tickets/move_types.hpp"
#include "tickets/recurrence_rules.hpp"
#include "tickets/rules.hpp"

namespace ogniwo::tickets {
namespace {

using people::Language;
using std::chrono::days;
using std::chrono::sys_days;

constexpr Minutes morning{8 * 60};

using Text = std::optional<std::string>;
using Texts = std::optional<std::vector<std::string>>;

void tidy(Text& text) {
    if (text) text = std::string(trim(*text));
    if (text && text->empty()) text.reset();
}

void tidy(Texts& texts) {
    if (!texts) return;
    for (std::string& text : *texts) text = std::string(trim(text));
    std::erase(*texts, "");
    if (texts->empty()) texts.reset();
}

bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_';
}

// The word in braces at the beginning of the text, without them; empty: none stands there.
std::string_view word_in_braces(std::string_view text) {
    if (text.empty() || text.front() != '{') return {};
    std::size_t end = 1;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end == 1 || end == text.size() || text[end] != '}') return {};
    return text.substr(1, end - 1);
}

struct Placeholder {
    std::string_view word;
    std::string Filling::*value;
};
constexpr std::array placeholders{Placeholder{"number", &Filling::number},
                                  Placeholder{"subject", &Filling::subject},
                                  Placeholder{"person", &Filling::person},
                                  Placeholder{"company", &Filling::company},
                                  Placeholder{"me", &Filling::me}};

const Placeholder* find_placeholder(std::string_view word) {
    const auto found = std::ranges::find(placeholders, word, &Placeholder::word);
    return found == placeholders.end() ? nullptr : &*found;
}

// Where a text stands in one language only, that one.
const Text& in_language(const Text& pl, const Text& en, Language language) {
    return language == Language::pl ? (pl ? pl : en) : (en ? en : pl);
}

bool edits(const MacroEffects& effects) {
    return effects.type || effects.category || effects.impact || effects.urgency;
}

bool is_empty(const MacroEffects& effects) {
    return !edits(effects) && !effects.reply_pl && !effects.reply_en && !effects.note_pl &&
           !effects.note_en && !effects.status && !effects.assign && !effects.queue &&
           !effects.add_tags && !effects.remove_tags && !effects.due_in_days &&
           !effects.snooze_hours && !effects.snooze_days && !effects.steps_pl && !effects.steps_en;
}

// All that is wrong with some effects.
class Findings {
public:
    explicit Findings(const MacroEffects& effects) : effects_(effects) {}

    Outcome all() && {
        if (is_empty(effects_)) add("", macro_empty.name);
        words();
        status();
        place();
        tags();
        sleep();
        if (errors_.empty()) return Nothing{};
        return Error{.reason = invalid_fields, .fields = std::move(errors_)};
    }

private:
    void add(std::string_view field, std::string_view reason, Params shown = {}) {
        errors_.push_back({"/effects" + std::string(field), reason, std::move(shown)});
    }

    void word(const std::string& field, std::string_view text) {
        const auto unknown = unknown_placeholder(text);
        if (!unknown.empty()) {
            add(field, placeholder_unknown.name, {{"word", std::string(unknown)}});
        }
    }
    void words() {
        word("/replyPl", effects_.reply_pl.value_or(""));
        word("/replyEn", effects_.reply_en.value_or(""));
        word("/notePl", effects_.note_pl.value_or(""));
        word("/noteEn", effects_.note_en.value_or(""));
        word("/waitingNotePl", effects_.waiting_note_pl.value_or(""));
        word("/waitingNoteEn", effects_.waiting_note_en.value_or(""));
        lines("/stepsPl", effects_.steps_pl);
        lines("/stepsEn", effects_.steps_en);
    }
    void lines(const std::string& field, const Texts& steps) {
        for (std::size_t i = 0; steps && i < steps->size(); ++i) {
            word(field + "/" + std::to_string(i), (*steps)[i]);
        }
    }

    // As the status itself is asked for, from where it can be reached.
    void status() {
        if (effects_.state && !effects_.status) add("/state", change_superfluous.name);
        const bool resolves = effects_.status == TicketStatus::resolved;
        if (resolves && !effects_.reply_pl && !effects_.reply_en) add("/replyPl", "required");
        Standing wished{.status = effects_.status.value_or(TicketStatus::open),
                        .waiting_for = effects_.waiting_for,
                        .waiting_note = in_language(
                            effects_.waiting_note_pl, effects_.waiting_note_en, Language::pl)};
        Standing before{.status = TicketStatus::fresh};
        if (resolves) wished.status = TicketStatus::open;
        if (wished.status == TicketStatus::closed) before.status = TicketStatus::resolved;
        if (wished.status == TicketStatus::fresh) before.status = TicketStatus::open;
        const auto planned = plan_status(before, wished);
        if (planned) return;
        const Reason& reason = planned.error().reason;
        const bool is_note = reason == waiting_note_missing ||
                             (reason == waiting_for_superfluous && !wished.waiting_for);
        add(is_note                        ? "/waitingNotePl"
            : reason == status_not_allowed ? "/status"
                                           : "/waitingFor",
            reason.name);
    }

    void place() {
        const bool is_named = effects_.assign == MacroAssignee::person;
        if (is_named && !effects_.assignee) add("/assignee", "required");
        if (!is_named && effects_.assignee) add("/assignee", change_superfluous.name);
        if (effects_.queue_reason && !effects_.queue) {
            add("/queueReason", change_superfluous.name);
        }
    }

    void tags() {
        std::set<std::string> added;
        each_tag("/addTags", effects_.add_tags, [&](const std::string& word, const auto&) {
            added.insert(fold(word));
        });
        each_tag("/removeTags", effects_.remove_tags, [&](const auto& word, const auto& field) {
            if (added.contains(fold(word))) add(field, macro_contradicts.name);
        });
    }
    template <class Look>
    void each_tag(const std::string& list, const Texts& tags, Look look) {
        for (std::size_t i = 0; tags && i < tags->size(); ++i) {
            const std::string field = list + "/" + std::to_string(i);
            const auto word = tidy_tag((*tags)[i], field);
            if (word) {
                look(*word, field);
            } else {
                const FieldError& wrong = word.error().fields.front();
                add(field, wrong.reason, wrong.shown);
            }
        }
    }

    // Only what is open sleeps, and it sleeps until one moment.
    void sleep() {
        if (effects_.snooze_hours && effects_.snooze_days) {
            add("/snoozeDays", macro_contradicts.name);
        }
        const bool is_done = effects_.status && !is_open(*effects_.status);
        if (!is_done) return;
        if (effects_.snooze_hours) add("/snoozeHours", macro_contradicts.name);
        if (effects_.snooze_days) add("/snoozeDays", macro_contradicts.name);
    }

    const MacroEffects& effects_;
    std::vector<FieldError> errors_{};
};

std::string filled(const Text& text, const Filling& filling) {
    return fill(text.value_or(""), filling);
}

// The effects of one macro on one ticket, one kind after another.
class Plan {
public:
    Plan(const MacroEffects& effects, const MacroSetting& setting)
        : effects_(effects), setting_(setting) {}

    std::vector<MacroEffect> all() && {
        marks();
        place();
        words();
        end();
        return std::move(planned_);
    }

private:
    using Kind = MacroEffectKind;

    void marks() {
        if (edits(effects_)) {
            planned_.push_back({.kind = Kind::edit,
                                .type = effects_.type,
                                .category = effects_.category,
                                .impact = effects_.impact,
                                .urgency = effects_.urgency});
        }
        tags(Kind::untag, effects_.remove_tags);
        tags(Kind::tag, effects_.add_tags);
        if (effects_.due_in_days) {
            planned_.push_back(
                {.kind = Kind::due, .due_on = working_day_from(today(), *effects_.due_in_days)});
        }
        const bool polish = setting_.ours == Language::pl;
        const Texts& first = polish ? effects_.steps_pl : effects_.steps_en;
        const Texts& steps = first ? first : polish ? effects_.steps_en : effects_.steps_pl;
        if (!steps) return;
        std::string lines;
        for (const std::string& step : *steps) {
            lines += (lines.empty() ? "" : "\n") + fill(step, setting_.filling);
        }
        planned_.push_back({.kind = Kind::steps, .text = std::move(lines)});
    }
    void tags(Kind kind, const Texts& words) {
        for (const std::string& word : words.value_or(std::vector<std::string>{})) {
            planned_.push_back({.kind = kind, .text = word});
        }
    }

    void place() {
        if (effects_.queue) {
            planned_.push_back({.kind = Kind::queue,
                                .queue = effects_.queue,
                                .queue_reason = effects_.queue_reason});
        }
        if (!effects_.assign) return;
        MacroEffect assign{.kind = Kind::assign};
        if (effects_.assign == MacroAssignee::me) assign.assignee = setting_.me;
        if (effects_.assign == MacroAssignee::person) assign.assignee = effects_.assignee;
        planned_.push_back(std::move(assign));
    }

    void words() {
        const Text& note = in_language(effects_.note_pl, effects_.note_en, setting_.ours);
        if (note) {
            planned_.push_back({.kind = Kind::note, .text = filled(note, setting_.filling)});
        }
        const Text& reply = in_language(effects_.reply_pl, effects_.reply_en, setting_.customers);
        if (!reply) return;
        const bool resolves = effects_.status == TicketStatus::resolved;
        MacroEffect said{.kind = resolves ? Kind::resolve : Kind::reply,
                         .text = filled(reply, setting_.filling)};
        if (resolves) said.state = effects_.state;
        planned_.push_back(std::move(said));
    }

    void end() {
        if (effects_.status && effects_.status != TicketStatus::resolved) {
            MacroEffect status{.kind = Kind::status,
                               .status = effects_.status,
                               .state = effects_.state,
                               .waiting_for = effects_.waiting_for};
            const Text& note =
                in_language(effects_.waiting_note_pl, effects_.waiting_note_en, setting_.customers);
            if (note) status.text = filled(note, setting_.filling);
            planned_.push_back(std::move(status));
        }
        if (effects_.snooze_hours) {
            planned_.push_back(
                {.kind = Kind::snooze,
                 .until = setting_.now + std::chrono::hours(*effects_.snooze_hours)});
        }
        if (effects_.snooze_days) {
            const Date day(sys_days(today()) + days{*effects_.snooze_days});
            planned_.push_back(
                {.kind = Kind::snooze, .until = to_instant(day, morning, setting_.zone)});
        }
    }

    Date today() const {
        const auto day = local_date(setting_.now, setting_.zone);
        INVARIANT(day.has_value());
        return *day;
    }

    const MacroEffects& effects_;
    const MacroSetting& setting_;
    std::vector<MacroEffect> planned_{};
};

}  // namespace

MacroEffects tidied(MacroEffects effects) {
    for (Text* text : {&effects.reply_pl,
                       &effects.reply_en,
                       &effects.note_pl,
                       &effects.note_en,
                       &effects.waiting_note_pl,
                       &effects.waiting_note_en,
                       &effects.queue_reason}) {
        tidy(*text);
    }
    for (Texts* texts :
         {&effects.add_tags, &effects.remove_tags, &effects.steps_pl, &effects.steps_en}) {
        tidy(*texts);
    }
    return effects;
}

Outcome check_effects(const MacroEffects& effects) {
    return Findings(effects).all();
}

std::string fill(std::string_view text, const Filling& filling) {
    std::string filled;
    while (!text.empty()) {
        const auto word = word_in_braces(text);
        const Placeholder* known = word.empty() ? nullptr : find_placeholder(word);
        if (known != nullptr) {
            filled += filling.*(known->value);
            text.remove_prefix(word.size() + 2);
        } else {
            filled += text.front();
            text.remove_prefix(1);
        }
    }
    return filled;
}

std::string_view unknown_placeholder(std::string_view text) {
    for (; !text.empty(); text.remove_prefix(1)) {
        const auto word = word_in_braces(text);
        if (!word.empty() && find_placeholder(word) == nullptr) return word;
    }
    return {};
}

Date working_day_from(Date from, int days) {
    Date day = from;
    while (is_day_off(day)) day = Date(sys_days(day) + std::chrono::days{1});
    if (days > 0) day = from;
    while (days > 0) {
        day = Date(sys_days(day) + std::chrono::days{1});
        if (!is_day_off(day)) --days;
    }
    return day;
}

std::vector<MacroEffect> plan_effects(const MacroEffects& effects, const MacroSetting& setting) {
    return Plan(effects, setting).all();
}

bool is_so_already(const Ticket& ticket, const MacroEffect& effect) {
    if (effect.kind == MacroEffectKind::assign) return ticket.assignee == effect.assignee;
    if (effect.kind != MacroEffectKind::edit) return false;
    return ticket.type == effect.type.value_or(ticket.type) &&
           (!effect.category || ticket.category == effect.category) &&
           ticket.impact == effect.impact.value_or(ticket.impact) &&
           ticket.urgency == effect.urgency.value_or(ticket.urgency);
}

bool says_so_already(MacroEffectKind kind, const Reason& reason) {
    switch (kind) {
        case MacroEffectKind::tag:
            return reason == tagged_already;
        case MacroEffectKind::untag:
            return reason == missing;
        case MacroEffectKind::due:
            return reason == due_unchanged;
        case MacroEffectKind::queue:
            return reason == queue_unchanged;
        case MacroEffectKind::status:
            return reason == status_unchanged;
        default:
            return false;
    }
}

bool tells_customer(const MacroEffects& effects) {
    return effects.reply_pl || effects.reply_en || effects.status == TicketStatus::waiting ||
           effects.status == TicketStatus::resolved;
}

}  // namespace ogniwo::tickets
