// A theory of burden sharing as data: the measures of who carries what, in which coin, from which data, and the
// readings that one number allows. Every number stands in its file.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/named_enum.hpp"
#include "core/problem.hpp"

namespace entente::evidence {

// How a measure comes from its data; docs/burden.md states each.
enum class BurdenFormula {
    Value,          // of the variable
    Ratio,          // variable ÷ `per`
    ShareOfGroup,   // the state's part of the sum over the group's members
    RelativeShare,  // its part of the group's sum of the variable ÷ its part of the group's sum of `per`
    FromLeader,     // of a variable of directed pairs, what came from the group's leader ÷ what came from all (`per`)
    ObligedTo,      // members of the group that the state is obliged to defend
    DefendedBy,     // members of the group that are obliged to defend the state
    CaseOnly,       // nothing official measures it: the figures that a case ships
};

// What a measure is about (Tsuruoka 2018, §3: rising budgets are a means and not an end).
enum class BurdenStage { Input, Output, Outcome };

enum class BurdenCoin { Money, People, Territory, Risk, Obligation };

// Which way a larger number points. Dependence is no burden: it is shown, and counts in no fair share.
enum class BurdenSense { CarriesMore, CarriesLess, Neither };

// One column of a panel, or one of its measures, and what brings it to the unit of its alternatives: `nmc.tpop`, in
// thousands, is divided by 1000 where the other counts millions.
struct BurdenData {
    std::string column;
    double scale = 1;
};

struct BurdenMeasure {
    std::string id;
    std::string name;
    std::string heading;  // of a narrow column, at most 12 characters: `% GDP`
    BurdenFormula formula = BurdenFormula::Value;
    // What can give it, the best first: columns of a panel (`sipri-milex.share_of_gdp`), its measures (`aid-given`), or
    // a measure that stands before this one in the theory. `per` has one for each, or one for all.
    std::vector<BurdenData> data;
    std::vector<BurdenData> per;
    double scale = 1;  // the number is multiplied by it
    std::string unit;  // after scaling: `% of GDP`, `per million people`
    int decimals = 1;  // as printed
    BurdenStage stage = BurdenStage::Input;
    BurdenCoin coin = BurdenCoin::Money;
    BurdenSense sense = BurdenSense::CarriesMore;
    int stale_after = 0;  // years: the last known number stands in for so long, and says so
    double weight = 0;    // under the theory's own weighting; 0: in no fair share
    // True: not defined for a guarantor, who hosts nobody. It enters the comparison of two members, not the ranks of a
    // group.
    bool pairs_only = false;
    std::string base;  // of a share: the measure or column, in money, that it is a share of; may be empty
    std::string definition;
    std::string assumption;
    std::string mixes;  // where variable and `per` are in other currencies, prices or years: how, and what it does
    std::vector<std::string> citations;
    Position where;
};

// A share that members were asked, or promised, to spend, for an alliance that is no case.
struct Guideline {
    std::string id;
    std::string measure;
    double at_least = 0;  // in the measure's unit
    std::string text;
    std::string bindingness;
    Day since{};
    std::optional<Day> deadline;
    std::vector<std::string> alliances;  // ATOP ids of those whose members agreed to it
    std::vector<std::string> citations;
    Position where;
};

// One way to read the same number; the program names them and chooses none.
struct BurdenReading {
    std::string id;
    std::string of;  // `leader-share`, `exploitation`
    std::string says;
    std::vector<std::string> citations;
    Position where;
};

struct BurdenTheory {
    std::string id;
    std::string name;
    std::string summary;
    std::string citation;
    std::string references;  // BibTeX of all that the file cites, as it stands there; may be empty
    std::vector<std::string> cautions;
    std::vector<BurdenMeasure> measures;  // in the order in which they are printed
    std::vector<Guideline> guidelines;
    std::vector<BurdenReading> readings;
    double step = 0;         // of the grid of weightings
    double known_share = 0;  // of a group's members that must have a measure, for it to enter the fair share
    std::string size;        // the measure or column by which members are large or small: `gdp-cow.pwtrgdp`
    std::string effort;      // the measure whose correlation with size the exploitation hypothesis is about
    std::string leader;      // the column whose largest member is the group's leader
    std::string
        trend;  // the measure or column, in constant prices, on which demands are tested; empty: the demand's own
    std::string sha256;  // of the file's bytes
    Position where;
};

[[nodiscard]] const BurdenMeasure* find_measure(const BurdenTheory& theory, std::string_view id) noexcept;

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::BurdenFormula> {
    static constexpr std::array<std::string_view, 8> names{
        "value", "ratio", "share-of-group", "relative-share", "from-leader", "obliged-to", "defended-by", "case-only"};
};
template <>
struct entente::NamesOf<entente::evidence::BurdenStage> {
    static constexpr std::array<std::string_view, 3> names{"input", "output", "outcome"};
};
template <>
struct entente::NamesOf<entente::evidence::BurdenCoin> {
    static constexpr std::array<std::string_view, 5> names{"money", "people", "territory", "risk", "obligation"};
};
template <>
struct entente::NamesOf<entente::evidence::BurdenSense> {
    static constexpr std::array<std::string_view, 3> names{"carries-more", "carries-less", "neither"};
};
