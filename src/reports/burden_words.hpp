// Words that the documents about burden sharing share: numbers with the decimals and the year of their measure, money,
// shares over three scalings, and who is who.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "burden/facts.hpp"
#include "burden/turning.hpp"
#include "evidence/burden_record.hpp"
#include "evidence/burden_theory.hpp"
#include "workbench/burden.hpp"

namespace entente::reports {

// `0.90`, `1,234`, `−0.4`: so many decimals, thousands grouped.
[[nodiscard]] std::string with_decimals(double value, int decimals);

// `2`, `2.5`, `0.75`: as few decimals as it takes.
[[nodiscard]] std::string plain_number(double value);

// `2 % of GDP`: a bound in the measure's unit.
[[nodiscard]] std::string bound_words(double at_least, const evidence::BurdenMeasure* measure);

// `54.2 billion USD` of an amount in `million USD`; rounded, since nothing of it is known more closely.
[[nodiscard]] std::string money_words(double amount, const std::string& unit);

// `61%`, `61–74%`: the same share under each scaling.
[[nodiscard]] std::string share_range(const std::vector<double>& shares);

// `order`, `range`, `deviations`: how numbers of different coins are brought on one scale.
[[nodiscard]] std::string scaling_name(std::size_t scaling);

// `1.24`, `1.24 ’15`: of another year than the column says; `—`.
[[nodiscard]] std::string reading_words(const burden::BurdenReading& reading, const evidence::BurdenMeasure& measure,
                                        int year_of_column);
// `0.94 (2017)`, or `not known (no row)`.
[[nodiscard]] std::string value_and_year(const burden::BurdenReading& reading, const evidence::BurdenMeasure& measure);

// `money, input`
[[nodiscard]] std::string kind_words(const evidence::BurdenMeasure& measure);

// `1.24 against 0.90 % of GDP`, `0.42 against 0.53; 1 = in proportion`
[[nodiscard]] std::string against_words(double first, double second, const evidence::BurdenMeasure& measure);

// Null where the state, or the measure, is not among the group's facts.
[[nodiscard]] const burden::BurdenReading* reading_of(const burden::GroupFacts& facts, int state, std::size_t measure);
// Of the two compared, or in whichever group has the state.
[[nodiscard]] const burden::BurdenReading* reading_of(const workbench::BurdenResult& result, int state,
                                                      std::size_t measure);
[[nodiscard]] std::optional<std::size_t> place_of(const evidence::BurdenTheory& theory, const std::string& measure);
// Where a number came from: the data set of that alternative of the measure; null where none is stated.
[[nodiscard]] const workbench::BurdenSource* source_of(const workbench::BurdenResult& result,
                                                       const evidence::BurdenMeasure& measure, int from);
// Its name in the year asked for, or its number.
[[nodiscard]] std::string state_name(const workbench::GroupBurden& group, int state);
[[nodiscard]] bool is_asked_about(const workbench::BurdenResult& result, int state);

// `Japan, Germany and 3 more`; with two or three of them, `Japan and Germany`.
[[nodiscard]] std::string listed(const std::vector<std::string>& names, std::size_t most);

// `turned upward before it`, `no upward turn`, …
[[nodiscard]] std::string order_words(burden::Order order);

// The text without the rows of a table that it names in brackets, ` (T082, T087)`: those are for machines.
[[nodiscard]] std::string without_rows(const std::string& text);

// `thesis-2019 §3.3 · item visit-2017-02-10`
[[nodiscard]] std::string sources_and_item(const std::vector<evidence::Citation>& sources, const std::string& item);

// `<.001`, `.023`
[[nodiscard]] std::string p_words(double p);

// `Japan`, `a house of the US Congress`: as the case or the table of states names it.
[[nodiscard]] std::string actor_words(const evidence::Actor& actor, const workbench::OpenCase& open);
[[nodiscard]] std::string actors_words(const std::vector<evidence::Actor>& actors, const std::string& nobody,
                                       const workbench::OpenCase& open);

}  // namespace entente::reports
