// Results as JSON. The keys of `assess` are a contract (docs/json.md); numbers have nine significant digits, what is
// missing is null with a reason beside it.
#pragma once

#include <string>

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

[[nodiscard]] std::string assess_json(const workbench::AssessResult& result);
[[nodiscard]] std::string compare_json(const workbench::CompareResult& result);
[[nodiscard]] std::string trajectory_json(const workbench::TrajectoryResult& result);
[[nodiscard]] std::string continuity_json(const workbench::ContinuityResult& result);
[[nodiscard]] std::string check_json(const workbench::CheckResult& result);
[[nodiscard]] std::string show_json(const workbench::ShowResult& result);
[[nodiscard]] std::string figures_json(const workbench::FiguresResult& result);
[[nodiscard]] std::string measures_json();
[[nodiscard]] std::string agreement_json(const workbench::OpenCase& open, const workbench::AgreementResult& result,
                                         const workbench::AgreementRequest& request);
[[nodiscard]] std::string data_check_json(const workbench::DataCheckResult& result);
[[nodiscard]] std::string panel_json(const workbench::PanelResult& result);
[[nodiscard]] std::string panel_offers_json(const panels::Offers& offers);
[[nodiscard]] std::string states_json(const workbench::StatesResult& result);
[[nodiscard]] std::string theories_json(const workbench::Theories& theories);
[[nodiscard]] std::string threat_json(const workbench::ThreatResult& result);
[[nodiscard]] std::string threat_test_json(const workbench::ThreatTestResult& result);
[[nodiscard]] std::string backtest_json(const workbench::BacktestResult& result);
[[nodiscard]] std::string burden_json(const workbench::BurdenResult& result);
[[nodiscard]] std::string histories_json(const workbench::AllianceHistoriesResult& result);
[[nodiscard]] std::string outlook_json(const workbench::OutlookResult& result);
[[nodiscard]] std::string scenario_json(const workbench::ScenarioResult& result);
[[nodiscard]] std::string forecast_json(const workbench::ForecastResult& result);
[[nodiscard]] std::string protocols_json(const std::vector<workbench::ProtocolEntry>& protocols);

}  // namespace entente::reports
