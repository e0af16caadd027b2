#include "workbench/threat_data.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include <fmt/format.h>

#include "core/error.hpp"
#include "panels/dispute_record.hpp"
#include "panels/panel_values.hpp"
#include "workbench/facts_of_years.hpp"
#include "workbench/past_hostility.hpp"
#include "workbench/threat_inputs.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

constexpr int kYearsAtOnce = 10;  // of all pairs: what is in memory at a time

// A fact that a panel of pairs knows.
struct PanelFact {
    FactNeeds needs;
    std::string asked;   // of the panel
    std::string column;  // one that it then has
};

const std::vector<PanelFact>& panel_facts() {
    static const std::vector<PanelFact> facts{
        {{"capability-share", {"nmc"}, {"milex", "milper", "irst", "pec", "tpop", "upop"}},
         "capability-share",
         "capability_share_1"},
        {{"spending-share", {"nmc"}, {"milex", "milper"}}, "military-share", "military_expenditure_share_1"},
        {{"personnel-share", {"nmc"}, {"milex", "milper"}}, "military-share", "military_personnel_share_1"},
        {{"closeness", {"capitals-cow", "capitals-gw"}, {"lat", "lng"}}, "capital-distance", "capital_distance"},
        {{"closeness", {"contiguity"}, {"conttype"}}, "contiguity.conttype", "contiguity_conttype"},
        {{"rivalry", {"rivalries-tss", "rivalries-td"}, {}}, "rivalry", "rivalry"},
        {{"territorial-rivalry", {"rivalries-tss"}, {"spatial"}}, "territorial-rivalry", "territorial_rivalry"},
        {{"policy-distance", {"unga-ideal-points"}, {"idealpointall"}}, "ideal-point-distance", "ideal_point_distance"},
    };
    return facts;
}

FactNeeds needs_of(std::string_view asked) {
    for (const auto& fact : panel_facts()) {
        if (fact.asked == asked) return fact.needs;
    }
    throw Error(ErrorKind::Fault, "no fact of threat is asked for so: " + std::string(asked));
}

FactNeeds dispute_needs() {
    FactNeeds needs{"disputes-started", {}, {}};
    for (const auto& one : panels::dispute_columns()) needs.datasets.push_back(one.dataset);
    return needs;
}

const panels::StoredDataset& needed_dataset(const panels::DataAtHand& data, const FactNeeds& needs) {
    const auto* found = find_dataset(data, needs);
    if (found == nullptr) {
        throw Error(
            ErrorKind::NotFound,
            fmt::format("threat cannot be computed without {}, which the store does not have", needs.datasets.front()),
            fmt::format("`entente data info {}` says where to get it; then `entente data add`",
                        needs.datasets.front()));
    }
    return *found;
}

panels::DisputeRecord needed_disputes(const panels::DataAtHand& data) {
    auto record = panels::read_disputes(data);
    if (!record) (void)needed_dataset(data, dispute_needs());
    ensure(record.has_value(), "a data set of disputes at hand lacks its columns");
    return std::move(*record);
}

// Asks for every fact whose data set is at hand.
panels::PanelRequest panel_request(const panels::DataAtHand& data, const ThreatDataRequest& request) {
    panels::PanelRequest asked;
    asked.unit = panels::PanelUnit::DyadYear;
    asked.system = datasets::Numbering::Cow;
    asked.from = request.from;
    asked.to = request.to;
    for (const auto& fact : panel_facts()) {
        const bool again = std::find(asked.columns.begin(), asked.columns.end(), fact.asked) != asked.columns.end();
        if (!again && find_dataset(data, fact.needs) != nullptr) asked.columns.push_back(fact.asked);
    }
    if (find_dataset(data, needs_of("contiguity.conttype")) != nullptr) {
        asked.columns.emplace_back("capability-at-distance");
    }
    return asked;
}

