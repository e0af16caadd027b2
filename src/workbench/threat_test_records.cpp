#include "workbench/threat_test_records.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "datasets/state_years.hpp"
#include "panels/dispute_record.hpp"
#include "panels/pair_records.hpp"
#include "panels/panel_values.hpp"
#include "panels/source_table.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

constexpr int kYearsAtOnce = 10;  // of all pairs: what is in memory at a time

const FactNeeds& pact_needs() {
    static const FactNeeds needs{"defence-pacts", {"atop-directed"}, {"defense"}};
    return needs;
}
const FactNeeds& major_needs() {
    static const FactNeeds needs{"major-powers", {"cow-majors"}, {}};
    return needs;
}

const panels::StoredDataset& needed(const OpenStore& open, const FactNeeds& needs) {
    const auto* found = find_dataset(*open.data, needs);
    if (found == nullptr) {
        throw Error(ErrorKind::NotFound,
                    fmt::format("the theory cannot be tested without {}, which the store does not have",
                                needs.datasets.front()),
                    fmt::format("`entente data info {}` says where to get it; then `entente data add`",
                                needs.datasets.front()));
    }
    return *found;
}

std::vector<int> state_numbers(const OpenStore& open, int from, int to) {
    std::vector<int> numbers;
    for (const auto& one : datasets::state_years(open.states, datasets::Numbering::Cow, from, to)) {
        numbers.push_back(one.number);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

void add_both_ways(threat::YearlySets& sets, const std::vector<int>& numbers, int year, int one, int other) {
    const auto place = place_of_state(numbers, one);
    const auto place_of_other = place_of_state(numbers, other);
    if (!place || !place_of_other) return;
    sets.add(year, *place, *place_of_other);
    sets.add(year, *place_of_other, *place);
}

threat::YearlySets read_pacts(const OpenStore& open, const panels::StoredDataset& dataset,
                              const std::vector<int>& numbers) {
    constexpr std::array<std::string_view, 1> kDefence{"defense"};
    const auto records = panels::read_pair_records(*open.data, dataset, kDefence);
    threat::YearlySets pacts(dataset.years.first, dataset.years.last, numbers.size());
    for (std::size_t row = 0; row < records.rows(); ++row) {
        if (records.columns[0][row] != 1.0) continue;
        for (int year = records.first_year[row]; year <= records.last_year[row]; ++year) {
            add_both_ways(pacts, numbers, year, records.state_1[row], records.state_2[row]);
        }
    }
    return pacts;
}

// Of phases and renewals of one alliance the first that pledges defence.
threat::YearlySets read_named_threats(const OpenStore& open, const panels::StoredDataset& dataset,
                                      const std::vector<int>& numbers) {
    using datasets::identifier;
    const auto source = panels::source_of(dataset, datasets::Numbering::Cow);
    const auto found = open.data->database().query(fmt::format(
        "SELECT CAST({0} AS BIGINT) AS state, CAST(other AS BIGINT) AS other, CAST(min({1}) AS BIGINT) AS year FROM "
        "(SELECT {0}, {1}, {2}, unnest([statthr1, statthr2]) AS other FROM {3} WHERE defense = 1) WHERE other > 0 "
        "GROUP "
        "BY {2}, state, other ORDER BY 3, 1, 2",
        identifier(source.key.state), identifier(source.key.begin.front()), identifier(source.key.alliance),
        identifier(source.table)));
    threat::YearlySets named(dataset.years.first, dataset.years.last, numbers.size());
    for (std::size_t row = 0; row < found.rows(); ++row) {
        const auto state = place_of_state(numbers, static_cast<int>(found.integer(row, "state").value_or(0)));
        const auto other = place_of_state(numbers, static_cast<int>(found.integer(row, "other").value_or(0)));
        if (state && other) named.add(static_cast<int>(found.integer(row, "year").value_or(0)), *state, *other);
    }
    return named;
}

threat::YearlySets remembered_disputes(const panels::DisputeRecord& record, const std::vector<int>& numbers) {
    threat::YearlySets disputes(record.coverage().first, record.coverage().last, numbers.size());
    for (const auto& dispute : record.years) {
        for (int later = 0; later < kQuarrelYears; ++later) {
            add_both_ways(disputes, numbers, dispute.year + later, dispute.state_1, dispute.state_2);
        }
    }
    return disputes;
}

threat::YearlySets read_majors(const OpenStore& open, const std::vector<int>& numbers, int from, int to) {
    panels::PanelRequest request;
    request.unit = panels::PanelUnit::StateYear;
    request.system = datasets::Numbering::Cow;
    request.from = from;
    request.to = to;
    request.states = {"majors"};
    request.columns = {"capability-share"};  // a panel has some column; only its rows are wanted
    const auto panel = panels::prepare_panel(request, *open.data);
    const auto values = panels::read_panel_values(panel, *open.data, {{}, from, to});
    threat::YearlySets majors(from, to, numbers.size());
    for (std::size_t row = 0; row < values.rows(); ++row) {
        if (const auto place = place_of_state(numbers, values.states[row])) {
            majors.add(values.years[row], *place, *place);
        }
    }
    return majors;
}

// Of the pairs of a year those whose S lies below its median.
void note_unlike(threat::YearlySets& unlike, const std::vector<int>& numbers, const panels::PanelValues& values,
                 const std::vector<std::uint32_t>& rows) {
    std::vector<double> known;
    for (const auto row : rows) {
        if (const auto s = values.reading(0, row); s.known()) known.push_back(s.value);
    }
    if (known.empty()) return;
    const auto middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
    std::nth_element(known.begin(), middle, known.end());
    for (const auto row : rows) {
        const auto s = values.reading(0, row);
        if (s.known() && s.value < *middle) {
            add_both_ways(unlike, numbers, values.years[row], values.states[row], values.others[row]);
        }
    }
}

threat::YearlySets read_unlike_alliances(const OpenStore& open, const std::vector<int>& numbers, int from, int to) {
    panels::PanelRequest request;
    request.unit = panels::PanelUnit::DyadYear;
    request.system = datasets::Numbering::Cow;
    request.from = from;
    request.to = to;
    request.columns = {"alliance-similarity"};
    const auto panel = panels::prepare_panel(request, *open.data);
    threat::YearlySets unlike(from, to, numbers.size());
    for (int first = from; first <= to; first += kYearsAtOnce) {
        const int last = std::min(to, first + kYearsAtOnce - 1);
        const auto values = panels::read_panel_values(
            panel, *open.data,
            {.columns = {"alliance_s"}, .from = first, .to = last, .order = panels::RowOrder::AsTheyCome});
        for (const auto& rows : values.rows_by_year(first, last)) note_unlike(unlike, numbers, values, rows);
    }
    return unlike;
}

}  // namespace

std::optional<std::size_t> place_of_state(const std::vector<int>& numbers, int number) {
    const auto found = std::lower_bound(numbers.begin(), numbers.end(), number);
    if (found == numbers.end() || *found != number) return std::nullopt;
    return static_cast<std::size_t>(found - numbers.begin());
}

ThreatTestReach threat_test_reach(const OpenStore& open) {
    const auto& pledges = needed(open, pact_needs());
    (void)needed(open, major_needs());
    const auto disputes = panels::dispute_source(*open.data);
    if (!disputes) {
        throw Error(ErrorKind::NotFound, "the theory cannot be tested without a record of disputes",
                    "`entente data info mid-dyadic` says where to get one; then `entente data add`");
    }
    return {pledges.years, disputes->dataset->years};
}

ThreatTestRecords read_threat_test_records(const OpenStore& open, int from, int to) {
    const auto& pledges = needed(open, pact_needs());
    const auto& powers = needed(open, major_needs());
    const auto disputes = panels::read_disputes(*open.data);
    ensure(disputes.has_value(), "a record of disputes was there before it was read");
    const auto numbers = state_numbers(open, from, pledges.years.last);
    ThreatTestRecords records{
        .numbers = numbers,
        .pact_years = pledges.years,
        .dispute_years = disputes->coverage(),
        .pacts = read_pacts(open, pledges, numbers),
        .disputes = remembered_disputes(*disputes, numbers),
        .named = std::nullopt,
        .majors = read_majors(open, numbers, from, to),
        .unlike_alliances = std::nullopt,
        .sources = {source_of_fact("defence-pacts", pledges, "defense"),
                    source_of_fact("quarrels", *disputes->source.dataset,
                                   std::string(disputes->source.columns.dispute)),
                    source_of_fact("major-powers", powers, {})},
        .datasets = {&pledges, disputes->source.dataset, &powers},
    };
    const FactNeeds names{"named-threats", {"atop-member"}, {"statthr1", "statthr2", "defense"}};
    if (const auto* members = find_dataset(*open.data, names); members != nullptr) {
        records.named = read_named_threats(open, *members, numbers);
        records.sources.push_back(source_of_fact(names.fact, *members, "statthr1"));
        records.datasets.push_back(members);
    } else {
        records.sources.push_back(missing_source(names));
    }
    const FactNeeds all_pledges{"circular", {"atop-directed"}, {"defense", "offense", "neutral", "nonagg", "consul"}};
    if (find_dataset(*open.data, all_pledges) != nullptr) {
        records.unlike_alliances = read_unlike_alliances(open, numbers, from, to);
    }
    return records;
}

}  // namespace entente::workbench
