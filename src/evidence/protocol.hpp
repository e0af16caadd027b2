// An assessment protocol as data: every number that the ledger uses, the grid of the multiverse, and the
// base rates of the outlook. Nothing here has a default in the code: the file says all of it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/source.hpp"

namespace entente::evidence {

// Over the hypotheses weakened, unchanged, strengthened. Sums to one.
struct Prior {
    double weakened = 0;
    double unchanged = 0;
    double strengthened = 0;
};

// Decibels of new items by kind; magnitudes 1–3 go with them.
struct DecibelScale {
    double words = 0;
    double opinion = 0;
    double act = 0;
    double structural = 0;
};

// Decibels of continuity items: a fixed number for words and opinion (a ritual says little), a share of the
// new item's decibels for acts and structural items.
struct ContinuityScale {
    double words = 0;
    double opinion = 0;
    double act_share = 0;
    double structural_share = 0;
};

struct Magnitudes {
    int words = 0;
    int opinion = 0;
    int act = 0;
    int structural = 0;
    double minimum_decibels = 0;  // an item must bring this much over 'unchanged' to set the magnitude
};

// Probability that a source's report can be relied on: reliability × credibility.
struct GradeWeights {
    std::array<double, 6> reliability{};  // A … F
    std::array<double, 6> credibility{};  // 1 … 6
};

struct FindingRule {
    double found = 0;    // posterior at or above: weakened / strengthened
    double leaning = 0;  // at or above, and more than leaning_ratio times the opposite: leaning
    double leaning_ratio = 0;
    double contested_below = 0;  // P(unchanged) below: contested
};

struct VerdictRule {
    double moved = 0;          // P(net < 0) at or above …
    double moved_ratio = 0;    // … and more than this many times P(net > 0)
    int moderately_above = 0;  // magnitude 2: 'moderately' if more factors than this are found, else 'slightly'
    int clearly_above = 0;     // magnitude 3: 'clearly' if more factors than this are found, else 'moderately'
};

enum class Clustering { AsCoded, EachItemAlone };

// The multiverse: every combination is one setting.
struct Grid {
    std::vector<Prior> priors;
    std::vector<double> correlations;
    std::vector<DecibelScale> decibels;
    std::vector<Clustering> clusterings;
    std::vector<double> ritual_weights;  // multiplies the decibels of continuity words and opinion
};

struct SensitivityRule {
    int random_codings = 0;        // draws of the placebo and of 'as extreme'
    int pairs_up_to_clusters = 0;  // pairs of recodings are searched up to so many clusters
    int thinning_draws = 0;        // trajectory: reruns of a richer period thinned to the poorest
    double thinning_survives = 0;  // share of reruns that must keep the direction
    std::uint64_t seed = 0;
};

// One row of the shipped table of base rates: alliances at risk from a certain age on.
struct BaseRate {
    std::string name;
    double minimum_age_years = 0;
    int at_risk = 0;
    int ended = 0;
    int violated = 0;
    double alliance_years = 0;
};

struct HazardRatio {
    std::string name;
    double ratio = 1;
};

struct OutlookRule {
    std::vector<double> horizons_years;  // the first is the one in the sentence
    int minimum_at_risk = 0;             // the oldest age band with at least so many alliances at risk is used
    double interval = 0;                 // 0.95
    std::vector<BaseRate> base_rates;
    std::vector<HazardRatio> hazard_ratios;
    std::string citation;
};

// A reading is a protocol that also says how one case is to be read: items that do not count, grades other than the
// case's, and the question it asks. Everything is empty in a protocol for any case. What the user asks for at the time
// goes before the question here; that goes before the case's own.
struct Reading {
    struct Mention {
        std::string id;  // empty: nothing is mentioned
        Position where;
    };
    struct Regrading {
        std::string item;
        Grade grade;
        Position where;
    };

    std::vector<Mention> set_aside;   // items
    std::vector<Regrading> regraded;  // items
    Mention theory;
    Mention focal;
    Mention baseline;
    std::vector<Mention> coders;  // empty: all
};

struct Protocol {
    std::string id;
    std::string name;
    std::string summary;
    std::vector<std::string> citations;
    Prior prior;
    DecibelScale decibels;
    ContinuityScale continuity;
    Magnitudes magnitudes;
    GradeWeights grades;
    double correlation = 0;   // of items in one cluster
    double cap_decibels = 0;  // per factor and side
    Clustering clustering = Clustering::AsCoded;
    double ritual_weight = 1;
    FindingRule finding;
    VerdictRule verdict;
    Grid grid;
    SensitivityRule sensitivity;
    OutlookRule outlook;
    Reading reading;
    std::string sha256;  // of the file's bytes
    Position where;
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::Clustering> {
    static constexpr std::array<std::string_view, 2> names{"as-coded", "each-item-alone"};
};
