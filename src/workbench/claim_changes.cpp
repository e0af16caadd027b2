// Claims that something rises, falls or stays steady.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "indices/deterrence.hpp"
#include "workbench/claim_testing.hpp"

namespace entente::workbench {
namespace {

using evidence::ExpectedChange;
using evidence::TestedQuantity;

// Shares add: of several states, only the years in which all are known.
ByYear sum_of(const std::vector<ByYear>& all) {
    ByYear sum;
    if (all.empty()) return sum;
    for (const auto& [year, first] : all.front()) {
        double total = 0;
        const bool known = std::all_of(all.begin(), all.end(), [&](const ByYear& one) {
            const auto found = one.find(year);
            if (found == one.end()) return false;
            total += found->second;
            return true;
        });
        if (known) sum[year] = total;
    }
    return sum;
}

// `of`, `with` and `against` are shares of the world's capabilities.
std::optional<double> quantity_of(TestedQuantity quantity, double of, double with, double against) {
    const auto deterred = indices::deterrence(against, of, {&with, 1});
    switch (quantity) {
        case TestedQuantity::Share:
            return of;
        case TestedQuantity::ShareOfSum:
            return of + with > 0 ? std::optional(of / (of + with)) : std::nullopt;
        case TestedQuantity::Ratio:
            return against > 0 ? std::optional((of + with) / against) : std::nullopt;
        case TestedQuantity::Alone:
            return deterred.alone;
        case TestedQuantity::AllyGain:
            return deterred.gain;
    }
    return std::nullopt;
}

ExpectedChange change_of(double change, double least) {
    if (change >= least) return ExpectedChange::Rises;
    return change <= -least ? ExpectedChange::Falls : ExpectedChange::Steady;
}

// With a true minus; what rounds to nothing has no sign.
std::string signed_number(double number) {
    auto digits = fmt::format("{:.3f}", std::abs(number));
    if (digits == "0.000") return digits;
    return (number < 0 ? "−" : "+") + digits;
}

}  // namespace

ByYear Testing::quantity() {
    const auto capability = [&](const evidence::Actor& actor) {
        return numbers_.capability(state(actor).number, test_.from, test_.to);
    };
    const ByYear of = capability(test_.of);
    std::vector<ByYear> with;
    for (const auto& actor : test_.with) with.push_back(capability(actor));
    const ByYear sum = sum_of(with);
    const ByYear against = test_.against.code.empty() ? ByYear{} : capability(test_.against);
    ByYear found;
    for (const auto& [year, value] : of) {
        const auto helped = sum.find(year);
        const auto opposed = against.find(year);
        if (!test_.with.empty() && helped == sum.end()) continue;
        if (!test_.against.code.empty() && opposed == against.end()) continue;
        const auto result = quantity_of(test_.quantity, value, helped == sum.end() ? 0 : helped->second,
                                        opposed == against.end() ? 0 : opposed->second);
        if (result) found[year] = *result;
    }
    return found;
}

// Of the years between, which only what is steady is asked about.
void Testing::note_years_without(const ByYear& values) {
    for (int year = test_.from; year <= test_.to; ++year) {
        if (!values.contains(year)) {
            not_tested(year, numbers_.figures() == FiguresOf::Case ? "the case ships no figures of that year"
                                                                   : "a share in it is not known");
        }
    }
}

std::string Testing::quantity_words() const {
    const auto of = state(test_.of).name;
    const auto with = names(test_.with);
    const auto against = test_.against.code.empty() ? std::string() : state(test_.against).name;
    switch (test_.quantity) {
        case TestedQuantity::Share:
            return of + ": share of the world's capabilities";
        case TestedQuantity::ShareOfSum:
            return of + ": share of its capabilities and those of " + with + " together";
        case TestedQuantity::Ratio:
            return "Capabilities of " + of + (with.empty() ? "" : " and " + with) + " ÷ those of " + against;
        case TestedQuantity::Alone:
            return against + "'s share of its capabilities and those of " + of + ", which stands alone";
        case TestedQuantity::AllyGain:
            return "What " + with + " takes from " + against + "'s share against " + of;
    }
    return {};
}

TestFound Testing::change() {
    const auto values = quantity();
    const auto words = quantity_words();
    const bool of_case = numbers_.figures() == FiguresOf::Case;
    for (const auto& [year, value] : values) found_.values.push_back({year, words, Reading::of(value)});
    for (const int year : {test_.from, test_.to}) {
        if (values.contains(year)) continue;
        found_.values.push_back({year, words, Reading::missing(of_case ? Reason::NotInCase : Reason::NoRow)});
        return answer(ClaimAnswer::CannotTell, fmt::format("{}: not known in {}.", words, year));
    }
    if (test_.expect == ExpectedChange::Steady) note_years_without(values);
    const double first = values.at(test_.from);
    const double last = values.at(test_.to);
    const auto moved = change_of(last - first, test_.least);
    // What only comes back to where it was has not been steady.
    const auto [lowest, highest] = std::minmax_element(
        values.begin(), values.end(), [](const auto& one, const auto& two) { return one.second < two.second; });
    const bool wavers = highest->second - lowest->second >= test_.least;
    const bool as_said =
        test_.expect == ExpectedChange::Steady ? moved == test_.expect && !wavers : moved == test_.expect;
    auto sentence = fmt::format("{}: {:.3f} in {}, {:.3f} in {} ({}; a change counts from {} on): it {}", words, first,
                                test_.from, last, test_.to, signed_number(last - first), test_.least,
                                moved == ExpectedChange::Steady ? "is steady" : name_of(moved));
    if (moved == ExpectedChange::Steady && wavers) {
        sentence += fmt::format(" at its ends, and between them goes from {:.3f} in {} to {:.3f} in {}", lowest->second,
                                lowest->first, highest->second, highest->first);
    }
    sentence += fmt::format(". The claim needs it to {}.", test_.expect == ExpectedChange::Rises   ? "rise"
                                                           : test_.expect == ExpectedChange::Falls ? "fall"
                                                                                                   : "be steady");
    return answer(as_said ? ClaimAnswer::Holds : ClaimAnswer::Fails, std::move(sentence));
}

}  // namespace entente::workbench
