// threat: one flat table, a row for each threat of each year, with full digits: for spreadsheets and statistics.
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/threat_parts.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

std::string digits(const Reading& reading) {
    return reading.known() ? fmt::format("{:.9g}", reading.value) : "—";
}

std::string whole(const std::optional<int>& value) {
    return value ? std::to_string(*value) : "—";
}

// `proximity: one of its inputs`: of components, of parts and of force posture.
std::string reasons(const workbench::Threat& threat, const evidence::ThreatTheory& theory) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < theory.components.size(); ++at) {
        const auto& component = threat.reading.components[at];
        const auto& stated = theory.components[at];
        if (!component.value.known())
            words.push_back(fmt::format("{}: {}", stated.id, name_of(component.value.reason)));
        for (std::size_t part = 0; part < stated.parts.size(); ++part) {
            const auto& value = component.parts[part];
            if (!value.known()) words.push_back(fmt::format("{}: {}", stated.parts[part].id, name_of(value.reason)));
        }
    }
    for (std::size_t entry = 0; entry < threat.posture.size(); ++entry) {
        const auto& forces = threat.posture[entry].forces;
        const std::array<std::pair<std::string_view, const Reading*>, 3> readings{
            {{"", &forces.in_it}, {"-in-state", &forces.in_state}, {"-in-neighbours", &forces.in_neighbours}}};
        for (const auto& [where, persons] : readings) {
            if (persons->known() || is_not_applicable(*persons)) continue;
            words.push_back(fmt::format("{}{}: {}", theory.force_posture[entry].id, where, name_of(persons->reason)));
        }
    }
    return joined(words, "; ");
}

std::vector<Column> columns_of(const evidence::ThreatTheory& theory, const ThreatView& view) {
    std::vector<Column> columns{{"state"},         {"year"},        {"threat"},    {"threat_cow"},
                                {"threat_name"},   {"rank"},        {"rank_best"}, {"rank_worst"},
                                {"rank_at_worst"}, {"first_share"}, {"is"}};
    for (const auto& component : theory.components) columns.push_back({component.id});
    if (view.composite) columns.push_back({"composite"});
    for (const auto& component : theory.components) {
        for (const auto& part : component.parts) columns.push_back({part.id});
    }
    for (const auto& posture : theory.force_posture) {
        for (const auto* where : {"", "-in-state", "-in-neighbours"}) columns.push_back({posture.id + where});
    }
    for (const auto* name : {"distance_km", "contiguity", "capability_at_distance", "disputes_known_to", "missing"}) {
        columns.push_back({name});
    }
    return columns;
}

std::vector<Text> row_of(const workbench::NamedState& state, int year, const workbench::Threat& threat,
                         const evidence::ThreatTheory& theory, const ThreatView& view) {
    const auto& standing = threat.standing;
    const auto& facts = threat.reading.facts;
    const bool ranked = standing.rank.has_value();
    std::vector<Text> row{
        state.code,
        std::to_string(year),
        threat.other.code,
        std::to_string(threat.other.number),
        threat.other.name,
        whole(standing.rank),
        ranked ? std::to_string(standing.best) : "—",
        ranked ? std::to_string(standing.worst) : "—",
        whole(standing.at_worst),
        ranked ? fmt::format("{:.9g}", standing.first_share) : "—",
        threat.status == threat::ThreatStatus::CannotJudge ? "—" : std::string(name_of(threat.status))};
    for (const auto& component : threat.reading.components) row.emplace_back(digits(component.value));
    if (view.composite) row.emplace_back(digits(standing.composite));
    for (const auto& component : threat.reading.components) {
        for (const auto& part : component.parts) row.emplace_back(digits(part));
    }
    for (const auto& posture : threat.posture) {
        for (const auto* persons : {&posture.forces.in_it, &posture.forces.in_state, &posture.forces.in_neighbours}) {
            row.emplace_back(digits(*persons));
        }
    }
    row.emplace_back(digits(facts.distance_km));
    row.emplace_back(digits(facts.contiguity));
    row.emplace_back(digits(facts.capability_at_distance));
    row.emplace_back(facts.hostility_known_to == 0 ? "—" : std::to_string(facts.hostility_known_to));
    row.emplace_back(reasons(threat, theory));
    return row;
}

// A state-year of which there is nothing to say keeps its row, with the reason in its last cell.
std::vector<Text> empty_row(const workbench::LeftOut& one, int year, std::size_t columns) {
    std::vector<Text> row(columns, Text{"—"});
    row[0] = one.state.code;
    row[1] = std::to_string(year);
    if (one.other) {
        row[2] = one.other->code;
        row[3] = std::to_string(one.other->number);
        row[4] = one.other->name;
    }
    row.back() = one.why;
    return row;
}

}  // namespace

Document threat_table_document(const workbench::ThreatResult& result, const ThreatView& view) {
    Document document;
    Table table;
    table.columns = columns_of(result.theory, view);
    for (const auto& state : result.states) {
        for (const auto& year : state.years) {
            for (const auto& threat : year.threats) {
                table.rows.push_back(row_of(state.state, year.year, threat, result.theory, view));
            }
        }
    }
    for (const auto& one : result.left_out) {
        for (int year = one.years.first; year <= one.years.last; ++year) {
            table.rows.push_back(empty_row(one, year, table.columns.size()));
        }
    }
    document.table(std::move(table));
    return document;
}

}  // namespace entente::reports
