// Who asks whom for what, in each of the cases: how many and what came of them, then each, by measure.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/compare_parts.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

using evidence::Demand;
using evidence::DemandAnswer;
using workbench::CompareResult;

std::string asked(const Demand& demand) {
    if (demand.of.empty()) return "all other members";
    std::vector<std::string> codes;
    for (const auto& actor : demand.of) codes.push_back(actor.code);
    return joined(codes, ", ");
}

std::string years_in_words(const std::vector<Demand>& demands) {
    const auto first = year_of(demands.front().date.first);
    const auto last = year_of(demands.back().date.first);
    return first == last ? std::to_string(first) : fmt::format("{}–{}", first, last);
}

std::string answer_words(DemandAnswer answer) {
    auto words = std::string(name_of(answer));
    std::ranges::replace(words, '-', ' ');
    return words;
}

// `14 in 2010–2019: 1 met, 2 partly met, 4 refused, 7 open`
Text overview(const CompareResult& result, std::size_t i) {
    std::vector<Demand> demands;
    for (const auto& row : result.comparison.demands) {
        const auto& cell = row.cases[i];
        if (!cell.records_demands) return {"the case records no demands", Tone::Faint};
        demands.insert(demands.end(), cell.demands.begin(), cell.demands.end());
    }
    if (demands.empty()) return {"none up to the cut-off", Tone::Faint};
    std::ranges::stable_sort(demands, {}, [](const Demand& demand) { return demand.date.first; });
    std::vector<std::string> answers;
    for (const auto answer : {DemandAnswer::Met, DemandAnswer::PartlyMet, DemandAnswer::Refused, DemandAnswer::Dropped,
                              DemandAnswer::Open}) {
        const auto count = std::ranges::count(demands, answer, &Demand::answer);
        if (count > 0) answers.push_back(std::to_string(count) + ' ' + answer_words(answer));
    }
    return {fmt::format("{} in {}: {}", demands.size(), years_in_words(demands), joined(answers, ", "))};
}

std::string measure_words(const std::string& measure) {
    return measure.empty() ? "nothing measured" : measure;
}

}  // namespace

void add_demands(Document& document, const CompareResult& result) {
    const auto& rows = result.comparison.demands;
    if (rows.empty()) return;
    document.heading("Demand by demand");
    for (std::size_t i = 0; i < result.names.size(); ++i) document.labelled(result.names[i], {overview(result, i)});
    Table each;
    each.columns = {{"asked about", Align::Left, true, true},
                    {"case", Align::Left, true, true},
                    {"date", Align::Left},
                    {"by", Align::Left, true, true},
                    {"of", Align::Left, true, true},
                    {"answer", Align::Left},
                    {"what", Align::Left, false, true, false, true}};
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.cases.size(); ++i) {
            if (row.cases[i].records_demands && row.cases[i].demands.empty()) {
                each.rows.push_back({Text{measure_words(row.measure)}, Text{result.names[i]}, Text{"none", Tone::Faint},
                                     Text{}, Text{}, Text{}, Text{}});
            }
            for (const auto& demand : row.cases[i].demands) {
                each.rows.push_back({Text{measure_words(row.measure)}, Text{result.names[i]},
                                     Text{to_text(demand.date)}, Text{demand.by.code}, Text{asked(demand)},
                                     Text{answer_words(demand.answer)}, Text{demand.text}});
            }
        }
    }
    document.table(std::move(each));
    document.paragraph(Text{"answer: what came of it, by the case's own reading · none: the case records demands, "
                            "and none about this, up to its cut-off",
                            Tone::Faint},
                       1);
}

}  // namespace entente::reports
