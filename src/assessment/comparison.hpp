// Several cases side by side, read under one theory: what the assessment of each holds, joined factor by factor and
// issue by issue and demand by demand; which of two leans further and whether that is more than noise; and what makes
// them not comparable. It moves nothing: each verdict stays its own case's.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assessment/assessment.hpp"
#include "assessment/order_of_cases.hpp"
#include "core/named_enum.hpp"
#include "evidence/burden_record.hpp"

namespace entente::assessment {

struct CoderTilt {
    std::string coder;
    double tilt = 0;
};

// What one case says of a factor.
struct FactorInCase {
    Finding finding = Finding::NotAssessed;
    Probabilities posterior;     // of the prior if not assessed
    std::optional<double> tilt;  // nothing if not assessed
    int magnitude = 0;
    int items = 0;
    int clusters = 0;
    double standing_decibels = 0;
    std::string weighs_most;        // an item; empty if not assessed
    std::vector<CoderTilt> coders;  // each alone who read enough and has this factor
};

enum class Accord {
    Alike,     // the same finding wherever it is assessed
    SameSide,  // found here, leaning there, to the same side
    Differs,
    OneOnly,  // assessed in one case
    None,     // assessed in none
};

struct FactorRow {
    std::string id;
    std::string name;
    evidence::Ledger ledger = evidence::Ledger::Collapse;
    std::vector<FactorInCase> cases;  // in the order of the cases
    Accord accord = Accord::None;
    // Where at least two assess it: the case that leans furthest to either side, the one farthest from it, how far.
    std::optional<std::size_t> leans_furthest;
    std::size_t farthest_from_it = 0;
    double apart = 0;
    OrderTest coders;  // whether every pair of coders of these two keeps the order
};

struct IssueInCase {
    bool of_this_case = false;
    std::string name;                           // as this case calls it
    std::optional<evidence::Continuity> state;  // nothing: no coded item
    int items = 0;                              // that make the state
    int coded = 0;                              // of this issue in all
    int toward_collapse = 0;                    // of those that make the state; none of what continues …
    int toward_endurance = 0;                   // … an item may count in both
    std::string weightiest;                     // item; empty if none
};

struct IssueRow {
    std::string id;
    std::string name;  // as the first case calls it that has it
    std::vector<IssueInCase> cases;
    int shared_by = 0;  // cases
};

// What a case records of demands that are about one measure.
struct DemandsInCase {
    bool records_demands = false;           // of any measure; false: that there is none here says nothing
    std::vector<evidence::Demand> demands;  // made up to the cut-off, in order of time
};

struct DemandRow {
    std::string measure;  // empty: demands that no measure is about
    std::vector<DemandsInCase> cases;
};

// How much stands behind a case's verdict.
struct EvidenceOfCase {
    double focal_years = 0;
    double baseline_years = 0;
    std::vector<std::pair<std::string, double>> class_shares;  // of the sources, in the order of the coverage
};

enum class CaveatKind { Protocol, CutOff, Periods, Coders, Factors, Evidence, Sources, Issues };

// Something that makes the cases not comparable, in words.
struct Caveat {
    CaveatKind kind = CaveatKind::Evidence;
    std::string text;
};

struct Comparison {
    std::vector<std::optional<double>> tilts;  // of the verdicts, in the order of the cases
    std::vector<EvidenceOfCase> evidence;
    std::vector<FactorRow> factors;  // in the theory's order
    std::vector<IssueRow> issues;    // those of most cases first, then in the order of the cases
    std::vector<DemandRow> demands;  // those of most cases first, then by measure; none if no case records any
    std::vector<CaseOrder> orders;   // of each two cases
    std::vector<Caveat> caveats;
};

// The cases must have been assessed under one theory.
[[nodiscard]] Comparison compare(const std::vector<ComparedCase>& cases);

}  // namespace entente::assessment

template <>
struct entente::NamesOf<entente::assessment::Accord> {
    static constexpr std::array<std::string_view, 5> names{"alike", "same-side", "differs", "one-only", "none"};
};
template <>
struct entente::NamesOf<entente::assessment::CaveatKind> {
    static constexpr std::array<std::string_view, 8> names{"protocol", "cut-off",  "periods", "coders",
                                                           "factors",  "evidence", "sources", "issues"};
};
