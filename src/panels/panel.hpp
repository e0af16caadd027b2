// A panel: rows, joined columns, and for each column where it comes from and why what is missing is missing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "panels/data_at_hand.hpp"
#include "panels/panel_request.hpp"
#include "panels/panel_rows.hpp"

namespace entente::panels {

// Years are gathered into at most this many stretches for the picture of a column's coverage.
inline constexpr int kStretches = 20;

struct PanelColumn {
    std::string name;
    std::string label;
    std::string unit;
    std::string asked_as;  // the word of the request, with the version that counted: `nmc@6.0.cinc`
    // Of a variable: its data set. Of a measure: those it stands on.
    std::vector<const StoredDataset*> from;
    std::string variable;  // as stored; empty for measures
    std::string formula;   // of measures
    datasets::YearSpan coverage;
    bool coverage_stated = true;
    std::vector<datasets::DefinitionBreak> breaks;  // within the panel's years
    std::vector<std::string> notes;
    std::string type;  // of the database: DOUBLE, INTEGER, VARCHAR …
    bool hidden = false;
    std::array<std::int64_t, kReasons> cells{};  // by Reason; the first: present
    std::vector<std::int64_t> rows_by_stretch;   // of years
    std::vector<std::int64_t> present_by_stretch;

    [[nodiscard]] std::int64_t present() const noexcept { return cells[0]; }
    [[nodiscard]] bool needs_not_applicable() const noexcept {
        return cells[static_cast<std::size_t>(Reason::NotApplicable)] > 0;
    }
};

// The rows are in the temporary view `panel` of the database, numbered by `row` and in the order of `panel_rows`; the
// reason for the column `x` is in `x reason`.
struct Panel {
    PanelRequest request;  // with all that was left open filled in
    PanelFrame frame;
    std::vector<PanelColumn> columns;
    std::vector<const StoredDataset*> datasets;  // all that were used, each once
    std::vector<std::string> notes;
};

// Throws NotFound for what the store does not have, BadRequest for what does not fit together.
[[nodiscard]] Panel build_panel(const PanelRequest& request, const DataAtHand& data);

// As build_panel, but of its cells nothing is counted, checked or typed, which takes a look at each: for values that
// are read back (panel_values.hpp) and not written.
[[nodiscard]] Panel prepare_panel(const PanelRequest& request, const DataAtHand& data);

[[nodiscard]] std::string reason_column(const std::string& name);

}  // namespace entente::panels
