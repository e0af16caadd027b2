#include "workbench/states.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "workbench/data.hpp"

namespace entente::workbench {
namespace {

// `255` → `gw:255`, `us` → `iso2:us`; a name and what has a prefix already stay.
std::string with_prefix(const std::string& written, StateSystem system) {
    constexpr std::size_t kLongestCode = 3;
    const bool number = !written.empty() && std::all_of(written.begin(), written.end(),
                                                        [](char digit) { return digit >= '0' && digit <= '9'; });
    if (system != StateSystem::Iso) return number ? std::string(name_of(system)) + ':' + written : written;
    if (written.find(':') != std::string::npos || written.size() > kLongestCode || written.size() < 2) return written;
    return (written.size() == 2 ? "iso2:" : "iso:") + written;
}

}  // namespace

StatesResult states(const StatesRequest& request) {
    require(!request.written.empty(), "no name or code was given", "as in `entente states Germany --year 1938`");
    const auto table = shipped_states();
    constexpr int kFirstYear = 1816;
    constexpr int kLastYear = 9999;
    const Date when = request.when.value_or(day_range(make_day(kFirstYear, 1, 1), make_day(kLastYear, 12, 31)));
    StatesResult result{request.when, {}};
    for (const auto& written : request.written) {
        const auto asked = request.system ? with_prefix(written, *request.system) : written;
        StateAnswer answer{written, table.find(asked, when), {}};
        if (answer.match.code) {
            if (const auto* row = table.row_of(*answer.match.code, when.last)) answer.row = *row;
        }
        result.answers.push_back(std::move(answer));
    }
    return result;
}

}  // namespace entente::workbench
