#include "datasets/spell_years.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "datasets/sheet_relation.hpp"
#include "datasets/text_relation.hpp"
#include "datasets/typed_columns.hpp"

namespace entente::datasets {

namespace {

std::string text_of(const ImportPlan& plan, const PlannedColumn& column) {
    return text_column(static_cast<std::size_t>(&column - plan.columns.data()));
}

std::string year_of_column(const ImportPlan& plan, const PlannedColumn& column) {
    return "entente_year(" + text_without_codes(column, text_of(plan, column)) + ')';
}

// True where the row says that it has not ended.
std::string still_going(const ImportPlan& plan, const PlannedColumn& end) {
    const auto& ongoing = plan.descriptor->key.ongoing;
    const auto text = text_of(plan, end);
    std::string condition = is_code(codes_of(ongoing), text);
    const bool empty_is_ongoing = std::find(ongoing.begin(), ongoing.end(), "") != ongoing.end();
    if (empty_is_ongoing) condition += " OR " + trimmed(text) + " IS NULL";
    return "coalesce(" + condition + ", false)";
}

}  // namespace

YearExpressions years_of_rows(const ImportPlan& plan) {
    const auto& key = plan.descriptor->key;
    YearExpressions years;
    if (const auto* column = key.year.empty() ? nullptr : plan.find(key.year))
        years.year = year_of_column(plan, *column);
    const auto* begin = key.begin.empty() ? nullptr : plan.find(key.begin.front());
    if (begin == nullptr) return years;
    years.begin = year_of_column(plan, *begin);
    const auto* end = key.end.empty() ? nullptr : plan.find(key.end.front());
    if (end == nullptr) {
        years.end = years.begin;
        return years;
    }
    const auto end_year = year_of_column(plan, *end);
    const auto going = still_going(plan, *end);
    years.ended_unknown = fmt::format("(NOT {} AND {} IS NULL)", going, end_year);
    years.begin = fmt::format("CASE WHEN {} THEN NULL ELSE {} END", years.ended_unknown, years.begin);
    years.end = fmt::format("CASE WHEN {} THEN NULL ELSE {} END", going, end_year);
    return years;
}

}  // namespace entente::datasets
