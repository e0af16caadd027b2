#include "reports/page_documents.hpp"

#include <algorithm>
#include <array>

#include "core/error.hpp"
#include "core/text.hpp"
#include "reports/json_backtest.hpp"
#include "reports/json_burden.hpp"
#include "reports/json_forecast.hpp"
#include "reports/json_objects.hpp"
#include "reports/json_outlook.hpp"
#include "reports/json_threat.hpp"
#include "workbench/agreement.hpp"
#include "workbench/backtest.hpp"
#include "workbench/burden.hpp"
#include "workbench/figures.hpp"
#include "workbench/forecast.hpp"
#include "workbench/outlook.hpp"
#include "workbench/scenario.hpp"
#include "workbench/show.hpp"
#include "workbench/threat.hpp"

namespace entente::reports {
namespace {

using workbench::OpenCasePtr;

Json case_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    auto json = case_object(*open, request);
    for (const auto& other : request.beside) {
        json["beside"].push_back({{"id", other->content.id}, {"title", other->content.title}});
    }
    for (const auto name : page_document_names()) {
        if (has_page_document(*open, name, request)) json["documents"].push_back(name);
    }
    return json;
}

Json assess_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    return assess_object(workbench::assess(open, request), FileNames::within(*open));
}

Json trajectory_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    return trajectory_object(workbench::trajectory(open, {request.coders, request.seed}));
}

Json continuity_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    return continuity_object(workbench::continuity(open, request.coders));
}

Json figures_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return figures_object(workbench::figures(open));
}

Json agreement_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    workbench::AgreementRequest asked;
    asked.coders = workbench::coders_asked(*open, request.coders);
    asked.seed = request.seed.value_or(open->protocol.sensitivity.seed);
    return agreement_object(*open, workbench::agreement_of(*open, asked), asked);
}

Json check_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return check_object(workbench::check_of(*open), FileNames::within(*open));
}

template <workbench::Part part>
Json part_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return show_object(workbench::show(open, {std::string(name_of(part)), {}}), FileNames::within(*open));
}

Json theory_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return theory_object(open->theory);
}

Json protocol_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return protocol_object(open->protocol);
}

// Of the figures that the case ships, whatever the user's store has: a report is the same on every machine.
Json threat_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return threat_object(workbench::threat_of_case(open, {}));
}

// Likewise of the figures that the case ships.
Json burden_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    workbench::BurdenRequest asked;
    asked.seed = request.seed;
    return burden_object(workbench::burden_of_case(open, asked));
}

// Of the protocol, and of the user's store where there is one: without it the document says so.
Json outlook_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    workbench::OutlookRequest asked;
    asked.seed = request.seed;
    return outlook_object(workbench::outlook(open, asked));
}

// Of all alliances of the user's store: the same for every case.
Json backtest_document_of(const OpenCasePtr& /*open*/, const DocumentRequest& /*request*/) {
    return backtest_object(workbench::backtest(workbench::BacktestRequest{}));
}

std::vector<OpenCasePtr> side_by_side(const OpenCasePtr& open, const DocumentRequest& request) {
    std::vector<OpenCasePtr> cases{open};
    cases.insert(cases.end(), request.beside.begin(), request.beside.end());
    return cases;
}

Json compare_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    require_comparable(open, request);
    return compare_object(workbench::compare(side_by_side(open, request), request));
}

// The `burden` of each case beside this one that records some, as its own page shows it.
Json burdens_beside_document_of(const OpenCasePtr& /*open*/, const DocumentRequest& request) {
    Json burdens = Json::array();
    for (const auto& other : request.beside) {
        if (other->content.burden) burdens.push_back(burden_document_of(other, request));
    }
    return {{"burdens", std::move(burdens)}};
}

Json scenario_document_of(const OpenCasePtr& open, const DocumentRequest& request) {
    workbench::ScenarioRequest asked;
    asked.question = request;
    return scenario_object(workbench::scenario(open, asked));
}

// As of the last day that the case knows of: a report is the same on every day.
Json forecast_document_of(const OpenCasePtr& open, const DocumentRequest& /*request*/) {
    return forecast_object(workbench::forecast_of_case(*open, {}));
}

struct PageDocument {
    std::string_view name;
    Json (*made)(const OpenCasePtr&, const DocumentRequest&);
};

