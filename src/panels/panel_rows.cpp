#include "panels/panel_rows.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "datasets/state_years.hpp"
#include "panels/asked_column.hpp"
#include "panels/source_table.hpp"
#include "panels/state_choice.hpp"

namespace entente::panels {
namespace {

using datasets::Column;
using datasets::Database;
using datasets::identifier;
using datasets::literal;
using datasets::Numbering;
using datasets::Unit;

constexpr std::string_view kMajors = "cow-majors";

// Where the store has several data sets of one unit, these give the rows unless the user names another.
constexpr std::array<std::string_view, 4> kUsualRows{"atop-phase", "atop-alliance", "atop-member", "archigos"};

void make_partners(Database& database, const DataAtHand& data, const PanelFrame& frame) {
    datasets::create_crosswalk(database, "panel_crosswalk", data.states(), frame.from, frame.to);
    database.run(fmt::format(
        "CREATE OR REPLACE TEMPORARY TABLE panel_partners AS SELECT CAST({0} AS INTEGER) AS number, CAST({1} AS "
        "INTEGER) AS other, CAST(year AS INTEGER) AS year, count(*) OVER (PARTITION BY {0}, year) > 1 OR count(*) OVER "
        "(PARTITION BY {1}, year) > 1 AS ambiguous FROM panel_crosswalk",
        name_of(frame.system), name_of(other_list(frame.system))));
}

void make_listed(Database& database, const DataAtHand& data, const PanelFrame& frame) {
    Column number{"number", Column::Integers{}, {}};
    Column year{"year", Column::Integers{}, {}};
    Column code{"code", Column::Texts{}, {}};
    Column name{"name", Column::Texts{}, {}};
    for (auto& one : datasets::state_years(data.states(), frame.system, frame.from, frame.to)) {
        std::get<Column::Integers>(number.values).push_back(one.number);
        std::get<Column::Integers>(year.values).push_back(one.year);
        std::get<Column::Texts>(code.values).push_back(std::move(one.code));
        std::get<Column::Texts>(name.values).push_back(std::move(one.name));
    }
    const auto rows = std::get<Column::Integers>(number.values).size();
    for (auto* column : {&number, &year, &code, &name}) column->present.assign(rows, 1);
    database.create_table("panel_listed", {number, year, code, name}, true);
    database.run(
        "CREATE OR REPLACE TEMPORARY TABLE panel_states AS SELECT row_number() OVER (ORDER BY l.number, l.year) - 1 AS "
        "place, CAST(l.number AS INTEGER) AS number, CAST(l.year AS INTEGER) AS year, l.code, l.name, "
        "coalesce(p.ambiguous, false) AS ambiguous, p.number IS NOT NULL AS listed "
        "FROM panel_listed AS l LEFT JOIN (SELECT number, year, bool_or(ambiguous) AS ambiguous FROM panel_partners "
        "GROUP BY ALL) AS p ON p.number = l.number AND p.year = l.year ORDER BY place");
}

std::string majors_query(const DataAtHand& data, PanelFrame& frame) {
    frame.majors = data.find(kMajors);
    if (frame.majors == nullptr) {
        throw Error(ErrorKind::NotFound, "which states were major powers is not in the store",
                    "add the file majors2016.csv of the Correlates of War project with `entente data add`");
    }
    auto source = source_of(*frame.majors, frame.system);
    return prepared_query(source, {}, KeyForm::State, frame.system, std::max(frame.from, frame.majors->years.first),
                          std::min(frame.to, frame.majors->years.last));
}

// The condition on `number`, `code` and `year` that the chosen states fulfil.
std::string condition_of(const StateChoice& choice, const DataAtHand& data, PanelFrame& frame) {
    if (choice.all) return "true";
    std::vector<std::string> parts;
    std::vector<std::string> codes;
    std::vector<std::string> numbers;
    for (const auto& code : choice.codes) codes.push_back(literal(code));
    for (const auto number : choice.numbers) numbers.push_back(std::to_string(number));
    if (!codes.empty()) parts.push_back("code IN (" + joined(codes, ", ") + ")");
    if (!numbers.empty()) parts.push_back("number IN (" + joined(numbers, ", ") + ")");
    if (choice.majors)
        parts.push_back("(number, year) IN (SELECT (state, year) FROM (" + majors_query(data, frame) + "))");
    return "(" + joined(parts, " OR ") + ")";
}

// A choice of alliances or leaders by state takes the rows of which the state is known.
std::string rows_of_states(PanelFrame& frame, const std::string& condition) {
    const std::string list(name_of(frame.system));
    frame.keys = {{list, "r.state", "number of the state, " + list},
                  {"code", "r.code", "code of the state"},
                  {"state", "r.name", "name of the state in that year"},
                  {"year", "r.year", "year"}};
    return fmt::format(
        "SELECT row_number() OVER (ORDER BY number, year) - 1 AS place, number AS state, code, name, year, ambiguous, "
        "listed FROM panel_states WHERE {} ORDER BY place",
        condition);
}

// Spans of years that two states have in common without a gap, the lower number first. A number and a year make a
// place, so that nothing is searched for: `base_1` + year is one of panel_states, `pair` + year is one of the pairs.
constexpr std::string_view kSpansOfPairs =
    "WITH runs AS (SELECT *, year - row_number() OVER (PARTITION BY number ORDER BY year) AS run FROM panel_states "
    "WHERE {}), spans AS (SELECT number, min(year) AS first, max(year) AS last, min(place) - min(year) AS base FROM "
    "runs GROUP BY number, run), shared AS (SELECT a.number AS state_1, b.number AS state_2, a.base AS base_1, b.base "
    "AS base_2, greatest(a.first, b.first) AS first, least(a.last, b.last) AS last FROM spans AS a JOIN spans AS b ON "
    "a.number < b.number AND a.first <= b.last AND b.first <= a.last) SELECT *, CAST(sum(last - first + 1) OVER (ORDER "
    "BY state_1, state_2, first) AS BIGINT) - last - 1 AS pair FROM shared";

Database::YearSpans year_spans(const Database& database, const std::string& name) {
    using Carries = Database::YearSpans::Carries;
    constexpr std::array<std::string_view, 3> kOfTheSpan{"span", "state_1", "state_2"};
    constexpr std::array<std::string_view, 4> kPlaces{"place", "place_1", "place_2", "pair"};
    const auto found = database.query(fmt::format(
        "SELECT CAST(first AS BIGINT) AS first, CAST(last AS BIGINT) AS last, span, CAST(state_1 AS BIGINT) "
        "AS state_1, CAST(state_2 AS BIGINT) AS state_2, place, base_1 AS place_1, base_2 AS place_2, pair "
        "FROM {}_spans ORDER BY span",
        name));
    const auto integers = [&](std::string_view column) -> const Column::Integers& {
        return std::get<Column::Integers>(found.column(column).values);
    };
    Database::YearSpans spans{integers("first"), integers("last"), {}};
    for (const auto column : kOfTheSpan) {
        spans.columns.push_back({std::string(column), integers(column), Carries::ItsValue});
    }
    for (const auto column : kPlaces) {
        spans.columns.push_back({std::string(column), integers(column), Carries::ItsValueAndTheYear});
    }
    return spans;
}

// What a row repeats of its states is looked up when it is asked for.
void make_view(Database& database, const std::string& name, const std::string& rows) {
    const auto of_state = database.make_lookup("SELECT place, code, ambiguous, listed FROM panel_states",
                                               number_of_rows(database, "panel_states"));
    database.run(
        fmt::format("CREATE OR REPLACE TEMPORARY VIEW {0} AS SELECT *, {2}(place_1) AS code_1, {2}(place_2) AS code_2, "
                    "{3}(place_1) OR {3}(place_2) AS ambiguous, {4}(place_1) AND {4}(place_2) AS listed FROM ({1})",
                    name, rows, of_state[0], of_state[1], of_state[2]));
}

// Makes of spans in their order `NAME_spans`, with `place`, which makes the place of a row as above, and `NAME`, with a
// row for each of their years, which is made when it is asked for.
void make_years(Database& database, const std::string& name, const std::string& spans) {
    database.run(fmt::format(
        "CREATE OR REPLACE TEMPORARY TABLE {0}_spans AS SELECT *, row_number() OVER in_order - 1 AS span, "
        "CAST(sum(last - first + 1) OVER in_order AS BIGINT) - last - 1 AS place FROM ({1}) WINDOW in_order AS (ORDER "
        "BY state_1, state_2, first) ORDER BY span",
        name, spans));
    const auto rows = database.make_year_rows(year_spans(database, name));
    database.run(fmt::format("CREATE OR REPLACE TEMPORARY VIEW {}_made AS SELECT * FROM {}()", name, rows));
    make_view(database, name,
              fmt::format("SELECT place, state_1, state_2, year, place_1, place_2, pair FROM {}_made", name));
}

void make_rows_of_pairs(PanelFrame& frame, Database& database, const std::string& condition) {
    const std::string list(name_of(frame.system));
    frame.keys = {{list + "_1", "r.state_1", "number of the first state, " + list},
                  {list + "_2", "r.state_2", "number of the second state, " + list},
                  {"code_1", "r.code_1", "code of the first state"},
                  {"code_2", "r.code_2", "code of the second state"},
                  {"year", "r.year", "year"}};
    const auto pairs = fmt::format(kSpansOfPairs, condition);
    if (frame.unit == PanelUnit::DyadYear) return make_years(database, "panel_rows", pairs);
    make_years(database, "panel_pairs", pairs);
    make_years(database, "panel_rows",
               "SELECT * EXCLUDE (span, place) FROM panel_pairs_spans UNION ALL SELECT * EXCLUDE (span, place) REPLACE "
               "(state_2 AS state_1, state_1 AS state_2, base_2 AS base_1, base_1 AS base_2) FROM panel_pairs_spans");
}

// The data sets that can give the rows, in the order in which they are tried.
std::vector<Unit> units_of_rows(PanelUnit unit) {
    if (unit == PanelUnit::AllianceYear) return {Unit::AlliancePhase, Unit::Alliance};
    if (unit == PanelUnit::MemberYear) return {Unit::MemberSpell};
    return {Unit::LeaderSpell};
}

const StoredDataset& dataset_of_rows(const PanelRequest& request, const DataAtHand& data) {
    const auto units = units_of_rows(request.unit);
    if (!request.rows.empty()) {
        const auto& named = read_asked_dataset(request.rows, data, request.versions);
        const auto unit = named.descriptor->unit;
        require(std::find(units.begin(), units.end(), unit) != units.end(),
                fmt::format("{} has a row for each {}, which makes no {} panel", request.rows, name_of(unit),
                            name_of(request.unit)));
        return named;
    }
    for (const auto unit : units) {
        std::vector<std::string> found;
        for (const auto& one : data.all()) {
            const bool again = !found.empty() && found.back() == one.descriptor->id;
            if (one.descriptor->unit == unit && !again) found.push_back(one.descriptor->id);
        }
        for (const auto& usual : kUsualRows) {
            if (std::find(found.begin(), found.end(), usual) != found.end()) found = {std::string(usual)};
        }
        require(found.size() < 2,
                fmt::format("several data sets have a row for each {}: {}", name_of(unit), joined(found, ", ")),
                "say which one gives the rows: --rows " + (found.empty() ? std::string{} : found.front()));
        if (found.empty()) continue;
        const auto pinned = request.versions.find(found.front());
        const auto* chosen = data.find(found.front(), pinned == request.versions.end() ? "" : pinned->second);
        if (chosen != nullptr) return *chosen;
    }
    throw Error(ErrorKind::NotFound,
                fmt::format("the store has no data set with a row for each {}", name_of(units.front())),
                "add one with `entente data add`; `entente data list` shows what there is");
}

// The state of a member or leader on the panel's list: `state`, or none and `unplaced` where the lists divide it
// differently.
std::string placed_states(const std::string& rows, const PanelFrame& frame, Numbering own) {
    const auto partner =
        own == frame.system
            ? std::string("SELECT o.*, o.own AS state, false AS unplaced FROM own AS o")
            : std::string(
                  "SELECT o.*, p.number AS state, coalesce(p.ambiguous, false) AS unplaced FROM own AS o LEFT JOIN "
                  "(SELECT other, year, bool_or(ambiguous) AS ambiguous, CASE WHEN NOT bool_or(ambiguous) THEN "
                  "min(number) END AS number FROM panel_partners GROUP BY ALL) AS p ON p.other = o.own AND p.year = "
                  "o.year");
    return fmt::format(
        "WITH own AS ({}), placed AS ({}) SELECT placed.*, s.code, s.name, coalesce(s.ambiguous, false) AS ambiguous, "
        "coalesce(s.listed, false) AS listed FROM placed LEFT JOIN panel_states AS s ON s.number = placed.state AND "
        "s.year = placed.year",
        rows, partner);
}

std::string spell_years(const SourceTable& source, const PanelFrame& frame) {
    require(!source.key.begin.empty(), "the table " + source.table + " has no years of begin and end");
    return fmt::format(
        "unnest(range(greatest(CAST({0} AS BIGINT), {2}), least(coalesce(CAST({1} AS BIGINT), {4}), {3}, {4}) + 1))",
        identifier(source.key.begin.front()), identifier(source.key.end.front()), frame.from, frame.to,
        source.last_year);
}

std::string rows_of_alliances(PanelFrame& frame, const SourceTable& source) {
    const bool phases = source.unit == Unit::AlliancePhase;
    frame.keys = {{"alliance", "r.alliance", "alliance, as its data set numbers it"}, {"year", "r.year", "year"}};
    if (phases) frame.keys.push_back({"phase", "r.phase", "phase of the alliance; of a year of change, the later one"});
    return fmt::format(
        "SELECT row_number() OVER (ORDER BY alliance, year) - 1 AS place, * FROM (SELECT alliance, CAST(year AS "
        "INTEGER) AS "
        "year, max(phase) AS phase FROM (SELECT {} AS alliance, {} AS phase, {} AS year FROM {}) GROUP BY alliance, "
        "year) ORDER BY place",
        identifier(source.key.alliance),
        phases ? "TRY_CAST(" + identifier(source.key.phase) + " AS INTEGER)" : std::string("0"),
        spell_years(source, frame), identifier(source.table));
}

std::string rows_of_members(PanelFrame& frame, const SourceTable& source, const std::string& condition) {
    const std::string list(name_of(frame.system));
    const bool phases = !source.key.phase.empty();
    frame.keys = {{"alliance", "r.alliance", "alliance, as its data set numbers it"},
                  {"member", "r.own", fmt::format("number of the member, {}", name_of(source.numbering))},
                  {"code", "r.code", "code of the member"},
                  {"year", "r.year", "year"}};
    if (source.numbering != frame.system) {
        frame.keys.push_back({list, "r.state", "number of the member, " + list + "; none where the lists differ"});
    }
    if (phases) frame.keys.push_back({"phase", "r.phase", "phase of the alliance; of a year of change, the later one"});
    const auto own = fmt::format(
        "SELECT alliance, own, CAST(year AS INTEGER) AS year, max(phase) AS phase FROM (SELECT {} AS alliance, {} AS "
        "phase, TRY_CAST({} AS INTEGER) AS own, {} AS year FROM {}) WHERE own IS NOT NULL GROUP BY alliance, own, year",
        identifier(source.key.alliance),
        phases ? "TRY_CAST(" + identifier(source.key.phase) + " AS INTEGER)" : std::string("0"),
        identifier(source.key.state), spell_years(source, frame), identifier(source.table));
    return fmt::format(
        "SELECT row_number() OVER (ORDER BY alliance, own, year) - 1 AS place, * FROM ({}) WHERE {} ORDER BY place",
        placed_states(own, frame, source.numbering), condition);
}

std::string rows_of_leaders(PanelFrame& frame, const SourceTable& source, const std::string& condition) {
    const std::string list(name_of(frame.system));
    frame.keys = {{std::string(name_of(source.numbering)), "r.own",
                   fmt::format("number of the state, {}", name_of(source.numbering))},
                  {"code", "r.code", "code of the state"},
                  {"leader", "r.leader", "leader's time in office, as its data set names it"},
                  {"year", "r.year", "year"}};
    if (source.numbering != frame.system) {
        frame.keys.insert(frame.keys.begin() + 1,
                          {list, "r.state", "number of the state, " + list + "; none where the lists differ"});
    }
    const auto own = fmt::format(
        "SELECT DISTINCT leader, own, CAST(year AS INTEGER) AS year FROM (SELECT {} AS leader, TRY_CAST({} AS INTEGER) "
        "AS own, {} AS year FROM {}) WHERE own IS NOT NULL",
        identifier(source.key.leader), identifier(source.key.state), spell_years(source, frame),
        identifier(source.table));
    return fmt::format(
        "SELECT row_number() OVER (ORDER BY own, year, leader) - 1 AS place, * FROM ({}) WHERE {} ORDER BY place",
        placed_states(own, frame, source.numbering), condition);
}

void make_table(Database& database, const std::string& rows) {
    database.run("CREATE OR REPLACE TEMPORARY TABLE panel_rows_years AS " + rows);
    database.run("CREATE OR REPLACE TEMPORARY VIEW panel_rows AS SELECT * FROM panel_rows_years");
}

void make_rows_of_unit(PanelFrame& frame, const DataAtHand& data, const StateChoice& choice) {
    auto& database = data.database();
    if (frame.unit == PanelUnit::AllianceYear) {
        require(choice.all, "alliance-year panels have no states to choose", "member-year panels have");
        return make_table(database, rows_of_alliances(frame, source_of(*frame.rows_from, frame.system)));
    }
    auto condition = condition_of(choice, data, frame);
    if (frame.unit == PanelUnit::StateYear) return make_table(database, rows_of_states(frame, condition));
    if (has_pairs(frame.unit)) return make_rows_of_pairs(frame, database, condition);
    if (!choice.all) {
        condition = "(state, year) IN (SELECT (number, year) FROM panel_states WHERE " + condition + ")";
    }
    const auto source = source_of(*frame.rows_from, frame.system);
    make_table(database, frame.unit == PanelUnit::MemberYear ? rows_of_members(frame, source, condition)
                                                             : rows_of_leaders(frame, source, condition));
}

// Alliances and leaders are known for the years of their data set only.
void note_last_year(PanelFrame& frame) {
    if (frame.rows_from == nullptr || frame.to <= frame.rows_from->years.last) return;
    frame.notes.push_back(fmt::format("there are no rows after {}: {} {} covers no more", frame.rows_from->years.last,
                                      frame.rows_from->descriptor->id, frame.rows_from->version_id));
}

void note_end_of_list(PanelFrame& frame) {
    const int last = datasets::last_listed_year(frame.system);
    if (frame.rows_from != nullptr || frame.to <= last) return;
    frame.notes.push_back(
        fmt::format("the list {} ends in {}: its last members stand for the years after", name_of(frame.system), last));
}

void count_unplaced(const Database& database, PanelFrame& frame) {
    if (frame.unit != PanelUnit::MemberYear && frame.unit != PanelUnit::LeaderYear) return;
    const auto counted =
        database.query("SELECT count(*) FILTER (state IS NULL) AS rows, count(*) AS all_rows FROM panel_rows");
    if (const auto rows = *counted.integer(0, "rows"); rows > 0) {
        frame.notes.push_back(fmt::format(
            "{} rows have no number on the list {}: the lists divide the state differently in that year, or "
            "only one has it",
            rows, name_of(frame.system)));
    }
}

}  // namespace

std::int64_t number_of_rows(const Database& database, const std::string& table) {
    return *database.query("SELECT count(*) AS rows FROM " + table).integer(0, "rows");
}

bool has_pairs(PanelUnit unit) noexcept {
    return unit == PanelUnit::DyadYear || unit == PanelUnit::DirectedDyadYear;
}

Numbering other_list(Numbering system) noexcept {
    return system == Numbering::Gw ? Numbering::Cow : Numbering::Gw;
}

// The rows of pairs as a table says no more than their spans and years: the rest is looked up in the span.
void keep_in_order(const DataAtHand& data, const PanelFrame& frame) {
    if (!has_pairs(frame.unit)) return;
    auto& database = data.database();
    database.run(
        "CREATE OR REPLACE TEMPORARY TABLE panel_rows_kept AS SELECT CAST(span AS BIGINT) AS span, year FROM "
        "panel_rows_made");
    const auto of_span =
        database.make_lookup("SELECT span, place, state_1, state_2, base_1, base_2, pair FROM panel_rows_spans",
                             number_of_rows(database, "panel_rows_spans"));
    make_view(
        database, "panel_rows",
        fmt::format("SELECT {0}(span) + year AS place, {1}(span) AS state_1, {2}(span) AS state_2, year, {3}(span) "
                    "+ year AS place_1, {4}(span) + year AS place_2, {5}(span) + year AS pair FROM "
                    "panel_rows_kept",
                    of_span[0], of_span[1], of_span[2], of_span[3], of_span[4], of_span[5]));
}

PanelFrame make_rows(const PanelRequest& request, const DataAtHand& data) {
    require(request.from <= request.to,
            fmt::format("the panel ends ({}) before it begins ({})", request.to, request.from));
    require(request.from >= 1 && request.to <= 9999, "years have one to four digits");
    PanelFrame frame;
    frame.unit = request.unit;
    frame.from = request.from;
    frame.to = request.to;
    if (request.unit != PanelUnit::StateYear && !has_pairs(request.unit)) {
        frame.rows_from = &dataset_of_rows(request, data);
        const auto own = frame.rows_from->descriptor->key.numbering;
        frame.system = own == Numbering::Gw ? Numbering::Gw : Numbering::Cow;
    }
    if (request.system) frame.system = *request.system;
    require(frame.system == Numbering::Cow || frame.system == Numbering::Gw, "the list of states is cow or gw");
    const auto choice = read_state_choice(request, frame.system, data);
    auto& database = data.database();
    make_partners(database, data, frame);
    make_listed(database, data, frame);
    make_rows_of_unit(frame, data, choice);
    frame.rows = number_of_rows(database, "panel_rows");
    require(frame.rows > 0,
            fmt::format("no row: the list {} has none of these in {}–{}", name_of(frame.system), frame.from, frame.to),
            "the lists of states begin in 1816; `entente states NAME` says when a state is on one");
    count_unplaced(database, frame);
    note_last_year(frame);
    note_end_of_list(frame);
    return frame;
}

}  // namespace entente::panels
