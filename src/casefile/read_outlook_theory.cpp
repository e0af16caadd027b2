// theories/*.toml of the kind `outlook`: the models that compete to foresee how alliances end, and how they compete.
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "casefile/number_reader.hpp"
#include "casefile/theory_parts.hpp"
#include "casefile/theory_text.hpp"
#include "core/text.hpp"

namespace entente::casefile {
namespace {

using evidence::EndingModel;
using evidence::EndingModelRole;
using textfiles::Table;

constexpr std::string_view kBaseRate = "base-rate";  // may be chosen under this word whatever its model is called
constexpr int kLongestHorizon = 50;                  // years
constexpr int kMostFolds = 100;
constexpr int kMostDeals = 50;
constexpr int kLeastYearsRecent = 10;  // whole decades are foreseen
constexpr int kMostYearsRecent = 100;
constexpr int kMostYearsKnown = 50;

// A base rate says nothing but how often; a theory's model has all that the theory measures.
void check_role(EntryReader& reader, const EndingModel& model) {
    if (model.role == EndingModelRole::Base && model.duration != evidence::DurationShape::Constant) {
        reader.error_at("duration", "a base rate does not change with age", "write duration = \"constant\"");
    }
    if (model.role != EndingModelRole::Rival && reader.has("covariates")) {
        const bool base = model.role == EndingModelRole::Base;
        reader.error_at("covariates",
                        base ? "a base rate has no covariates" : "a model of a theory has all covariates of the theory",
                        base ? "take them out, or write role = \"rival\"" : "take the line out");
    }
    if (model.role != EndingModelRole::Theory && reader.has("theory")) {
        reader.error_at("theory", "only a model of the role 'theory' stands for a theory", "take the line out");
    }
}

int count_between(NumberReader& reader, std::string_view key, int least, int most) {
    const int count = reader.count(key, least);
    if (count > most) {
        reader.error_at(key, "'" + std::string(key) + "' is above " + std::to_string(most), "write a smaller number");
    }
    return count;
}

EndingModel read_model(NumberReader& reader) {
    EndingModel model;
    model.where = reader.where();
    model.id = reader.id();
    model.name = reader.filled_text("name");
    const auto role = reader.required_choice<EndingModelRole>("role");
    const auto duration = reader.required_choice<evidence::DurationShape>("duration");
    model.role = role.value_or(EndingModelRole::Rival);
    model.duration = duration.value_or(evidence::DurationShape::Constant);
    model.covariates = reader.texts("covariates");
    if (reader.has("recent")) {
        model.recent = count_between(reader, "recent", kLeastYearsRecent, kMostYearsRecent);
        if (model.role != EndingModelRole::Rival || model.duration != evidence::DurationShape::Constant ||
            !model.covariates.empty()) {
            reader.error_at("recent", "'recent' belongs to a rival with a constant duration and no covariates",
                            "it is a rate of the last years, to be set against the base rate of all years");
        }
    }
    if (model.role == EndingModelRole::Theory) {
        model.theory = reader.filled_text("theory");
    } else {
        model.theory = reader.text_or("theory", "");
    }
    model.citation = reader.text_or("citation", "");
    model.differs = reader.text_or("differs", "");
    if (role) check_role(reader, model);
    OnlyOnce covariates("covariate");
    for (const auto& covariate : model.covariates) covariates.see(reader, "covariates", covariate);
    return model;
}

// Covariates of a theory that a model stands for are in another file; they are looked up where both are at hand.
void check_covariates(const evidence::OutlookTheory& theory, Problems& problems) {
    std::vector<std::string> known;
    for (const auto& covariate : theory.covariates) known.push_back(covariate.id);
    for (const auto& model : theory.models) {
        if (model.role == EndingModelRole::Theory) return;
    }
    for (const auto& model : theory.models) {
        for (const auto& named : model.covariates) {
            if (std::find(known.begin(), known.end(), named) != known.end()) continue;
            problems.error(
                model.where,
                "the model '" + model.id + "' names the unknown covariate '" + named + "'" + did_you_mean(named, known),
                "add a [[covariate]] of that id");
        }
    }
}

void check_models(EntryReader& reader, const evidence::OutlookTheory& theory) {
    auto& problems = reader.problems();
    const EndingModel* base = nullptr;
    for (const auto& model : theory.models) {
        if (model.role != EndingModelRole::Base) continue;
        if (base != nullptr) {
            problems.error(model.where, "'" + model.id + "' is a second base rate, beside '" + base->id + "'",
                           "keep one of the two");
        }
        base = &model;
    }
    if (base == nullptr) {
        problems.error(
            theory.models.front().where, "no model is the base rate",
            "add a [[model]] with role = \"base\" and duration = \"constant\": the others are held against it");
    }
    check_covariates(theory, problems);
    std::vector<std::string> ids{std::string(kBaseRate)};
    for (const auto& model : theory.models) ids.push_back(model.id);
    if (theory.chosen.empty() || std::find(ids.begin(), ids.end(), theory.chosen) != ids.end()) return;
    reader.error_at("chosen",
                    "'chosen' names the unknown model '" + theory.chosen + "'" + did_you_mean(theory.chosen, ids),
                    "name a model of this theory: " + known_words(theory.chosen, ids));
}

std::vector<int> read_horizons(NumberReader& reader) {
    std::vector<int> horizons;
    for (const double horizon : reader.positives("horizons")) {
        if (horizon != std::floor(horizon) || horizon > kLongestHorizon) {
            reader.error_at("horizons", "a horizon is not a whole number of years from 1 to 50", "write [1, 5]");
            return {};
        }
        if (!(horizon >= 1)) return {};  // reported
        if (!horizons.empty() && static_cast<int>(horizon) <= horizons.back()) {
            reader.error_at("horizons", "the horizons do not rise", "write the nearest first, each once");
            return {};
        }
        horizons.push_back(static_cast<int>(horizon));
    }
    return horizons;
}

void read_contest(const Table& table, Problems& problems, evidence::EndingContest& contest) {
    NumberReader reader(table, problems);
    contest.from = reader.count("from");
    if (reader.has("to")) contest.to = reader.count("to");
    contest.first_origin = reader.count("first_origin");
    if (reader.has("to") && contest.to <= contest.from) {
        reader.error_at("to", "'to' is not after 'from'", "leave it out: the contest then ends where the data end");
    }
    if (reader.has("from") && reader.has("first_origin") && contest.first_origin <= contest.from) {
        reader.error_at("first_origin", "'first_origin' is not after 'from'",
                        "the first years that are foreseen need years before them to learn from");
    }
    contest.horizons = read_horizons(reader);
    contest.folds = static_cast<std::size_t>(count_between(reader, "folds", 2, kMostFolds));
    if (reader.has("deals")) contest.deals = static_cast<std::size_t>(count_between(reader, "deals", 1, kMostDeals));
    contest.margin = reader.not_negative("margin");
    contest.margin_reason = reader.filled_text("margin_reason");
    contest.ridge = reader.not_negative("ridge");
    contest.known_for = count_between(reader, "known_for", 0, kMostYearsKnown);
    reader.finish();
}

// `whole`: no syntax error lost a part of the file that another part names.
void read_sections(EntryReader& reader, bool whole, evidence::OutlookTheory& theory) {
    auto& problems = reader.problems();
    if (const Table* table = section(reader, "contest")) read_contest(*table, problems, theory.contest);
    theory.covariates = read_covariates(reader, CovariatesOf::Models);
    OnlyOnce ids("model");
    for (const Table* table : some_tables(reader, "model")) {
        NumberReader entry(*table, problems);
        theory.models.push_back(read_model(entry));
        ids.see(entry, "id", theory.models.back().id);
        entry.finish();
    }
    if (whole && !theory.models.empty()) check_models(reader, theory);
}

}  // namespace

evidence::OutlookTheory outlook_theory_of(TheoryText text, Problems& problems) {
    evidence::OutlookTheory theory;
    theory.sha256 = text.sha256;
    theory.where = text.whole.where;
    EntryReader reader(text.whole, text.content);
    theory.id = reader.id();
    if (is_of_another_kind(text, evidence::TheoryKind::Outlook, reader, problems)) return theory;
    read_introduction(reader, theory);
    theory.chosen = reader.filled_text("chosen");
    theory.chosen_reason = reader.filled_text("chosen_reason");
    read_sections(reader, !text.syntax.has_errors(), theory);
    reader.finish();
    report(text, problems);
    return theory;
}

}  // namespace entente::casefile
