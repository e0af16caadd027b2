#include "reports/json_threat.hpp"

#include "reports/json.hpp"
#include "reports/json_objects.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

Json states_json(const std::vector<workbench::NamedState>& states) {
    Json list = Json::array();
    for (const auto& state : states) list.push_back(state_json(state));
    return list;
}

Json components_json(const threat::ThreatReading& reading, const evidence::ThreatTheory& theory) {
    Json components = Json::array();
    for (std::size_t at = 0; at < theory.components.size(); ++at) {
        const auto& component = reading.components[at];
        Json parts = Json::array();
        for (std::size_t part = 0; part < theory.components[at].parts.size(); ++part) {
            parts.push_back({{"id", theory.components[at].parts[part].id},
                             {"value", value_json(component.parts[part])},
                             {"why_not", why_not_json(component.parts[part])}});
        }
        components.push_back({{"id", theory.components[at].id},
                              {"value", value_json(component.value)},
                              {"why_not", why_not_json(component.value)},
                              {"parts", std::move(parts)}});
    }
    return components;
}

Json posture_json(const std::vector<workbench::NamedPosture>& posture, const evidence::ThreatTheory& theory) {
    Json list = Json::array();
    for (std::size_t at = 0; at < posture.size(); ++at) {
        const auto& [forces, names] = posture[at];
        Json neighbours = Json::array();
        for (std::size_t place = 0; place < names.size(); ++place) {
            Json neighbour = state_json(names[place]);
            neighbour["value"] = value_json(forces.in_each[place]);
            neighbour["why_not"] = why_not_json(forces.in_each[place]);
            neighbours.push_back(std::move(neighbour));
        }
        list.push_back({{"id", theory.force_posture[at].id},
                        {"in_it", reading_json(forces.in_it)},
                        {"in_state", reading_json(forces.in_state)},
                        {"in_neighbours", reading_json(forces.in_neighbours)},
                        {"neighbours", std::move(neighbours)}});
    }
    return list;
}

Json whole_or_null(const std::optional<int>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json above_zero_or_null(int value) {
    return value > 0 ? Json(value) : Json(nullptr);
}

Json threat_json(const workbench::Threat& threat, const evidence::ThreatTheory& theory) {
    const auto& facts = threat.reading.facts;
    const auto& standing = threat.standing;
    Json by_component = Json::array();
    for (const auto& rank : standing.by_component) by_component.push_back(whole_or_null(rank));
    Json json = state_json(threat.other);
    json["components"] = components_json(threat.reading, theory);
    json["composite"] = value_json(standing.composite);
    json["composite_why_not"] = why_not_json(standing.composite);
    json["rank"] = whole_or_null(standing.rank);
    json["best"] = above_zero_or_null(standing.best);
    json["worst"] = above_zero_or_null(standing.worst);
    json["at_worst"] = whole_or_null(standing.at_worst);
    json["first_share"] = standing.rank ? number(standing.first_share) : Json(nullptr);
    json["by_component"] = std::move(by_component);
    json["is"] = status_or_null(threat.status);
    json["distance_km"] = reading_json(facts.distance_km);
    json["contiguity"] = reading_json(facts.contiguity);
    json["capability_at_distance"] = reading_json(facts.capability_at_distance);
    json["capability_at_distance"]["inflated"] = facts.inflated;
    json["posture"] = posture_json(threat.posture, theory);
    json["hostility_known_to"] = above_zero_or_null(facts.hostility_known_to);
    return json;
}

Json observed_json(const workbench::ObservedChange& change) {
    return {{"what", change.what},
            {"unit", text_or_null(change.unit)},
            {"unit_after", text_or_null(change.unit_after)},
            {"dataset", text_or_null(change.dataset)},
            {"from", change.from},
            {"to", change.to},
            {"before", reading_json(change.before)},
            {"after", reading_json(change.after)},
            {"gained", states_json(change.gained)},
            {"lost", states_json(change.lost)}};
}

Json gauge_json(const threat::Gauge& gauge) {
    Json signs = Json::array();
    for (const auto& sign : gauge.signs) {
        signs.push_back({{"sign", name_of(sign.part->sign)},
                         {"says", sign.part->says},
                         {"weight", number(sign.part->weight)},
                         {"got", value_json(sign.got)},
                         {"why_not", why_not_json(sign.got)},
                         {"counted", value_json(sign.counted)},
                         {"share", number(sign.share)}});
    }
    return {{"value", value_json(gauge.value)},
            {"why_not", text_or_null(why_no_gauge(gauge))},
            {"known_weight", number(gauge.known_weight)},
            {"signs", std::move(signs)}};
}

Json years_json(const workbench::ThreatYears& years) {
    return {{"first", years.first}, {"last", years.last}};
}

Json unranked_json(const std::vector<workbench::UnrankedThreat>& unranked) {
    Json list = Json::array();
    for (const auto& one : unranked) {
        Json json = state_json(one.other);
        json["years"] = Json::array();
        for (const auto& years : one.years) json["years"].push_back(years_json(years));
        json["missing"] = one.missing;
        json["sentence"] = one.sentence;
        list.push_back(std::move(json));
    }
    return list;
}

Json left_out_json(const std::vector<workbench::LeftOut>& left_out) {
    Json list = Json::array();
    for (const auto& one : left_out) {
        list.push_back({{"state", state_json(one.state)},
                        {"other", one.other ? state_json(*one.other) : Json(nullptr)},
                        {"years", years_json(one.years)},
                        {"why", one.why}});
    }
    return list;
}

Json year_json(const workbench::YearOfThreats& year, const evidence::ThreatTheory& theory) {
    Json json{{"year", year.year}, {"ranked", year.ranked}, {"principal", states_json(year.principal)}};
    json["threats"] = Json::array();
    for (const auto& threat : year.threats) json["threats"].push_back(threat_json(threat, theory));
    json["responses"] = Json::array();
    for (const auto& response : year.responses) json["responses"].push_back(response_json(response, theory));
    json["observed"] = Json::array();
    for (const auto& change : year.observed) json["observed"].push_back(observed_json(change));
    json["allies"] = Json::array();
    for (const auto& each : year.allies) {
        Json ally = state_json(each.ally);
        ally["against"] = each.against ? state_json(*each.against) : Json(nullptr);
        ally["abandonment"] = gauge_json(each.gauge.abandonment);
        ally["entrapment"] = gauge_json(each.gauge.entrapment);
        json["allies"].push_back(std::move(ally));
    }
    return json;
}

}  // namespace

