// The rows that models of endings are fitted to, out of the user's store: every alliance of two states and every year,
// with the covariates of the year before; and the same of one alliance for a year that the data may not have reached.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "evidence/covariate.hpp"
#include "evidence/outlook_theory.hpp"
#include "outlook/covariate_values.hpp"
#include "outlook/pair_alliance.hpp"
#include "outlook/risk_years.hpp"
#include "workbench/panel.hpp"
#include "workbench/threat.hpp"

namespace entente::workbench {

class OutlookFacts;

// How many rows lack a covariate, and why.
struct MissingRows {
    std::string covariate;
    std::array<std::size_t, outlook::kLacks> rows{};  // by outlook::Lack; the first: of which it is known
    int first = 0;                                    // year of a row that has it, and the last; 0: none has
    int last = 0;
};

struct OutlookRows {
    outlook::RiskYears rows;
    std::vector<evidence::Covariate> covariates;   // as the columns
    std::vector<outlook::PairAlliance> alliances;  // all that the store has, also those without a row
    std::vector<MissingRows> missing;              // as the columns
    std::vector<ThreatSource> sources;             // `fact` is a covariate, or says what ATOP's files are for
    std::vector<std::string> notes;
    std::vector<const panels::StoredDataset*> datasets;  // those used, for the citations
    std::shared_ptr<const OutlookFacts> facts;           // for covariates_now

    // Nothing if no row has all of them.
    [[nodiscard]] std::optional<int> last_year_of(const std::vector<std::string>& of_covariates) const;
};

// The years of the theory's contest; `open` must outlive them. A covariate without a data set at hand keeps its column,
// without a value. Throws NotFound if the store has no alliances, BadData for a covariate whose `data` do not fit its
// measure.
[[nodiscard]] OutlookRows outlook_rows(const OpenStore& open, const evidence::OutlookTheory& theory,
                                       const std::vector<evidence::Covariate>& covariates);

// What is known of an alliance for a year in which it may end.
struct CovariateNow {
    std::string covariate;
    std::optional<double> value;
    int of_year = 0;                           // at the end of which it stood so
    int years_old = 0;                         // by how much that is earlier than the year before
    outlook::Lack lack = outlook::Lack::None;  // of the year before, if there is no value in any
};

// For `year`, one for each covariate of the rows: at the end of the year before, or of the last one for which it is
// known, if that is no more than `known_for` years earlier. Nothing for an alliance that the store does not have as one
// of two states.
[[nodiscard]] std::optional<std::vector<CovariateNow>> covariates_now(const OutlookRows& rows,
                                                                      const std::string& alliance, int year,
                                                                      int known_for);

}  // namespace entente::workbench
