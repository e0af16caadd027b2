#include "workbench/threat_data.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "core/error.hpp"
#include "panels/dispute_record.hpp"
#include "panels/panel_values.hpp"
#include "threat/hostility.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

constexpr double kHighestHostility = 5;
constexpr int kYearsAtOnce = 10;  // of all pairs: what is in memory at a time

// A fact that the panel gives: in which columns, the other state being a row's first and the threatened one its second.
struct PanelFact {
    FactNeeds needs;
    std::string asked;                 // of the panel
    std::vector<std::string> columns;  // that it then has
};

const std::vector<PanelFact>& panel_facts() {
    static const std::vector<PanelFact> facts{
        {{"capability-share", {"nmc"}, {"milex", "milper", "irst", "pec", "tpop", "upop"}},
         "capability-share",
         {"capability_share_1", "capability_share_2"}},
        {{"spending-share", {"nmc"}, {"milex", "milper"}}, "military-share", {"military_expenditure_share_1"}},
        {{"personnel-share", {"nmc"}, {"milex", "milper"}}, "military-share", {"military_personnel_share_1"}},
        {{"closeness", {"capitals-cow", "capitals-gw"}, {"lat", "lng"}}, "capital-distance", {"capital_distance"}},
        {{"closeness", {"contiguity"}, {"conttype"}}, "contiguity.conttype", {"contiguity_conttype"}},
        {{"rivalry", {"rivalries-tss", "rivalries-td"}, {}}, "rivalry", {"rivalry"}},
        {{"territorial-rivalry", {"rivalries-tss"}, {"spatial"}}, "territorial-rivalry", {"territorial_rivalry"}},
        {{"policy-distance", {"unga-ideal-points"}, {"idealpointall"}},
         "ideal-point-distance",
         {"ideal_point_distance"}},
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

// The acts of each state towards each other: in the disputes that its side began, the highest hostility of a year.
class PastHostility {
public:
    PastHostility(const panels::DisputeRecord& record, const ThreatDataRequest& request)
        : years_(record.coverage()), half_life_(request.half_life), stale_after_(request.stale_after) {
        for (const auto& dispute : record.years) {
            if (!dispute.began || !dispute.level) continue;
            auto& past = past_[key(dispute.state_1, dispute.state_2)];
            const double level = *dispute.level / kHighestHostility;
            if (!past.empty() && past.back().year == dispute.year) {
                past.back().level = std::max(past.back().level, level);
            } else {
                past.push_back({dispute.year, level});
            }
        }
    }

    [[nodiscard]] Reading towards(int state, int other, int year) const {
        static const std::vector<threat::HostileYear> none;
        const auto found = past_.find(key(other, state));
        return threat::remembered(found == past_.end() ? none : found->second, years_.first, years_.last, year,
                                  half_life_, stale_after_);
    }
    [[nodiscard]] int known_to() const noexcept { return years_.last; }

private:
    static std::uint64_t key(int first, int second) {
        return (static_cast<std::uint64_t>(first) << 32U) | static_cast<std::uint32_t>(second);
    }

    datasets::YearSpan years_;
    double half_life_;
    int stale_after_;
    std::unordered_map<std::uint64_t, std::vector<threat::HostileYear>> past_;
};

// The largest distance of two ideal points in each year, over all states that have one.
std::map<int, double> largest_policy_distances(const panels::DataAtHand& data, int from, int to) {
    panels::PanelRequest request;
    request.unit = panels::PanelUnit::StateYear;
    request.from = from;
    request.to = to;
    request.columns = {"unga-ideal-points.idealpointall"};
    const auto panel = panels::build_panel(request, data);
    const auto values = panels::read_panel_values(panel, data, {{panel.columns.front().name}, from, to});
    struct Range {
        double lowest = std::numeric_limits<double>::infinity();
        double highest = -std::numeric_limits<double>::infinity();
    };
    std::map<int, Range> ranges;
    for (std::size_t row = 0; row < values.rows(); ++row) {
        const auto point = values.reading(0, row);
        if (!point.known()) continue;
        auto& range = ranges[values.years[row]];
        range.lowest = std::min(range.lowest, point.value);
        range.highest = std::max(range.highest, point.value);
    }
    std::map<int, double> largest;
    for (const auto& [year, range] : ranges) largest[year] = range.highest - range.lowest;
    return largest;
}

// The columns that were asked for, in this order; a column whose data set is not at hand has no place.
enum PlaceOf : std::uint8_t {
    Capability,
    OwnCapability,
    Spending,
    Personnel,
    Distance,
    Contiguity,
    Rivalry,
    Territory,
    Policy,
    AtDistance,
    Inflated,
};
constexpr std::size_t kPlaces = Inflated + 1;
constexpr std::array<std::string_view, kPlaces> kColumns{"capability_share_1",
                                                         "capability_share_2",
                                                         "military_expenditure_share_1",
                                                         "military_personnel_share_1",
                                                         "capital_distance",
                                                         "contiguity_conttype",
                                                         "rivalry",
                                                         "territorial_rivalry",
                                                         "ideal_point_distance",
                                                         "capability_at_distance_1",
                                                         "capability_at_distance_inflated"};

class FactRows {
public:
    FactRows(const panels::Panel& panel, std::map<int, double> largest) : largest_(std::move(largest)) {
        for (std::size_t place = 0; place < kPlaces; ++place) {
            const bool there = std::any_of(panel.columns.begin(), panel.columns.end(),
                                           [&](const auto& column) { return column.name == kColumns[place]; });
            if (!there) continue;
            places_[place] = names_.size();
            names_.emplace_back(kColumns[place]);
        }
    }

    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

    [[nodiscard]] threat::DyadFacts facts(const panels::PanelValues& values, std::size_t row,
                                          const PastHostility& past) const {
        const auto reading = [&](PlaceOf which) {
            return places_[which] ? values.reading(*places_[which], row) : Reading::missing(Reason::NoDataset);
        };
        threat::DyadFacts facts;
        facts.state = values.others[row];
        facts.other = values.states[row];
        facts.year = values.years[row];
        facts.capability = reading(Capability);
        facts.own_capability = reading(OwnCapability);
        facts.spending_share = reading(Spending);
        facts.personnel_share = reading(Personnel);
        facts.distance_km = reading(Distance);
        facts.contiguity = reading(Contiguity);
        facts.hostility = past.towards(facts.state, facts.other, facts.year);
        facts.hostility_known_to = past.known_to();
        facts.rivalry = reading(Rivalry);
        facts.territorial_rivalry = reading(Territory);
        facts.policy_distance = share_of_largest(reading(Policy), facts.year);
        facts.capability_at_distance = reading(AtDistance);
        const auto inflated = reading(Inflated);
        facts.inflated = inflated.known() && inflated.value > 0;
        return facts;
    }

private:
    [[nodiscard]] Reading share_of_largest(const Reading& distance, int year) const {
        if (!distance.known()) return distance;
        const auto largest = largest_.find(year);
        if (largest == largest_.end() || !(largest->second > 0)) return Reading::missing(Reason::Undefined);
        return Reading::of(std::min(1.0, distance.value / largest->second));
    }

    std::map<int, double> largest_;
    std::array<std::optional<std::size_t>, kPlaces> places_{};
    std::vector<std::string> names_;
};

// Asks for every fact whose data set is at hand.
panels::PanelRequest panel_request(const panels::DataAtHand& data, const ThreatDataRequest& request) {
    panels::PanelRequest asked;
    asked.unit = panels::PanelUnit::DirectedDyadYear;
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
        const auto column = find_column(fact.columns.front());
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
    const PastHostility past(disputes, request);
    std::map<int, double> largest;
    if (find_dataset(data, needs_of("ideal-point-distance")) != nullptr) {
        largest = largest_policy_distances(data, request.from, request.to);
    }
    const auto panel = panels::build_panel(panel_request(data, request), data);
    const FactRows rows(panel, std::move(largest));

    const int at_once = request.state ? request.to - request.from + 1 : kYearsAtOnce;
    std::vector<threat::DyadFacts> of_year;
    for (int from = request.from; from <= request.to; from += at_once) {
        const int to = std::min(request.to, from + at_once - 1);
        const auto values = panels::read_panel_values(panel, data, {rows.names(), from, to, request.state});
        std::size_t row = 0;
        for (int year = from; year <= to; ++year) {
            of_year.clear();
            for (; row < values.rows() && values.years[row] == year; ++row) {
                of_year.push_back(rows.facts(values, row, past));
            }
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
