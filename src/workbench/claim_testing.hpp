// One test of a claim at work: its states, its numbers, and the answer as it grows. For use inside the module.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "threat/ranking.hpp"
#include "workbench/claim_tests.hpp"

namespace entente::workbench {

using ByYear = std::map<int, double>;

// `1980, 1990`, or `1992–2001` where no year between is left out.
[[nodiscard]] std::string span_words(const std::vector<int>& years);

// One year of a claim about principal threats.
struct PrincipalYear {
    int year = 0;
    std::size_t compared = 0;                // states with a rank
    std::vector<std::optional<int>> ranks;   // of the named, in the order of the test
    std::vector<std::pair<int, int>> range;  // of these, over all weightings
    std::vector<int> others;                 // among the first, and not named
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

    [[nodiscard]] ByYear quantity();
    [[nodiscard]] std::string quantity_words() const;

    // The ranks of all states as threats to the one of the test, in the years of which there are facts.
    struct Standing {
        int other = 0;
        threat::Ranked ranked;
        std::vector<std::string> unknown;  // components
    };
    [[nodiscard]] std::map<int, std::vector<Standing>> standings();
    [[nodiscard]] std::optional<PrincipalYear> principal_year(int year, const std::vector<Standing>& standings,
                                                              std::map<std::string, std::vector<int>>& missing);
    void note_ranks(const Standing& standing, const std::string& name, int year);
    [[nodiscard]] std::string name_of_number(int number, int year) const;

    const evidence::ClaimTest& test_;
    ThreatNumbers& numbers_;
    TestFound found_;
};

}  // namespace entente::workbench