Json threat_sources_json(const std::vector<workbench::ThreatSource>& sources) {
    Json list = Json::array();
    for (const auto& source : sources) {
        list.push_back({{"fact", source.fact},
                        {"dataset", text_or_null(source.dataset)},
                        {"variable", text_or_null(source.variable)},
                        {"first", above_zero_or_null(source.first)},
                        {"last", above_zero_or_null(source.last)},
                        {"why_not", text_or_null(source.why_not)}});
    }
    return list;
}

Json why_not_json(const Reading& reading) {
    return reading.known() ? Json(nullptr) : Json(name_of(reading.reason));
}

Json value_json(const Reading& reading) {
    return reading.known() ? number(reading.value) : Json(nullptr);
}

Json status_or_null(threat::ThreatStatus status) {
    return status == threat::ThreatStatus::CannotJudge ? Json(nullptr) : Json(name_of(status));
}

Json reading_json(const Reading& reading) {
    return {{"value", value_json(reading)}, {"why_not", why_not_json(reading)}};
}

Json state_json(const workbench::NamedState& state) {
    return {{"code", state.code}, {"name", state.name}, {"number", state.number}};
}

Json threat_object(const workbench::ThreatResult& result) {
    const bool by_case = result.of_case && result.of_case->figures == workbench::FiguresOf::Case;
    Json json{{"version", workbench::version()},
              {"theory", threat_theory_object(result.theory)},
              {"weights_changed", result.weights_changed},
              {"figures", name_of(by_case ? workbench::FiguresOf::Case : workbench::FiguresOf::Store)},
              {"from", result.from},
              {"to", result.to}};
    json["states"] = Json::array();
    for (const auto& state : result.states) {
        Json years = Json::array();
        for (const auto& year : state.years) years.push_back(year_json(year, result.theory));
        json["states"].push_back({{"state", state_json(state.state)},
                                  {"years", std::move(years)},
                                  {"unranked", unranked_json(state.unranked)}});
    }
    json["left_out"] = left_out_json(result.left_out);
    json["sources"] = threat_sources_json(result.sources);
    json["notes"] = result.notes;
    json["bibtex"] = result.bibtex;
    json["of_case"] = result.of_case ? case_threats_json(*result.of_case) : Json(nullptr);
    return json;
}

std::string threat_json(const workbench::ThreatResult& result) {
    return dumped(threat_object(result));
}

}  // namespace entente::reports
