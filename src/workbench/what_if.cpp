#include "workbench/what_if.hpp"

#include <algorithm>
#include <set>

#include "core/error.hpp"
#include "core/text.hpp"
#include "evidence/checks.hpp"
#include "workbench/starting_points.hpp"

namespace entente::workbench {
namespace {

using Mention = evidence::Reading::Mention;

std::optional<std::string> if_filled(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

// What a reading asks of the case, apart from how it weighs the answer.
casefile::ProtocolEdit question_edit(const ReadingRequest& request, const evidence::Reading& before) {
    casefile::ProtocolEdit edit;
    edit.theory = if_filled(request.theory);
    edit.focal = if_filled(request.focal);
    edit.baseline = if_filled(request.baseline);
    // The old baseline was chosen for another period.
    if (edit.focal && *edit.focal != before.focal.id && !edit.baseline) edit.baseline = std::string();
    edit.coders = request.coders;
    return edit;
}

// A grade that the item has anyway is no change.
std::map<std::string, evidence::Grade> other_grades(const std::map<std::string, evidence::Grade>& grades,
                                                    const evidence::Case& content) {
    const evidence::CaseIndex index(content);
    std::map<std::string, evidence::Grade> other;
    for (const auto& [id, grade] : grades) {
        const auto* item = index.item(id);
        if (item == nullptr || evidence::grade_of(*item, index) != grade) other.emplace(id, grade);
    }
    return other;
}

std::string instead(const std::string& what, const std::string& now, const std::string& before) {
    return what + ": " + now + " instead of " + before;
}

std::vector<std::string> ids_of(const std::vector<Mention>& mentions) {
    std::vector<std::string> ids;
    for (const auto& mention : mentions) ids.push_back(mention.id);
    return ids;
}

// Those of `some` that `others` do not have.
std::vector<std::string> without(const std::vector<std::string>& some, const std::vector<std::string>& others) {
    const std::set<std::string> had(others.begin(), others.end());
    std::vector<std::string> rest;
    std::copy_if(some.begin(), some.end(), std::back_inserter(rest),
                 [&](const std::string& each) { return !had.contains(each); });
    return rest;
}

class Words {
public:
    std::vector<std::string> all;

    void question(const OpenCase& before, const OpenCase& now) {
        if (now.theory.id != before.theory.id) all.push_back(instead("theory", now.theory.id, before.theory.id));
        const auto was = periods_of({}, before);
        const auto is = periods_of({}, now);
        const auto period = [](const std::string& id) { return id.empty() ? std::string("none") : id; };
        if (is.focal != was.focal) all.push_back(instead("focal period", is.focal, period(was.focal)));
        if (is.baseline != was.baseline) all.push_back(instead("baseline", period(is.baseline), period(was.baseline)));
        const auto names = [](const auto& coders) { return coders.empty() ? "all" : joined(coders, ", "); };
        const auto asked = coders_asked(now, {});
        const auto asked_before = coders_asked(before, {});
        if (asked != asked_before) all.push_back(instead("coders", names(asked), names(asked_before)));
    }

    void items(const evidence::Case& content, const evidence::Reading& before, const evidence::Reading& now) {
        const auto was = ids_of(before.set_aside);
        const auto is = ids_of(now.set_aside);
        if (const auto added = without(is, was); !added.empty()) all.push_back("set aside: " + joined(added, ", "));
        if (const auto back = without(was, is); !back.empty()) all.push_back("counts again: " + joined(back, ", "));

        const evidence::CaseIndex index(content);
        const auto grade = [&](const std::string& id, const evidence::Reading& reading) {
            const auto found = std::find_if(reading.regraded.begin(), reading.regraded.end(),
                                            [&](const auto& each) { return each.item == id; });
            return found == reading.regraded.end() ? evidence::grade_of(*index.item(id), index) : found->grade;
        };
        std::set<std::string> ids;
        for (const auto& item : before.regraded) ids.insert(item.item);
        for (const auto& item : now.regraded) ids.insert(item.item);
        for (const auto& id : ids) {
            const auto old_grade = grade(id, before);
            const auto new_grade = grade(id, now);
            if (old_grade == new_grade) continue;
            all.push_back(instead("grade of " + id, to_text(new_grade), to_text(old_grade)));
        }
    }
};

// The open case under another protocol; what is wrong with it goes to `problems`.
std::shared_ptr<OpenCase> opened_under(const OpenCase& open, const std::string& text,
                                       const evidence::Protocol& protocol, Problems& problems) {
    auto other = std::make_shared<OpenCase>(open);
    other->protocol = protocol;
    other->protocol_text = text;
    evidence::check_reading(protocol.reading, open.content, open.theories, problems);
    for (const auto& theory : open.theories) {
        if (theory.id == protocol.reading.theory.id) other->theory = theory;
    }
    if (text == open.protocol_text) return other;
    std::erase_if(other->misnamed, [&](const Problem& each) { return each.where.file == open.protocol.where.file; });
    return other;
}

[[noreturn]] void throw_all(const Problems& problems) {
    auto sorted = problems.sorted();
    const auto count = std::to_string(sorted.size()) + (sorted.size() == 1 ? " problem" : " problems");
    throw Error(ErrorKind::BadRequest, "the case cannot be read like this: " + count, "nothing was computed",
                std::move(sorted));
}

}  // namespace

WhatIfCase read_otherwise(const OpenCasePtr& open, const ReadingRequest& request) {
    const auto start = starting_protocol(*open, request.protocol);
    const auto shown_as = "reading of " + start.protocol.id;
    Problems problems;
    auto edit = question_edit(request, start.protocol.reading);
    const auto question = casefile::edited_protocol(start.text, shown_as, edit, problems);
    const auto unchanged = opened_under(*open, question.text, question.protocol, problems);
    // Once is enough for what is wrong with the question.
    if (problems.has_errors()) edit = {};

    edit.values = request.changes;
    edit.set_aside = request.set_aside;
    if (request.grades) edit.grades = other_grades(*request.grades, open->content);
    const auto edited = casefile::edited_protocol(start.text, shown_as, edit, problems);
    const auto changed = opened_under(*open, edited.text, edited.protocol, problems);
    if (problems.has_errors()) throw_all(problems);

    Words words;
    if (start.protocol.id != open->protocol.id) {
        words.all.push_back(instead("protocol", start.protocol.id, open->protocol.id));
    }
    words.question(*open, *changed);
    for (const auto& [path, before, after] : edited.differences) words.all.push_back(instead(path, after, before));
    words.items(open->content, open->protocol.reading, edited.protocol.reading);
    if (edited.text != start.text) {
        changed->protocol.id = start.protocol.id + "-what-if";
        changed->protocol.name = start.protocol.name + ", what if";
    }
    return {changed, unchanged, std::move(words.all)};
}

WhatIfResult what_if(const OpenCasePtr& open, const ReadingRequest& request) {
    auto reading = read_otherwise(open, request);
    WhatIfResult result{assess(reading.open, {}), std::move(reading.changed), {}, {}};
    if (reading.unchanged->protocol.id != open->protocol.id) result.other_protocol = reading.unchanged->protocol;
    if (reading.open->theory.id != open->theory.id) result.other_theory = reading.open->theory;
    return result;
}

}  // namespace entente::workbench
