#include "outlook/risk_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/error.hpp"

namespace entente::outlook {
namespace {

bool in_force(const PairAlliance& alliance, int year) {
    return std::any_of(alliance.phases.begin(), alliance.phases.end(),
                       [year](const auto& phase) { return phase.from_year <= year && year <= phase.to_year; });
}

}  // namespace

RiskRows risk_rows(std::span<const PairAlliance> alliances, std::span<const evidence::Covariate> covariates,
                   std::span<const CovariateFacts> facts, int from, int to) {
    require(facts.size() == covariates.size(), "each covariate has facts of its own");
    RiskRows made;
    auto& rows = made.rows;
    for (const auto& covariate : covariates) rows.covariates.push_back(covariate.id);
    rows.columns.resize(covariates.size());
    made.lacks.resize(covariates.size());
    for (const auto& alliance : alliances) {
        const auto before = rows.size();
        for (int year = std::max(from, alliance.begin_year); year <= std::min(to, alliance.last_year); ++year) {
            if (!in_force(alliance, year)) continue;
            const auto* phase = phase_at_end_of(alliance, year - 1);
            ensure(phase != nullptr, "a phase that is in force was so the year before, or begins");
            rows.alliance.push_back(static_cast<std::uint32_t>(rows.alliances.size()));
            rows.year.push_back(year);
            rows.age.push_back(year - alliance.begin_year);
            rows.ending.push_back(year == alliance.last_year ? alliance.ending : Ending::GoesOn);
            rows.member_a.push_back(phase->member_a);
            rows.member_b.push_back(phase->member_b);
            for (std::size_t place = 0; place < covariates.size(); ++place) {
                const auto value = covariate_value(covariates[place], alliance, year - 1, facts[place]);
                ++made.lacks[place].at(static_cast<std::size_t>(value.lack));
                rows.columns[place].push_back(value.known() ? std::optional(value.value) : std::nullopt);
            }
        }
        if (rows.size() > before) rows.alliances.push_back(alliance.id);
    }
    return made;
}

}  // namespace entente::outlook
