#include "datasets/state_numbers.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "datasets/column_names.hpp"
#include "datasets/named_states.hpp"
#include "datasets/text_relation.hpp"
#include "datasets/typed_columns.hpp"

namespace entente::datasets {

namespace {

// One column of states and the temporary table of its names.
class Numberer {
public:
    Numberer(Database& database, const ImportPlan& plan, const std::string& relation, const YearExpressions& years)
        : database_(database), plan_(plan), relation_(relation), years_(years) {}

    std::optional<StateNumbers> number(const std::string& column, const std::string& suffix, const NamedStates& named,
                                       std::vector<UnresolvedName>& unresolved) {
        const auto* planned = plan_.find(column);
        if (planned == nullptr) return StateNumbers{};
        const auto text =
            text_without_codes(*planned, text_column(static_cast<std::size_t>(planned - plan_.columns.data())));
        const auto first = !years_.year.empty() ? years_.year : years_.begin.empty() ? "NULL::BIGINT" : years_.begin;
        const auto last = !years_.year.empty() ? years_.year : years_.end.empty() ? "NULL::BIGINT" : years_.end;
        const auto table = "entente_states" + suffix;
        if (!resolve(text, first, last, table, named, unresolved)) return std::nullopt;
        const auto number = [&](const char* list) { return list + suffix; };
        return StateNumbers{
            .first_step =
                fmt::format(", {} AS \"s{}\", {} AS \"f{}\", {} AS \"l{}\"", text, suffix, first, suffix, last, suffix),
            .join =
                fmt::format(" LEFT JOIN {0} ON \"s{1}\" = {0}.written AND \"f{1}\" IS NOT DISTINCT FROM {0}.first_year "
                            "AND \"l{1}\" IS NOT DISTINCT FROM {0}.last_year",
                            table, suffix),
            .names = {number("cow"), number("gw")},
            .columns = fmt::format(", {0}.cow AS {1}, {0}.gw AS {2}", table, identifier(number("cow")),
                                   identifier(number("gw"))),
        };
    }

private:
    // Rows without any value are not worth a message: the name of a region, a state that was not yet one.
    [[nodiscard]] std::string has_value() const {
        if (!is_unpivoted(*plan_.descriptor)) return "true";
        std::string any;
        for (const auto& sheet : plan_.sheets) {
            const auto text = text_without_codes(plan_.columns[sheet.value], text_column(sheet.value));
            any += (any.empty() ? "" : " OR ") + text + " IS NOT NULL";
        }
        return any;
    }

    bool resolve(const std::string& text, const std::string& first, const std::string& last, const std::string& table,
                 const NamedStates& named, std::vector<UnresolvedName>& unresolved) {
        const auto trouble = database_.try_run(fmt::format(
            "CREATE OR REPLACE TEMPORARY TABLE entente_names AS SELECT written, first_year, last_year, "
            "count(*) FILTER (has_value) AS found FROM (SELECT {} AS written, {} AS first_year, {} AS last_year, {} AS "
            "has_value FROM {}) WHERE written IS NOT NULL GROUP BY ALL ORDER BY ALL",
            text, first, last, has_value(), relation_));
        if (!trouble.empty()) return false;
        const auto names = database_.query("SELECT * FROM entente_names");
        Column::Integers cow;
        Column::Integers gw;
        std::vector<std::uint8_t> has_cow;
        std::vector<std::uint8_t> has_gw;
        for (std::size_t row = 0; row < names.rows(); ++row) {
            const auto written = names.text(row, "written").value_or("");
            const auto found = named.find(written, names.integer(row, "first_year"), names.integer(row, "last_year"));
            cow.push_back(found.cow);
            gw.push_back(found.gw);
            has_cow.push_back(found.cow > 0 ? 1 : 0);
            has_gw.push_back(found.gw > 0 ? 1 : 0);
            if (!found.why_not.empty()) {
                add({.written = written,
                     .why_not = found.why_not,
                     .rows = names.integer(row, "found").value_or(0),
                     .first_year = names.integer(row, "first_year").value_or(0),
                     .last_year = names.integer(row, "last_year").value_or(0)},
                    unresolved);
            }
        }
        database_.create_table(
            table,
            {names.column("written"), names.column("first_year"), names.column("last_year"),
             Column{"cow", std::move(cow), std::move(has_cow)}, Column{"gw", std::move(gw), std::move(has_gw)}},
            true);
        return true;
    }

    static void add(const UnresolvedName& name, std::vector<UnresolvedName>& unresolved) {
        if (name.rows == 0) return;
        const auto known = std::find_if(unresolved.begin(), unresolved.end(), [&](const UnresolvedName& one) {
            return one.written == name.written && one.why_not == name.why_not;
        });
        if (known == unresolved.end()) {
            unresolved.push_back(name);
            return;
        }
        known->rows += name.rows;
        known->first_year = std::min(known->first_year, name.first_year);
        known->last_year = std::max(known->last_year, name.last_year);
    }

    Database& database_;
    const ImportPlan& plan_;
    const std::string& relation_;
    const YearExpressions& years_;
};

}  // namespace

std::optional<std::vector<StateNumbers>> number_states(Database& database, const ImportPlan& plan,
                                                       const std::string& relation, const YearExpressions& years,
                                                       const StateTable& states,
                                                       std::vector<UnresolvedName>& unresolved) {
    const auto& key = plan.descriptor->key;
    std::vector<StateNumbers> all;
    if (key.numbering == Numbering::Cow || key.numbering == Numbering::Gw) return all;
    const NamedStates named(*plan.descriptor, states);
    Numberer numberer(database, plan, relation, years);
    for (const auto& [column, suffix] :
         {std::pair{key.state, ""}, std::pair{key.state_1, "_1"}, std::pair{key.state_2, "_2"}}) {
        if (column.empty()) continue;
        auto one = numberer.number(column, suffix, named, unresolved);
        if (!one) return std::nullopt;
        if (!one->columns.empty()) all.push_back(std::move(*one));
    }
    return all;
}

}  // namespace entente::datasets
