// What a case adds to the threats of its states, as a result: coded intentions, threats that officials name, how both
// stand beside the computed ones, and what became of the claims of its authors when the program computed them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/missing.hpp"
#include "core/named_enum.hpp"
#include "evidence/claim.hpp"
#include "evidence/intention.hpp"
#include "threat/response.hpp"
#include "workbench/named_state.hpp"

namespace entente::workbench {

// Where the numbers behind a computed answer are from. The two are never mixed within one answer.
enum class FiguresOf {
    Store,  // official data in the user's store: ranks are among all states
    Case,   // figures that the case ships: ranks are among the few states that it has figures of
};

// What one coder reads into one item about one state's intentions towards another.
struct CodedIntention {
    std::string item;
    std::string text;  // of the item
    Date date;
    std::string coder;
    NamedState of;
    NamedState toward;
    evidence::Stance stance = evidence::Stance::Hostile;
    std::optional<evidence::HostilityLevel> level;  // hostile ones only
    double level_share = 0;  // its level ÷ 5, 0 … 1; negative: conciliation; 0 where a threat is only named
    double weighs = 0;       // of that, in the year asked; 0 where it does not count
    bool counts = true;      // false: named only, or another act of that year and coder says more
    std::string note;
};

// A state that officials of another name as a threat, under the name that it had then.
struct NamedThreat {
    NamedState of;
    NamedState by;
    std::vector<std::string> items;  // by date
    int first = 0;                   // years of these
    int last = 0;
};

// How the evidence and the computed components agree about one state as a threat to a member in one year.
enum class Comparison {
    Both,           // among the principal threats by both
    Neither,        // by neither
    EvidenceOnly,   // named or coded as hostile, and not among the principal ones computed
    ComputedOnly,   // among the principal ones computed, and neither named nor coded as hostile
    CannotCompare,  // it has no computed rank
};

struct ComparedThreat {
    NamedState state;
    NamedState other;
    int year = 0;
    std::vector<std::string>
        named_in;                   // items of the years that memory reaches, in which the state's officials name it
    Reading coded_hostility;        // H, the mean over the coders who coded the pair
    Reading coded_intention;        // 1 − e^(−H)
    std::optional<int> coded_rank;  // by H, among those that are coded
    Reading composite;
    std::optional<int> rank;  // computed, under the theory's weights
    int best = 0;             // over all weightings
    int worst = 0;
    // Of a state with a rank: what it is to the state, by the computation, and its place among those that count as
    // threats; none: it does not count.
    threat::ThreatStatus status = threat::ThreatStatus::CannotJudge;
    std::optional<int> place;
    int at_worst = 0;                  // without a rank: see threat::Ranked; 0: not known
    std::vector<std::string> unknown;  // names of the components for want of which it has no rank
    int first = 0;                     // so many of the first that count are principal: as many as the evidence has
    Comparison comparison = Comparison::CannotCompare;
    std::string difference;  // where and how they differ, in a sentence; empty where they agree
};

enum class ClaimAnswer {
    Holds,
    Fails,
    Depends,     // on the year, or on which of its tests is taken for the claim
    CannotTell,  // numbers that it needs are missing
};

// One number behind an answer.
struct TestedValue {
    int year = 0;
    std::string what;  // in words: whose share of what
    Reading value;
};

// Years that a test is about and that could not be looked at.
struct NotTested {
    std::vector<int> years;
    std::string why;  // `offensive power of North Korea is not known`
};

// `1980, 1990`, or `1992–2001` where no year between is left out.
[[nodiscard]] std::string span_words(const std::vector<int>& years);

struct TestFound {
    FiguresOf figures = FiguresOf::Store;
    evidence::ClaimTest test;
    ClaimAnswer answer = ClaimAnswer::CannotTell;
    std::string sentence;               // with the numbers
    std::vector<NotTested> not_tested;  // by first year; with some, the answer is about the other years only
    std::vector<TestedValue> values;
    std::vector<std::string> sources;  // `nmc 6.0`, or keys of the case's sources
};

// A claim of the case with the tests that it names. Each is made on the figures that the case ships, and, where a store
// is at hand, once more on that.
struct ClaimFound {
    std::string claim;
    std::string author;
    std::string text;
    std::vector<std::string> rows;
    std::optional<ClaimAnswer> by_case;   // of all tests together; none: the case ships no figures
    std::optional<ClaimAnswer> by_store;  // none: there is no store, or it lacks what is needed
    std::vector<TestFound> tests;
    std::vector<std::string> untested;  // what of the claim no test asks; with some, the answers are about the rest
};

struct CaseThreats {
    std::string case_id;
    std::string title;
    std::string sha256;  // of the case
    Day cutoff{};
    int year = 0;                           // of `weighs`: the last year asked for
    FiguresOf figures = FiguresOf::Store;   // behind every rank and composite of the result
    std::vector<NamedState> figure_states;  // that the case ships figures of
    std::vector<int> figure_years;
    int beyond_cutoff = 0;                   // coded intentions left out, since first known after the cut-off
    std::vector<CodedIntention> intentions;  // by date
    std::vector<NamedThreat> named;
    std::vector<ComparedThreat> compared;  // by state, year and computed rank
    std::vector<ClaimFound> claims;        // in the order of the case
    std::vector<std::string> notes;
};

}  // namespace entente::workbench

template <>
struct entente::NamesOf<entente::workbench::FiguresOf> {
    static constexpr std::array<std::string_view, 2> names{"store", "case"};
};
template <>
struct entente::NamesOf<entente::workbench::Comparison> {
    static constexpr std::array<std::string_view, 5> names{"both", "neither", "evidence-only", "computed-only",
                                                           "cannot-compare"};
};
template <>
struct entente::NamesOf<entente::workbench::ClaimAnswer> {
    static constexpr std::array<std::string_view, 4> names{"holds", "fails", "depends", "cannot-tell"};
};
