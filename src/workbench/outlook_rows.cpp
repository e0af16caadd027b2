#include "workbench/outlook_rows.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "outlook/risk_rows.hpp"
#include "workbench/alliance_records.hpp"
#include "workbench/outlook_facts.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

int last_year(const std::vector<outlook::PairAlliance>& alliances) {
    int last = 0;
    for (const auto& alliance : alliances) last = std::max(last, alliance.last_year);
    return last;
}

// The year before the first alliance began.
int first_baseline(const std::vector<outlook::PairAlliance>& alliances) {
    int first = std::numeric_limits<int>::max();
    for (const auto& alliance : alliances) first = std::min(first, alliance.begin_year - 1);
    return first;
}

std::vector<MissingRows> missing_rows(const outlook::RiskRows& made) {
    std::vector<MissingRows> missing;
    for (std::size_t place = 0; place < made.lacks.size(); ++place) {
        MissingRows of{made.rows.covariates[place], made.lacks[place], 0, 0};
        for (std::size_t row = 0; row < made.rows.size(); ++row) {
            if (!made.rows.columns[place][row]) continue;
            const int year = made.rows.year[row];
            of.first = of.first == 0 ? year : std::min(of.first, year);
            of.last = std::max(of.last, year);
        }
        missing.push_back(std::move(of));
    }
    return missing;
}

std::vector<std::string> notes_of(const OutlookRows& of) {
    std::vector<std::string> notes;
    for (const auto& missing : of.missing) {
        if (missing.rows.at(static_cast<std::size_t>(outlook::Lack::NoDataset)) == of.rows.size()) {
            notes.push_back(fmt::format("'{}' falls away: the store has not all of its data.", missing.covariate));
        } else if (missing.rows.at(static_cast<std::size_t>(outlook::Lack::None)) == 0) {
            notes.push_back(fmt::format("'{}' is known of no alliance in any year.", missing.covariate));
        }
    }
    return notes;
}

}  // namespace

std::optional<int> OutlookRows::last_year_of(const std::vector<std::string>& of_covariates) const {
    std::optional<int> last;
    for (const auto row : outlook::complete_rows(rows, of_covariates)) {
        last = std::max(last.value_or(rows.year[row]), rows.year[row]);
    }
    return last;
}

OutlookRows outlook_rows(const OpenStore& open, const evidence::OutlookTheory& theory,
                         const std::vector<evidence::Covariate>& covariates) {
    OutlookRows result;
    auto records = alliance_records(open);
    result.alliances = pair_alliances(open);
    result.covariates = covariates;
    const int last = last_year(result.alliances);
    const auto facts = std::make_shared<const OutlookFacts>(open, covariates, first_baseline(result.alliances), last);
    const int to = theory.contest.to > 0 ? std::min(theory.contest.to, last) : last;
    auto made = outlook::risk_rows(result.alliances, covariates, facts->of_covariates(), theory.contest.from, to);
    result.missing = missing_rows(made);
    result.rows = std::move(made.rows);
    result.sources = std::move(records.sources);
    result.sources.insert(result.sources.end(), facts->sources().begin(), facts->sources().end());
    result.datasets = std::move(records.datasets);
    for (const auto* dataset : facts->datasets()) note_dataset(result.datasets, dataset);
    result.notes = std::move(records.notes);
    for (auto& note : notes_of(result)) result.notes.push_back(std::move(note));
    result.facts = facts;
    return result;
}

std::optional<std::vector<CovariateNow>> covariates_now(const OutlookRows& rows, const std::string& alliance, int year,
                                                        int known_for) {
    const auto found = std::find_if(rows.alliances.begin(), rows.alliances.end(),
                                    [&](const outlook::PairAlliance& one) { return one.id == alliance; });
    if (found == rows.alliances.end()) return std::nullopt;
    std::vector<CovariateNow> all;
    for (std::size_t place = 0; place < rows.covariates.size(); ++place) {
        const auto& covariate = rows.covariates[place];
        CovariateNow now;
        now.covariate = covariate.id;
        for (int old = 0; old <= known_for && !now.value; ++old) {
            const int of_year = year - 1 - old;
            if (of_year < found->begin_year - 1) break;
            const auto value = outlook::covariate_value(covariate, *found, of_year, rows.facts->of_covariates()[place]);
            if (old == 0 || value.lack == outlook::Lack::NoDataset) now.lack = value.lack;
            if (!value.known()) continue;
            now.value = value.value;
            now.of_year = of_year;
            now.years_old = old;
            now.lack = outlook::Lack::None;
        }
        all.push_back(std::move(now));
    }
    return all;
}

}  // namespace entente::workbench
