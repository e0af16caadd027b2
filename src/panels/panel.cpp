#include "panels/panel.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "panels/asked_column.hpp"
#include "panels/left_out_states.hpp"
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
    std::string from;                     // what the cells are expressions over
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

// `a row is a vote of a state in a roll call`, `a row is an alliance-phase`
std::string row_in_words(const datasets::Descriptor& descriptor) {
    const std::string unit(name_of(descriptor.unit));
    if (!descriptor.unit_note.empty()) return "a row is " + descriptor.unit_note;
    if (descriptor.unit == datasets::Unit::Other) return "what a row is, its descriptor does not say";
    const bool vowel = std::string_view("aeiou").find(unit.front()) != std::string_view::npos;
    return (vowel ? "a row is an " : "a row is a ") + unit;
}

[[noreturn]] void report_no_fit(const std::string& full, const StoredDataset& dataset, PanelUnit unit) {
    std::vector<std::string> takers;
    for (const auto panel : {PanelUnit::StateYear, PanelUnit::DyadYear, PanelUnit::DirectedDyadYear,
                             PanelUnit::AllianceYear, PanelUnit::MemberYear, PanelUnit::LeaderYear}) {
        if (!sides_of(panel, dataset.descriptor->unit).empty()) takers.emplace_back(name_of(panel));
    }
    const auto where = takers.empty() ? "no panel takes it: read the table " + dataset.table +
                                            " of the store with R, Python or DuckDB, and make it a table of such rows"
                                      : "these panels take it: " + joined(takers, ", ");
    throw Error(ErrorKind::BadRequest,
                fmt::format("{} does not fit a {} panel: {}", full, name_of(unit), row_in_words(*dataset.descriptor)),
                fmt::format("{}; `entente panel --variables {}` lists what a {} panel takes", where, name_of(unit),
                            name_of(unit)));
}

// Data about leaders are joined by what their data sets call them, which has to be the same column.
void require_same_leaders(const std::string& full, const StoredDataset& dataset, const PanelFrame& frame) {
    const auto unit = dataset.descriptor->unit;
    if (frame.unit != PanelUnit::LeaderYear) return;
    if (unit != datasets::Unit::LeaderSpell && unit != datasets::Unit::Leader) return;
    const auto& rows = *frame.rows_from->descriptor;
    const bool same = unit == datasets::Unit::LeaderSpell ? &dataset == frame.rows_from
                                                          : dataset.descriptor->key.leader == rows.key.leader;
    require(same, fmt::format("{}: the rows come from {}, which names leaders otherwise", full, rows.id),
            "name the data set of the rows with --rows");
}

void add_variable(Builder& builder, const StoredDataset& dataset, const std::string& variable) {
    const auto& frame = builder.panel.frame;
    const auto unit = dataset.descriptor->unit;
    const auto sides = sides_of(frame.unit, unit);
    const auto full = fmt::format("{}@{}.{}", dataset.descriptor->id, dataset.version_id, variable);
    if (sides.empty()) report_no_fit(full, dataset, frame.unit);
    require_same_leaders(full, dataset, frame);
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

// A view: the cells are looked up as they are counted and again as they are written, which costs less than to keep
// them.
void make_view(Builder& builder) {
    const auto& panel = builder.panel;
    std::string select = "r.place AS row";
    for (const auto& key : panel.frame.keys) select += fmt::format(", {} AS {}", key.expression, identifier(key.name));
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
        const auto& name = panel.columns[i].name;
        select += fmt::format(", {} AS {}, CAST({} AS UTINYINT) AS {}", builder.cells[i].value, identifier(name),
                              builder.cells[i].reason, identifier(reason_column(name)));
    }
    builder.from = builder.query.from_clause();
    builder.data.database().run("CREATE OR REPLACE TEMPORARY VIEW panel AS SELECT " + select + ' ' + builder.from);
}

int stretch_years(const PanelFrame& frame) {
    return (frame.to - frame.from) / kStretches + 1;
}

std::string reasons_of(const Cell& cell) {
    return cell.packed ? cell.packed->number : cell.reason;
}

