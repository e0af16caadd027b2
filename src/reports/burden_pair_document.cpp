// burden: two states compared, measure by measure: each measure is an answer of its own, and says why it differs from
// the next.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_parts.hpp"
#include "reports/burden_words.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

std::string pair_name(const workbench::BurdenResult& result, int state) {
    for (const auto& each : result.pair_states) {
        if (each.number == state) return each.name;
    }
    return std::to_string(state);
}

std::string who_carries_more(const workbench::BurdenResult& result, const burden::PairAnswer& answer) {
    if (!answer.known) return answer.why_not.empty() ? "—" : "not compared";
    return answer.more ? pair_name(result, *answer.more) : "equal";
}

// `sipri-milex 2024`, `us-troops 2.0 and us-troops-rebuilt 1.0`
std::string sources_words(const workbench::BurdenResult& result, const evidence::BurdenMeasure& measure,
                          const std::vector<const burden::BurdenReading*>& readings) {
    std::vector<std::string> names;
    for (const auto* reading : readings) {
        if (reading == nullptr || !reading->value.known()) continue;
        const auto* source = source_of(result, measure, reading->from);
        if (source == nullptr || source->dataset.empty()) continue;
        if (std::find(names.begin(), names.end(), source->dataset) == names.end()) names.push_back(source->dataset);
    }
    return names.empty() ? std::string{} : listed(names, names.size());
}

std::string definition_words(const evidence::BurdenMeasure& measure, const std::string& sources) {
    std::vector<std::string> parts{kind_words(measure)};
    if (measure.weight > 0) {
        parts.push_back("counts in the weightings");
    } else {
        parts.emplace_back("beside, in no weighting");
    }
    if (!sources.empty()) parts.push_back(sources);
    return joined(parts, " · ") + (measure.definition.empty() ? "" : " · " + measure.definition);
}

Text value_cell(const burden::BurdenReading* reading, const evidence::BurdenMeasure& measure, bool more) {
    if (reading == nullptr) return {"—"};
    return {value_and_year(*reading, measure), more ? Tone::Bold : Tone::Plain};
}

struct Answers {
    std::string kind;  // `money, input`
    std::vector<std::string> first;
    std::vector<std::string> second;
    std::vector<std::string> equal;
};

// `, of 2014`, `, of 2016 and 2017`; empty where both are of the year asked for.
std::string years_words(const burden::BurdenReading* one, const burden::BurdenReading* two, int asked) {
    if (one == nullptr || two == nullptr) return {};
    if (one->of_year == two->of_year) return one->of_year == asked ? "" : fmt::format(", of {}", one->of_year);
    return fmt::format(", of {} and {}", one->of_year, two->of_year);
}

std::string answer_words(const workbench::BurdenResult& result, const burden::PairAnswer& answer) {
    const auto& measure = result.theory.measures[answer.measure];
    const auto years = years_words(reading_of(result, result.pair->first, answer.measure),
                                   reading_of(result, result.pair->second, answer.measure), result.year);
    return fmt::format("{} ({}{}){}", measure.name, against_words(answer.first, answer.second, measure), years,
                       measure.weight > 0 ? "" : " °");
}

std::vector<Answers> answers_by_kind(const workbench::BurdenResult& result) {
    std::vector<Answers> all;
    for (const auto& answer : result.pair->answers) {
        if (!answer.known) continue;
        const auto& measure = result.theory.measures[answer.measure];
        const auto kind = kind_words(measure);
        auto found = std::find_if(all.begin(), all.end(), [&kind](const auto& each) { return each.kind == kind; });
        if (found == all.end()) found = all.insert(all.end(), {kind, {}, {}, {}});
        auto& into = !answer.more ? found->equal : *answer.more == result.pair->first ? found->first : found->second;
        into.push_back(answer_words(result, answer));
    }
    return all;
}

const burden::BurdenReading* reading_in(const workbench::BurdenResult& result, int year, int state,
                                        std::size_t measure) {
    for (const auto& group : result.groups) {
        for (const auto& each : group.history) {
            if (each.year != year) continue;
            if (const auto* reading = reading_of(each.facts, state, measure)) return reading;
        }
    }
    return nullptr;
}

std::string cell_in(const burden::BurdenReading* reading, const evidence::BurdenMeasure& measure, int year) {
    return reading == nullptr ? "—" : reading_words(*reading, measure, year);
}

// `0.94 | 1.38`, `74.5 | 32.6 ’03`
std::string both_in(const burden::BurdenReading* one, const burden::BurdenReading* two,
                    const evidence::BurdenMeasure& measure, int year) {
    const bool known = one != nullptr && two != nullptr && one->value.known() && two->value.known();
    const bool one_year = known && one->of_year == two->of_year;
    const auto first = cell_in(one, measure, one_year ? one->of_year : year);
    const auto second = cell_in(two, measure, year);
    return first == "—" && second == "—" ? first : fmt::format("{} | {}", first, second);
}

// The last year of the history and every fifth before it, five at most; years of which nothing that is weighed is known
// are left out.
std::vector<int> few_years(const workbench::BurdenResult& result) {
    constexpr int kStep = 5;
    constexpr int kMost = 5;
    int last = 0;
    for (const auto& group : result.groups) {
        if (!group.history.empty()) last = std::max(last, group.history.back().year);
    }
    std::vector<int> years;
    for (int step = kMost - 1; step >= 0; --step) {
        const int year = last - step * kStep;
        const auto knows = [&](std::size_t place) {
            const auto* one = reading_in(result, year, result.pair->first, place);
            const auto* two = reading_in(result, year, result.pair->second, place);
            return (one != nullptr && one->value.known()) || (two != nullptr && two->value.known());
        };
        if (std::any_of(result.pair->measures.begin(), result.pair->measures.end(), knows)) years.push_back(year);
    }
    return years;
}

}  // namespace

