#include "reports/json_burden.hpp"

#include "reports/json.hpp"
#include "reports/json_objects.hpp"
#include "reports/json_threat.hpp"

namespace entente::reports {
namespace {

using workbench::BurdenResult;

Json states_json(const std::vector<workbench::NamedState>& states) {
    Json list = Json::array();
    for (const auto& state : states) list.push_back(state_json(state));
    return list;
}

Json state_or_null(const std::optional<workbench::NamedState>& state) {
    return state ? state_json(*state) : Json(nullptr);
}

Json ids_json(const evidence::BurdenTheory& theory, const std::vector<std::size_t>& places) {
    Json list = Json::array();
    for (const auto place : places) list.push_back(theory.measures[place].id);
    return list;
}

const std::string* code_of(const workbench::GroupBurden& group, int state) {
    for (const auto& member : group.members) {
        if (member.number == state) return &member.code;
    }
    return nullptr;
}

Json code_json(const workbench::GroupBurden& group, int state) {
    const auto* code = code_of(group, state);
    return code == nullptr ? Json(nullptr) : Json(*code);
}

Json burden_reading_json(const burden::BurdenReading& reading, const std::string& measure, int year) {
    const bool known = reading.value.known();
    return Record(6)
        .add("measure", measure)
        .add("value", value_json(reading.value))
        .add("why_not", why_not_json(reading.value))
        .add("of_year", known ? Json(reading.of_year) : Json(nullptr))
        .add("stale", reading.stale(year))
        .add("place", known ? Json(reading.from) : Json(nullptr))
        .done();
}

Json facts_json(const burden::GroupFacts& facts, const workbench::GroupBurden& group,
                const evidence::BurdenTheory& theory) {
    Json list = Json::array();
    for (const auto& member : facts.members) {
        Json measures = Json::array();
        for (std::size_t at = 0; at < member.measures.size() && at < theory.measures.size(); ++at) {
            measures.push_back(burden_reading_json(member.measures[at], theory.measures[at].id, facts.year));
        }
        list.push_back(Record(4)
                           .add("number", member.state)
                           .add("code", code_json(group, member.state))
                           .add("size", reading_json(member.size))
                           .add("measures", std::move(measures))
                           .done());
    }
    return list;
}

Json correlation_json(const burden::RankCorrelation& correlation) {
    const bool computed = correlation.why_not.empty();
    const auto if_computed = [computed](double value) { return computed ? number(value) : Json(nullptr); };
    return {{"n", correlation.n},
            {"rho", if_computed(correlation.rho)},
            {"p_two", if_computed(correlation.p_two)},
            {"p_more", if_computed(correlation.p_more)},
            {"exact", correlation.exact},
            {"p_error", if_computed(correlation.p_error)},
            {"low", if_computed(correlation.low)},
            {"high", if_computed(correlation.high)},
            {"without_largest", number(correlation.without_largest)},
            {"why_not", text_or_null(correlation.why_not)}};
}

Json year_json(const workbench::GroupYear& year, const workbench::GroupBurden& group,
               const evidence::BurdenTheory& theory) {
    return {{"year", year.year},
            {"members", facts_json(year.facts, group, theory)},
            {"leader", state_or_null(year.leader)},
            {"leader_share", number(year.leader_share)},
            {"leader_size_share", number(year.leader_size_share)},
            {"exploitation", correlation_json(year.exploitation)}};
}

Json ranges_json(const std::vector<burden::ShareRange>& ranges) {
    Json list = Json::array();
    for (std::size_t at = 0; at < ranges.size(); ++at) {
        const auto& range = ranges[at];
        list.push_back({{"scaling", name_of(static_cast<burden::Scaling>(at))},
                        {"best", range.best},
                        {"worst", range.worst},
                        {"above_median", number(range.above_median)},
                        {"first", number(range.first)},
                        {"last", number(range.last)},
                        {"under_weights", range.under_weights},
                        {"score", number(range.score)}});
    }
    return list;
}

Json fair_share_json(const workbench::GroupBurden& group, const evidence::BurdenTheory& theory) {
    const auto& fair = group.fair_share;
    Json members = Json::array();
    for (const auto& member : fair.members) {
        members.push_back({{"number", member.state},
                           {"code", code_json(group, member.state)},
                           {"ranks", member.ranks},
                           {"ranges", ranges_json(member.ranges)}});
    }
    Json unranked = Json::array();
    for (const auto& one : fair.unranked) {
        unranked.push_back(
            {{"number", one.state}, {"code", code_json(group, one.state)}, {"lacks", ids_json(theory, one.lacks)}});
    }
    return {{"measures", ids_json(theory, fair.measures)},
            {"left_out", ids_json(theory, fair.left_out)},
            {"alike", ids_json(theory, fair.alike)},
            {"weightings", fair.weightings},
            {"members", std::move(members)},
            {"unranked", std::move(unranked)},
            {"why_not", text_or_null(fair.why_not)}};
}

Json progress_json(const burden::Progress& progress) {
    if (!progress.known) return nullptr;
    return {{"share_of_way", number(progress.share_of_way)},
            {"share_of_time", number(progress.share_of_time)},
            {"on_line", progress.on_line ? Json(*progress.on_line) : Json(nullptr)},
            {"met", progress.met},
            {"met_already", progress.met_already}};
}

Json guideline_json(const workbench::GuidelineResult& guideline) {
    Json members = Json::array();
    for (const auto& member : guideline.members) {
        const bool judged = member.gap.compliance != burden::Compliance::CannotJudge;
        Json json = state_json(member.state);
        json["compliance"] = name_of(member.gap.compliance);
        json["difference"] = judged ? number(member.gap.difference) : Json(nullptr);
        json["money"] = number(member.gap.money);
        json["rounding_would_pass"] = member.gap.rounding_would_pass;
        json["progress"] = progress_json(member.progress);
        members.push_back(std::move(json));
    }
    return {{"id", guideline.id},
            {"measure", guideline.measure},
            {"at_least", number(guideline.at_least)},
            {"text", text_or_null(guideline.text)},
            {"bindingness", text_or_null(guideline.bindingness)},
            {"since", day_or_null(guideline.since)},
            {"deadline", day_or_null(guideline.deadline)},
            {"agreed", guideline.agreed},
            {"before_it", guideline.before_it},
            {"money_unit", text_or_null(guideline.money_unit)},
            {"money_mixes", text_or_null(guideline.money_mixes)},
            {"meet", guideline.meet},
            {"judged", guideline.judged},
            {"members", std::move(members)},
            {"sources", guideline.sources}};
}

Json group_json(const workbench::GroupBurden& group, const evidence::BurdenTheory& theory) {
    Json json{{"name", group.name}, {"asked_as", group.asked_as}, {"members", states_json(group.members)}};
    json["now"] = year_json(group.now, group, theory);
    json["fair_share"] = fair_share_json(group, theory);
    json["guidelines"] = Json::array();
    for (const auto& guideline : group.guidelines) json["guidelines"].push_back(guideline_json(guideline));
    json["history"] = Json::array();
    for (const auto& year : group.history) json["history"].push_back(year_json(year, group, theory));
    json["of_case"] = group.of_case ? burden_of_case_json(*group.of_case) : Json(nullptr);
    json["notes"] = group.notes;
    return json;
}

Json pair_state(const BurdenResult& result, int state) {
    for (const auto& each : result.pair_states) {
        if (each.number == state) return state_json(each);
    }
    return {{"code", nullptr}, {"name", std::to_string(state)}, {"number", state}};
}

Json pair_json(const BurdenResult& result) {
    if (!result.pair) return nullptr;
    const auto& pair = *result.pair;
    Json answers = Json::array();
    for (const auto& answer : pair.answers) {
        answers.push_back({{"measure", result.theory.measures[answer.measure].id},
                           {"more", answer.more ? Json(*answer.more) : Json(nullptr)},
                           {"first", answer.known ? number(answer.first) : Json(nullptr)},
                           {"second", answer.known ? number(answer.second) : Json(nullptr)},
                           {"known", answer.known},
                           {"why_not", text_or_null(answer.why_not)}});
    }
    Json shares = Json::array();
    for (std::size_t at = 0; at < pair.first_more.size() && at < pair.second_more.size(); ++at) {
        shares.push_back({{"scaling", name_of(static_cast<burden::Scaling>(at))},
                          {"first_more", number(pair.first_more[at])},
                          {"second_more", number(pair.second_more[at])}});
    }
    return {{"first", pair_state(result, pair.first)},
            {"second", pair_state(result, pair.second)},
            {"answers", std::move(answers)},
            {"weighed", ids_json(result.theory, pair.measures)},
            {"weightings", pair.weightings},
            {"shares", std::move(shares)},
            {"dominates", pair.dominates},
            {"why_not", text_or_null(pair.why_not)}};
}

Json sources_json(const std::vector<workbench::BurdenSource>& sources) {
    Json list = Json::array();
    for (const auto& source : sources) {
        list.push_back({{"measure", source.measure},
                        {"place", source.place},
                        {"dataset", text_or_null(source.dataset)},
                        {"variable", text_or_null(source.variable)},
                        {"first", source.first > 0 ? Json(source.first) : Json(nullptr)},
                        {"last", source.last > 0 ? Json(source.last) : Json(nullptr)},
                        {"why_not", text_or_null(source.why_not)}});
    }
    return list;
}

}  // namespace

Json burden_object(const BurdenResult& result) {
    Json json{{"version", workbench::version()},
              {"theory", burden_theory_object(result.theory)},
              {"weights_changed", result.weights_changed},
              {"year", result.year},
              {"seed", result.seed}};
    json["pair"] = pair_json(result);
    json["groups"] = Json::array();
    for (const auto& group : result.groups) json["groups"].push_back(group_json(group, result.theory));
    json["sources"] = sources_json(result.sources);
    json["notes"] = result.notes;
    json["bibtex"] = result.bibtex;
    return json;
}

std::string burden_json(const BurdenResult& result) {
    return dumped(burden_object(result));
}

}  // namespace entente::reports
