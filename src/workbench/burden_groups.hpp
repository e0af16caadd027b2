// The groups that burdens are compared in, as the user names them, and their members year by year. For use inside the
// module.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "workbench/open_case.hpp"
#include "workbench/panel.hpp"
#include "workbench/system_years.hpp"

namespace entente::workbench {

struct BurdenGroupAsked {
    std::string asked_as;
    std::string name;
    OpenCasePtr open;                         // of a case
    std::vector<std::string> alliances;       // ATOP numbers: of the case's treaties, or the one asked for
    std::vector<std::string> states;          // of a list, as written
    std::map<int, std::vector<int>> members;  // by year: Correlates of War numbers, rising
    std::vector<std::string> notes;

    [[nodiscard]] const std::vector<int>& members_in(int year) const;
    // A list of states is none.
    [[nodiscard]] bool is_alliance() const noexcept { return states.empty(); }
};

// What each word names, without members yet. Throws NotFound for a folder that is not there, BadRequest for a word that
// names no group. `theory` is the one that cases are opened with; empty: their own.
[[nodiscard]] std::vector<BurdenGroupAsked> burden_groups(const std::vector<std::string>& asked);

[[nodiscard]] BurdenGroupAsked burden_group_of(const OpenCasePtr& open);

// The years that members are wanted of, all within those of `system`.
struct BurdenYears {
    int year = 0;  // asked for
    int from = 0;  // of the history
    int to = 0;
    int first = 0;  // of all that is looked at
    int last = 0;
};

// Finds the members of every year looked at, and says who was none in the year asked for. `store` may be null where no
// alliance is asked for by its number. Throws NotFound for a state or an alliance that there is not, BadRequest for a
// list of fewer than two states.
void find_members(BurdenGroupAsked& group, const BurdenYears& years, const StateTable& states,
                  const SystemYears& system, const OpenStore* store);

// A state by a code or name in the year asked for; what the code of another list would mean is added to `notes`.
[[nodiscard]] int state_asked(const std::string& written, int year, const SystemYears& system,
                              std::vector<std::string>& notes);

}  // namespace entente::workbench
