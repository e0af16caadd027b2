// Which states were in the system in which years, by the Correlates of War list, and what they were called. For use
// inside the module.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/states.hpp"
#include "workbench/named_state.hpp"

namespace entente::workbench {

class SystemYears {
public:
    SystemYears(const StateTable& states, int from, int to);

    [[nodiscard]] bool has(int state, int year) const { return names_.contains({state, year}); }
    // By the name of that year; where it was not in the system, by the nearest one that is known.
    [[nodiscard]] NamedState named(int state, int year) const;

    struct Found {
        int number = 0;
        std::optional<std::string> by_iso_code;  // the name of another state, whose ISO code the word is
    };

    // The state that is meant by a code or a name in some year of the span; an ISO code is understood where the
    // Correlates of War have no such code then. Throws NotFound for a word that may mean several, with the candidates,
    // for one that means none, and for a state that was not in the system then, saying when it was.
    [[nodiscard]] Found find(const std::string& written, int from, int to) const;

private:
    [[nodiscard]] std::string years_of(int state) const;
    [[nodiscard]] std::optional<int> in_system(const std::string& code, int from, int to) const;

    const StateTable* states_;
    std::map<std::pair<int, int>, NamedState> names_;  // by state and year
};

}  // namespace entente::workbench
