#include "workbench/assess.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "core/text.hpp"
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

// A named focal period brings its own baseline; the case's default pair stays together.
assessment::Question question_of(const AssessRequest& request, const OpenCase& open) {
    const auto& content = open.content;
    assessment::Question question;
    question.focal = request.focal.empty() ? content.focal : request.focal;
    const auto& focal = period_named(content, question.focal, "focal");
    question.baseline = request.baseline;
    if (question.baseline.empty()) {
        question.baseline = question.focal == content.focal ? content.baseline : focal.baseline;
    }
    if (question.baseline.empty()) question.baseline = focal.baseline;
    static_cast<void>(period_named(content, question.baseline, "baseline"));
    question.coders = request.coders;
    question.seed = request.seed.value_or(open.protocol.sensitivity.seed);
    return question;
}

// The treaty in force on the last day of the focal period that came into force last.
const evidence::Treaty* treaty_in_force(const evidence::Case& which, Day day) {
    const evidence::Treaty* latest = nullptr;
    for (const auto& treaty : which.alliance.treaties) {
        if (!treaty.in_force || *treaty.in_force > day) continue;
        if (treaty.ended && *treaty.ended <= day) continue;
        if (latest == nullptr || *treaty.in_force > *latest->in_force) latest = &treaty;
    }
    return latest;
}

}  // namespace

AssessResult assess(const AssessRequest& request) {
    AssessResult result;
    result.open = open_case(request.which);
    const auto& content = result.open->content;
    const auto question = question_of(request, *result.open);
    result.assessment = assessment::assess(content, result.open->theory, result.open->protocol, question);
    result.weakest_point = weakest_point(result.assessment, result.open->theory);

    const auto& focal = period_named(content, question.focal, "focal");
    const auto& baseline = period_named(content, question.baseline, "baseline");
    result.indicators =
        assessment::read_indicators(content, result.open->theory, baseline, focal, result.assessment.outcome);
    if (const auto* treaty = treaty_in_force(content, focal.end)) {
        result.treaty = treaty->id;
        result.outlook =
            outlook::base_rate_outlook(result.open->protocol.outlook, years_between(*treaty->in_force, focal.end));
    }
    const auto coders = question.coders.empty() ? content.coders.size() : question.coders.size();
    if (coders > 1) {
        AgreementRequest agreement;
        agreement.coders = question.coders;
        agreement.periods = {question.focal};
        agreement.baseline = question.baseline;
        agreement.seed = question.seed;
        result.agreement = agreement_of(*result.open, agreement).fields;
    }
    return result;
}

TrajectoryResult trajectory(const TrajectoryRequest& request) {
    TrajectoryResult result;
    result.open = open_case(request.which);
    result.seed = request.seed.value_or(result.open->protocol.sensitivity.seed);
    result.points = assessment::trajectory(result.open->content, result.open->theory, result.open->protocol,
                                           request.coders, result.seed);
    return result;
}

ContinuityResult continuity(const CaseRequest& request, const std::vector<std::string>& coders) {
    ContinuityResult result;
    result.open = open_case(request);
    const auto& content = result.open->content;
    result.matrix = assessment::continuity(content, result.open->theory, coders);
    auto periods = result.matrix.periods;
    if (evidence::find_period(content, content.focal) != nullptr &&
        std::find(periods.begin(), periods.end(), content.focal) == periods.end()) {
        periods.push_back(content.focal);
    }
    result.series = test_series(content, periods, result.open->protocol.sensitivity.seed);
    return result;
}

}  // namespace entente::workbench
