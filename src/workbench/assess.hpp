// Has the alliance strengthened or weakened, and will it endure?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/assessment.hpp"
#include "assessment/indicators.hpp"
#include "assessment/trajectory.hpp"
#include "outlook/base_rate.hpp"
#include "workbench/agreement.hpp"
#include "workbench/open_case.hpp"
#include "workbench/series_tests.hpp"

namespace entente::workbench {

struct AssessRequest {
    CaseRequest which;
    std::string baseline;               // empty: the focal period's own, or the case's
    std::string focal;                  // empty: the case's
    std::vector<std::string> coders;    // empty: all
    std::optional<std::uint64_t> seed;  // nothing: the protocol's
};

struct AssessResult {
    OpenCasePtr open;
    assessment::Assessment assessment;
    std::vector<assessment::IndicatorResult> indicators;  // beside the coded evidence; they move nothing
    outlook::Outlook outlook;
    std::string treaty;                     // that the age counts from; empty if none is dated
    std::string weakest_point;              // the first thing a reviewer would attack
    std::vector<FieldAgreement> agreement;  // if there are several coders
};

[[nodiscard]] AssessResult assess(const AssessRequest& request);

struct TrajectoryRequest {
    CaseRequest which;
    std::vector<std::string> coders;
    std::optional<std::uint64_t> seed;
};

struct TrajectoryResult {
    OpenCasePtr open;
    std::uint64_t seed = 0;
    std::vector<assessment::TrajectoryPoint> points;
};

[[nodiscard]] TrajectoryResult trajectory(const TrajectoryRequest& request);

struct ContinuityResult {
    OpenCasePtr open;
    assessment::ContinuityMatrix matrix;
    SeriesTestsResult series;  // beside the coded continuity; they move nothing
};

[[nodiscard]] ContinuityResult continuity(const CaseRequest& request, const std::vector<std::string>& coders);

}  // namespace entente::workbench
