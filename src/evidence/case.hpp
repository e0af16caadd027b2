// A case: one question about one alliance, with everything that was collected to answer it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/problem.hpp"
#include "evidence/burden_record.hpp"
#include "evidence/claim.hpp"
#include "evidence/coding.hpp"
#include "evidence/correction.hpp"
#include "evidence/figure.hpp"
#include "evidence/item.hpp"
#include "evidence/meeting.hpp"
#include "evidence/scenario.hpp"
#include "evidence/source.hpp"
#include "evidence/threat_figures.hpp"

namespace entente::evidence {

struct Treaty {
    std::string id;
    std::string name;
    std::string atop_id;  // Alliance Treaty Obligations and Provisions; empty if not listed
    std::optional<Day> signed_on;
    std::optional<Day> in_force;
    std::optional<Day> ended;
    Position where;
};

// The days on which a member is one: from its accession to its leaving, both included; without bounds, always.
struct Membership {
    std::optional<Day> from;
    std::optional<Day> to;
};

struct Alliance {
    std::string name;
    std::vector<Actor> members;           // of any day, each once
    std::vector<Membership> memberships;  // of each of `members`, in their order; where it ends, no days are known
    std::vector<Treaty> treaties;
};

[[nodiscard]] Membership membership_of(const Alliance& alliance, std::size_t member);
// The members on a day. A year's are those of its last day.
[[nodiscard]] std::vector<const Actor*> members_on(const Alliance& alliance, Day day);
// Those that were members on any of the days from first to last.
[[nodiscard]] std::vector<const Actor*> members_during(const Alliance& alliance, Day first, Day last);
[[nodiscard]] bool is_member_on(const Alliance& alliance, std::string_view code, Day day);

struct Issue {
    std::string id;
    std::string name;
    Position where;
};

struct Government {
    std::string state;
    std::string leader;
};

struct Period {
    std::string id;
    std::string name;
    Day begin{};
    Day end{};
    std::string baseline;  // the period it is judged against; empty if none
    std::vector<Government> governments;
    bool dated = true;  // false: its begin or end could not be read; nothing follows from them
    Position where;
};

// An actor that is no state: a prefecture, an organisation, a candidate.
struct CaseActor {
    std::string id;
    std::string name;
    std::string member;  // the state it belongs to; may be empty
    Position where;
};

// One file of the case as it was read.
struct FileHash {
    std::string path;    // relative to the case's folder: `evidence/trump.toml`
    std::string sha256;  // of its bytes
};

// The parts of a case that others refer to, or whose loss makes something else look wrong.
enum class CasePart { CaseFile, Sources, Items, Codings, Claims, Meetings, Figures, Corrections, Scenarios, Burden };

struct Case {
    std::string id;
    std::string title;
    std::string question;
    Alliance alliance;
    Day cutoff{};
    std::string theory;
    std::string protocol;
    Position theory_where;  // where case.toml names the two
    Position protocol_where;
    std::string baseline;
    std::string focal;
    std::vector<Issue> issues;
    std::vector<Period> periods;
    std::vector<CaseActor> actors;
    std::vector<Source> sources;
    std::vector<Item> items;
    std::vector<Coder> coders;
    std::vector<Claim> claims;
    std::vector<Meeting> meetings;
    std::vector<Figure> figures;
    std::vector<Series> series;
    std::vector<Derived> derived;
    std::vector<Correction> corrections;
    std::vector<Scenario> scenarios;
    std::optional<ThreatFigures> threat_figures;
    std::optional<BurdenRecord> burden;
    std::vector<FileHash> files;           // every one that was read, sorted by path
    std::string sha256;                    // of `files`: of the sorted paths and bytes
    bool has_cutoff = true;                // false: the cut-off could not be read
    std::map<CasePart, Position> lost_in;  // parts whose files lost entries to errors, and where the first of them is
    Position where;
};

// Whether the case can say anything of threats without a data store.
[[nodiscard]] bool ships_threat_figures(const Case& content) noexcept;

// Each returns null if there is none. Linear; build a CaseIndex for many look-ups.
[[nodiscard]] const Period* find_period(const Case& which, std::string_view id) noexcept;

// Look-ups by id in constant time. Holds pointers into the case, which must outlive it unchanged.
class CaseIndex {
public:
    explicit CaseIndex(const Case& which);

    [[nodiscard]] const Item* item(std::string_view id) const;
    [[nodiscard]] const Source* source(std::string_view key) const;
    [[nodiscard]] const Claim* claim(std::string_view id) const;
    [[nodiscard]] const Meeting* meeting(std::string_view id) const;
    [[nodiscard]] const Figure* figure(std::string_view id) const;

private:
    std::map<std::string_view, const Item*, std::less<>> items_;
    std::map<std::string_view, const Source*, std::less<>> sources_;
    std::map<std::string_view, const Claim*, std::less<>> claims_;
    std::map<std::string_view, const Meeting*, std::less<>> meetings_;
    std::map<std::string_view, const Figure*, std::less<>> figures_;
};

// The item's own grade and class decide, else its first source's; F6 and press if neither says.
[[nodiscard]] Grade grade_of(const Item& item, const CaseIndex& index);
[[nodiscard]] OutletClass class_of(const Item& item, const CaseIndex& index);
[[nodiscard]] Leaning leaning_of(const Item& item, const CaseIndex& index);

// An item belongs to the periods it names, else to each period that contains its whole date range.
[[nodiscard]] bool belongs_to(const Item& item, const Period& period);

// The day on which an item could first be known: the earliest publication among its sources (the last day of an
// imprecise date), or nothing if no source is dated.
[[nodiscard]] std::optional<Day> known_since(const Item& item, const CaseIndex& index);

}  // namespace entente::evidence
