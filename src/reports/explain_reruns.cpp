#include <map>

#include <fmt/format.h>

#include "reports/explain_parts.hpp"
#include "reports/names.hpp"
#include "reports/sentences.hpp"

namespace entente::reports {
namespace {

using assessment::VerdictDirection;

// Those that change the verdict first; they are what a reader looks for.
void add_rerun_table(Document& document, const std::string& title, const std::vector<assessment::Rerun>& reruns) {
    if (reruns.empty()) return;
    document.heading(title);
    Table table;
    table.columns = {{"rerun", Align::Left, true},      {"items", Align::Right, false}, {"P weak", Align::Right, false},
                     {"P strong", Align::Right, false}, {"says", Align::Left, false},   {"", Align::Left, false}};
    for (const bool changed : {true, false}) {
        for (const auto& rerun : reruns) {
            if (rerun.changes_verdict != changed) continue;
            const bool assessed = rerun.direction != VerdictDirection::NotAssessed;
            table.rows.push_back({Text{rerun.name}, Text{std::to_string(rerun.items)},
                                  Text{assessed ? probability(rerun.probability.weakened) : "—"},
                                  Text{assessed ? probability(rerun.probability.strengthened) : "—"},
                                  Text{verdict_words(rerun.direction, rerun.size), tone_of(rerun.direction)},
                                  Text{changed ? "changes the verdict" : "", Tone::Bold}});
        }
    }
    document.table(std::move(table));
}

std::string decibel_scale(const evidence::DecibelScale& scale) {
    return fmt::format("{:g} / {:g} / {:g} / {:g}", scale.words, scale.opinion, scale.act, scale.structural);
}

// How each value of one dimension of the grid fares, over all settings that share it.
using Tally = std::map<std::string, std::map<VerdictDirection, int>>;

void add_tally(Table& table, const std::string& dimension, const Tally& tally) {
    std::string title = dimension;
    for (const auto& [value, counts] : tally) {
        std::vector<Text> row{Text{title}, Text{value}};
        for (const auto direction : {VerdictDirection::Weakened, VerdictDirection::Unchanged,
                                     VerdictDirection::Strengthened, VerdictDirection::Mixed}) {
            const auto found = counts.find(direction);
            row.emplace_back(std::to_string(found == counts.end() ? 0 : found->second));
        }
        table.rows.push_back(std::move(row));
        title.clear();
    }
}

void add_multiverse(Document& document, const assessment::Sensitivity& sensitivity) {
    Tally priors;
    Tally correlations;
    Tally scales;
    Tally clusterings;
    Tally rituals;
    for (const auto& setting : sensitivity.multiverse) {
        ++priors[fmt::format("{:g} unchanged", setting.prior.unchanged)][setting.direction];
        ++correlations[fmt::format("{:g}", setting.correlation)][setting.direction];
        ++scales[decibel_scale(setting.decibels)][setting.direction];
        const bool as_coded = setting.clustering == evidence::Clustering::AsCoded;
        ++clusterings[as_coded ? "as coded" : "each item alone"][setting.direction];
        ++rituals[fmt::format("{:g}", setting.ritual_weight)][setting.direction];
    }
    document.heading(fmt::format("The multiverse: {} settings, counted by each choice", sensitivity.multiverse.size()));
    Table table;
    table.columns = {{"choice", Align::Left, true},         {"value", Align::Left, false},
                     {"weakened", Align::Right, false},     {"unchanged", Align::Right, false},
                     {"strengthened", Align::Right, false}, {"mixed", Align::Right, false}};
    add_tally(table, "prior", priors);
    add_tally(table, "correlation in a cluster", correlations);
    add_tally(table, "dB of words / opinion / acts / structural", scales);
    add_tally(table, "clustering", clusterings);
    add_tally(table, "weight of ritual words", rituals);
    document.table(std::move(table));
}

void add_recodings(Document& document, const workbench::AssessResult& result) {
    const auto& recodings = result.assessment.sensitivity.recodings;
    document.heading("Recodings that change the verdict: all items of a cluster turned");
    if (recodings.single.empty() && recodings.pairs.empty()) {
        document.paragraph(fmt::format("none of {}", counted(recodings.clusters, "cluster")), 1);
        return;
    }
    Table table;
    table.columns = {{"factor", Align::Left, true},
                     {"cluster", Align::Left, true},
                     {"and factor", Align::Left, true},
                     {"cluster", Align::Left, true},
                     {"then", Align::Left, false}};
    for (const auto* list : {&recodings.single, &recodings.pairs}) {
        for (const auto& recoding : *list) {
            table.rows.push_back({Text{factor_name(result.open->theory, recoding.factor)}, Text{recoding.cluster},
                                  Text{factor_name(result.open->theory, recoding.factor_2)}, Text{recoding.cluster_2},
                                  Text{std::string(name_of(recoding.direction)), tone_of(recoding.direction)}});
        }
    }
    document.table(std::move(table));
    if (!recodings.pairs_searched) document.paragraph("pairs were not searched: there are too many clusters", 1);
}

void add_placebos(Document& document, const assessment::Sensitivity& sensitivity) {
    document.heading("Placebos: runs whose answer is known beforehand");
    Table table;
    table.columns = {{"placebo", Align::Left, true},
                     {"expected", Align::Left, true},
                     {"got", Align::Left, true},
                     {"", Align::Left, false}};
    for (const auto& placebo : sensitivity.placebos) {
        table.rows.push_back(
            {Text{placebo.name}, Text{placebo.expected}, Text{placebo.got},
             Text{placebo.holds ? "holds" : "DOES NOT HOLD", placebo.holds ? Tone::Plain : Tone::Weak}});
    }
    document.table(std::move(table));
}

}  // namespace

void add_reruns(Document& document, const workbench::AssessResult& result) {
    const auto& sensitivity = result.assessment.sensitivity;
    document.paragraph(verdict_sentence(result));
    add_rerun_table(document, "By class of source", sensitivity.source_class);
    add_rerun_table(document, "By leaning of the outlet", sensitivity.leaning);
    add_rerun_table(document, "By kind of evidence", sensitivity.kinds);
    add_rerun_table(document, "By coder", sensitivity.coders);
    add_rerun_table(document, "Leaving one cluster out", sensitivity.leave_one_cluster_out);
    add_multiverse(document, sensitivity);
    add_recodings(document, result);
    add_placebos(document, sensitivity);
}

}  // namespace entente::reports
