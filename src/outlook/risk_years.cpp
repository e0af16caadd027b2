#include "outlook/risk_years.hpp"

#include <algorithm>

#include "core/error.hpp"

namespace entente::outlook {

std::string_view words_of(Ending ending) noexcept {
    switch (ending) {
        case Ending::GoesOn:
            break;
        case Ending::Violation:
            return "violation";
        case Ending::NewRelationship:
            return "new relationship";
        case Ending::Fulfilled:
            return "provisions fulfilled";
        case Ending::IndependenceLost:
            return "loss of independence";
        case Ending::Defeat:
            return "defeat";
    }
    return "in force";
}

std::vector<std::size_t> complete_rows(const RiskYears& rows, const std::vector<std::string>& covariates) {
    std::vector<const std::vector<std::optional<double>>*> columns;
    for (const auto& id : covariates) {
        const auto found = std::find(rows.covariates.begin(), rows.covariates.end(), id);
        ensure(found != rows.covariates.end(), "the rows have no such covariate");
        columns.push_back(&rows.columns[static_cast<std::size_t>(found - rows.covariates.begin())]);
    }
    std::vector<std::size_t> complete;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const bool known = std::all_of(columns.begin(), columns.end(),
                                       [row](const auto* column) { return (*column)[row].has_value(); });
        if (known) complete.push_back(row);
    }
    return complete;
}

}  // namespace entente::outlook
