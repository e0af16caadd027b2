#include "panels/panel.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "panels/asked_column.hpp"
#include "panels/measures.hpp"
#include "panels/panel_query.hpp"

namespace entente::panels {
namespace {

using datasets::identifier;

// `atop-directed` and `defense` → `atop_directed_defense`: a name that R, Stata and Python take.
std::string tidy(std::string_view words) {
    std::string name;
    for (const char byte : words) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        name += plain ? byte : '_';
    }
    return name;
}

struct Builder {
    const DataAtHand& data;
    Panel& panel;
    PanelQuery query;
    std::vector<Cell> cells;              // of panel.columns
    std::vector<std::string> flag_words;  // of panel.columns
    std::set<std::string> twice;          // data sets that are asked for in several versions
};

void note_use(Panel& panel, const StoredDataset& dataset) {
    auto& used = panel.datasets;
    if (std::find(used.begin(), used.end(), &dataset) == used.end()) used.push_back(&dataset);
}

void add_column(Builder& builder, PanelColumn column, Cell cell, std::string flag_words = {}) {
    const auto& known = builder.panel.columns;
    const auto again =
        std::find_if(known.begin(), known.end(), [&](const PanelColumn& one) { return one.name == column.name; });
    if (again != known.end()) {
        require(again->asked_as == column.asked_as,
                fmt::format("{} and {} would both be called {}", again->asked_as, column.asked_as, column.name));
        return;
    }
    builder.panel.columns.push_back(std::move(column));
    builder.cells.push_back(std::move(cell));
    builder.flag_words.push_back(std::move(flag_words));
}

std::vector<datasets::DefinitionBreak> breaks_within(const datasets::ColumnRule* rule, const PanelFrame& frame) {
    std::vector<datasets::DefinitionBreak> breaks;
    if (rule == nullptr) return breaks;
    for (const auto& one : rule->breaks) {
        if (one.year > frame.from && one.year <= frame.to) breaks.push_back(one);
    }
    return breaks;
}

void add_variable(Builder& builder, const StoredDataset& dataset, const std::string& variable) {
    const auto& frame = builder.panel.frame;
    const auto unit = dataset.descriptor->unit;
    const auto sides = sides_of(frame.unit, unit);
    const auto full = fmt::format("{}@{}.{}", dataset.descriptor->id, dataset.version_id, variable);
    require(!sides.empty(),
            fmt::format("{} has a row for each {}, which a {} panel does not take", full, name_of(unit),
                        name_of(frame.unit)),
            fmt::format("`entente panel --variables {}` lists what it takes", name_of(frame.unit)));
    if (unit == datasets::Unit::LeaderSpell && frame.unit == PanelUnit::LeaderYear) {
        require(&dataset == frame.rows_from, fmt::format("{}: the rows come from {}, which names leaders otherwise",
                                                         full, frame.rows_from->descriptor->id));
    }
    const auto* stored = dataset.find_variable(variable);
    ensure(stored != nullptr, "a variable that was asked for is in the store");
    const auto prefix = builder.twice.contains(dataset.descriptor->id)
                            ? dataset.descriptor->id + "_" + dataset.version_id
                            : dataset.descriptor->id;
    for (const auto side : sides) {
        PanelColumn column;
        column.name = tidy(prefix + "_" + variable) + suffix_of(side, frame.unit);
        column.label = stored->label.empty() ? variable : stored->label;
        if (side == Side::First || side == Side::Second) {
            column.label += side == Side::First ? ", first state" : ", second state";
        } else if (side == Side::TwoToOne || (side == Side::OneToTwo && frame.unit == PanelUnit::DyadYear)) {
            column.label += side == Side::TwoToOne ? ", second towards first" : ", first towards second";
        }
        column.unit = stored->unit;
        column.asked_as = full;
        column.from = {&dataset};
        column.variable = variable;
        column.coverage = dataset.years_of(variable);
        column.coverage_stated = dataset.years_stated;
        column.breaks = breaks_within(dataset.descriptor->find_column(variable), frame);
        add_column(builder, std::move(column), builder.query.cell(dataset, variable, side));
    }
    note_use(builder.panel, dataset);
}

void add_measure(Builder& builder, const Measure& measure) {
    const auto& frame = builder.panel.frame;
    require(measure.offered_for(frame.unit),
            fmt::format("{} makes no sense for a {} panel", measure.name, name_of(frame.unit)),
            fmt::format("`entente panel --variables {}` lists what does", name_of(frame.unit)));
    MeasureInputs inputs(std::string(measure.name), builder.panel.request, builder.data);
    const auto measured = measure.add(builder.query, inputs);
    for (const auto& one : measured) {
        PanelColumn column;
        column.name = one.name;
        column.label = one.label;
        column.unit = one.unit;
        column.asked_as = measure.name;
        column.from = inputs.used();
        column.formula = measure.formula;
        column.coverage = inputs.years();
        column.notes = one.notes;
        column.hidden = one.hidden;
        add_column(builder, std::move(column), one.cell, one.flag_words);
    }
    for (const auto* used : inputs.used()) note_use(builder.panel, *used);
}

// A view: the rows are joined as they are counted and again as they are written, which costs less than to keep them.
void make_view(Builder& builder) {
    const auto& panel = builder.panel;
    std::string select = "r.row AS row";
    for (const auto& key : panel.frame.keys) select += fmt::format(", {} AS {}", key.expression, identifier(key.name));
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
        const auto& name = panel.columns[i].name;
        select += fmt::format(", {} AS {}, CAST({} AS UTINYINT) AS {}", builder.cells[i].value, identifier(name),
                              builder.cells[i].reason, identifier(reason_column(name)));
    }
    builder.data.database().run("CREATE OR REPLACE TEMPORARY VIEW panel AS SELECT " + select + ' ' +
                                builder.query.from_clause());
}

