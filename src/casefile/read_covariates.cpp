// [[covariate]] of any theory that has them.
#include <string>
#include <utility>
#include <vector>

#include "casefile/theory_parts.hpp"
#include "core/text.hpp"

namespace entente::casefile {
namespace {

using evidence::CovariateMeasure;

void read_threshold(NumberReader& reader, CovariateMeasure measure, evidence::Covariate& covariate) {
    const auto word = std::string(name_of(measure));
    if (evidence::has_threshold(measure)) {
        covariate.threshold = reader.positive("threshold");
    } else if (reader.has("threshold")) {
        (void)reader.value("threshold");
        reader.error_at("threshold", "the measure '" + word + "' has no threshold", "take the line out");
    }
}

// One data set for each thing that the measure reads.
void check_data(NumberReader& reader, const evidence::Covariate& covariate) {
    const auto wanted = evidence::inputs_of(covariate.measure);
    if (covariate.data.empty() || covariate.data.size() == wanted.size()) return;
    std::vector<std::string> words;
    for (const auto input : wanted) words.emplace_back(name_of(input));
    reader.error_at("data",
                    "the measure '" + std::string(name_of(covariate.measure)) + "' reads " +
                        std::to_string(wanted.size()) + (wanted.size() == 1 ? " data set" : " data sets") + ", but " +
                        std::to_string(covariate.data.size()) + " are named",
                    "name one for each, in this order: " + joined(words, ", "));
}

evidence::Covariate read_covariate(NumberReader& reader, CovariatesOf whose) {
    evidence::Covariate covariate;
    covariate.where = reader.where();
    covariate.id = reader.id();
    if (whose == CovariatesOf::Factors) covariate.factor = reader.filled_text("factor");
    covariate.name = reader.filled_text("name");
    const auto measure = reader.required_choice<CovariateMeasure>("measure");
    covariate.measure = measure.value_or(CovariateMeasure::CapabilityChange);
    if (measure) {
        read_threshold(reader, *measure, covariate);
    } else {
        (void)reader.value("threshold");  // whether it belongs here is not known
    }
    covariate.rise = reader.choice<evidence::Direction>("rise");
    covariate.pace = reader.choice_if<evidence::Pace>("pace").value_or(evidence::Pace::Structure);
    covariate.data = reader.some_texts("data");
    if (measure) check_data(reader, covariate);
    covariate.reason = reader.filled_text("reason");
    covariate.caution = reader.text_or("caution", "");
    return covariate;
}

}  // namespace

std::vector<evidence::Covariate> read_covariates(EntryReader& reader, CovariatesOf whose) {
    std::vector<evidence::Covariate> covariates;
    OnlyOnce ids("covariate");
    for (const auto* table : reader.tables("covariate")) {
        NumberReader entry(*table, reader.problems());
        covariates.push_back(read_covariate(entry, whose));
        ids.see(entry, "id", covariates.back().id);
        entry.finish();
    }
    return covariates;
}

}  // namespace entente::casefile
