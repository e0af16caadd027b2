// What is in a case: items, codings, sources, claims, meetings, corrections, scenarios, chosen by filters that can be
// combined, or one thing by its id with everything that hangs on it; or what the case itself is about.
#pragma once

#include <string>
#include <vector>

#include "core/named_enum.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

enum class Part { Items, Codings, Sources, Claims, Meetings, Figures, Corrections, Scenarios, Case };

// Empty fields do not filter.
struct ShowFilter {
    std::string factor;
    std::string issue;
    std::string period;
    std::string source;
    std::string actor;
    std::string coder;
    std::string cluster;
    std::string kind;  // of items and claims
};

struct ShowRequest {
    std::string what;  // a part (`items`), the `case` itself, or the id of one thing
    ShowFilter filter;
};

// Everything about one item.
struct ItemView {
    const evidence::Item* item = nullptr;
    std::vector<const evidence::Coding*> codings;
    std::vector<const evidence::Claim*> claims_for;
    std::vector<const evidence::Claim*> claims_against;
    std::vector<const evidence::Meeting*> meetings;
    std::vector<const evidence::Item*> continued_or_broken_by;  // items coded against this one
    std::vector<std::string> periods;
    bool after_cutoff = false;
};

struct ClaimView {
    const evidence::Claim* claim = nullptr;
    std::vector<const evidence::Claim*> rivals;  // both ways: those it names and those that name it
};

struct SourceView {
    const evidence::Source* source = nullptr;
    std::vector<std::string> items;
    std::vector<std::string> claims;
    std::vector<std::string> others;  // figures, meetings, corrections, scenarios
};

struct ShowResult {
    OpenCasePtr open;
    Part part = Part::Items;
    bool single = false;  // `what` was an id
    std::vector<ItemView> items;
    std::vector<const evidence::Coding*> codings;
    std::vector<SourceView> sources;
    std::vector<ClaimView> claims;
    std::vector<const evidence::Meeting*> meetings;
    std::vector<const evidence::Figure*> figures;
    std::vector<const evidence::Correction*> corrections;
    std::vector<const evidence::Scenario*> scenarios;
};

// Throws NotFound where `what` is neither a part nor an id, or a filter names something the case does not have.
[[nodiscard]] ShowResult show(const OpenCasePtr& open, const ShowRequest& request);

// Items and codings as the CSV that import_table reads back; only these two parts have one.
[[nodiscard]] bool has_exchange_table(const ShowResult& result) noexcept;
[[nodiscard]] std::string exchange_table(const ShowResult& result);

}  // namespace entente::workbench

template <>
struct entente::NamesOf<entente::workbench::Part> {
    static constexpr std::array<std::string_view, 9> names{"items",   "codings",     "sources",   "claims", "meetings",
                                                           "figures", "corrections", "scenarios", "case"};
};
