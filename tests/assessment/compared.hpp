// Cases to set side by side, in a few words: a verdict's shares, each coder's own, and reruns. Nothing is computed.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "assessment/order_of_cases.hpp"

namespace entente::testing {

// A verdict of which only the shares matter: weakened, strengthened.
inline assessment::Verdict verdict_with(double weakened, double strengthened) {
    assessment::Verdict verdict;
    verdict.direction = assessment::VerdictDirection::Weakened;
    verdict.probability = {weakened, 1 - weakened - strengthened, strengthened};
    return verdict;
}

// Of magnitude 1, with an item.
inline assessment::FactorResult factor_with(const std::string& id, assessment::Finding finding, double weakened,
                                            double strengthened) {
    assessment::FactorResult factor;
    factor.id = id;
    factor.name = id;
    factor.finding = finding;
    factor.posterior = {weakened, 1 - weakened - strengthened, strengthened};
    const bool assessed = finding != assessment::Finding::NotAssessed;
    factor.magnitude = assessed ? 1 : 0;
    if (assessed) factor.evidence.resize(1);
    return factor;
}

inline assessment::Rerun rerun_with(const std::string& name, double weakened, double strengthened) {
    assessment::Rerun rerun;
    rerun.name = name;
    rerun.direction = assessment::VerdictDirection::Weakened;
    rerun.probability = {weakened, 1 - weakened - strengthened, strengthened};
    return rerun;
}

// Cases that a test builds; `cases()` points into it.
class Compared {
public:
    assessment::Assessment& add(const std::string& name, double weakened, double strengthened) {
        auto& which = contents_.emplace_back();
        which.id = name;
        which.cutoff = make_day(2012, 12, 31);
        evidence::Period early;
        early.id = "early";
        early.begin = make_day(2001, 1, 1);
        early.end = make_day(2006, 12, 31);
        evidence::Period late;
        late.id = "late";
        late.begin = make_day(2007, 1, 1);
        late.end = make_day(2012, 12, 31);
        which.periods = {early, late};
        which.coders.emplace_back().id = "first";
        auto& protocol = protocols_.emplace_back();
        protocol.id = "ledger-v1";
        auto& assessment = assessments_.emplace_back();
        assessment.question.baseline = "early";
        assessment.question.focal = "late";
        assessment.outcome.verdict = verdict_with(weakened, strengthened);
        names_.push_back(name);
        return assessment;
    }

    [[nodiscard]] evidence::Case& content(std::size_t i) { return contents_[i]; }
    [[nodiscard]] evidence::Protocol& protocol(std::size_t i) { return protocols_[i]; }

    [[nodiscard]] std::vector<assessment::ComparedCase> cases() const {
        std::vector<assessment::ComparedCase> all;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            all.push_back({names_[i], &contents_[i], &protocols_[i], &assessments_[i]});
        }
        return all;
    }

private:
    std::vector<std::string> names_;
    std::deque<evidence::Case> contents_;  // stay where they are
    std::deque<evidence::Protocol> protocols_;
    std::deque<assessment::Assessment> assessments_;
};

inline void add_coder(assessment::Assessment& assessment, const std::string& id, double weakened, double strengthened) {
    auto& coder = assessment.coders.emplace_back();
    coder.coder = id;
    coder.outcome.verdict = verdict_with(weakened, strengthened);
}

inline void add_setting(assessment::Assessment& assessment, double correlation, double weakened, double strengthened) {
    auto& setting = assessment.sensitivity.multiverse.emplace_back();
    setting.correlation = correlation;
    setting.direction = assessment::VerdictDirection::Weakened;
    setting.net_weakened = weakened;
    setting.net_strengthened = strengthened;
}

}  // namespace entente::testing
