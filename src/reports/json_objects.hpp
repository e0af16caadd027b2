// Results as objects of JSON, before they are printed: indented for the command line (json.hpp), without white space
// for the pages (page_documents.hpp). Included by the .cpp files of JSON only.
#pragma once

#include <optional>
#include <string>

#include "evidence/burden_theory.hpp"
#include "evidence/outlook_theory.hpp"
#include "evidence/theory_kind.hpp"
#include "evidence/threat_theory.hpp"
#include "reports/json_parts.hpp"
#include "workbench/assess.hpp"
#include "workbench/compare.hpp"
#include "workbench/figures.hpp"
#include "workbench/open_case.hpp"
#include "workbench/show.hpp"

namespace entente::reports {

// How files are named: as the user gave them, or for a page, which must show nothing of this machine's folders.
class FileNames {
public:
    [[nodiscard]] static FileNames as_given() { return {}; }
    // Files of the case relative to its folder; of others only the name and the folder that they lie in.
    [[nodiscard]] static FileNames within(const workbench::OpenCase& open);

    [[nodiscard]] std::string shown(const std::string& file) const;

private:
    std::optional<std::string> folder_;
};

[[nodiscard]] Json assess_object(const workbench::AssessResult& result, const FileNames& names);
[[nodiscard]] Json compare_object(const workbench::CompareResult& result);
[[nodiscard]] Json trajectory_object(const workbench::TrajectoryResult& result);
[[nodiscard]] Json continuity_object(const workbench::ContinuityResult& result);
[[nodiscard]] Json case_object(const workbench::OpenCase& open, const workbench::AssessRequest& request);
[[nodiscard]] Json check_object(const workbench::CheckResult& result, const FileNames& names);
[[nodiscard]] Json show_object(const workbench::ShowResult& result, const FileNames& names);
[[nodiscard]] Json coding_json(const evidence::Coding& coding);
[[nodiscard]] Json figure_json(const evidence::Figure& figure);
[[nodiscard]] Json figures_object(const workbench::FiguresResult& result);
[[nodiscard]] Json agreement_object(const workbench::OpenCase& open, const workbench::AgreementResult& result,
                                    const workbench::AgreementRequest& request);
[[nodiscard]] Json theory_object(const evidence::Theory& theory);
[[nodiscard]] Json burden_theory_object(const evidence::BurdenTheory& theory);
[[nodiscard]] Json outlook_theory_object(const evidence::OutlookTheory& theory);
[[nodiscard]] Json covariates_json(const std::vector<evidence::Covariate>& covariates);
[[nodiscard]] Json threat_theory_object(const evidence::ThreatTheory& theory);
[[nodiscard]] Json protocol_object(const evidence::Protocol& protocol);

}  // namespace entente::reports
