#include "workbench/coded_doubt.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "assessment/readings.hpp"

namespace entente::workbench {
namespace {

double weight_of(const assessment::Reading& reading, const assessment::ItemFacts& facts,
                 const evidence::Protocol& protocol) {
    const double decibels = reading.novelty == evidence::Novelty::New
                                ? assessment::new_decibels(facts.kind, protocol)
                                : assessment::continuity_decibels(facts.kind, protocol);
    return decibels * reading.specificity * assessment::reliance_on(facts.grade, protocol.grades);
}

// What each coder's codings weigh, by period, cluster and direction.
class Weights {
public:
    void take(const std::string& coder, const std::string& period, std::string_view cluster,
              evidence::Direction direction, double weight) {
        auto& most = by_cluster_[{coder, period, std::string(cluster), direction}];
        most = std::max(most, weight);
    }

    // The mean over the coders of the share that points to collapse.
    [[nodiscard]] Reading doubt() const {
        std::map<std::string, std::pair<double, double>> by_coder;  // collapse, all
        for (const auto& [key, weight] : by_cluster_) {
            auto& [collapse, all] = by_coder[std::get<0>(key)];
            all += weight;
            if (std::get<3>(key) == evidence::Direction::Collapse) collapse += weight;
        }
        double sum = 0;
        int coders = 0;
        for (const auto& [coder, weights] : by_coder) {
            if (!(weights.second > 0)) continue;
            sum += weights.first / weights.second;
            ++coders;
        }
        return coders == 0 ? Reading::missing(Reason::NoRow) : Reading::of(sum / coders);
    }

private:
    std::map<std::tuple<std::string, std::string, std::string, evidence::Direction>, double> by_cluster_;
};

}  // namespace

Reading coded_doubt(const OpenCase& open, std::string_view factor, double half_life, int year) {
    const auto& factors = open.theory.factors;
    const auto found = std::find_if(factors.begin(), factors.end(),
                                    [factor](const evidence::Factor& one) { return one.id == factor; });
    if (found == factors.end()) return Reading::missing(Reason::NotApplicable);
    const auto place = static_cast<std::uint32_t>(found - factors.begin());
    const evidence::CaseIndex index(open.content);
    Weights weights;
    for (const auto& period : open.content.periods) {
        if (period.baseline.empty() || year_of(period.begin) > year) continue;
        assessment::Question question;
        question.baseline = period.baseline;
        question.focal = period.id;
        question.coders = coders_asked(open, {});
        const auto selection = assessment::select(open.content, index, open.theory, open.protocol.reading, question);
        for (const auto& reading : selection.readings) {
            const auto& facts = selection.items[reading.item];
            const int at = year_of(facts.item->date.first);
            if (reading.factor != place || at > year) continue;
            weights.take(selection.coders[reading.coder]->id, period.id, selection.cluster_names[reading.cluster],
                         reading.direction,
                         weight_of(reading, facts, open.protocol) * std::exp2((at - year) / half_life));
        }
    }
    return weights.doubt();
}

}  // namespace entente::workbench
