// Which state a name or a code means on a day, by the table of states: never guessed where it may mean two.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "core/states.hpp"

namespace entente::workbench {

// What a bare number or code belongs to.
enum class StateSystem { Cow, Gw, Iso };

struct StatesRequest {
    std::vector<std::string> written;   // `Germany`, `cow:255`, `255` with a system
    std::optional<Date> when;           // any day of it; none: any day at all
    std::optional<StateSystem> system;  // none: letters are the Correlates of War's, a number what all lists mean by it
};

struct StateAnswer {
    std::string written;
    StateMatch match;
    std::optional<StateRow> row;  // of the match, as it last was in that time
    std::string advice;           // what to write instead, where a bare number means no one state
};

struct StatesResult {
    std::optional<Date> when;
    std::vector<StateAnswer> answers;
};

[[nodiscard]] StatesResult states(const StatesRequest& request);

}  // namespace entente::workbench

template <>
struct entente::NamesOf<entente::workbench::StateSystem> {
    static constexpr std::array<std::string_view, 3> names{"cow", "gw", "iso"};
};
