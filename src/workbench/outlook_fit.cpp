#include "workbench/outlook_fit.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/in_threads.hpp"
#include "core/minus_sign.hpp"
#include "core/named_enum.hpp"
#include "core/text.hpp"

namespace entente::workbench {
namespace {

constexpr int kChangeYears = 5;

// The model's covariates, in its order: those that are known of the alliance, and those that are not.
void take_covariates(FittedOutlook& fitted, const FitQuestion& question) {
    const auto& all = question.theory->covariates;
    const auto now =
        covariates_now(*question.rows, question.alliance->id, question.year, question.theory->theory.contest.known_for);
    for (const auto& id : question.model->covariates) {
        const auto covariate = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
        ensure(covariate != all.end(), "the covariates of a model are defined");
        const CovariateNow* known = nullptr;
        if (now) {
            const auto found =
                std::find_if(now->begin(), now->end(), [&](const auto& one) { return one.covariate == id; });
            if (found != now->end()) known = &*found;
        }
        if (known != nullptr && known->value) {
            fitted.covariates.push_back(*covariate);
            fitted.now.push_back(*known);
        } else {
            fitted.left_out.push_back({*covariate, known != nullptr ? known->lack : outlook::Lack::NoDataset});
        }
    }
}

std::string words_of(const std::vector<LeftOutCovariate>& left_out) {
    std::vector<std::string> words;
    for (const auto& one : left_out) words.push_back(fmt::format("{} ({})", one.covariate.name, name_of(one.lack)));
    return joined(words, "; ");
}

std::string why_no_values(const FitQuestion& question, const FittedOutlook& fitted) {
    if (!fitted.covariates.empty() || fitted.left_out.empty()) return {};
    return fmt::format(
        "of all that the model '{}' needs nothing is known of this alliance at the end of {}, nor up to {} "
        "years earlier: {}",
        question.model->name, question.year - 1, question.theory->theory.contest.known_for, words_of(fitted.left_out));
}

void note_left_out(FitAnswer& answer, const FitQuestion& question, const FittedOutlook& fitted) {
    if (fitted.left_out.empty()) return;
    answer.notes.push_back(
        fmt::format("The model is fitted without what is not known of this alliance at the end of {}, nor up to {} "
                    "years earlier, so "
                    "that it is not quite the one of the contest: {}.",
                    question.year - 1, question.theory->theory.contest.known_for, words_of(fitted.left_out)));
}

void note_age(FitAnswer& answer, const FitQuestion& question, const FittedOutlook& fitted, double age) {
    const auto& rows = question.rows->rows;
    double oldest = 0;
    for (const auto row : fitted.fit.rows) oldest = std::max(oldest, rows.age[row]);
    const double last = age + question.horizons.back() - 1;
    if (last <= oldest || fitted.model.duration == evidence::DurationShape::Constant) return;
    answer.notes.push_back(
        fmt::format("Age: the model has seen no alliance older than {:g} years, and is asked up to {:g}: its curve of "
                    "age is drawn out",
                    oldest, last));
}

void note_extremes(FitAnswer& answer, const FittedOutlook& fitted) {
    const auto& scale = fitted.fit.scale;
    for (std::size_t place = 0; place < fitted.covariates.size(); ++place) {
        const double low = scale.lowest[place];
        const double high = scale.highest[place];
        const double value = *fitted.now[place].value;
        if (value >= low && value <= high) continue;
        const auto words = [](double number) { return with_minus_sign(fmt::format("{:.3g}", number)); };
        answer.notes.push_back(
            fmt::format("{}: {} lies outside all that the model has seen ({} to {}), so that its line is drawn out",
                        fitted.covariates[place].name, words(value), words(low), words(high)));
    }
}

void note_fit(FitAnswer& answer, const outlook::EndingsFit& fit) {
    for (const auto& mode : fit.modes) {
        const auto name = outlook::words_of(mode.ending);
        if (mode.form == outlook::ModeForm::Never) {
            answer.notes.push_back(fmt::format("{}: in none of these years; the model cannot foresee it", name));
        } else if (mode.form != outlook::ModeForm::Covariates) {
            answer.notes.push_back(fmt::format(
                "{}: {} events are fewer than five for each column, so that its chance {}", name, mode.events,
                mode.form == outlook::ModeForm::Age ? "moves with age alone" : "is taken as constant"));
        }
    }
    if (fit.thin) {
        answer.notes.push_back(
            fmt::format("violation: {} events are fewer than five for each column; its coefficients "
                        "hold together by the penalty alone",
                        fit.modes.front().events));
    }
    for (const auto& covariate : fit.constant) {
        answer.notes.push_back(covariate + " is the same in all years of the fit, and says nothing");
    }
}

// To drawn alliances, as many as are asked for and have a fit.
std::vector<outlook::Coefficients> refits_of(FittedOutlook& fitted, const FitQuestion& question) {
    std::vector<outlook::Coefficients> found;
    if (question.draws == 0) return found;
    const outlook::EndingsBootstrap bootstrap(question.rows->rows, fitted.fit);
    const RandomStream stream(question.seed, "outlook");
    std::vector<std::optional<outlook::Coefficients>> drawn(question.draws);
    in_threads(question.draws, 0, [&](std::size_t draw) { drawn[draw] = bootstrap.coefficients(stream, draw); });
    for (auto& one : drawn) {
        if (one) found.push_back(std::move(*one));
    }
    fitted.draws = found.size();
    fitted.failed_draws = question.draws - found.size();
    return found;
}

SharesByYear base_shares(const FitQuestion& question, const outlook::EndingsFit& fit, evidence::DurationShape duration,
                         double age) {
    const auto base = outlook::fit_base(question.rows->rows, fit.rows, duration, fit.ridge);
    return outlook::shares_by_year(base, {}, age, question.horizons.back());
}

void compare(FittedOutlook& fitted, const FitQuestion& question, const std::vector<double>& values, double age) {
    if (fitted.covariates.empty()) return;
    const auto& rows = question.rows->rows;
    outlook::ComparablesRequest request;
    request.alliance = question.alliance->id;
    request.values = values;
    request.age = age;
    request.years = question.horizons.back();
    fitted.comparables = outlook::comparables_of(rows, fitted.fit, request);
    for (const auto& comparable : fitted.comparables.nearest) {
        ComparableAlliance alike;
        alike.comparable = comparable;
        alike.id = rows.alliances[comparable.alliance];
        alike.year = rows.year[comparable.row];
        alike.age_years = rows.age[comparable.row];
        const auto* pair = find_pair(question.rows->alliances, alike.id, alike.year);
        alike.name = pair != nullptr ? alliance_words(*pair, alike.year, *question.system) : alike.id;
        fitted.alike.push_back(std::move(alike));
    }
}

// The alliance's own years before those that are foreseen, by a fit to years of which all the model's covariates are
// known: what is not known now may have been known then.
void split_pace(FittedOutlook& fitted, const FitQuestion& question) {
    auto covariates = fitted.covariates;
    for (const auto& one : fitted.left_out) covariates.push_back(one.covariate);
    if (std::none_of(covariates.begin(), covariates.end(),
                     [](const auto& covariate) { return covariate.pace == evidence::Pace::Leader; })) {
        fitted.leader_structure.why_not = "the model has no covariate of who governs";
        return;
    }
    const auto& rows = question.rows->rows;
    std::vector<std::string> ids;
    for (const auto& covariate : covariates) ids.push_back(covariate.id);
    const auto fit = fitted.left_out.empty()
                         ? fitted.fit
                         : outlook::fit_endings(rows, {ids, question.model->duration, fitted.fit.ridge});
    std::vector<outlook::OwnYear> years;
    for (const auto row : fit.rows) {
        if (rows.alliances[rows.alliance[row]] != question.alliance->id || rows.year[row] >= question.year) continue;
        outlook::OwnYear own;
        own.age = rows.age[row];
        for (const auto& id : ids) own.values.push_back(*rows.columns[outlook::column_of(rows, id)][row]);
        if (years.empty()) fitted.own_from = rows.year[row];
        fitted.own_to = rows.year[row];
        years.push_back(std::move(own));
    }
    fitted.leader_structure = outlook::leader_structure(fit, covariates, years);
}

}  // namespace

FitAnswer fit_for(const FitQuestion& question) {
    FitAnswer answer;
    FittedOutlook fitted;
    fitted.model = *question.model;
    take_covariates(fitted, question);
    answer.why_not = why_no_values(question, fitted);
    if (!answer.why_not.empty()) return answer;

    const auto& rows = question.rows->rows;
    std::vector<std::string> ids;
    for (const auto& covariate : fitted.covariates) ids.push_back(covariate.id);
    fitted.fit =
        outlook::fit_endings(rows, {std::move(ids), question.model->duration, question.theory->theory.contest.ridge});
    if (!fitted.fit.converged()) {
        answer.why_not = fmt::format("the model '{}' has no fit: {}", question.model->name, fitted.fit.why_not);
        if (!fitted.fit.unbounded.empty()) answer.why_not += ": " + joined(fitted.fit.unbounded, ", ");
        return answer;
    }
    std::vector<double> values;
    for (const auto& now : fitted.now) values.push_back(*now.value);
    const double age = question.year - question.alliance->begin_year;
    fitted.age_years = age;
    const auto refits = refits_of(fitted, question);
    const int last = question.horizons.back();
    fitted.path = question.draws == 0 ? outlook::foresee(fitted.fit, values, age, last)
                                      : outlook::foresee_by_draws(fitted.fit, refits, values, age, last);
    if (fitted.path.years.empty()) {
        answer.why_not =
            fmt::format("the model '{}' says nothing of this alliance: {}", question.model->name, fitted.path.why_not);
        return answer;
    }
    fitted.reference = outlook::reference_at(rows, fitted.fit, age);
    fitted.average = outlook::shares_by_year(fitted.fit, fitted.reference.values, age, last);
    fitted.constant = base_shares(question, fitted.fit, evidence::DurationShape::Constant, age);
    fitted.by_age = base_shares(question, fitted.fit, fitted.model.duration, age);
    fitted.drivers = outlook::drivers_of(fitted.fit, fitted.covariates, values, fitted.reference);
    fitted.change_years = std::min(kChangeYears, last);
    fitted.changes = outlook::what_would_change(rows, fitted.fit, refits, values, age, fitted.change_years);
    compare(fitted, question, values, age);
    split_pace(fitted, question);
    note_left_out(answer, question, fitted);
    note_fit(answer, fitted.fit);
    note_extremes(answer, fitted);
    note_age(answer, question, fitted, age);
    answer.fitted = std::move(fitted);
    return answer;
}

}  // namespace entente::workbench
