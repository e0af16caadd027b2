#include "workbench/assess.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "workbench/base_outlook.hpp"
#include "workbench/known_agreement.hpp"
#include "workbench/weakest_point.hpp"

namespace entente::workbench {
namespace {

const evidence::Period& period_named(const evidence::Case& which, const std::string& id, const char* option) {
    if (const auto* period = evidence::find_period(which, id)) return *period;
    std::vector<std::string> known;
    for (const auto& period : which.periods) known.push_back(period.id);
    if (id.empty()) {
        throw Error(ErrorKind::BadRequest, std::string("no ") + option + " period is given, and the case names none",
                    std::string("add --") + option + " with one of: " + joined(known, ", "));
    }
    throw Error(ErrorKind::NotFound, "the case has no period '" + id + "'" + did_you_mean(id, known),
                "its periods: " + joined(known, ", "));
}

}  // namespace

PeriodPair periods_of(const AssessRequest& request, const OpenCase& open) {
    const auto& which = open.content;
    const auto& reading = open.protocol.reading;
    const auto& usual = reading.focal.id.empty() ? which.focal : reading.focal.id;
    PeriodPair pair{request.baseline, request.focal.empty() ? usual : request.focal};
    if (pair.baseline.empty() && pair.focal == usual) pair.baseline = reading.baseline.id;
    if (pair.baseline.empty() && pair.focal == which.focal) pair.baseline = which.baseline;
    const auto* focal = evidence::find_period(which, pair.focal);
    if (pair.baseline.empty() && focal != nullptr) pair.baseline = focal->baseline;
    return pair;
}

assessment::Question question_of(const AssessRequest& request, const OpenCase& open) {
    const auto& content = open.content;
    const auto periods = periods_of(request, open);
    assessment::Question question;
    question.focal = periods.focal;
    static_cast<void>(period_named(content, question.focal, "focal"));
    question.baseline = periods.baseline;
    static_cast<void>(period_named(content, question.baseline, "baseline"));
    question.coders = coders_asked(open, request.coders);
    question.seed = request.seed.value_or(open.protocol.sensitivity.seed);
    return question;
}

AssessResult assess(const OpenCasePtr& open, const AssessRequest& request) {
    AssessResult result;
    result.open = open;
    const auto& content = result.open->content;
    const auto question = question_of(request, *result.open);
    result.assessment = assessment::assess(content, result.open->theory, result.open->protocol, question);
    result.weakest_point = weakest_point(result.assessment, result.open->theory);

    const auto& focal = period_named(content, question.focal, "focal");
    const auto& baseline = period_named(content, question.baseline, "baseline");
    result.indicators =
        assessment::read_indicators(content, result.open->theory, baseline, focal, result.assessment.outcome);
    auto base = base_outlook(*result.open, focal.end);
    result.treaty = std::move(base.treaty);
    result.outlook = std::move(base.outlook);
    const auto coders = question.coders.empty() ? content.coders.size() : question.coders.size();
    if (coders > 1) {
        AgreementRequest agreement;
        agreement.coders = question.coders;
        agreement.periods = {question.focal};
        agreement.baseline = question.baseline;
        agreement.seed = question.seed;
        result.agreement =
            open->agreement ? open->agreement->of(*open, agreement) : agreement_of(*open, agreement).fields;
    }
    return result;
}

TrajectoryResult trajectory(const OpenCasePtr& open, const TrajectoryRequest& request) {
    TrajectoryResult result;
    result.open = open;
    result.seed = request.seed.value_or(result.open->protocol.sensitivity.seed);
    result.points = assessment::trajectory(result.open->content, result.open->theory, result.open->protocol,
                                           coders_asked(*open, request.coders), result.seed);
    return result;
}

ContinuityResult continuity(const OpenCasePtr& open, const std::vector<std::string>& coders) {
    ContinuityResult result;
    result.open = open;
    const auto& content = result.open->content;
    result.matrix =
        assessment::continuity(content, result.open->theory, result.open->protocol, coders_asked(*open, coders));
    auto periods = result.matrix.periods;
    if (evidence::find_period(content, content.focal) != nullptr &&
        std::find(periods.begin(), periods.end(), content.focal) == periods.end()) {
        periods.push_back(content.focal);
    }
    result.series = test_series(content, periods, result.open->protocol.sensitivity.seed);
    return result;
}

}  // namespace entente::workbench