constexpr auto kDocuments = std::to_array<PageDocument>({
    {"case", case_document_of},
    {"assess", assess_document_of},
    {"items", part_document_of<workbench::Part::Items>},
    {"sources", part_document_of<workbench::Part::Sources>},
    {"theory", theory_document_of},
    {"protocol", protocol_document_of},
    {"continuity", continuity_document_of},
    {"meetings", part_document_of<workbench::Part::Meetings>},
    {"trajectory", trajectory_document_of},
    {"figures", figures_document_of},
    {"threat", threat_document_of},
    {"burden", burden_document_of},
    {"outlook", outlook_document_of},
    {"backtest", backtest_document_of},
    {"compare", compare_document_of},
    {"burdens-beside", burdens_beside_document_of},
    {"claims", part_document_of<workbench::Part::Claims>},
    {"corrections", part_document_of<workbench::Part::Corrections>},
    {"scenarios", part_document_of<workbench::Part::Scenarios>},
    {"scenario", scenario_document_of},
    {"forecast", forecast_document_of},
    {"check", check_document_of},
    {"agreement", agreement_document_of},
});

constexpr auto kNames = [] {
    std::array<std::string_view, kDocuments.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = kDocuments[i].name;
    return names;
}();

}  // namespace

std::span<const std::string_view> page_document_names() {
    return kNames;
}

bool has_page_document(const workbench::OpenCase& open, std::string_view name, const DocumentRequest& request) {
    if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) return false;
    if (name == "threat") return evidence::ships_threat_figures(open.content);
    if (name == "burden") return open.content.burden.has_value();
    if (name == "backtest") return workbench::can_backtest();
    if (name == "scenario") return workbench::has_scenarios(open);
    if (name == "forecast") return workbench::has_forecasts(open.content);
    if (name == "compare" || name == "burdens-beside") return !request.beside.empty();
    if (name != "agreement") return true;
    const auto coders = workbench::coders_asked(open, request.coders);
    return (coders.empty() ? open.content.coders.size() : coders.size()) > 1;
}

bool looks_at_cases_beside(std::string_view name) {
    return name == "case" || name == "compare" || name == "burdens-beside";
}

void require_comparable(const OpenCasePtr& open, const DocumentRequest& request) {
    require(
        request.focal.empty() && request.baseline.empty(),
        "one period is asked about, and other cases are set beside this one: each is compared in its own focal period",
        "leave out --beside, or --focal and --baseline");
    workbench::require_comparable(side_by_side(open, request));
}

std::string page_document(const OpenCasePtr& open, std::string_view name, const DocumentRequest& request) {
    const auto found =
        std::find_if(kDocuments.begin(), kDocuments.end(), [&](const PageDocument& each) { return each.name == name; });
    const std::vector<std::string> known(kNames.begin(), kNames.end());
    if (found == kDocuments.end()) {
        throw Error(ErrorKind::NotFound,
                    "there is no document '" + std::string(name) + "'" + did_you_mean(std::string(name), known),
                    "the documents: " + joined(known, ", "));
    }
    if (!has_page_document(*open, name, request)) {
        if (name == "threat") {
            throw Error(ErrorKind::NotFound, "the case ships no figures of threats",
                        "docs/case-format.md says which file holds them; `entente threat` reads the data store");
        }
        if (name == "scenario" || name == "forecast") {
            throw Error(ErrorKind::NotFound,
                        name == "scenario" ? "the case has no scenario under its theory"
                                           : "the case has nothing that was foretold",
                        "docs/case-format.md says how scenarios/ and claims.toml hold them");
        }
        if (name == "backtest") {
            throw Error(ErrorKind::NotFound, "there are no data on the endings of alliances",
                        "docs/backtest.md says which data sets they take; `entente data add` adds them");
        }
        if (name == "burden") {
            throw Error(
                ErrorKind::NotFound, "the case records nothing of burden sharing",
                "docs/case-format.md says what stands in its burden.toml; `entente burden` reads the data store");
        }
        if (name != "agreement") {
            throw Error(ErrorKind::NotFound, "no other case is set beside this one", "name one with --beside CASE");
        }
        throw Error(ErrorKind::NotFound, "one coder cannot agree or disagree", "`agreement` needs at least two coders");
    }
    return found->made(open, request).dump();
}

}  // namespace entente::reports
