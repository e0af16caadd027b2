// Who carries the burden: measures side by side for the members of one or several groups, the distance to what was
// promised, ranks over all weightings, the exploitation hypothesis, and what a case records of demands, words and acts.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "burden/exploitation.hpp"
#include "burden/facts.hpp"
#include "burden/fair_share.hpp"
#include "burden/guideline_gap.hpp"
#include "burden/opinion_change.hpp"
#include "burden/same_coin.hpp"
#include "burden/support_share.hpp"
#include "burden/turning.hpp"
#include "evidence/burden_theory.hpp"
#include "workbench/named_state.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

struct BurdenRequest {
    std::vector<std::string> groups;  // each a case's folder, `atop:3180`, or states: `JPN,GMY`
    std::optional<int> year;  // none: the last for which the most weighed measures are known (of a case: the last full
                              // one before its cut-off that the first measure covers)
    std::optional<int> from;  // of the history; none: twenty years back
    std::optional<int> to;
    std::vector<std::string> of;               // two states to compare with each other, of whatever group; may be empty
    std::string theory;                        // id or file; none: the shipped theory of burden sharing
    std::filesystem::path weights;             // a file `[weights] measure = number`; none: the theory's
    std::map<std::string, double> guidelines;  // measure → at least; beside the theory's and the cases'
    std::optional<std::uint64_t> seed;
};

// Where a measure's numbers are from: one for each of the data that can give it.
struct BurdenSource {
    std::string measure;
    int place = 0;  // among the measure's data, as `BurdenReading::from` has it; after the last: figures of a case
    std::string dataset;   // `sipri-milex 2024`; `the case`; empty: none is at hand
    std::string variable;  // as the theory names it: `sipri-milex.share_of_gdp`; of a ratio with what it is divided by
    int first = 0;
    int last = 0;
    std::string why_not;
};

struct GuidelineResult {
    std::string id;
    std::string measure;
    double at_least = 0;
    std::string text;
    std::string bindingness;
    std::optional<Day> since;
    std::optional<Day> deadline;
    bool agreed = false;     // by this group's members; else shown for comparison
    bool before_it = false;  // the year is earlier than `since`
    struct Member {
        NamedState state;
        burden::GuidelineGap gap;
        burden::Progress progress;
    };
    std::vector<Member> members;
    std::string money_unit;   // of the members' `gap.money`: `million USD`; empty: no money
    std::string money_mixes;  // that the money takes the measure and what it is a share of from two sources; empty: it
                              // does not
    int meet = 0;             // of those that can be judged …
    int judged = 0;
    std::vector<std::string> sources;  // keys
};

struct GroupYear {
    int year = 0;
    burden::GroupFacts facts;
    std::optional<NamedState> leader;
    std::optional<double> leader_share;       // of the group's spending …
    std::optional<double> leader_size_share;  // … and of its output
    burden::RankCorrelation exploitation;
};

// What one of those asked did: the measure before and after the demand.
struct StateAsked {
    NamedState state;
    burden::Turning turning;
    burden::AgainstDate against;
    Reading at_demand;  // the measure in the demand's year …
    Reading latest;     // … and in the case's last full year
    int latest_year = 0;
};

struct DemandResult {
    const evidence::Demand* demand = nullptr;
    std::vector<StateAsked> asked;
    // Of several: their sum without the one that asks (constant prices), of those who are known in every year of the
    // span that most of them share.
    std::optional<StateAsked> together;
    std::size_t together_of = 0;  // how many of `asked` are in it
};

struct SupportResult {
    const evidence::HostSupport* support = nullptr;
    std::optional<burden::SupportShare> share;  // where both amounts are known
    std::optional<double> published;            // percent
    int years_old = 0;                          // at the year asked for
    std::string why_not;
};

struct OpinionPoint {
    Date date;
    double value = 0;  // share or share of statements that assure, 0 … 1
    std::optional<int> n;
    std::string figure;                           // or the items
    std::optional<burden::OpinionChange> change;  // from the point before
};
struct OpinionResult {
    const evidence::OpinionSeries* series = nullptr;
    std::vector<OpinionPoint> points;
};
// The person against the country: what each changed by from one year in which both were asked to the next, and the
// ratio. Series of one audience about one issue.
struct PersonAgainstCountry {
    std::string person;  // ids of the two series
    std::string country;
    Date from;
    Date to;
    double person_change = 0;
    double country_change = 0;
    std::optional<double> ratio;  // nothing where the country's is 0
};

struct ConductCount {
    NamedState guarantor;
    std::string period;
    std::vector<int> by_conduct;  // one for each Conduct
    int words_assuring = 0;
    int words_doubting = 0;
    int acts_assuring = 0;
    int acts_doubting = 0;
    int borne_out = 0;  // words that an act answers in the same sense
    int belied = 0;     // … in the other
};

// What a case says beyond official data. Points into `open`.
struct BurdenOfCase {
    OpenCasePtr open;
    std::vector<DemandResult> demands;
    std::vector<SupportResult> supports;
    std::vector<OpinionResult> opinions;
    std::vector<PersonAgainstCountry> persons;
    std::vector<ConductCount> conduct;
    struct Coin {
        const evidence::SameQuantity* quantity = nullptr;
        burden::SameCoin coin;
    };
    std::vector<Coin> coins;
};

struct GroupBurden {
    std::string name;  // as the case, the treaty or the user names it
    std::string asked_as;
    std::vector<NamedState> members;  // in the year asked for
    std::vector<std::string> notes;   // `no member in 1985: Spain …`
    GroupYear now;
    burden::FairShare fair_share;
    std::vector<GuidelineResult> guidelines;
    std::vector<GroupYear> history;  // rising years; members of each year
    std::optional<BurdenOfCase> of_case;
};

struct BurdenResult {
    evidence::BurdenTheory theory;
    bool weights_changed = false;
    int year = 0;
    std::vector<GroupBurden> groups;
    std::optional<burden::PairComparison> pair;  // among the two and all members of all groups
    std::vector<NamedState> pair_states;         // the two …
    burden::GroupFacts pair_facts;               // … and what is known of them in the year asked for
    std::vector<BurdenSource> sources;
    std::vector<std::string> notes;
    std::string bibtex;
    std::vector<std::string> theory_cited;
    std::vector<std::string> data_cited;
    std::uint64_t seed = 0;
};

// Reads the user's store; where there is none, the figures that the cases ship. Throws NotFound for an unknown,
// ambiguous or absent state or alliance, BadRequest for a group of fewer than two states.
[[nodiscard]] BurdenResult burden(const BurdenRequest& request);

// Of the figures that a case ships and of nothing else, whatever the store has. `groups` is passed over.
[[nodiscard]] BurdenResult burden_of_case(const OpenCasePtr& open, const BurdenRequest& request);

}  // namespace entente::workbench
