// Observations: numbers that a source states, with everything needed to read them. And derived numbers: a named
// measure over figures, items, meetings or stated constants, recomputed each time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/problem.hpp"
#include "evidence/source.hpp"

namespace entente::evidence {

struct Figure {
    std::string id;
    std::string name;
    double value = 0;
    std::string unit;         // percent, billion, people, years …
    std::string currency;     // ISO 4217; empty if none
    std::string price_basis;  // current, constant 2015 …
    std::string exchange_rate;
    std::string stage;     // request, appropriation, outlay, plan, forecast; empty if it does not apply
    std::string quantity;  // figures of one quantity, actor and date should agree; if not, the user is told
    std::string actor;
    std::string definition;
    std::string population;  // polls: who was asked
    std::string question;    // polls: the wording
    std::optional<int> sample_size;
    std::optional<Day> field_begin;
    std::optional<Day> field_end;
    Date as_of;
    std::vector<std::string> issues;
    std::vector<Citation> sources;
    std::vector<std::string> rows;
    std::string note;
    bool readable = true;  // false: its value or date could not be read; nothing follows from them
    Position where;
};

struct SeriesPoint {
    Date date;
    std::optional<double> value;  // missing is not zero
    std::string note;
};

// From this date on the numbers of a series are counted or defined otherwise: nothing is compared across it.
struct SeriesBreak {
    Date at;
    std::string what;  // changed
    Citation source;
    Position where;
};

struct Series {
    std::string id;
    std::string name;
    std::string unit;
    std::string currency;
    std::string definition;
    std::string file;       // figures/*.csv
    std::string indicator;  // of a theory, as `theory/indicator`; empty if it measures none
    std::vector<SeriesPoint> points;
    std::vector<SeriesBreak> breaks;  // in order of date
    std::vector<Citation> sources;
    std::vector<std::string> rows;
    Position where;
};

// An input of a derived number: the id of a figure, item, meeting or period, a bare number or a bare date.
// Exactly one of `reference`, `number`, `day` is set.
struct DerivedInput {
    std::string reference;
    std::optional<double> number;
    std::optional<Day> day;
    Position where;
};

struct Derived {
    std::string id;
    std::string name;
    std::string measure;  // of indices/figure_measures.hpp: difference, days-between, mean …
    std::vector<DerivedInput> inputs;
    std::string unit;
    std::string note;  // assumptions: where a constant comes from
    std::vector<std::string> rows;
    Position where;
};

}  // namespace entente::evidence
