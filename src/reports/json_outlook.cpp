// outlook, as JSON.
#include "reports/json_outlook.hpp"

#include "reports/json.hpp"
#include "reports/json_objects.hpp"
#include "reports/outlook_words.hpp"

namespace entente::reports {
namespace {

using workbench::FittedOutlook;
using workbench::OutlookResult;

Json modes_json(const std::vector<outlook::Chance>& modes) {
    Json list = Json::array();
    for (std::size_t place = 0; place < modes.size(); ++place) {
        Json mode{{"ending", name_of(outlook::kModes[place])}};
        mode.update(chance_json(modes[place]));
        list.push_back(std::move(mode));
    }
    return list;
}

Json shares_json(const std::vector<double>& shares) {
    Json list = Json::array();
    for (const double share : shares) list.push_back(number(share));
    return list;
}

Json spread_json(const outlook::Spread& spread) {
    return {{"value", number(spread.value)}, {"low", number(spread.low)}, {"high", number(spread.high)}};
}

Json alliance_json(const workbench::OutlookAlliance& alliance) {
    Json members = Json::array();
    for (const auto& member : alliance.members) members.push_back({{"number", member.number}, {"name", member.name}});
    return {{"id", text_or_null(alliance.id)},
            {"name", alliance.name},
            {"members", std::move(members)},
            {"begun", text_or_null(alliance.begun)},
            {"age_years", number(alliance.age_years)},
            {"year", alliance.year ? Json(*alliance.year) : Json(nullptr)},
            {"ended", alliance.ended ? Json(*alliance.ended) : Json(nullptr)}};
}

Json base_rate_json(const OutlookResult& result) {
    const auto& outlook = result.base_rate;
    if (outlook.horizons.empty()) return nullptr;
    const auto& first = outlook.horizons.front();
    return {{"horizon_years", number(first.years)},
            {"violation", risk_json(first.violation)},
            {"any_end", risk_json(first.any_end)},
            {"word", first.word},
            {"informed_by_case", false},
            {"treaty", result.treaty},
            {"age_years", number(outlook.age_years)},
            {"base_rate", outlook.base_rate.name},
            {"horizons", base_horizons_json(outlook)}};
}

Json model_json(const FittedOutlook& fitted) {
    Json events = Json::array();
    Json forms = Json::array();
    for (const auto& mode : fitted.fit.modes) {
        events.push_back(mode.events);
        forms.push_back(name_of(mode.form));
    }
    Json left_out = Json::array();
    for (const auto& one : fitted.left_out) {
        left_out.push_back(
            {{"covariate", one.covariate.id}, {"name", one.covariate.name}, {"why_not", name_of(one.lack)}});
    }
    return {{"id", fitted.model.id},
            {"name", fitted.model.name},
            {"chosen", fitted.chosen},
            {"reason", fitted.reason},
            {"covariates", fitted.covariates.size()},
            {"alliances", fitted.fit.alliances},
            {"rows", fitted.fit.rows.size()},
            {"events", std::move(events)},
            {"forms", std::move(forms)},
            {"from", fitted.fit.from},
            {"to", fitted.fit.to},
            {"ridge", number(fitted.fit.ridge)},
            {"draws", fitted.draws},
            {"failed_draws", fitted.failed_draws},
            {"left_out", std::move(left_out)}};
}

Json horizons_json(const OutlookResult& result) {
    Json list = Json::array();
    const auto& fitted = *result.fitted;
    for (const int years : result.horizons) {
        const auto place = static_cast<std::size_t>(years - 1);
        const auto& year = year_at(fitted.path, years);
        list.push_back({{"years", years},
                        {"survival", chance_json(year.survival)},
                        {"modes", modes_json(year.modes)},
                        {"average", shares_json(fitted.average[place])},
                        {"by_age", shares_json(fitted.by_age[place])},
                        {"constant", shares_json(fitted.constant[place])},
                        {"word", outlook::icd_203_word(year.modes.front().p)}});
    }
    return list;
}

Json path_json(const OutlookResult& result) {
    Json list = Json::array();
    for (const auto& year : result.fitted->path.years) {
        list.push_back({{"years_ahead", year.years_ahead},
                        {"year", *result.alliance.year + year.years_ahead - 1},
                        {"survival", chance_json(year.survival)},
                        {"modes", modes_json(year.modes)}});
    }
    return list;
}

Json drivers_json(const FittedOutlook& fitted) {
    Json list = Json::array();
    for (const auto& driver : fitted.drivers) {
        const auto& covariate = fitted.covariates[driver.covariate];
        const auto& now = fitted.now[driver.covariate];
        list.push_back({{"covariate", covariate.id},
                        {"name", covariate.name},
                        {"factor", text_or_null(covariate.factor)},
                        {"pace", name_of(covariate.pace)},
                        {"value", number(driver.value)},
                        {"of_year", now.of_year},
                        {"stale", now.years_old > 0},
                        {"reference", number(driver.reference)},
                        {"log_odds", spread_json(driver.log_odds)},
                        {"decibels", spread_json(driver.decibels)},
                        {"expected", name_of(covariate.rise)},
                        {"finding", name_of(driver.finding)}});
    }
    return list;
}

Json changes_json(const FittedOutlook& fitted) {
    Json list = Json::array();
    for (const auto& change : fitted.changes) {
        const auto& covariate = fitted.covariates[change.covariate];
        Json json{{"covariate", covariate.id}, {"name", covariate.name}, {"from", number(change.from)},
                  {"to", number(change.to)},   {"apart", change.apart},  {"word", change.word}};
        json.update(chance_json(change.risk));
        list.push_back(std::move(json));
    }
    return list;
}

Json comparables_json(const FittedOutlook& fitted) {
    Json list = Json::array();
    for (const auto& alike : fitted.alike) {
        const auto& comparable = alike.comparable;
        list.push_back({{"id", alike.id},
                        {"name", alike.name},
                        {"year", alike.year},
                        {"age_years", number(alike.age_years)},
                        {"distance", number(comparable.distance)},
                        {"ending", comparable.ending ? Json(name_of(*comparable.ending)) : Json(nullptr)},
                        {"ended_year", comparable.ending ? Json(comparable.ended_year) : Json(nullptr)},
                        {"followed_years", comparable.followed_years}});
    }
    return list;
}

Json point_json(const outlook::HistoryPoint& point, std::size_t endings) {
    Json modes = Json::array();
    for (std::size_t mode = 0; mode < endings; ++mode) modes.push_back(number(point.ended[mode]));
    return {{"years", number(point.years)},
            {"at_risk", number(point.at_risk)},
            {"survival", number(point.survival)},
            {"low", point.interval ? number(point.interval->low) : Json(nullptr)},
            {"high", point.interval ? number(point.interval->high) : Json(nullptr)},
            {"modes", std::move(modes)}};
}

Json from_age_json(const workbench::HistoryFromAge& from, std::size_t endings) {
    Json horizons = Json::array();
    for (const auto& point : from.horizons) horizons.push_back(point_json(point, endings));
    return {{"age_years", number(from.age_years)}, {"from_age", number(from.from_age)},
            {"units", number(from.units)},         {"alliances", from.alliances},
            {"horizons", std::move(horizons)},     {"known_until", number(from.known_until)}};
}

Json history_json(const workbench::OutlookHistory& history) {
    Json totals = Json::array();
    for (std::size_t place = 0; place < history.endings.size(); ++place) {
        totals.push_back({{"ending", name_of(history.endings[place])}, {"units", history.totals[place]}});
    }
    Json curve = Json::array();
    for (const auto& point : history.curve) curve.push_back(point_json(point, history.endings.size()));
    return {{"level", name_of(history.level)},
            {"units", history.units},
            {"source", history.source},
            {"totals", std::move(totals)},
            {"curve", std::move(curve)},
            {"here", number(history.here)},
            {"median", number(history.median)},
            {"from_age", history.from_age ? from_age_json(*history.from_age, history.endings.size()) : Json(nullptr)}};
}

Json leader_structure_json(const OutlookResult& result) {
    if (!result.fitted && result.periods.empty()) return nullptr;
    Json shares = Json::array();
    if (result.fitted) {
        for (const auto& share : result.fitted->leader_structure.shares) {
            shares.push_back({{"what", name_of(share.source)},
                              {"share", number(share.share)},
                              {"low", number(share.low)},
                              {"high", number(share.high)}});
        }
    }
    Json periods = Json::array();
    for (const auto& period : result.periods) {
        periods.push_back({{"id", period.id},
                           {"name", period.name},
                           {"words", number(period.words)},
                           {"deeds", number(period.deeds)}});
    }
    const bool has_years = result.fitted && result.fitted->own_from > 0;
    return {{"from", has_years ? Json(result.fitted->own_from) : Json(nullptr)},
            {"to", has_years ? Json(result.fitted->own_to) : Json(nullptr)},
            {"shares", std::move(shares)},
            {"why_no_shares",
             result.fitted ? text_or_null(result.fitted->leader_structure.why_not) : text_or_null(result.why_no_model)},
            {"words_share", number(result.words_share)},
            {"periods", std::move(periods)},
            {"caution", leader_caution()}};
}

Json endings_json(const OutlookResult& result) {
    Json list = Json::array();
    if (result.history) {
        for (const auto ending : result.history->endings) list.push_back(name_of(ending));
        return list;
    }
    for (const auto ending : outlook::kModes) list.push_back(name_of(ending));
    return list;
}

}  // namespace

Json chance_json(const outlook::Chance& chance) {
    return {{"p", number(chance.p)},
            {"low", chance.interval ? number(chance.interval->low) : Json(nullptr)},
            {"high", chance.interval ? number(chance.interval->high) : Json(nullptr)}};
}

Json outlook_sources_json(const std::vector<workbench::ThreatSource>& sources) {
    Json list = Json::array();
    for (const auto& source : sources) {
        list.push_back({{"what", source.fact},
                        {"dataset", text_or_null(source.dataset)},
                        {"variable", text_or_null(source.variable)},
                        {"first", source.last > 0 ? Json(source.first) : Json(nullptr)},
                        {"last", source.last > 0 ? Json(source.last) : Json(nullptr)},
                        {"why_not", text_or_null(source.why_not)}});
    }
    return list;
}

Json risk_json(const outlook::Risk& risk) {
    return {{"p", number(risk.p)}, {"low", number(risk.low)}, {"high", number(risk.high)}};
}

Json base_horizons_json(const outlook::Outlook& outlook) {
    Json horizons = Json::array();
    for (const auto& horizon : outlook.horizons) {
        Json sweep = Json::array();
        for (const auto& point : horizon.sweep) {
            sweep.push_back({{"name", point.name}, {"hazard_ratio", number(point.ratio)}, {"p", number(point.p)}});
        }
        horizons.push_back({{"horizon_years", number(horizon.years)},
                            {"violation", risk_json(horizon.violation)},
                            {"any_end", risk_json(horizon.any_end)},
                            {"word", horizon.word},
                            {"sweep", std::move(sweep)}});
    }
    return horizons;
}

Json outlook_beside_json(const OutlookResult& result) {
    const auto& fitted = *result.fitted;
    return {
        {"model", model_json(fitted)}, {"sentence", fitted_beside_words(result)}, {"horizons", horizons_json(result)}};
}

Json outlook_object(const OutlookResult& result) {
    Json json{{"version", workbench::version()},
              {"theory", {{"id", result.theory.id}, {"name", result.theory.name}, {"sha256", result.theory.sha256}}},
              {"alliance", alliance_json(result.alliance)},
              {"endings", endings_json(result)},
              {"base_rate", base_rate_json(result)},
              {"model", result.fitted ? model_json(*result.fitted) : Json(nullptr)},
              {"why_no_model", text_or_null(result.why_no_model)}};
    json["horizons"] = result.fitted ? horizons_json(result) : Json::array();
    json["path"] = result.fitted ? path_json(result) : Json::array();
    json["drivers"] = result.fitted ? drivers_json(*result.fitted) : Json::array();
    json["would_change"] = result.fitted ? changes_json(*result.fitted) : Json::array();
    json["no_change_alone"] = result.fitted && !result.fitted->covariates.empty() && result.fitted->changes.empty();
    json["comparables"] = result.fitted ? comparables_json(*result.fitted) : Json::array();
    json["history"] = result.history ? history_json(*result.history) : Json(nullptr);
    json["why_no_history"] = text_or_null(result.why_no_history);
    json["leader_structure"] = leader_structure_json(result);
    json["findings"] = outlook_findings(result);
    json["notes"] = result.notes;
    json["sources"] = outlook_sources_json(result.sources);
    json["bibtex"] = result.bibtex;
    return json;
}

std::string outlook_json(const OutlookResult& result) {
    return dumped(outlook_object(result));
}

}  // namespace entente::reports