std::vector<ThreatSource> sources_of(const panels::Panel& panel, const panels::DisputeRecord& disputes) {
    const auto find_column = [&](const std::string& name) {
        return std::find_if(panel.columns.begin(), panel.columns.end(),
                            [&](const auto& column) { return column.name == name; });
    };
    std::vector<ThreatSource> sources;
    for (const auto& fact : panel_facts()) {
        const auto column = find_column(fact.column);
        sources.push_back(column == panel.columns.end() ? missing_source(fact.needs)
                                                        : source_of_column(fact.needs.fact, *column));
    }
    auto hostility =
        source_of_fact("disputes-started", *disputes.source.dataset, std::string(disputes.source.columns.level));
    hostility.variable += ", where " + std::string(disputes.source.columns.side) + " is 1";
    sources.insert(sources.begin() + 5, std::move(hostility));
    const auto at_distance = find_column("capability_at_distance_1");
    sources.push_back(at_distance == panel.columns.end()
                          ? missing_source({"capability-at-distance", {"contiguity"}, {}})
                          : source_of_column("capability-at-distance", *at_distance));
    return sources;
}

std::vector<std::string> notes_of(const panels::DisputeRecord& disputes, const ThreatDataRequest& request) {
    std::vector<std::string> notes;
    const auto last = disputes.coverage().last;
    if (request.to > last) {
        notes.push_back(
            fmt::format("The record of disputes ({}) ends in {}. After that it is remembered for {} years; "
                        "what happened since is not in it.",
                        words_of(*disputes.source.dataset), last, request.stale_after));
    }
    const auto unclear = std::count_if(disputes.years.begin(), disputes.years.end(),
                                       [](const auto& one) { return one.began && !one.level; });
    if (unclear > 0) {
        notes.push_back(
            fmt::format("{} rows of the record of disputes state no level of hostility and count for "
                        "nothing.",
                        unclear));
    }
    return notes;
}

}  // namespace

bool has_threat_data(const OpenStore& open) {
    const auto& data = *open.data;
    return find_dataset(data, needs_of("capability-share")) != nullptr &&
           find_dataset(data, needs_of("capital-distance")) != nullptr && panels::dispute_source(data).has_value();
}

ThreatCoverage threat_coverage(const OpenStore& open, int stale_after) {
    const auto& data = *open.data;
    ThreatCoverage coverage{std::numeric_limits<int>::min(), std::numeric_limits<int>::max(), {}};
    const auto take = [&](const FactNeeds& needs, int remembered) {
        const auto& dataset = needed_dataset(data, needs);
        coverage.first = std::max(coverage.first, dataset.years.first);
        coverage.last = std::min(coverage.last, dataset.years.last + remembered);
        coverage.needed.push_back(source_of_fact(needs.fact, dataset, {}));
    };
    take(needs_of("capability-share"), 0);
    take(needs_of("capital-distance"), 0);
    take(dispute_needs(), stale_after);
    return coverage;
}

ThreatData for_each_year(const OpenStore& open, const ThreatDataRequest& request,
                         const std::function<void(int year, std::span<const threat::DyadFacts>)>& use) {
    const auto& data = *open.data;
    (void)threat_coverage(open, request.stale_after);
    const auto disputes = needed_disputes(data);
    const PastHostility past(disputes, request.half_life, request.stale_after);
    const FactsOfStates states(data, request.from, request.to);
    // Of all pairs nobody is told why one is missing.
    std::optional<ThreatInputs> inputs;
    if (request.state) inputs.emplace(data, request.from, request.to);
    const auto panel = panels::prepare_panel(panel_request(data, request), data);
    const PairColumns columns(panel);
    FactsOfYears facts(states, columns, past, request.state);

    const int at_once = request.state ? request.to - request.from + 1 : kYearsAtOnce;
    for (int from = request.from; from <= request.to; from += at_once) {
        const int to = std::min(request.to, from + at_once - 1);
        const auto values = panels::read_panel_values(
            panel, data, {columns.names(), from, to, request.state, panels::RowOrder::AsTheyCome});
        const auto rows = values.rows_by_year(from, to);
        for (int year = from; year <= to; ++year) {
            const auto of_year = facts.of(year, values, rows[static_cast<std::size_t>(year - from)]);
            if (inputs) std::for_each(of_year.begin(), of_year.end(), [&](auto& one) { inputs->explain(one); });
            use(year, of_year);
        }
    }

    ThreatData result;
    result.sources = sources_of(panel, disputes);
    result.notes = notes_of(disputes, request);
    result.datasets = panel.datasets;
    note_dataset(result.datasets, disputes.source.dataset);
    return result;
}

}  // namespace entente::workbench