int stretch_years(const PanelFrame& frame) {
    return (frame.to - frame.from) / kStretches + 1;
}

// The reasons of a row as few whole numbers, so that rows that are alike in them are counted together.
constexpr std::size_t kReasonsInOne = 15;
constexpr std::int64_t kReasonBase = 16;
static_assert(kReasons <= kReasonBase);

std::string packed_reasons(const std::vector<PanelColumn>& columns) {
    if (columns.empty()) return {};
    std::string packed;
    std::int64_t weight = 1;
    for (std::size_t i = 0; i < columns.size(); ++i, weight *= kReasonBase) {
        if (i % kReasonsInOne == 0) {
            packed += fmt::format("{}, CAST(0 AS BIGINT)", i == 0 ? "" : fmt::format(" AS p{}", i / kReasonsInOne - 1));
            weight = 1;
        }
        packed += fmt::format(" + CAST({} AS BIGINT) * {}", identifier(reason_column(columns[i].name)), weight);
    }
    return packed + fmt::format(" AS p{}", (columns.size() - 1) / kReasonsInOne);
}

// The values of a variable agree with its reasons as those of its source do; a measure computes the two apart.
std::string wrong_cells(const std::vector<PanelColumn>& columns) {
    std::string wrong = "false";
    for (const auto& column : columns) {
        if (!column.variable.empty()) continue;
        wrong += fmt::format(" OR ({} IS NULL) <> ({} <> 0)", identifier(column.name),
                             identifier(reason_column(column.name)));
    }
    return wrong;
}

