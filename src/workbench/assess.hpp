// Has the alliance strengthened or weakened, and will it endure?
#pragma once

#include <memory>
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
    std::string baseline;               // empty: the focal period's own, or the case's
    std::string focal;                  // empty: the case's
    std::vector<std::string> coders;    // empty: all
    std::optional<std::uint64_t> seed;  // nothing: the protocol's
};

// The periods that a request is about: a named focal period brings its own baseline; the default pair, of the
// protocol's reading or of the case, stays together. Empty where none of them names one.
struct PeriodPair {
    std::string baseline;
    std::string focal;
};
[[nodiscard]] PeriodPair periods_of(const AssessRequest& request, const OpenCase& open);

struct OutlookResult;  // outlook.hpp

struct AssessResult {
    OpenCasePtr open;
    assessment::Assessment assessment;
    std::vector<assessment::IndicatorResult> indicators;  // beside the coded evidence; they move nothing
    outlook::Outlook outlook;
    std::string treaty;  // that the age counts from; empty if none is dated
    // What a fitted model says beside the base rate; nothing unless somebody asks for it (outlook_beside), there are
    // data, and a contest has chosen a model.
    std::shared_ptr<const OutlookResult> fitted;
    std::string weakest_point;              // the first thing a reviewer would attack
    std::vector<FieldAgreement> agreement;  // if there are several coders
};

// The question that a request puts to an open case: what the request leaves open, the protocol's reading or the case
// says. Throws NotFound for an unknown period, BadRequest where nobody names one.
[[nodiscard]] assessment::Question question_of(const AssessRequest& request, const OpenCase& open);

[[nodiscard]] AssessResult assess(const OpenCasePtr& open, const AssessRequest& request);

struct TrajectoryRequest {
    std::vector<std::string> coders;
    std::optional<std::uint64_t> seed;
};

struct TrajectoryResult {
    OpenCasePtr open;
    std::uint64_t seed = 0;
    std::vector<assessment::TrajectoryPoint> points;
};

[[nodiscard]] TrajectoryResult trajectory(const OpenCasePtr& open, const TrajectoryRequest& request);

struct ContinuityResult {
    OpenCasePtr open;
    assessment::ContinuityMatrix matrix;
    SeriesTestsResult series;  // beside the coded continuity; they move nothing
};

[[nodiscard]] ContinuityResult continuity(const OpenCasePtr& open, const std::vector<std::string>& coders);

}  // namespace entente::workbench
