// How alliances have ended over two centuries: counts by way of ending, curves, rates by age, and the histories
// themselves for whoever wants to do it again.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "outlook/alliance_histories.hpp"
#include "outlook/history_tables.hpp"
#include "panels/write_panel.hpp"
#include "workbench/named_state.hpp"
#include "workbench/panel.hpp"
#include "workbench/threat.hpp"

namespace entente::workbench {

struct AllianceHistoriesRequest {
    outlook::HistoryLevel level = outlook::HistoryLevel::Member;
    outlook::AllianceKind kind = outlook::AllianceKind::All;
    std::optional<std::pair<int, int>> formed;  // first and last year of signature
    std::string states;                         // two, `USA–JPN`: only alliances of both; empty: of all
    std::filesystem::path units;                // if set, the histories are written there as CSV
};

// One way to count: the histories of a kind of alliances.
struct HistoriesOfKind {
    std::string name;  // `all`, `bilateral` …
    outlook::HistoryCurve curve;
    std::vector<outlook::AgeRate> rates;
};

struct AllianceHistoriesResult {
    AllianceHistoriesRequest request;
    std::shared_ptr<const OpenStore> open;
    std::vector<NamedState> states;  // those asked about; else none
    outlook::AllianceHistories histories;
    outlook::HistoryCurve curve;          // loss of independence is a way of ending
    outlook::HistoryCurve as_censored;    // … and is lost sight of, as the files' authors have it
    std::vector<outlook::AgeRate> rates;  // by age, as the curve
    // Whole alliances in whole calendar years, as tables have been published; the loss of independence is lost sight
    // of. Of the kind asked about first, then others, if all were asked about.
    std::vector<HistoriesOfKind> whole_years;
    std::vector<ThreatSource> sources;
    std::vector<std::string> notes;
    std::vector<panels::WrittenFile> files;
    std::string bibtex;
};

// Throws NotFound without a store or without the ATOP files in it, and for a state that is none or two that never had
// an alliance; BadRequest for years that are in the wrong order.
[[nodiscard]] AllianceHistoriesResult alliance_histories(const AllianceHistoriesRequest& request);

// The histories as a table, one line for each stretch: whoever has it can draw the curve elsewhere.
[[nodiscard]] std::string histories_csv(const outlook::AllianceHistories& histories);

}  // namespace entente::workbench
