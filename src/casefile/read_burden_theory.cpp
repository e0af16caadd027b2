// theories/*.toml of the kind `burden`: the measures of who carries what, guidelines, and the readings of one number.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "casefile/number_reader.hpp"
#include "casefile/theory_parts.hpp"
#include "casefile/theory_text.hpp"
#include "core/text.hpp"
#include "evidence/burden_record.hpp"

namespace entente::casefile {
namespace {

using evidence::BurdenFormula;
using evidence::BurdenMeasure;
using textfiles::Table;
using textfiles::Value;

constexpr std::size_t kWidestHeading = 12;  // characters
constexpr int kMostDecimals = 6;
constexpr int kMostYears = 50;  // for which the last known number stands in

bool takes_per(BurdenFormula formula) {
    return formula == BurdenFormula::Ratio || formula == BurdenFormula::RelativeShare ||
           formula == BurdenFormula::FromLeader;
}

// `"nmc.tpop"`, or `{ column = "nmc.tpop", scale = 0.001 }`.
std::optional<evidence::BurdenData> read_data(const Value& value, Problems& problems) {
    if (const auto* column = std::get_if<std::string>(&value.data); column != nullptr && !column->empty()) {
        return evidence::BurdenData{*column, 1};
    }
    const auto* table = std::get_if<Table>(&value.data);
    if (table == nullptr) {
        problems.error(value.where, "this names no data",
                       "write \"dataset.column\" or { column = \"dataset.column\", scale = 0.001 }");
        return std::nullopt;
    }
    NumberReader reader(*table, problems);
    evidence::BurdenData data;
    data.column = reader.filled_text("column");
    if (reader.has("scale")) data.scale = reader.positive("scale");
    reader.finish();
    return data;
}

std::vector<evidence::BurdenData> read_list(EntryReader& reader, std::string_view key) {
    std::vector<evidence::BurdenData> list;
    const Value* found = reader.value(key);
    if (found == nullptr) return list;
    const auto* array = std::get_if<textfiles::Array>(&found->data);
    if (array == nullptr) {
        reader.error_at(key, "'" + std::string(key) + "' is not a list",
                        "write [\"dataset.column\"], with the brackets");
        return list;
    }
    for (const Value& value : *array) {
        if (auto data = read_data(value, reader.problems())) list.push_back(std::move(*data));
    }
    return list;
}

// Each formula takes data, and what they are divided by, or neither.
void check_inputs(EntryReader& reader, const BurdenMeasure& measure) {
    const auto formula = std::string(name_of(measure.formula));
    if (measure.formula == BurdenFormula::CaseOnly) {
        if (reader.has("data")) {
            reader.error_at("data", "'case-only' has no data", "cases ship its figures; take the line out");
        }
    } else if (measure.data.empty()) {
        reader.error_at("data", "the formula '" + formula + "' has no data",
                        "write data = [\"dataset.column\"], the best first");
    }
    if (!takes_per(measure.formula)) {
        if (reader.has("per")) {
            reader.error_at("per", "the formula '" + formula + "' divides by nothing", "take 'per' out");
        }
    } else if (measure.per.size() != 1 && measure.per.size() != measure.data.size()) {
        reader.error_at("per",
                        "'per' has " + std::to_string(measure.per.size()) + " entries for " +
                            std::to_string(measure.data.size()) + " of 'data'",
                        "write one for each of 'data', or one for all");
    }
}

void check_weight(EntryReader& reader, const BurdenMeasure& measure) {
    if (measure.weight > 0 && measure.sense == evidence::BurdenSense::Neither) {
        reader.error_at("weight", "a measure whose sense is 'neither' counts in no fair share", "write weight = 0");
    }
    if (measure.pairs_only && !(measure.weight > 0)) {
        reader.error_at("pairs_only", "a measure without weight enters no comparison anyway", "take 'pairs_only' out");
    }
}

int count_up_to(NumberReader& reader, std::string_view key, int most) {
    const int count = reader.count(key);
    if (count > most) {
        reader.error_at(key, "'" + std::string(key) + "' is above " + std::to_string(most), "write a smaller number");
    }
    return count;
}

BurdenMeasure read_measure(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    BurdenMeasure measure;
    measure.where = table.where;
    measure.id = reader.id();
    measure.name = reader.filled_text("name");
    measure.heading = reader.filled_text("heading");
    if (display_width(measure.heading) > kWidestHeading) {
        reader.error_at("heading", "'" + measure.heading + "' is longer than 12 characters",
                        "it is the head of a narrow column: abbreviate");
    }
    const auto formula = reader.required_choice<BurdenFormula>("formula");
    measure.data = read_list(reader, "data");
    measure.per = read_list(reader, "per");
    measure.formula = formula.value_or(BurdenFormula::Value);
    if (formula) check_inputs(reader, measure);
    if (reader.has("scale")) measure.scale = reader.positive("scale");
    measure.unit = reader.filled_text("unit");
    if (reader.has("decimals")) measure.decimals = count_up_to(reader, "decimals", kMostDecimals);
    measure.stage = reader.choice<evidence::BurdenStage>("stage");
    measure.coin = reader.choice<evidence::BurdenCoin>("coin");
    measure.sense = reader.choice<evidence::BurdenSense>("sense");
    measure.stale_after = count_up_to(reader, "stale_after", kMostYears);
    measure.weight = reader.not_negative("weight");
    measure.pairs_only = reader.flag_or("pairs_only", false);
    check_weight(reader, measure);
    measure.base = reader.text_or("base", "");
    measure.definition = reader.filled_text("definition");
    measure.assumption = reader.filled_text("assumption");
    measure.mixes = reader.text_or("mixes", "");
    measure.citations = reader.texts("citations");
    reader.finish();
    return measure;
}

evidence::Guideline read_guideline(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::Guideline guideline;
    guideline.where = table.where;
    guideline.id = reader.id();
    guideline.measure = reader.filled_text("measure");
    guideline.at_least = reader.positive("at_least");
    guideline.text = reader.filled_text("text");
    guideline.bindingness = std::string(name_of(reader.choice<evidence::Bindingness>("bindingness")));
    const auto since = reader.required_day("since");
    guideline.since = since.value_or(Day{});
    guideline.deadline = reader.day_if("deadline");
    if (since && guideline.deadline && *guideline.deadline < *since) {
        reader.error_at("deadline", "the guideline's deadline is before it was agreed", "exchange the two days");
    }
    guideline.alliances = reader.texts("alliances");
    guideline.citations = reader.texts("citations");
    reader.finish();
    return guideline;
}

evidence::BurdenReading read_burden_reading(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::BurdenReading reading;
    reading.where = table.where;
    reading.id = reader.id();
    reading.of = reader.filled_text("of");
    if (!reading.of.empty() && reading.of != "leader-share" && reading.of != "exploitation") {
        reader.error_at("of", "there is no number '" + reading.of + "' to be read",
                        "one of: leader-share, exploitation");
    }
    reading.says = reader.filled_text("says");
    reading.citations = reader.texts("citations");
    reader.finish();
    return reading;
}

template <typename Things>
void check_ids(const Things& things, const std::string& what, Problems& problems) {
    std::set<std::string_view> seen;
    for (const auto& thing : things) {
        if (thing.id.empty() || seen.insert(thing.id).second) continue;
        problems.error(thing.where, "the " + what + " '" + thing.id + "' stands here twice", "give each its own id");
    }
}

// What names a measure of the theory: by its id, or, where data may stand too, anything with a dot.
class MeasureNames {
public:
    explicit MeasureNames(const evidence::BurdenTheory& theory) {
        for (const auto& measure : theory.measures) ids_.push_back(measure.id);
    }

