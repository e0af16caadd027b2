#include "reports/compare_words.hpp"
#include "reports/json_objects.hpp"
#include "reports/names.hpp"
#include "reports/sentences.hpp"

namespace entente::reports {
namespace {

using workbench::CompareResult;

Json coder_tilts_json(const assessment::Assessment& assessment) {
    Json list = Json::array();
    for (const auto& coder : assessment.coders) {
        const auto& verdict = coder.outcome.verdict;
        list.push_back({{"coder", coder.coder},
                        {"blind", coder.blind},
                        {"stands_alone", coder.stands_alone},
                        {"direction", name_of(verdict.direction)},
                        {"size", name_of(verdict.size)},
                        {"tilt", number(assessment::tilt_of(verdict))}});
    }
    return list;
}

Json evidence_of(const CompareResult& result, std::size_t i) {
    const auto& coverage = result.cases[i].assessment.coverage;
    const auto& evidence = result.comparison.evidence[i];
    Json classes = Json::array();
    for (std::size_t c = 0; c < evidence.class_shares.size(); ++c) {
        const auto& [outlet, share] = evidence.class_shares[c];
        classes.push_back(
            {{"class", outlet}, {"sources", coverage.sources_by_class[c].second}, {"share", number(share)}});
    }
    return {{"items", coverage.items},
            {"clusters", coverage.clusters},
            {"sources", coverage.sources},
            {"sources_by_class", std::move(classes)},
            {"focal_years", number(evidence.focal_years)},
            {"baseline_years", number(evidence.baseline_years)}};
}

Json outlook_of(const workbench::AssessResult& result) {
    if (const auto why_not = why_no_outlook(result); !why_not.empty()) return {{"reason", why_not}};
    const auto& horizon = result.outlook.horizons.front();
    const auto risk = [](const outlook::Risk& of) {
        return Json{{"p", number(of.p)}, {"low", number(of.low)}, {"high", number(of.high)}};
    };
    return {{"horizon_years", number(horizon.years)},
            {"violation", risk(horizon.violation)},
            {"any_end", risk(horizon.any_end)},
            {"base_rate", result.outlook.base_rate.name},
            {"informed_by_case", false}};
}

Json case_of(const CompareResult& result, std::size_t i) {
    const auto& one = result.cases[i];
    const auto& content = one.open->content;
    const auto& question = one.assessment.question;
    const auto& verdict = one.assessment.outcome.verdict;
    return {{"id", content.id},
            {"name", result.names[i]},
            {"title", content.title},
            {"sha256", content.sha256},
            {"protocol", {{"id", one.open->protocol.id}, {"sha256", one.open->protocol.sha256}}},
            {"cutoff", to_text(content.cutoff)},
            {"seed", question.seed},
            {"baseline", period_json(content, question.baseline)},
            {"focal", period_json(content, question.focal)},
            {"verdict",
             {{"direction", name_of(verdict.direction)},
              {"size", name_of(verdict.size)},
              {"probability", share_or_null(verdict.probability, verdict.direction)},
              {"tilt", number(result.comparison.tilts[i])},
              {"as_extreme", number(verdict.as_extreme)},
              {"sentence", verdict_sentence(one)}}},
            {"outlook", outlook_of(one)},
            {"coders", coder_tilts_json(one.assessment)},
            {"evidence", evidence_of(result, i)}};
}

Json test_json(const assessment::OrderTest& test) {
    const bool made = test.comparisons() > 0;
    Json json{{"name", name_of(test.kind)},
              {"kept", test.kept},
              {"level", test.level},
              {"reversed", test.reversed},
              {"least", made ? number(test.least) : Json(nullptr)},
              {"most", made ? number(test.most) : Json(nullptr)},
              {"turned_by", test.turned_by}};
    if (!made) json["reason"] = test.why_not;
    return json;
}

Json orders_json(const CompareResult& result) {
    Json list = Json::array();
    for (const auto& order : result.comparison.orders) {
        Json tests = Json::array();
        for (const auto& test : order.tests) tests.push_back(test_json(test));
        Json entry{{"further", order.further},
                   {"other", order.other},
                   {"answer", name_of(order.answer)},
                   {"apart", number(order.apart)},
                   {"between_coders", number(order.between_coders)}};
        entry["between_coders_of"] = order.between_coders ? Json(order.between_coders_of) : Json(nullptr);
        entry["tests"] = std::move(tests);
        list.push_back(std::move(entry));
    }
    return list;
}

Json aspects_of(const CompareResult& result, std::size_t i, const std::string& factor) {
    Json list = Json::array();
    for (const auto& one : result.cases[i].assessment.outcome.factors) {
        if (one.id != factor) continue;
        for (const auto& aspect : one.aspects) {
            const bool assessed = aspect.finding != assessment::Finding::NotAssessed;
            list.push_back({{"id", aspect.id},
                            {"name", aspect.name},
                            {"finding", name_of(aspect.finding)},
                            {"probability", assessed ? to_json(aspect.posterior) : Json(nullptr)},
                            {"items", aspect.items}});
        }
    }
    return list;
}

Json factor_cell(const CompareResult& result, std::size_t i, const assessment::FactorRow& row) {
    const auto& cell = row.cases[i];
    Json coders = Json::array();
    for (const auto& coder : cell.coders) coders.push_back({{"coder", coder.coder}, {"tilt", number(coder.tilt)}});
    assessment::FactorResult weighing;
    weighing.weighs_most = cell.weighs_most;
    const auto text = cell.weighs_most.empty() ? std::string{} : weighs_most(*result.cases[i].open, weighing);
    return {{"finding", name_of(cell.finding)},
            {"probability", cell.tilt ? to_json(cell.posterior) : Json(nullptr)},
            {"tilt", number(cell.tilt)},
            {"magnitude", cell.magnitude},
            {"items", cell.items},
            {"clusters", cell.clusters},
            {"standing_decibels", cell.tilt ? number(cell.standing_decibels) : Json(nullptr)},
            {"weighs_most", text_or_null(cell.weighs_most)},
            {"weighs_most_text", text_or_null(text)},
            {"coders", std::move(coders)},
            {"aspects", aspects_of(result, i, row.id)}};
}

Json factors_json(const CompareResult& result) {
    Json list = Json::array();
    for (const auto& row : result.comparison.factors) {
        Json cells = Json::array();
        for (std::size_t i = 0; i < row.cases.size(); ++i) cells.push_back(factor_cell(result, i, row));
        const bool joined = row.leans_furthest.has_value();
        list.push_back({{"id", row.id},
                        {"name", row.name},
                        {"ledger", name_of(row.ledger)},
                        {"accord", name_of(row.accord)},
                        {"leans_furthest", joined ? Json(*row.leans_furthest) : Json(nullptr)},
                        {"farthest_from_it", joined ? Json(row.farthest_from_it) : Json(nullptr)},
                        {"apart", joined ? number(row.apart) : Json(nullptr)},
                        {"coders", joined ? test_json(row.coders) : Json(nullptr)},
                        {"cases", std::move(cells)}});
    }
    return list;
}

Json issues_json(const CompareResult& result) {
    Json list = Json::array();
    for (const auto& row : result.comparison.issues) {
        Json cells = Json::array();
        for (std::size_t i = 0; i < row.cases.size(); ++i) {
            const auto& cell = row.cases[i];
            Json entry{{"of_this_case", cell.of_this_case}, {"name", text_or_null(cell.name)}};
            entry["continuity"] = cell.state ? Json(name_of(*cell.state)) : Json(nullptr);
            if (!cell.state) entry["reason"] = cell.of_this_case ? "no coded item" : "not an issue of this case";
            entry["items"] = cell.items;
            entry["coded"] = cell.coded;
            entry["toward_collapse"] = cell.toward_collapse;
            entry["toward_endurance"] = cell.toward_endurance;
            entry["weightiest"] = text_or_null(cell.weightiest);
            assessment::FactorResult weighing;
            weighing.weighs_most = cell.weightiest;
            entry["weightiest_text"] =
                text_or_null(cell.weightiest.empty() ? std::string{} : weighs_most(*result.cases[i].open, weighing));
            cells.push_back(std::move(entry));
        }
        list.push_back({{"id", row.id}, {"name", row.name}, {"shared_by", row.shared_by}, {"cases", std::move(cells)}});
    }
    return list;
}

Json demand_json(const workbench::OpenCase& open, const evidence::Demand& demand) {
    Json of = Json::array();
    Json of_names = Json::array();
    for (const auto& actor : demand.of) {
        of.push_back(actor.code);
        of_names.push_back(member_name(open, actor.code));
    }
    return {{"id", demand.id},
            {"by", demand.by.code},
            {"by_name", member_name(open, demand.by.code)},
            {"of", std::move(of)},
            {"of_names", std::move(of_names)},
            {"date", to_text(demand.date)},
            {"at_least", number(demand.at_least)},
            {"text", demand.text},
            {"item", text_or_null(demand.item)},
            {"answer", name_of(demand.answer)},
            {"answer_item", text_or_null(demand.answer_item)}};
}

Json demands_json(const CompareResult& result) {
    Json list = Json::array();
    for (const auto& row : result.comparison.demands) {
        Json cells = Json::array();
        for (std::size_t i = 0; i < row.cases.size(); ++i) {
            const auto& cell = row.cases[i];
            Json demands = Json::array();
            for (const auto& demand : cell.demands) demands.push_back(demand_json(*result.cases[i].open, demand));
            cells.push_back({{"records_demands", cell.records_demands}, {"demands", std::move(demands)}});
        }
        list.push_back({{"measure", text_or_null(row.measure)}, {"cases", std::move(cells)}});
    }
    return list;
}

}  // namespace

Json compare_object(const CompareResult& result) {
    const auto& theory = result.cases.front().open->theory;
    Json json{{"theory", {{"id", theory.id}, {"name", theory.name}, {"sha256", theory.sha256}}},
              {"version", workbench::version()},
              {"answer", answer_sentences(result)}};
    json["cases"] = Json::array();
    for (std::size_t i = 0; i < result.cases.size(); ++i) json["cases"].push_back(case_of(result, i));
    json["orders"] = orders_json(result);
    json["factors"] = factors_json(result);
    json["issues"] = issues_json(result);
    json["demands"] = demands_json(result);
    json["caveats"] = Json::array();
    for (const auto& caveat : result.comparison.caveats) {
        json["caveats"].push_back({{"kind", name_of(caveat.kind)}, {"text", caveat.text}});
    }
    return json;
}

}  // namespace entente::reports
