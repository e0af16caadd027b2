// outlook --histories as JSON.
#include "core/named_enum.hpp"
#include "reports/json.hpp"
#include "reports/json_objects.hpp"
#include "reports/json_outlook.hpp"
#include "reports/json_threat.hpp"

namespace entente::reports {
namespace {

using outlook::Ending;

Json interval_json(const std::optional<models::ProbabilityInterval>& interval, double share) {
    return {{"p", number(share)},
            {"low", interval ? number(interval->low) : Json(nullptr)},
            {"high", interval ? number(interval->high) : Json(nullptr)}};
}

Json point_json(const outlook::HistoryPoint& point) {
    Json modes = Json::array();
    for (std::size_t mode = 0; mode < outlook::kEndings; ++mode) {
        Json one{{"ending", name_of(static_cast<Ending>(mode + 1))}};
        one.update(interval_json(point.ended_intervals.at(mode), point.ended.at(mode)));
        modes.push_back(std::move(one));
    }
    return {{"years", number(point.years)},
            {"at_risk", number(point.at_risk)},
            {"survival", interval_json(point.interval, point.survival)},
            {"modes", std::move(modes)}};
}

Json curve_json(const outlook::HistoryCurve& curve) {
    Json endings = Json::array();
    for (std::size_t ending = 0; ending <= outlook::kEndings; ++ending) {
        endings.push_back({{"ending", name_of(static_cast<Ending>(ending))}, {"units", curve.count.at(ending)}});
    }
    Json points = Json::array();
    for (const auto& point : curve.points) points.push_back(point_json(point));
    return {{"units", curve.units},
            {"alliances", curve.alliances},
            {"years", number(curve.years)},
            {"endings", std::move(endings)},
            {"median",
             {{"years", number(curve.median)}, {"low", number(curve.median_low)}, {"high", number(curve.median_high)}}},
            {"points", std::move(points)},
            {"why_not", text_or_null(curve.why_not)}};
}

Json rate_json(const std::optional<outlook::EventRate>& rate) {
    if (!rate) return nullptr;
    return {{"mean", number(rate->mean)}, {"low", number(rate->low)}, {"high", number(rate->high)}};
}

Json rates_json(const std::vector<outlook::AgeRate>& rates) {
    Json list = Json::array();
    for (const auto& rate : rates) {
        list.push_back({{"from_age", rate.from_age},
                        {"at_risk", rate.at_risk},
                        {"ended", rate.ended},
                        {"violated", rate.violated},
                        {"years", number(rate.years)},
                        {"any_end", rate_json(rate.any_end)},
                        {"violation", rate_json(rate.violation)}});
    }
    return list;
}

Json contradictions_json(const outlook::AllianceHistories& histories) {
    Json list = Json::array();
    for (const auto& one : histories.contradictions) {
        list.push_back({{"alliance", one.alliance},
                        {"member", one.member == 0 ? Json(nullptr) : Json(one.member)},
                        {"phase", one.phase},
                        {"what", one.what},
                        {"left_out", one.left_out}});
    }
    return list;
}

}  // namespace

std::string histories_json(const workbench::AllianceHistoriesResult& result) {
    Json states = Json::array();
    for (const auto& state : result.states) states.push_back(state_json(state));
    Json whole_years = Json::array();
    for (const auto& kind : result.whole_years) {
        whole_years.push_back(
            {{"name", kind.name}, {"curve", curve_json(kind.curve)}, {"rates", rates_json(kind.rates)}});
    }
    const auto& histories = result.histories;
    const auto& formed = result.request.formed;
    return dumped({{"level", name_of(histories.level)},
                   {"of", name_of(result.request.kind)},
                   {"formed", formed ? Json{formed->first, formed->second} : Json(nullptr)},
                   {"states", std::move(states)},
                   {"last_year", histories.last_year},
                   {"rules",
                    {{"rows", histories.rows},
                     {"joined", histories.joined},
                     {"joined_by_termmode", histories.joined_by_termmode},
                     {"again", histories.again},
                     {"branches", histories.branches},
                     {"days_assumed", histories.days_assumed}}},
                   {"curve", curve_json(result.curve)},
                   {"as_censored", curve_json(result.as_censored)},
                   {"rates", rates_json(result.rates)},
                   {"whole_years", std::move(whole_years)},
                   {"contradictions", contradictions_json(histories)},
                   {"notes", result.notes},
                   {"sources", outlook_sources_json(result.sources)},
                   {"bibtex", result.bibtex}});
}

}  // namespace entente::reports
