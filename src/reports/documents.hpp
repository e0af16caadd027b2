// One function per command: its result as a document, ready to be rendered as text, Markdown, LaTeX or CSV.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "reports/document.hpp"
#include "workbench/agreement.hpp"
#include "workbench/assess.hpp"
#include "workbench/data_check.hpp"
#include "workbench/figures.hpp"
#include "workbench/open_case.hpp"
#include "workbench/panel.hpp"
#include "workbench/protocols.hpp"
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
[[nodiscard]] Document protocols_document(const std::vector<workbench::ProtocolEntry>& protocols);
[[nodiscard]] Document protocol_document(const workbench::ProtocolEntry& entry);

}  // namespace entente::reports