// Joining must neither lose nor double a row. No left join loses one, so their number says both.
void count_cells(const datasets::Database& database, Panel& panel, const std::vector<std::string>& flag_words) {
    const auto& frame = panel.frame;
    std::string flagged;
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
        if (flag_words[i].empty()) continue;
        flagged += fmt::format(", count(*) FILTER ({} = 1) AS f{}", identifier(panel.columns[i].name), i);
    }
    const auto found = database.query(fmt::format(
        "SELECT CAST((year - {}) // {} AS BIGINT) AS stretch{}, count(*) AS cells, count(*) FILTER ({}) AS "
        "wrong{} FROM panel GROUP BY ALL",
        frame.from, stretch_years(frame), packed_reasons(panel.columns), wrong_cells(panel.columns), flagged));
    const auto stretches = static_cast<std::size_t>((frame.to - frame.from) / stretch_years(frame) + 1);
    std::int64_t rows = 0;
    for (std::size_t row = 0; row < found.rows(); ++row) {
        ensure(*found.integer(row, "wrong") == 0, "a cell has a value or a reason, never both");
        rows += *found.integer(row, "cells");
    }
    ensure(rows == frame.rows, "joining changed the rows of a panel");
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
        auto& column = panel.columns[i];
        column.rows_by_stretch.assign(stretches, 0);
        column.present_by_stretch.assign(stretches, 0);
        const auto& packed =
            std::get<datasets::Column::Integers>(found.column(fmt::format("p{}", i / kReasonsInOne)).values);
        const auto shift = 4 * (i % kReasonsInOne);
        for (std::size_t row = 0; row < found.rows(); ++row) {
            const auto reason = (static_cast<std::uint64_t>(packed[row]) >> shift) % kReasonBase;
            const auto stretch = static_cast<std::size_t>(*found.integer(row, "stretch"));
            const auto cells = *found.integer(row, "cells");
            column.cells.at(reason) += cells;
            column.rows_by_stretch.at(stretch) += cells;
            if (reason == 0) column.present_by_stretch.at(stretch) += cells;
        }
        if (flag_words[i].empty()) continue;
        std::int64_t flags = 0;
        for (std::size_t row = 0; row < found.rows(); ++row) flags += *found.integer(row, fmt::format("f{}", i));
        column.notes.push_back(fmt::format("{} {}", flags, flag_words[i]));
    }
}

void count_all(Builder& builder) {
    auto& database = builder.data.database();
    auto& panel = builder.panel;
    const auto types = database.query(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'panel' AND database_name = 'temp'");
    std::map<std::string, std::string> type_of;
    for (std::size_t row = 0; row < types.rows(); ++row) {
        type_of[*types.text(row, "column_name")] = *types.text(row, "data_type");
    }
    for (auto& column : panel.columns) column.type = type_of[column.name];
    count_cells(database, panel, builder.flag_words);
}

// The version that computed measures take: the one that the request names for that data set, if it names only one.
std::map<std::string, std::string> versions_named(const PanelRequest& request, const DataAtHand& data,
                                                  std::set<std::string>& twice) {
    auto versions = request.versions;
    std::map<std::string, std::set<std::string>> named;
    for (const auto& written : request.columns) {
        const auto asked = read_asked_column(written, data, measure_names(), request.versions);
        if (asked.dataset != nullptr) named[asked.dataset->descriptor->id].insert(asked.dataset->version_id);
    }
    for (const auto& [dataset, all] : named) {
        if (all.size() > 1) twice.insert(dataset);
        versions.emplace(dataset, all.size() == 1 ? *all.begin() : data.find(dataset)->version_id);
    }
    return versions;
}

}  // namespace

std::string reason_column(const std::string& name) {
    return name + " reason";
}

Panel build_panel(const PanelRequest& request, const DataAtHand& data) {
    require(!request.columns.empty(), "no variable is asked for", "name some, as --with nmc,capital-distance");
    Panel panel;
    panel.request = request;
    std::set<std::string> twice;
    panel.request.versions = versions_named(request, data, twice);
    panel.frame = make_rows(panel.request, data);
    panel.request.system = panel.frame.system;
    if (panel.frame.rows_from != nullptr) note_use(panel, *panel.frame.rows_from);
    if (panel.frame.majors != nullptr) note_use(panel, *panel.frame.majors);
    Builder builder{data, panel, PanelQuery(data, panel.frame), {}, {}, std::move(twice)};
    for (const auto& written : request.columns) {
        const auto asked = read_asked_column(written, data, measure_names(), request.versions);
        if (!asked.measure.empty()) {
            add_measure(builder, *find_measure(asked.measure));
            continue;
        }
        for (const auto& variable : asked.variables) add_variable(builder, *asked.dataset, variable);
    }
    make_view(builder);
    count_all(builder);
    panel.notes = panel.frame.notes;
    for (const auto* dataset : panel.datasets) {
        panel.request.versions.emplace(dataset->descriptor->id, dataset->version_id);
    }
    return panel;
}

}  // namespace entente::panels
