#include "panels/state_choice.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "core/error.hpp"
#include "core/text.hpp"

namespace entente::panels {
namespace {

std::optional<int> whole_number(const std::string& word) {
    int number = 0;
    const auto [end, trouble] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (trouble != std::errc{} || end != word.data() + word.size()) return std::nullopt;
    return number;
}

bool on_list(const StateTable& states, datasets::Numbering system, int number) {
    return std::any_of(states.rows().begin(), states.rows().end(), [&](const StateRow& row) {
        return (system == datasets::Numbering::Gw ? row.gw_number : row.cow_number) == number;
    });
}

std::string advice_on(const std::string& word, const StateMatch& match) {
    std::vector<std::string> advice;
    if (!match.candidates.empty()) advice.push_back("candidates: " + joined(match.candidates, "; "));
    if (match.by_iso_code) advice.push_back("as an ISO code it is " + *match.by_iso_code + "'s: write iso:" + word);
    return advice.empty() ? "write a code, as USA, or a number" : joined(advice, "; ");
}

}  // namespace

StateChoice read_state_choice(const PanelRequest& request, datasets::Numbering system, const DataAtHand& data) {
    StateChoice choice;
    const auto days = day_range(make_day(request.from, 1, 1), make_day(request.to, 12, 31));
    for (const auto& word : request.states) {
        if (word == "all") continue;
        choice.all = false;
        if (word == "majors") {
            choice.majors = true;
            continue;
        }
        if (const auto number = whole_number(word)) {
            if (*number <= 0 || !on_list(data.states(), system, *number)) {
                throw Error(ErrorKind::NotFound, "no state has the number " + word + " on the panel's list",
                            "write a code, as USA, or a number of the list that --system names");
            }
            choice.numbers.insert(*number);
            continue;
        }
        const auto match = data.states().find(word, days);
        if (match.code) {
            choice.codes.insert(*match.code);
            continue;
        }
        const auto what = "'" + word + "' is no one state from " + std::to_string(request.from) + " to " +
                          std::to_string(request.to) + ": " + match.why_not;
        throw Error(match.candidates.size() > 1 ? ErrorKind::BadRequest : ErrorKind::NotFound, what,
                    advice_on(word, match));
    }
    return choice;
}

}  // namespace entente::panels
