#include "reports/outlook_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/minus_sign.hpp"
#include "core/text.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

const workbench::FittedOutlook& fitted_of(const workbench::OutlookResult& result) {
    return *result.fitted;
}

// Whether a measure counts 1 for yes and 0 for no.
bool says_yes_or_no(evidence::CovariateMeasure measure) {
    switch (measure) {
        case evidence::CovariateMeasure::CapabilityChange:
        case evidence::CovariateMeasure::Asymmetry:
        case evidence::CovariateMeasure::SharedRival:
        case evidence::CovariateMeasure::RegimeChange:
        case evidence::CovariateMeasure::SupportChange:
        case evidence::CovariateMeasure::SupportChangeDemocracy:
        case evidence::CovariateMeasure::SupportChangeNonDemocracy:
        case evidence::CovariateMeasure::LeaderChange:
        case evidence::CovariateMeasure::JointDemocracy:
        case evidence::CovariateMeasure::NewOutsideAlliance:
        case evidence::CovariateMeasure::NonMilitaryCooperation:
        case evidence::CovariateMeasure::RatifiedTreaty:
            return true;
        case evidence::CovariateMeasure::CapabilityRatio:
        case evidence::CovariateMeasure::CombinedCapability:
        case evidence::CovariateMeasure::RivalPressureChange:
        case evidence::CovariateMeasure::PolityDistance:
        case evidence::CovariateMeasure::AlliesOfLeader:
        case evidence::CovariateMeasure::MilitaryInstitutions:
            break;
    }
    return false;
}

// With the value: the 'no' of a covariate that says yes or no moves the odds too.
std::string driver_words(const workbench::FittedOutlook& fitted, const outlook::Driver& driver) {
    const auto& covariate = fitted.covariates[driver.covariate];
    auto value = covariate_number(driver.value);
    if (says_yes_or_no(covariate.measure)) value = driver.value > 0.5 ? "yes" : "no";
    return fmt::format("{}: {} ({} dB)", covariate.name, value, decibels(driver.decibels.value));
}

// Of those told apart from 0, the first three that move the odds by a tenth of a decibel or more.
std::string strongest(const workbench::FittedOutlook& fitted, bool toward_violation) {
    std::vector<std::string> words;
    for (const auto& driver : fitted.drivers) {
        if (driver.finding == outlook::SignFinding::NotToldApart) continue;
        const double moved = toward_violation ? driver.decibels.value : -driver.decibels.value;
        if (moved >= 0.1 && words.size() < 3) words.push_back(driver_words(fitted, driver));
    }
    return joined(words, ", ");
}

std::string risk_sentence(const workbench::FittedOutlook& fitted, int years) {
    const auto& year = year_at(fitted.path, years);
    const auto& violation = year.modes.front();
    return fmt::format("Within {}: {} {}, {}; of any end {}.", counted(year.years_ahead, "year"),
                       outlook::words_of(outlook::Ending::Violation), chance_words(violation),
                       outlook::icd_203_word(violation.p), chance_words(any_end_of(year.survival)));
}

std::string start_sentence(const workbench::FittedOutlook& fitted) {
    const auto place = static_cast<std::size_t>(fitted.change_years - 1);
    return fmt::format(
        "It starts from {} of alliances of two states that were violated within {} in all years of the fit (as the "
        "contest counts its base rate), {} at this "
        "age, and {} for the mean of {} alliances of about this age.",
        percent(fitted.constant[place].front()), counted(fitted.change_years, "year"),
        percent(fitted.by_age[place].front()), percent(fitted.average[place].front()), fitted.reference.alliances);
}