    void require(const std::string& named, const Position& where, const std::string& by, Problems& problems) const {
        if (named.empty() || std::find(ids_.begin(), ids_.end(), named) != ids_.end()) return;
        problems.error(where, by + " names the unknown measure '" + named + "'" + did_you_mean(named, ids_),
                       "name a measure of this theory: " + known_words(named, ids_));
    }

    void require_or_column(const std::string& named, const Position& where, const std::string& by,
                           Problems& problems) const {
        if (named.find('.') == std::string::npos) require(named, where, by, problems);
    }

private:
    std::vector<std::string> ids_;
};

// Measures are computed in their order, so that one can rest on those before it. By its own name a panel's is meant.
void check_order(const evidence::BurdenTheory& theory, Problems& problems) {
    std::set<std::string_view> later;
    for (auto at = theory.measures.rbegin(); at != theory.measures.rend(); ++at) {
        for (const auto* list : {&at->data, &at->per}) {
            for (const auto& data : *list) {
                if (!later.contains(data.column)) continue;
                problems.error(
                    at->where,
                    "the measure '" + at->id + "' rests on '" + data.column + "', which does not stand before it",
                    "put that one first");
            }
        }
        later.insert(at->id);
    }
}

void check_names(EntryReader& reader, const evidence::BurdenTheory& theory) {
    const MeasureNames names(theory);
    auto& problems = reader.problems();
    names.require_or_column(theory.size, reader.where_is("size"), "'size'", problems);
    names.require(theory.effort, reader.where_is("effort"), "'effort'", problems);
    names.require_or_column(theory.leader, reader.where_is("leader"), "'leader'", problems);
    names.require_or_column(theory.trend, reader.where_is("trend"), "'trend'", problems);
    for (const auto& measure : theory.measures) {
        names.require_or_column(measure.base, measure.where, "the measure '" + measure.id + "'", problems);
    }
    for (const auto& guideline : theory.guidelines) {
        names.require(guideline.measure, guideline.where, "the guideline", problems);
    }
    check_order(theory, problems);
}

// `at_least = 0.02` of a measure in percent asks for a fiftieth of a percent.
void warn_of_fractions(const evidence::BurdenTheory& theory, Problems& problems) {
    constexpr double kLeastLikely = 0.1;
    for (const auto& guideline : theory.guidelines) {
        const auto is_it = [&](const BurdenMeasure& measure) { return measure.id == guideline.measure; };
        const auto measure = std::find_if(theory.measures.begin(), theory.measures.end(), is_it);
        if (measure == theory.measures.end() || !measure->unit.starts_with('%')) continue;
        if (!(guideline.at_least > 0 && guideline.at_least < kLeastLikely)) continue;
        problems.warn(guideline.where, "the guideline asks for less than a tenth of a per cent",
                      "the measure is in " + measure->unit + ": write 2, not 0.02");
    }
}

void read_weighting(const Table& table, Problems& problems, evidence::BurdenTheory& theory) {
    NumberReader reader(table, problems);
    const auto weighed = std::count_if(theory.measures.begin(), theory.measures.end(),
                                       [](const BurdenMeasure& measure) { return measure.weight > 0; });
    theory.step = read_step(reader, static_cast<std::size_t>(weighed), "measures");
    theory.known_share = reader.inner_share("known_share");
    reader.finish();
}

void read_sections(EntryReader& reader, bool whole, evidence::BurdenTheory& theory) {
    auto& problems = reader.problems();
    for (const Table* table : some_tables(reader, "measure")) theory.measures.push_back(read_measure(*table, problems));
    for (const Table* table : reader.tables("guideline")) theory.guidelines.push_back(read_guideline(*table, problems));
    for (const Table* table : reader.tables("reading")) {
        theory.readings.push_back(read_burden_reading(*table, problems));
    }
    if (const Table* table = section(reader, "weighting")) read_weighting(*table, problems, theory);
    check_ids(theory.measures, "measure", problems);
    check_ids(theory.guidelines, "guideline", problems);
    check_ids(theory.readings, "reading", problems);
    if (whole && !theory.measures.empty()) check_names(reader, theory);
    warn_of_fractions(theory, problems);
}

}  // namespace

evidence::BurdenTheory burden_theory_of(TheoryText text, Problems& problems) {
    evidence::BurdenTheory theory;
    theory.sha256 = text.sha256;
    theory.where = text.whole.where;
    EntryReader reader(text.whole, text.content);
    theory.id = reader.id();
    if (is_of_another_kind(text, evidence::TheoryKind::Burden, reader, problems)) return theory;
    read_introduction(reader, theory);
    theory.size = reader.filled_text("size");
    theory.effort = reader.filled_text("effort");
    theory.leader = reader.filled_text("leader");
    theory.trend = reader.text_or("trend", "");
    read_sections(reader, !text.syntax.has_errors(), theory);
    reader.finish();
    report(text, problems);
    return theory;
}

}  // namespace entente::casefile
