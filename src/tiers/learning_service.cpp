#include "people/service.hpp"
#include "tiers/day_cursor.hpp"
#include "tiers/requirement_store.hpp"
#include "tiers/skill_access.hpp"
#include "tiers/skill_service.hpp"
#include "tiers/skill_store.hpp"

namespace ogniwo::tiers {
namespace {

About about(const LearningTask& task) {
    return {.kind = "learning", .id = task.id.value, .version = task.version};
}

Result<store::LearningPlace> place_of(const std::optional<std::string>& cursor) {
    TRY(const auto read, read_cursor<DayCursor>(cursor));
    if (!read) return store::LearningPlace{};
    return store::LearningPlace{.due_on = read->day, .id = {read->id}};
}

Outcome is_not_over(Date due_on, Date today) {
    if (due_on >= today) return Nothing{};
    return Error{.reason = invalid_fields, .fields = {{"/dueOn", learning_in_the_past.name, {}}}};
}

Outcome knows_everything(const View& view, const AddLearning& wish) {
    std::vector<FieldError> errors;
    if (!store::find_skill(view.tx, wish.skill)) {
        errors.push_back({"/skill", skill_unknown.name, {}});
    }
    if (!people::is_active_staff(view.tx, wish.person)) {
        errors.push_back({"/person", member_not_staff.name, {}});
    }
    if (errors.empty()) return Nothing{};
    return Error{.reason = invalid_fields, .fields = std::move(errors)};
}

LearningTask completed(const View& view, LearningTask task) {
    std::vector<LearningTask> tasks;
    tasks.push_back(std::move(task));
    complete_learning(view, tasks);
    return std::move(tasks.front());
}

}  // namespace

void complete_learning(const View& view, std::vector<LearningTask>& tasks) {
    const Date today = today_of(view);
    std::vector<PersonId> persons;
    for (const LearningTask& task : tasks) persons.push_back(task.person);
    const auto names = people::person_names(view.tx, persons);
    for (LearningTask& task : tasks) {
        task.overdue = task.state == LearningState::open && task.due_on < today;
        const auto name = names.find(task.person);
        if (name != names.end()) task.person_name = name->second;
    }
}

Result<LearningList> list_learning(const View& view, const ListLearning& wish) {
    TRY_DO(sees_everybody(view));
    TRY(const store::LearningPlace after, place_of(wish.cursor));
    const int limit = wish.limit.value_or(50);
    LearningList list{.items = store::list_learning(
                          view.tx, wish.state.value_or(LearningState::open), after, limit + 1)};
    if (list.items.size() > static_cast<std::size_t>(limit)) {
        list.items.pop_back();
        const LearningTask& last = list.items.back();
        list.next = cursor_text(DayCursor{.day = last.due_on, .id = last.id.value});
    }
    complete_learning(view, list.items);
    return list;
}

Result<LearningTask> add_learning(Work& work, const AddLearning& wish) {
    TRY_DO(edits_everybody(work));
    TRY_DO(knows_everything(work, wish));
    TRY_DO(is_not_over(wish.due_on, today_of(work)));
    store::claim_staff(work.tx, wish.person);
    LearningTask task{.skill = wish.skill, .person = wish.person, .due_on = wish.due_on};
    const auto id = store::insert_learning(work.tx, task, work.now);
    if (!id) return learning_doubled;
    task.id = *id;
    work.record(LearningAdded{.skill = task.skill, .person = task.person, .due_on = task.due_on},
                about(task));
    return completed(work, std::move(task));
}

Result<LearningTask> edit_learning(Work& work, const EditLearning& wish) {
    TRY_DO(edits_everybody(work));
    auto found = store::find_learning(work.tx, wish.learning);
    if (!found) return missing;
    LearningTask task = *std::move(found);
    if (task.version != wish.version) return stale;
    if (task.state != LearningState::open) return learning_closed;
    if (wish.due_on) TRY_DO(is_not_over(*wish.due_on, today_of(work)));
    task.due_on = wish.due_on.value_or(task.due_on);
    task.state = wish.state.value_or(task.state);
    if (!store::update_learning(work.tx, task)) return stale;
    ++task.version;
    work.record(LearningChanged{.person = task.person, .due_on = task.due_on, .state = task.state},
                about(task));
    return completed(work, std::move(task));
}

}  // namespace ogniwo::tiers
