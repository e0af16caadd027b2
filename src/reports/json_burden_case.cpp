// burden: what a case records of promises, demands, support and coins, as JSON.
#include "reports/json_burden.hpp"
#include "reports/json_threat.hpp"

namespace entente::reports {
namespace {

Json actors_json(const std::vector<evidence::Actor>& actors) {
    Json list = Json::array();
    for (const auto& actor : actors) list.push_back(actor.code.empty() ? actor.written : actor.code);
    return list;
}

Json actor_json(const evidence::Actor& actor) {
    return actor.code.empty() ? actor.written : actor.code;
}

Json commitment_json(const evidence::Commitment& commitment) {
    return {{"id", commitment.id},
            {"text", commitment.text},
            {"by", actors_json(commitment.by)},
            {"made", to_text(commitment.made)},
            {"bindingness", name_of(commitment.bindingness)},
            {"measure", text_or_null(commitment.measure)},
            {"at_least", number(commitment.at_least)},
            {"deadline", day_or_null(commitment.deadline)},
            {"item", text_or_null(commitment.item)},
            {"sources", citations_json(commitment.sources)},
            {"rows", commitment.rows},
            {"note", text_or_null(commitment.note)}};
}

Json turn_json(const burden::Turn& turn) {
    return {{"last_before", turn.last_before},
            {"first_after", turn.first_after},
            {"earliest", turn.earliest},
            {"latest", turn.latest},
            {"slope_before", number(turn.slope_before)},
            {"slope_after", number(turn.slope_after)},
            {"level_change", number(turn.level_change)},
            {"above_old_line", number(turn.above_old_line)},
            {"up", turn.up()}};
}

Json asked_json(const workbench::StateAsked& asked) {
    Json turns = Json::array();
    for (const auto& turn : asked.turning.turns) turns.push_back(turn_json(turn));
    const bool tested = asked.turning.why_not.empty();
    return {{"state", state_json(asked.state)},
            {"turns", std::move(turns)},
            {"borne_out", asked.turning.borne_out},
            {"p", tested ? number(asked.turning.p) : Json(nullptr)},
            {"p_independent", tested ? number(asked.turning.p_independent) : Json(nullptr)},
            {"persistence", tested ? number(asked.turning.persistence) : Json(nullptr)},
            {"why_not", text_or_null(asked.turning.why_not)},
            {"order", name_of(asked.against.order)},
            {"cannot_say", text_or_null(asked.against.cannot_say)},
            {"turn", asked.against.turn ? turn_json(*asked.against.turn) : Json(nullptr)},
            {"rising_since", asked.against.rising_since ? Json(*asked.against.rising_since) : Json(nullptr)},
            {"change_before", number(asked.against.change_before)},
            {"change_after", number(asked.against.change_after)},
            {"chow_p", number(asked.against.chow_p)},
            {"at_demand", reading_json(asked.at_demand)},
            {"latest", reading_json(asked.latest)},
            {"latest_year", asked.latest_year > 0 ? Json(asked.latest_year) : Json(nullptr)}};
}

Json demand_json(const workbench::DemandResult& result) {
    const auto& demand = *result.demand;
    Json asked = Json::array();
    for (const auto& each : result.asked) asked.push_back(asked_json(each));
    return {{"id", demand.id},
            {"by", actor_json(demand.by)},
            {"of", actors_json(demand.of)},
            {"date", to_text(demand.date)},
            {"measure", text_or_null(demand.measure)},
            {"at_least", number(demand.at_least)},
            {"text", demand.text},
            {"item", text_or_null(demand.item)},
            {"answer", name_of(demand.answer)},
            {"answer_item", text_or_null(demand.answer_item)},
            {"sources", citations_json(demand.sources)},
            {"rows", demand.rows},
            {"note", text_or_null(demand.note)},
            {"asked", std::move(asked)},
            {"together", result.together ? asked_json(*result.together) : Json(nullptr)},
            {"together_of", result.together_of}};
}

Json share_json(const burden::SupportShare& share) {
    Json variants = Json::array();
    for (const auto& variant : share.variants) {
        variants.push_back({{"counted", variant.counted},
                            {"paid", number(variant.paid)},
                            {"cost", number(variant.cost)},
                            {"share", number(variant.share)}});
    }
    return {{"variants", std::move(variants)},
            {"least", number(share.least)},
            {"most", number(share.most)},
            {"cost_for_half", number(share.cost_for_half)}};
}

Json support_json(const workbench::SupportResult& result) {
    const auto& support = *result.support;
    Json extras = Json::array();
    for (const auto& extra : support.extras) {
        extras.push_back({{"id", extra.id},
                          {"says", extra.says},
                          {"side", name_of(extra.side)},
                          {"figure", text_or_null(extra.figure)},
                          {"amount", number(extra.amount)},
                          {"amount_basis", text_or_null(extra.amount_basis)}});
    }
    return {{"id", support.id},
            {"host", actor_json(support.host)},
            {"guest", actor_json(support.guest)},
            {"as_of", to_text(support.as_of)},
            {"paid", text_or_null(support.paid)},
            {"cost", text_or_null(support.cost)},
            {"share_figure", text_or_null(support.share)},
            {"definition", text_or_null(support.definition)},
            {"extras", std::move(extras)},
            {"sources", citations_json(support.sources)},
            {"rows", support.rows},
            {"share", result.share ? share_json(*result.share) : Json(nullptr)},
            {"published", number(result.published)},
            {"years_old", result.years_old},
            {"why_not", text_or_null(result.why_not)}};
}

Json coin_json(const workbench::BurdenOfCase::Coin& each) {
    const auto& quantity = *each.quantity;
    Json figures = Json::array();
    for (const auto& figure : each.coin.figures) {
        figures.push_back({{"figure", figure.figure},
                           {"value", number(figure.value)},
                           {"share", number(figure.share)},
                           {"conversion", text_or_null(figure.conversion)},
                           {"why_not", text_or_null(figure.why_not)}});
    }
    return {{"id", quantity.id},
            {"name", quantity.name},
            {"into", quantity.into},
            {"unit", text_or_null(each.coin.unit)},
            {"per", text_or_null(quantity.per)},
            {"why", text_or_null(quantity.why)},
            {"rows", quantity.rows},
            {"figures", std::move(figures)},
            {"least", number(each.coin.least)},
            {"most", number(each.coin.most)},
            {"ratio", number(each.coin.ratio)},
            {"differ_in", each.coin.differ_in}};
}

Json conversion_json(const evidence::Conversion& conversion) {
    return {{"id", conversion.id},
            {"from", conversion.from},
            {"to", conversion.to},
            {"rate", number(conversion.rate)},
            {"basis", name_of(conversion.basis)},
            {"as_of", to_text(conversion.as_of)},
            {"source", citations_json({conversion.source}).front()},
            {"note", text_or_null(conversion.note)}};
}

}  // namespace

Json burden_of_case_json(const workbench::BurdenOfCase& of_case) {
    const auto& content = of_case.open->content;
    Json json{{"case", {{"id", content.id}, {"title", content.title}, {"sha256", content.sha256}}},
              {"cutoff", to_text(content.cutoff)}};
    json["commitments"] = Json::array();
    json["conversions"] = Json::array();
    if (content.burden) {
        for (const auto& commitment : content.burden->commitments)
            json["commitments"].push_back(commitment_json(commitment));
        for (const auto& conversion : content.burden->conversions)
            json["conversions"].push_back(conversion_json(conversion));
    }
    json["demands"] = Json::array();
    for (const auto& demand : of_case.demands) json["demands"].push_back(demand_json(demand));
    json["supports"] = Json::array();
    for (const auto& support : of_case.supports) json["supports"].push_back(support_json(support));
    json["opinions"] = burden_opinions_json(of_case);
    json["persons"] = burden_persons_json(of_case);
    json["conduct"] = burden_conduct_json(of_case);
    json["coins"] = Json::array();
    for (const auto& coin : of_case.coins) json["coins"].push_back(coin_json(coin));
    return json;
}

}  // namespace entente::reports
