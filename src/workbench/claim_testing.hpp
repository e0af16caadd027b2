// One test of a claim at work: its states, its numbers, and the answer as it grows. For use inside the module.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "workbench/claim_tests.hpp"

namespace entente::workbench {

using ByYear = std::map<int, double>;

// One year of a claim about principal threats.
struct PrincipalYear {
    int year = 0;
    std::size_t compared = 0;                // states with a rank
    std::vector<std::optional<int>> ranks;   // of the named, in the order of the test
    std::vector<std::pair<int, int>> range;  // of these, over all weightings
    std::vector<std::optional<int>> places;  // of these, among the states that count as threats; none: does not count
    std::vector<int> others;                 // among the first of those that count, and not named
    // With a rank as good as one of the named has, and no threat: `an ally`, `no threat`.
    std::vector<std::pair<int, std::string>> passed_over;
    threat::Leading leading;  // of the named
};

class Testing {
public:
    // Both have to outlive this object.
    Testing(const evidence::ClaimTest& test, ThreatNumbers& numbers);

    [[nodiscard]] TestFound change();
    [[nodiscard]] TestFound principal();
    [[nodiscard]] TestFound joining();

private:
    [[nodiscard]] NamedState state(const evidence::Actor& actor) const;
    [[nodiscard]] std::string names(const std::vector<evidence::Actor>& actors) const;
    [[nodiscard]] TestFound answer(ClaimAnswer answer, std::string sentence);
    void not_tested(int year, const std::string& why);
    // Of a year without any facts of threats to the state of the test.
    [[nodiscard]] std::string why_no_facts() const;

    [[nodiscard]] ByYear quantity();
    void note_years_without(const ByYear& values);
    [[nodiscard]] std::string quantity_words() const;

    // In a year of the test; null in a year without facts.
    [[nodiscard]] const std::vector<Standing>* standings(int year);
    [[nodiscard]] std::optional<PrincipalYear> principal_year(int year, const std::vector<Standing>& standings);
    void note_ranks(const Standing& standing, const std::string& name, int year);
    [[nodiscard]] std::string name_of_number(int number, int year) const;
    // Of the two that are compared: what is not known, or that neither threatens more.
    [[nodiscard]] std::string why_not_compared(const std::vector<Standing>& standings) const;

    const evidence::ClaimTest& test_;
    ThreatNumbers& numbers_;
    TestFound found_;
    std::map<std::string, std::vector<int>> not_tested_;  // years, by why
};

}  // namespace entente::workbench