void add_driver_sentences(std::vector<std::string>& sentences, const workbench::FittedOutlook& fitted) {
    if (fitted.drivers.empty()) return;
    const auto wears = strongest(fitted, true);
    const auto holds = strongest(fitted, false);
    sentences.push_back(wears.empty() && holds.empty()
                            ? std::string("No covariate that moves it is told apart from 0.")
                            : fmt::format("Told apart from 0, toward a violation: {}; away from it: {}.",
                                          wears.empty() ? "nothing" : wears, holds.empty() ? "nothing" : holds));
    std::vector<std::string> opposite;
    for (const auto& driver : fitted.drivers) {
        if (driver.finding == outlook::SignFinding::Opposite)
            opposite.push_back(fitted.covariates[driver.covariate].name);
    }
    if (!opposite.empty()) {
        sentences.push_back("Against what the theory expects, by the whole interval: " + joined(opposite, "; ") + '.');
    }
}

void add_change_sentence(std::vector<std::string>& sentences, const workbench::FittedOutlook& fitted) {
    if (fitted.covariates.empty()) return;
    constexpr std::size_t kTold = 2;  // more stand in the table alone
    if (fitted.changes.empty()) {
        sentences.push_back(fmt::format(
            "No covariate alone, at any value that an alliance ever had, would change the word for {} years.",
            fitted.change_years));
        return;
    }
    std::string sentence;
    if (fitted.changes.size() > kTold) {
        sentence = fmt::format("Each of {} changes of a single covariate would change the word for {} years",
                               fitted.changes.size(), fitted.change_years);
    } else {
        std::vector<std::string> words;
        for (const auto& change : fitted.changes) {
            words.push_back(fmt::format("{} from {} to {}, to a risk of {}, {}",
                                        fitted.covariates[change.covariate].name, covariate_number(change.from),
                                        covariate_number(change.to), chance_words(change.risk), change.word));
        }
        sentence = fmt::format("{} alone would change the word for {} years: {}",
                               fitted.changes.size() == 1 ? "This" : "Each of these", fitted.change_years,
                               joined(words, "; "));
    }
    const auto apart = told_apart_words(fitted);
    sentences.push_back(sentence + (apart.empty() ? "." : ". " + apart));
}

// Of those that were followed as far as that: one that ended was, too.
std::string followed_words(const workbench::FittedOutlook& fitted) {
    const int years = fitted.path.years.back().years_ahead;
    std::size_t followed = 0;
    std::size_t ended = 0;
    std::size_t violated = 0;
    for (const auto& alike : fitted.alike) {
        const auto& comparable = alike.comparable;
        if (comparable.ending || comparable.followed_years >= years) ++followed;
        if (comparable.ending) ++ended;
        if (comparable.ending == outlook::Ending::Violation) ++violated;
    }
    const auto of_all =
        fmt::format("Of the {} most like it at about its age, {} {} followed for {} or to {} end", fitted.alike.size(),
                    followed, followed == 1 ? "was" : "were", counted(years, "year"), followed == 1 ? "its" : "their");
    if (ended == 0) return of_all + ", and none of them ended";
    return of_all + fmt::format(", {} of them ended, {} by violation", ended, violated);
}

// Two alliances taken at random are √(2k) apart by k covariates: each adds twice its variance to the square.
std::string nearness_words(const workbench::FittedOutlook& fitted) {
    const double random = std::sqrt(2.0 * static_cast<double>(fitted.covariates.size()));
    const auto nearer = std::count_if(fitted.alike.begin(), fitted.alike.end(),
                                      [&](const auto& alike) { return alike.comparable.distance < random; });
    if (nearer == static_cast<std::ptrdiff_t>(fitted.alike.size())) return {};
    if (nearer == 0) return "; none of them is near: two alliances taken at random are no farther apart";
    return fmt::format("; only {} of them {} nearer than two alliances taken at random", nearer,
                       nearer == 1 ? "is" : "are");
}

void add_alike_sentence(std::vector<std::string>& sentences, const workbench::FittedOutlook& fitted) {
    if (fitted.alike.empty()) return;
    sentences.push_back(fmt::format("{}; the nearest is {}{}.", followed_words(fitted), fitted.alike.front().name,
                                    nearness_words(fitted)));
}

