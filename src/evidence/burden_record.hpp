// What a case records of its burden: who promised what, who asked whom for what, what hosts pay, what guarantors said
// and did, who thinks what, and how figures in one coin become figures in another. From burden.toml and its table.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/item.hpp"
#include "evidence/source.hpp"

namespace entente::evidence {

enum class Bindingness {
    Treaty,        // ratified
    Law,           // of the state itself
    Agreement,     // signed by governments
    Political,     // declared together: `shall`
    Aspirational,  // declared together: `aim to`
};

// A promise with a number in it.
struct Commitment {
    std::string id;
    std::string text;
    std::vector<Actor> by;  // empty: all members
    Date made;
    Bindingness bindingness = Bindingness::Political;
    std::string measure;             // of the theory of burden sharing; empty if nothing there measures it
    std::optional<double> at_least;  // in the measure's unit
    std::optional<Day> deadline;
    std::string item;  // the evidence of it
    std::vector<Citation> sources;
    std::vector<std::string> rows;
    std::string note;
    bool dated = true;  // false: `made` could not be read; nothing follows from it
    Position where;
};

enum class DemandAnswer { Open, Met, Refused, Dropped, PartlyMet };

// Someone is asked for something. Words; what the one asked does is read from the measure.
struct Demand {
    std::string id;
    Actor by;
    std::vector<Actor> of;  // empty: all other members
    Date date;
    std::string measure;             // asked about; empty if nothing measures it
    std::optional<double> at_least;  // if a number was asked for, in the measure's unit
    std::string text;
    std::string item;
    DemandAnswer answer = DemandAnswer::Open;
    std::string answer_item;  // the evidence of the answer
    std::vector<Citation> sources;
    std::vector<std::string> rows;
    std::string note;
    bool dated = true;  // false: its date could not be read; nothing follows from it
    Position where;
};

// Which side of a host's share a further amount is added to.
enum class SupportSide { Paid, Cost };

struct SupportExtra {
    std::string id;
    std::string says;  // `foregone rents`, `military pay of the guest`
    SupportSide side = SupportSide::Paid;
    std::string figure;            // one of the two
    std::optional<double> amount;  // in the unit of `paid`
    std::string amount_basis;      // where a bare amount comes from
    Position where;
};

// What a host pays of the cost of the forces it hosts: paid ÷ (paid + cost). Either both amounts are known, or only the
// share that somebody published.
struct HostSupport {
    std::string id;
    Actor host;
    Actor guest;
    Date as_of;
    std::string paid;   // figure
    std::string cost;   // figure: what the guest pays itself, by the definition in use
    std::string share;  // figure, in percent
    std::string definition;
    std::vector<SupportExtra> extras;
    std::vector<Citation> sources;
    std::vector<std::string> rows;
    bool dated = true;  // false: `as_of` could not be read; nothing follows from it
    Position where;
};

// What one item is in a guarantor's record.
enum class Conduct { Pledge, Omission, Condition, Reversal, Doubt, Deployment, Withdrawal, Money, Exercise, Agreement };

[[nodiscard]] bool is_words(Conduct conduct) noexcept;
// Of words and of acts: whether it adds to what the guarantor is believed to do, or takes from it.
[[nodiscard]] bool assures(Conduct conduct) noexcept;

struct ConductEntry {
    std::string item;
    Conduct conduct = Conduct::Pledge;
    Actor by;                   // the guarantor
    std::vector<Actor> toward;  // empty: the alliance
    std::string answers;        // the item of words that this act bears out, or belies; may be empty
    std::string note;
    Position where;
};

enum class Audience { Public, Elites, Officials, Experts };

enum class OpinionAbout { Person, Country, Alliance, Policy };

// One audience's opinion of one thing. Polls give figures; where there is none, statements give items.
struct OpinionSeries {
    std::string id;
    std::string name;
    Audience audience = Audience::Public;
    Actor of;  // whose
    OpinionAbout about = OpinionAbout::Alliance;
    std::string subject;               // `the US president`
    std::vector<std::string> figures;  // in order of time; each with population, question, n and field dates if known
    std::vector<std::string> items;    // each counts by the direction that coders gave it
    std::string issue;                 // audiences are compared where they speak to the same issue
    std::vector<std::string> rows;
    Position where;
};

enum class RateBasis { Market, PurchasingPower, Budget };

struct Conversion {
    std::string id;
    std::string from;  // ISO 4217
    std::string to;
    double rate = 0;  // units of `from` for one of `to`
    RateBasis basis = RateBasis::Market;
    Date as_of;
    Citation source;
    std::string note;
    Position where;
};

// Several figures that are taken for one another, and what each says in one coin.
struct SameQuantity {
    std::string id;
    std::string name;
    std::vector<std::string> figures;
    std::string into;  // ISO 4217
    std::vector<std::string> conversions;
    std::string per;  // a figure in `into`, as gross domestic product; may be empty
    std::string why;  // they differ
    std::vector<std::string> rows;
    Position where;
};

// A single figure that a case ships about one state, so that burdens can be compared without a data store.
struct BurdenFigure {
    Actor state;
    int year = 0;
    std::string measure;
    double value = 0;
    Citation source;
    Position where;
};

struct BurdenRecord {
    std::vector<Commitment> commitments;
    std::vector<Demand> demands;
    std::vector<HostSupport> supports;
    std::vector<ConductEntry> conduct;
    std::vector<OpinionSeries> opinions;
    std::vector<Conversion> conversions;
    std::vector<SameQuantity> same_quantities;
    std::string figures_file;  // figures/*.csv; empty if there is none
    std::string figures_definition;
    std::vector<BurdenFigure> figures;
    Position where;
};

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::Bindingness> {
    static constexpr std::array<std::string_view, 5> names{"treaty", "law", "agreement", "political", "aspirational"};
};
template <>
struct entente::NamesOf<entente::evidence::DemandAnswer> {
    static constexpr std::array<std::string_view, 5> names{"open", "met", "refused", "dropped", "partly-met"};
};
template <>
struct entente::NamesOf<entente::evidence::SupportSide> {
    static constexpr std::array<std::string_view, 2> names{"paid", "cost"};
};
template <>
struct entente::NamesOf<entente::evidence::Conduct> {
    static constexpr std::array<std::string_view, 10> names{"pledge",   "omission",   "condition",  "reversal",
                                                            "doubt",    "deployment", "withdrawal", "money",
                                                            "exercise", "agreement"};
};
template <>
struct entente::NamesOf<entente::evidence::Audience> {
    static constexpr std::array<std::string_view, 4> names{"public", "elites", "officials", "experts"};
};
template <>
struct entente::NamesOf<entente::evidence::OpinionAbout> {
    static constexpr std::array<std::string_view, 4> names{"person", "country", "alliance", "policy"};
};
template <>
struct entente::NamesOf<entente::evidence::RateBasis> {
    static constexpr std::array<std::string_view, 3> names{"market", "purchasing-power", "budget"};
};
