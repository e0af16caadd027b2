// The state that a data set means by a name or by letters in a year: the descriptor's own spellings first, then the
// table of states. What that cannot decide gets no number, and why is said; nothing is guessed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/states.hpp"
#include "datasets/descriptor.hpp"

namespace entente::datasets {

struct NamedState {
    int cow = 0;  // 0: on that list there is none
    int gw = 0;
    // Set if no state is meant: `unknown`, `ambiguous: …`, `did not exist: …`, `another territory: …`. Empty also for
    // what the descriptor says is no state: a region, a group.
    std::string why_not;
};

class NamedStates {
public:
    // Both have to outlive this.
    NamedStates(const Descriptor& descriptor, const StateTable& states);

    // From the first to the last of these years; a year that is not given is open.
    [[nodiscard]] NamedState find(const std::string& written, std::optional<std::int64_t> first,
                                  std::optional<std::int64_t> last) const;

private:
    [[nodiscard]] std::string in_list(const std::string& written) const;
    [[nodiscard]] NamedState numbers_of(const StateMatch& match) const;

    const Descriptor& descriptor_;
    const StateTable& states_;
    std::map<std::string, const Descriptor::StateName*> names_;
};

}  // namespace entente::datasets