// Without a model: what the protocol says, at five years if it has them.
void add_base_sentence(std::vector<std::string>& sentences, const workbench::OutlookResult& result) {
    const auto& horizons = result.base_rate.horizons;
    if (horizons.empty()) return;
    const auto five = std::find_if(horizons.begin(), horizons.end(), [](const auto& one) { return one.years == 5; });
    const auto& horizon = five != horizons.end() ? *five : horizons.front();
    sentences.push_back(fmt::format(
        "By the protocol's base rate ({}) alone: {} within {} {}, {}; any end {}.", result.base_rate.base_rate.name,
        outlook::words_of(outlook::Ending::Violation), counted(static_cast<int>(horizon.years), "year"),
        chance_words({horizon.violation.p, models::ProbabilityInterval{horizon.violation.low, horizon.violation.high}}),
        horizon.word,
        chance_words({horizon.any_end.p, models::ProbabilityInterval{horizon.any_end.low, horizon.any_end.high}})));
}

// Zero percent says nothing without the number of those that were seen so long.
std::string ended_words(const outlook::HistoryPoint& point) {
    const auto later = counted(static_cast<int>(point.years), "year") + " later";
    if (point.survival >= 1)
        return fmt::format("none had ended {} ({:g} of them are followed that long)", later, point.at_risk);
    return fmt::format("{} had ended {}, {} by violation ({:g} of them are followed that long)",
                       percent(1 - point.survival), later,
                       point.ended.front() > 0 ? percent(point.ended.front()) : "none", point.at_risk);
}

// Without a model: what became of those that were as old.
void add_history_sentence(std::vector<std::string>& sentences, const workbench::OutlookResult& result) {
    if (!result.history || !result.history->from_age || result.history->from_age->horizons.empty()) return;
    const auto& from = *result.history->from_age;
    const auto& last = from.horizons.back();
    const bool of_members = result.history->level == outlook::HistoryLevel::Member;
    sentences.push_back(fmt::format("Of {:g} {} that reached {:.0f} years{}, {}.", from.units,
                                    of_members
                                        ? fmt::format("memberships in {} alliances of several states", from.alliances)
                                        : std::string("alliances of two states"),
                                    from.from_age,
                                    from.from_age < from.age_years - 0.5
                                        ? fmt::format(" (fewer than ten alliances are seen at {:.0f})", from.age_years)
                                        : std::string{},
                                    ended_words(last)));
}

std::string share_words(const outlook::SourceShare& share) {
    if (!share.low || !share.high) return percent(share.share, 0);
    return fmt::format("{} ({} to {})", percent(share.share, 0), percent(*share.low, 0), percent(*share.high, 0));
}

void add_leader_sentence(std::vector<std::string>& sentences, const workbench::FittedOutlook& fitted) {
    const auto& shares = fitted.leader_structure.shares;
    if (shares.empty()) return;
    sentences.push_back(fmt::format(
        "Of how the odds of a violation moved over {}–{}, structure accounts for {}, leaders for {} and age for {}{}.",
        fitted.own_from, fitted.own_to, share_words(shares[0]), share_words(shares[1]), share_words(shares[2]),
        fitted.left_out.empty() ? "" : ", by another fit, with the covariates that are not known now"));
}

// With another decimal where the rounded share would have another word of ICD 203: 4.97%, not 5.0%, is under 5%.
std::string share_beside_word(double p) {
    const bool same = outlook::icd_203_word(std::round(p * 1000) / 1000) == outlook::icd_203_word(p);
    return percent(p, same ? 1 : 2);
}

}  // namespace

std::string chance_words(const outlook::Chance& chance) {
    if (!chance.interval) return share_beside_word(chance.p);
    const auto high = percent(chance.interval->high);
    const auto low = percent(chance.interval->low);
    return fmt::format("{} ({}–{})", share_beside_word(chance.p), low.substr(0, low.size() - 1),
                       high.substr(0, high.size() - 1));
}

