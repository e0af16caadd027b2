// The ledger: from coded evidence to a verdict, by the rules that a protocol file states. Pure and deterministic;
// the same question gives the same bytes on any machine and any number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/named_enum.hpp"
#include "evidence/case.hpp"
#include "evidence/protocol.hpp"
#include "evidence/theory.hpp"

namespace entente::assessment {

// Decibels of weakened, unchanged, strengthened.
using DecibelVector = std::array<double, 3>;

struct Probabilities {
    double weakened = 0;
    double unchanged = 0;
    double strengthened = 0;
};

enum class Finding {
    Weakened,
    Unchanged,
    Strengthened,
    LeaningWeakened,
    LeaningStrengthened,
    Contested,
    NotAssessed,
};

enum class VerdictDirection { Weakened, Unchanged, Strengthened, Mixed, NotAssessed };

enum class Size { None, Leaning, Slightly, Moderately, Clearly };

// One item under one factor as one coder (or, pooled, all of them) read it.
struct Evidence {
    std::string item;
    std::string coder;  // empty in a pooled result
    std::string cluster;
    std::string aspect;
    evidence::Direction direction = evidence::Direction::Endurance;
    evidence::Novelty novelty = evidence::Novelty::Continuity;
    evidence::Kind kind = evidence::Kind::Words;
    evidence::Grade grade;
    double reliance = 0;  // reliability × credibility, as a probability
    double specificity = 1;
    DecibelVector untempered{};
    DecibelVector decibels{};  // tempered by the grade
    bool strongest = false;    // the one that stands for its cluster
    std::vector<std::string> sources;
};

struct Cluster {
    std::string name;
    int items = 0;
    double multiplier = 1;     // n / (1 + (n − 1) ρ)
    DecibelVector decibels{};  // the strongest item's, multiplied
    double standing_decibels = 0;
    std::string strongest_item;
};

struct AspectResult {
    std::string id;
    std::string name;
    Finding finding = Finding::NotAssessed;
    Probabilities posterior;
    int items = 0;
};

// How much the new items whose doer belongs to one member moved a factor.
struct MemberShare {
    std::string member;   // a state's code; empty for doers outside the alliance
    int items = 0;        // new items
    double decibels = 0;  // weakened − strengthened over their clusters' strongest items: positive weakens
    std::string heaviest_item;
};

struct FactorResult {
    std::string id;
    std::string name;
    evidence::Ledger ledger = evidence::Ledger::Collapse;
    Finding finding = Finding::NotAssessed;
    Probabilities posterior;       // of the prior if not assessed
    double decibels_weakened = 0;  // over 'unchanged', capped
    double decibels_strengthened = 0;
    bool capped = false;
    int magnitude = 0;  // 1–3; 0 if not assessed
    double standing_decibels = 0;
    std::vector<AspectResult> aspects;
    std::vector<Cluster> clusters;     // heaviest first
    std::vector<Evidence> evidence;    // in the order of the case
    std::vector<MemberShare> members;  // of new items, heaviest first
    std::string weighs_most;           // the item that weighs most; empty if not assessed
};

struct Verdict {
    VerdictDirection direction = VerdictDirection::NotAssessed;
    Size size = Size::None;
    Probabilities probability;         // P(net < 0), P(net = 0), P(net > 0)
    Probabilities without_evidence;    // the same from the prior alone, all magnitudes 1, for the assessed factors
    std::optional<double> as_extreme;  // share of random codings as extreme; nothing if there are no new clusters
    std::vector<std::string> factors;  // that moved this way: found, or leaning
    std::vector<std::string> against;  // found on the other side
};

// What one run of the ledger says, without any sensitivity.
struct Outcome {
    std::vector<FactorResult> factors;  // in the theory's order
    Verdict verdict;
};

// A short outcome for one rerun.
struct Rerun {
    std::string name;  // what was left out, turned or kept
    VerdictDirection direction = VerdictDirection::NotAssessed;
    Size size = Size::None;
    Probabilities probability;
    int items = 0;
    bool changes_verdict = false;
};

struct MultiverseSetting {
    evidence::Prior prior;
    double correlation = 0;
    evidence::DecibelScale decibels;
    evidence::Clustering clustering = evidence::Clustering::AsCoded;
    double ritual_weight = 1;
    VerdictDirection direction = VerdictDirection::NotAssessed;
    double net_weakened = 0;
    double net_strengthened = 0;
};

struct Recoding {
    std::string factor;
    std::string cluster;
    std::string factor_2;  // pairs
    std::string cluster_2;
    VerdictDirection direction = VerdictDirection::NotAssessed;
};

struct Recodings {
    std::vector<Recoding> single;
    std::vector<Recoding> pairs;  // only pairs of which neither alone changes the verdict
    int clusters = 0;             // of a factor, with new items
    bool pairs_searched = false;  // false: there were too many clusters
};

struct Placebo {
    std::string name;
    std::string expected;
    std::string got;
    bool holds = false;
};

struct Sensitivity {
    std::vector<Rerun> leave_one_cluster_out;
    std::vector<Rerun> source_class;  // `only official`, `without official`, …
    std::vector<Rerun> leaning;
    std::vector<Rerun> kinds;   // `words only`, `acts only`
    std::vector<Rerun> coders;  // each coder alone who read enough for it; each left out
    std::vector<MultiverseSetting> multiverse;
    std::array<double, 5> multiverse_share{};  // by VerdictDirection
    Recodings recodings;
    std::vector<Placebo> placebos;
};

// Issue × period: what became of it, with the items behind it.
struct IssueContinuity {
    std::string issue;
    std::optional<evidence::Continuity> state;  // nothing: no coded item. Reversed before new before continued
    std::vector<std::string> items;             // that make the state, strongest kind first
    // How many of `items` point toward collapse and toward endurance by the codings that make the state, of the coder
    // who decides about the item; read both ways, an item counts in both. To continue something points nowhere.
    int toward_collapse = 0;
    int toward_endurance = 0;
    std::vector<std::string> others;  // coded items of this issue that say something weaker
};

struct CoderOutcome {
    std::string coder;
    bool blind = false;
    int items = 0;
    int read = 0;              // of the items that the pooled verdict uses
    bool stands_alone = true;  // read enough of them for a verdict of their own to tell something
    Outcome outcome;
};

struct Question {
    std::string baseline;  // period ids
    std::string focal;
    std::vector<std::string> coders;  // empty: all
    std::uint64_t seed = 0;
};

// An item whose grade is the protocol's, not the case's.
struct Regrading {
    std::string item;
    evidence::Grade grade;
    evidence::Grade instead_of;
};

struct Coverage {
    int items = 0;  // of the focal period, coded against this baseline under this theory
    int clusters = 0;
    int sources = 0;
    std::vector<std::pair<std::string, int>> sources_by_class;
    int items_in_period = 0;     // whether coded or not
    int items_after_cutoff = 0;  // of the whole case, left out
    int items_in_no_period = 0;
    std::vector<std::string> set_aside;  // of the whole case, by the protocol; in no other list and no count
    std::vector<Regrading> regraded;     // of the whole case, by the protocol
    std::vector<std::string> outside;    // items that the theory cannot see
    std::vector<std::string> uncoded;    // items of the period that no chosen coder coded or lists as read
    std::vector<std::string> issues_without_items;
    std::vector<std::string> meetings_without_items;
};

struct Assessment {
    Question question;
    Outcome outcome;                   // pooled if there are several coders
    std::vector<CoderOutcome> coders;  // each coder's own, if there are several
    std::vector<IssueContinuity> issues;
    Sensitivity sensitivity;
    Coverage coverage;
    std::vector<std::string> warnings;
};

// Answers a question about a case. Throws NotFound for an unknown period or coder, BadRequest where baseline and focal
// are the same. The case must have passed check_case; items after the cut-off are left out and counted here.
[[nodiscard]] Assessment assess(const evidence::Case& which, const evidence::Theory& theory,
                                const evidence::Protocol& protocol, const Question& question);

// The same without sensitivity, placebos and 'as extreme'.
[[nodiscard]] Outcome assess_once(const evidence::Case& which, const evidence::Theory& theory,
                                  const evidence::Protocol& protocol, const Question& question);

}  // namespace entente::assessment

template <>
struct entente::NamesOf<entente::assessment::Finding> {
    static constexpr std::array<std::string_view, 7> names{
        "weakened",  "unchanged",   "strengthened", "leaning-weakened", "leaning-strengthened",
        "contested", "not-assessed"};
};
template <>
struct entente::NamesOf<entente::assessment::VerdictDirection> {
    static constexpr std::array<std::string_view, 5> names{"weakened", "unchanged", "strengthened", "mixed",
                                                           "not-assessed"};
};
template <>
struct entente::NamesOf<entente::assessment::Size> {
    static constexpr std::array<std::string_view, 5> names{"none", "leaning", "slightly", "moderately", "clearly"};
};
