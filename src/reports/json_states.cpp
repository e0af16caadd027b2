// states: which state a name or a code means, as JSON.
#include "reports/json.hpp"
#include "reports/json_parts.hpp"

namespace entente::reports {

std::string states_json(const workbench::StatesResult& result) {
    const auto number_or_null = [](int value) { return value == 0 ? Json(nullptr) : Json(value); };
    Json answers = Json::array();
    for (const auto& answer : result.answers) {
        const auto state = answer.row ? *answer.row : StateRow{};
        Json entry{{"written", answer.written},
                   {"state", answer.match.code ? Json(*answer.match.code) : Json(nullptr)},
                   {"cow", number_or_null(state.cow_number)},
                   {"gw", number_or_null(state.gw_number)},
                   {"iso3", text_or_null(state.iso3)},
                   {"iso2", text_or_null(state.iso2)},
                   {"name", text_or_null(state.name)},
                   {"candidates", answer.match.candidates}};
        if (!answer.match.code) entry["reason"] = answer.match.why_not;
        if (!answer.advice.empty()) entry["advice"] = answer.advice;
        if (answer.match.by_iso_code) entry["by_iso_code"] = *answer.match.by_iso_code;
        answers.push_back(std::move(entry));
    }
    return dumped({{"when", result.when ? Json(to_text(*result.when)) : Json(nullptr)},
                   {"answers", std::move(answers)},
                   {"version", workbench::version()}});
}

}  // namespace entente::reports