const outlook::ForeseenYear& year_at(const outlook::ForeseenPath& path, int years) {
    const auto place = std::min(static_cast<std::size_t>(std::max(years, 1)), path.years.size());
    return path.years[place - 1];
}

std::string told_apart_words(const workbench::FittedOutlook& fitted) {
    const auto& changes = fitted.changes;
    const auto& now = year_at(fitted.path, fitted.change_years).modes.front();
    const auto has_interval = [](const outlook::WouldChange& change) { return change.risk.interval.has_value(); };
    if (changes.empty() || !now.interval || !std::ranges::all_of(changes, has_interval)) return {};
    std::vector<std::string> apart;
    for (const auto& change : changes) {
        if (!change.apart) continue;
        apart.push_back(fmt::format("{} at {}", fitted.covariates[change.covariate].name, covariate_number(change.to)));
    }
    if (!apart.empty()) {
        return fmt::format("Told apart from the risk now, {}, by an interval that does not overlap its own: {}.",
                           chance_words(now), joined(apart, "; "));
    }
    return fmt::format("{} overlaps that of the risk now, {}: these intervals tell {} apart.",
                       changes.size() == 1 ? "Its interval" : "The interval of each", chance_words(now),
                       changes.size() == 1 ? "nothing" : "none of them");
}

outlook::Chance any_end_of(const outlook::Chance& survival) {
    outlook::Chance any{1 - survival.p, {}};
    if (survival.interval) any.interval = {1 - survival.interval->high, 1 - survival.interval->low};
    return any;
}

std::string decibel_words(const outlook::Spread& spread) {
    return fmt::format("{} dB ({} to {})", decibels(spread.value), decibels(spread.low), decibels(spread.high));
}

std::string covariate_number(double value) {
    return with_minus_sign(fmt::format("{:.3g}", value));
}

std::vector<std::string> outlook_findings(const workbench::OutlookResult& result) {
    std::vector<std::string> sentences;
    if (!result.fitted || !result.fitted->chosen) {
        add_base_sentence(sentences, result);
        add_history_sentence(sentences, result);
    }
    if (result.fitted) {
        const auto& fitted = fitted_of(result);
        const auto risk = risk_sentence(fitted, fitted.change_years);
        sentences.push_back(
            fitted.chosen
                ? risk
                : fmt::format("The model below ({}) was not chosen by the contest; it is shown for its drivers. {}",
                              fitted.model.name, risk));
        sentences.push_back(start_sentence(fitted));
        add_driver_sentences(sentences, fitted);
        add_change_sentence(sentences, fitted);
        add_alike_sentence(sentences, fitted);
        add_leader_sentence(sentences, fitted);
    }
    if (result.words_share && result.periods.size() > 2) {
        sentences.push_back(
            fmt::format("Of how the coded evidence moved over the periods, words account for {}, acts "
                        "and structure for the rest.",
                        percent(*result.words_share, 0)));
    }
    return sentences;
}

std::string fitted_beside_words(const workbench::OutlookResult& result) {
    const auto& fitted = fitted_of(result);
    const auto& year = year_at(fitted.path, fitted.change_years);
    return fmt::format(
        "fitted: {} {} within {}, {}; any end {} · {}, {} alliances {}–{}; `entente outlook` shows what "
        "drives it",
        outlook::words_of(outlook::Ending::Violation), chance_words(year.modes.front()),
        counted(year.years_ahead, "year"), outlook::icd_203_word(year.modes.front().p),
        chance_words(any_end_of(year.survival)), fitted.model.name, fitted.fit.alliances, fitted.fit.from,
        fitted.fit.to);
}

std::string leader_caution() {
    return "Shares are of these years as they were: two leaders are two observations, and what one leaves behind "
           "(treaties, forces, rivalries) counts as structure. A share is negative where its source moved against the "
           "others. Nothing here says what another leader would have done.";
}

}  // namespace entente::reports
