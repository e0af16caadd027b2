// One function per command: its result as a document, ready to be rendered as text, Markdown, LaTeX or CSV.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "reports/document.hpp"
#include "workbench/agreement.hpp"
#include "workbench/alliance_histories.hpp"
#include "workbench/assess.hpp"
#include "workbench/backtest.hpp"
#include "workbench/burden.hpp"
#include "workbench/compare.hpp"
#include "workbench/data_check.hpp"
#include "workbench/figures.hpp"
#include "workbench/forecast.hpp"
#include "workbench/open_case.hpp"
#include "workbench/outlook.hpp"
#include "workbench/panel.hpp"
#include "workbench/protocols.hpp"
#include "workbench/scenario.hpp"
#include "workbench/show.hpp"
#include "workbench/states.hpp"
#include "workbench/theories.hpp"
#include "workbench/threat.hpp"
#include "workbench/threat_test.hpp"

namespace entente::reports {

// The verdict at a glance.
[[nodiscard]] Document assess_document(const workbench::AssessResult& result);

// Every step of one factor, down to the sources; or of the `verdict`, its `sensitivity`, the `outlook`. Throws NotFound
// for anything else.
[[nodiscard]] Document explain_document(const workbench::AssessResult& result, const std::string& what);

[[nodiscard]] Document trajectory_document(const workbench::TrajectoryResult& result);
[[nodiscard]] Document continuity_document(const workbench::ContinuityResult& result);
// Cases side by side.
[[nodiscard]] Document compare_document(const workbench::CompareResult& result);
// What the case is about, what it is made of, and how to cite it.
[[nodiscard]] Document case_document(const workbench::OpenCase& open);
[[nodiscard]] Document show_document(const workbench::ShowResult& result);
[[nodiscard]] Document figures_document(const workbench::FiguresResult& result);
// The derived numbers as one table, a row for each value: for spreadsheets.
[[nodiscard]] Document derived_table_document(const workbench::FiguresResult& result);
[[nodiscard]] Document measures_document();
[[nodiscard]] Document agreement_document(const workbench::OpenCase& open, const workbench::AgreementResult& result,
                                          const workbench::AgreementRequest& request);
// Of each gravity so many at most, the weightiest; without a number, every alarm.
[[nodiscard]] Document data_check_document(const workbench::DataCheckResult& result, std::optional<std::size_t> most);
// The alarms as one table, a row for each unit listed: for spreadsheets.
[[nodiscard]] Document data_check_table_document(const workbench::DataCheckResult& result);
// What a panel holds, where it is missing and why, and the files that were written.
[[nodiscard]] Document panel_document(const workbench::PanelResult& result);
[[nodiscard]] Document panel_offers_document(const panels::Offers& offers);
[[nodiscard]] Document states_document(const workbench::StatesResult& result);
[[nodiscard]] Document theories_document(const workbench::Theories& theories);
[[nodiscard]] Document theory_document(const workbench::TheoryEntry& entry);
[[nodiscard]] Document threat_theory_document(const workbench::ThreatTheoryEntry& entry);
[[nodiscard]] Document burden_theory_document(const workbench::BurdenTheoryEntry& entry);
[[nodiscard]] Document outlook_theory_document(const workbench::OutlookTheoryEntry& entry);
struct BurdenView {
    bool brief = false;  // the answers and the table of the two compared, and nothing else
};
// The answers in words, then every number that they rest on.
[[nodiscard]] Document burden_document(const workbench::BurdenResult& result, const BurdenView& view = {});
// Every number of every member and year as one table, with its year and source: for spreadsheets.
[[nodiscard]] Document burden_table_document(const workbench::BurdenResult& result);
// What of the threats is shown: a composite only on request, and all states or the first ones.
struct ThreatView {
    bool composite = false;
    bool all = false;
};
[[nodiscard]] Document threat_document(const workbench::ThreatResult& result, const ThreatView& view);
// Every threat of every year as one table, each component and part in a column: for spreadsheets.
[[nodiscard]] Document threat_table_document(const workbench::ThreatResult& result, const ThreatView& view);
[[nodiscard]] Document threat_test_document(const workbench::ThreatTestResult& result);
// Every score of every model as one table: for spreadsheets.
[[nodiscard]] Document threat_scores_document(const workbench::ThreatTestResult& result);
struct OutlookView {
    bool explain = false;  // every coefficient, and how the answer follows
};
// Will it endure: each way of ending, what drives it, what would change it.
[[nodiscard]] Document outlook_document(const workbench::OutlookResult& result, const OutlookView& view);
// A row for each way of ending of each year ahead: for spreadsheets.
[[nodiscard]] Document outlook_table_document(const workbench::OutlookResult& result);
// How alliances have ended: counts, curves and rates.
[[nodiscard]] Document histories_document(const workbench::AllianceHistoriesResult& result);
// A row for each way of ending after each number of years: for spreadsheets.
[[nodiscard]] Document histories_table_document(const workbench::AllianceHistoriesResult& result);
// What might happen beside what is.
[[nodiscard]] Document scenario_document(const workbench::ScenarioResult& result);
// What was foretold, what came of it, and the scores.
[[nodiscard]] Document forecast_document(const workbench::ForecastResult& result);
[[nodiscard]] Document backtest_document(const workbench::BacktestResult& result);
// Every score of every model as one table: for spreadsheets.
[[nodiscard]] Document backtest_scores_document(const workbench::BacktestResult& result);
[[nodiscard]] Document protocols_document(const std::vector<workbench::ProtocolEntry>& protocols);
[[nodiscard]] Document protocol_document(const workbench::ProtocolEntry& entry);

}  // namespace entente::reports