// Rows that are alike in all their reasons are counted together, so that few groups are taken apart. Joining must
// neither lose nor double a row, and a measure computes a value and its reason apart: both are looked at here.
void count_cells(Builder& builder) {
    auto& panel = builder.panel;
    const auto& frame = panel.frame;
    std::set<std::string> groups;
    std::string wrong = "false";
    std::string flagged;
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
        const auto& cell = builder.cells[i];
        groups.insert(reasons_of(cell));
        if (!cell.packed) wrong += fmt::format(" OR (({}) IS NULL) <> (({}) <> 0)", cell.value, cell.reason);
        if (!builder.flag_words[i].empty()) flagged += fmt::format(", count(*) FILTER ({} = 1) AS f{}", cell.value, i);
    }
    std::string select;
    std::map<std::string, std::string> names;
    for (const auto& group : groups) {
        const auto name = names[group] = fmt::format("g{}", names.size());
        select += fmt::format(", CAST({} AS BIGINT) AS {}", group, name);
    }
    const auto found = builder.data.database().query(
        fmt::format("SELECT CAST((r.year - {}) // {} AS BIGINT) AS stretch{}, count(*) AS cells, count(*) FILTER ({}) "
                    "AS wrong{} {} "
                    "GROUP BY ALL",
                    frame.from, stretch_years(frame), select, wrong, flagged, builder.from));
    const auto stretches = static_cast<std::size_t>((frame.to - frame.from) / stretch_years(frame) + 1);
    const auto integers = [&](const std::string& name) -> const datasets::Column::Integers& {
        return std::get<datasets::Column::Integers>(found.column(name).values);
    };
    const auto& of_stretch = integers("stretch");
    const auto& cells = integers("cells");
    const auto& wrong_cells = integers("wrong");
    ensure(std::all_of(wrong_cells.begin(), wrong_cells.end(), [](auto rows) { return rows == 0; }),
           "a cell has a value or a reason, never both");
    ensure(std::accumulate(cells.begin(), cells.end(), std::int64_t{0}) == frame.rows,
           "joining changed the rows of a panel");
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
        auto& column = panel.columns[i];
        column.rows_by_stretch.assign(stretches, 0);
        column.present_by_stretch.assign(stretches, 0);
        const auto& cell = builder.cells[i];
        const auto& reasons = integers(names[reasons_of(cell)]);
        for (std::size_t row = 0; row < found.rows(); ++row) {
            const auto reason =
                cell.packed ? cell.packed->reason_in(reasons[row]) : static_cast<std::size_t>(reasons[row]);
            const auto stretch = static_cast<std::size_t>(of_stretch[row]);
            column.cells.at(reason) += cells[row];
            column.rows_by_stretch.at(stretch) += cells[row];
            if (reason == 0) column.present_by_stretch.at(stretch) += cells[row];
        }
        if (builder.flag_words[i].empty()) continue;
        const auto& flags = integers(fmt::format("f{}", i));
        column.notes.push_back(
            fmt::format("{} {}", std::accumulate(flags.begin(), flags.end(), std::int64_t{0}), builder.flag_words[i]));
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
    for (auto& column : panel.columns) {
        if (column.variable.empty()) continue;
        auto note =
            left_out_states(builder.data, *column.from.front(), column.variable, panel.frame.from, panel.frame.to);
        if (!note.empty()) column.notes.push_back(std::move(note));
    }
    count_cells(builder);
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

enum class Counting { None, AllCells };

Panel make_panel(const PanelRequest& request, const DataAtHand& data, Counting counting) {
    require(!request.columns.empty(), "no variable is asked for", "name some, as --with nmc,capital-distance");
    Panel panel;
    panel.request = request;
    std::set<std::string> twice;
    panel.request.versions = versions_named(request, data, twice);
    panel.frame = make_rows(panel.request, data);
    panel.request.system = panel.frame.system;
    if (panel.frame.rows_from != nullptr) note_use(panel, *panel.frame.rows_from);
    if (panel.frame.majors != nullptr) note_use(panel, *panel.frame.majors);
    Builder builder{data, panel, PanelQuery(data, panel.frame), {}, {}, {}, std::move(twice)};
    for (const auto& written : request.columns) {
        const auto asked = read_asked_column(written, data, measure_names(), request.versions);
        if (!asked.measure.empty()) {
            add_measure(builder, *find_measure(asked.measure));
            continue;
        }
        for (const auto& variable : asked.variables) add_variable(builder, *asked.dataset, variable);
    }
    make_view(builder);
    if (counting == Counting::AllCells) count_all(builder);
    if (counting == Counting::None) keep_in_order(data, panel.frame);
    panel.notes = panel.frame.notes;
    for (const auto* dataset : panel.datasets) {
        panel.request.versions.emplace(dataset->descriptor->id, dataset->version_id);
    }
    return panel;
}

}  // namespace

std::string reason_column(const std::string& name) {
    return name + " reason";
}

Panel build_panel(const PanelRequest& request, const DataAtHand& data) {
    return make_panel(request, data, Counting::AllCells);
}

Panel prepare_panel(const PanelRequest& request, const DataAtHand& data) {
    return make_panel(request, data, Counting::None);
}

}  // namespace entente::panels
