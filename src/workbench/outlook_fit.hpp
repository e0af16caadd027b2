// A model of endings, fitted and asked about one alliance. For use inside the module.
#pragma once

#include <string>

#include "workbench/outlook.hpp"
#include "workbench/outlook_alliance.hpp"
#include "workbench/theories.hpp"

namespace entente::workbench {

struct FitQuestion {
    const OutlookTheoryEntry* theory = nullptr;
    const OutlookRows* rows = nullptr;
    const SystemYears* system = nullptr;
    const outlook::PairAlliance* alliance = nullptr;
    const evidence::EndingModel* model = nullptr;
    int year = 0;  // the first that is foreseen
    std::vector<int> horizons;
    std::size_t draws = 0;
    std::uint64_t seed = 0;
};

struct FitAnswer {
    std::optional<FittedOutlook> fitted;
    std::string why_not;
    std::vector<std::string> notes;
};

[[nodiscard]] FitAnswer fit_for(const FitQuestion& question);

}  // namespace entente::workbench