void add_pair_answers(Document& document, const workbench::BurdenResult& result) {
    if (!result.pair) return;
    const auto first = pair_name(result, result.pair->first);
    const auto second = pair_name(result, result.pair->second);
    for (const auto& answers : answers_by_kind(result)) {
        std::vector<Text> lines;
        const auto line = [&lines](const std::string& who, const std::vector<std::string>& measures) {
            if (!measures.empty()) lines.emplace_back(fmt::format("{}: {}", who, joined(measures, "; ")));
        };
        line(first + " more", answers.first);
        line(second + " more", answers.second);
        line("equal", answers.equal);
        document.labelled(answers.kind, std::move(lines));
    }
    const auto& all = result.pair->answers;
    const auto says = [&all](int state) {
        return std::any_of(all.begin(), all.end(),
                           [state](const auto& each) { return each.known && each.more && *each.more == state; });
    };
    if (!says(result.pair->first) || !says(result.pair->second)) {
        document.paragraph(Text{fmt::format("{} first. °: shown beside, in no weighting.", first), Tone::Faint}, 1);
        return;
    }
    document.paragraph(
        Text{fmt::format("{} first. The answers differ because they count different things: another kind of "
                         "burden, or another stage of the same. °: shown beside, in no weighting.",
                         first),
             Tone::Faint},
        1);
}

void add_pair(Document& document, const workbench::BurdenResult& result, const BurdenView& view) {
    if (!result.pair) return;
    const auto& pair = *result.pair;
    const auto first = pair_name(result, pair.first);
    const auto second = pair_name(result, pair.second);
    document.heading(fmt::format("{} and {}, measure by measure", first, second));
    Table table;
    table.columns = {{"measure", Align::Left, true, true},
                     {"unit", Align::Left, true, true},
                     {first, Align::Right, true, true},
                     {second, Align::Right, true, true},
                     {"carries more"}};
    if (!view.brief) table.columns.push_back({"what it is", Align::Left, false, true, false, true});
    std::vector<bool> answered(result.theory.measures.size(), false);
    const auto add_row = [&](std::size_t place, const std::string& more, bool first_more, bool second_more) {
        const auto& measure = result.theory.measures[place];
        const auto* one = reading_of(result, pair.first, place);
        const auto* two = reading_of(result, pair.second, place);
        std::vector<Text> row{{measure.name, Tone::Bold},
                              {measure.unit},
                              value_cell(one, measure, first_more),
                              value_cell(two, measure, second_more),
                              {more}};
        if (!view.brief) row.emplace_back(definition_words(measure, sources_words(result, measure, {one, two})));
        table.rows.push_back(std::move(row));
    };
    for (const auto& answer : pair.answers) {
        answered[answer.measure] = true;
        const auto* one = reading_of(result, pair.first, answer.measure);
        const auto* two = reading_of(result, pair.second, answer.measure);
        const bool known_of_neither = one != nullptr && two != nullptr && !one->value.known() && !two->value.known();
        if (known_of_neither) continue;  // the answer in words names it
        add_row(answer.measure, who_carries_more(result, answer), answer.more && *answer.more == pair.first,
                answer.more && *answer.more == pair.second);
    }
    for (std::size_t place = 0; place < answered.size() && !view.brief; ++place) {
        const auto* one = reading_of(result, pair.first, place);
        const auto* two = reading_of(result, pair.second, place);
        const bool known = one != nullptr && one->value.known() && two != nullptr && two->value.known();
        const bool obliges = result.theory.measures[place].coin == evidence::BurdenCoin::Obligation;
        // Of several groups each has a whole of its own, so that parts of the whole are not compared.
        const bool is_burden = result.theory.measures[place].sense != evidence::BurdenSense::Neither;
        if (!answered[place] && known && !obliges)
            add_row(place, is_burden ? "not compared" : "no burden", false, false);
    }
    document.table(std::move(table));
}

void add_pair_years(Document& document, const workbench::BurdenResult& result) {
    if (!result.pair || result.pair->measures.empty()) return;
    const auto& pair = *result.pair;
    const auto years = few_years(result);
    if (years.size() < 2) return;
    const auto first = pair_name(result, pair.first);
    const auto second = pair_name(result, pair.second);
    document.heading(fmt::format("{} | {}, {}–{}", first, second, years.front(), years.back()));
    Table table;
    table.columns = {{"measure", Align::Left, true, true}};
    for (const auto year : years) table.columns.push_back({std::to_string(year), Align::Right});
    for (const auto place : pair.measures) {
        const auto& measure = result.theory.measures[place];
        std::vector<Text> row{{measure.name}};
        for (const auto year : years) {
            const auto* one = reading_in(result, year, pair.first, place);
            const auto* two = reading_in(result, year, pair.second, place);
            row.emplace_back(both_in(one, two, measure, year));
        }
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
    document.paragraph(
        Text{fmt::format("{} | {}. The measures that are weighed; ’15: the number is of 2015.", first, second),
             Tone::Faint},
        1);
}

}  // namespace entente::reports
