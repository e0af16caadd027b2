#include "workbench/claim_tests.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/text.hpp"
#include "workbench/case_intentions.hpp"
#include "workbench/claim_testing.hpp"

namespace entente::workbench {
namespace {

// All tests of a claim together: what one of them denies and another grants depends on which is taken for it.
std::optional<ClaimAnswer> together(const std::vector<TestFound>& tests, FiguresOf figures) {
    std::set<ClaimAnswer> answers;
    for (const auto& test : tests) {
        if (test.figures == figures) answers.insert(test.answer);
    }
    if (answers.empty()) return std::nullopt;
    if (answers.size() == 1) return *answers.begin();
    const bool differ = answers.contains(ClaimAnswer::Depends) ||
                        (answers.contains(ClaimAnswer::Holds) && answers.contains(ClaimAnswer::Fails));
    return differ ? ClaimAnswer::Depends : ClaimAnswer::CannotTell;
}

}  // namespace

std::string span_words(const std::vector<int>& years) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < years.size();) {
        std::size_t end = begin + 1;
        while (end < years.size() && years[end] == years[end - 1] + 1) ++end;
        const bool one = end == begin + 1;
        words.push_back(one ? std::to_string(years[begin]) : fmt::format("{}–{}", years[begin], years[end - 1]));
        begin = end;
    }
    return joined(words, ", ");
}

Testing::Testing(const evidence::ClaimTest& test, ThreatNumbers& numbers) : test_(test), numbers_(numbers) {
    found_.figures = numbers.figures();
    found_.test = test;
}

NamedState Testing::state(const evidence::Actor& actor) const {
    return named_state(numbers_.open().states, actor.code, test_.to);
}

std::string Testing::names(const std::vector<evidence::Actor>& actors) const {
    std::vector<std::string> list;
    for (const auto& actor : actors) list.push_back(state(actor).name);
    return joined(list, " and ");
}

TestFound Testing::answer(ClaimAnswer answer, std::string sentence) {
    found_.answer = answer;
    found_.sentence = std::move(sentence);
    for (auto& [why, years] : not_tested_) found_.not_tested.push_back({std::move(years), why});
    std::stable_sort(found_.not_tested.begin(), found_.not_tested.end(),
                     [](const auto& one, const auto& other) { return one.years.front() < other.years.front(); });
    found_.sources = numbers_.sources(test_.kind == evidence::ClaimTestKind::Change);
    return std::move(found_);
}

void Testing::not_tested(int year, const std::string& why) {
    not_tested_[why].push_back(year);
}

std::string Testing::why_no_facts() const {
    return numbers_.figures() == FiguresOf::Case ? "the case ships no figures of that year"
                                                 : "nothing is known of threats to " + state(test_.of).name;
}

TestFound put_to_test(const evidence::ClaimTest& test, ThreatNumbers& numbers) {
    Testing testing(test, numbers);
    switch (test.kind) {
        case evidence::ClaimTestKind::Change:
            return testing.change();
        case evidence::ClaimTestKind::Principal:
            return testing.principal();
        case evidence::ClaimTestKind::Joining:
            return testing.joining();
    }
    return {};
}

std::vector<ClaimFound> tested_claims(const OpenCase& open, const evidence::ThreatTheory& theory,
                                      ThreatNumbers* of_store) {
    ThreatNumbers of_case(open, theory, nullptr);
    std::vector<ThreatNumbers*> all;
    if (open.content.threat_figures) all.push_back(&of_case);
    if (of_store != nullptr) all.push_back(of_store);
    std::vector<ClaimFound> found;
    for (const auto& claim : open.content.claims) {
        if (claim.tests.empty()) continue;
        ClaimFound one{claim.id, claim.author, claim.text, claim.rows, {}, {}, {}, claim.untested};
        for (auto* numbers : all) {
            for (const auto& test : claim.tests) one.tests.push_back(put_to_test(test, *numbers));
        }
        one.by_case = together(one.tests, FiguresOf::Case);
        one.by_store = together(one.tests, FiguresOf::Store);
        found.push_back(std::move(one));
    }
    return found;
}

}  // namespace entente::workbench
