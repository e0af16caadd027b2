// What one coder has before them: every item, what they made of it so far, and what it can be judged against.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "workbench/open_case.hpp"
#include "workbench/show.hpp"

namespace entente::workbench {

struct WorkRequest {
    std::string coder;   // may have no file yet
    bool blind = false;  // also where the coder's own file says so
};

enum class WorkState {
    Coded,  // under the theory in use
    Read,   // and nothing in it for the theory
    Open,
};

// One period that an item belongs to, and the one it is judged against.
struct WorkJudgement {
    std::string period;
    std::string baseline;
    // Items it may continue or break: of the same issues and not later, those of the baseline first, the latest first.
    std::vector<std::string> comparators;
};

struct WorkItem {
    const evidence::Item* item = nullptr;
    WorkState state = WorkState::Open;
    std::vector<WorkJudgement> judgements;         // empty: of no judged period
    std::vector<const evidence::Coding*> codings;  // the coder's own, under the theory in use
    std::vector<const evidence::Coding*> others;   // other coders'; none for a blind coder
};

struct WorkResult {
    OpenCasePtr open;  // for a blind coder without what others made of it: codings, claims, scenarios, meetings
    std::string coder;
    std::string about;
    bool blind = false;
    std::string file;                   // of the coder, relative to the case
    std::optional<std::string> sha256;  // of that file; nothing: there is none yet
    ShowResult shown;                   // every item
    std::vector<WorkItem> items;        // the same, in the same order
    std::vector<std::string> clusters;  // names in use: the coder's own, and others' unless blind
};

// Throws BadRequest for a name that no coder can have.
[[nodiscard]] WorkResult coder_work(const OpenCasePtr& open, const WorkRequest& request);

}  // namespace entente::workbench

template <>
struct entente::NamesOf<entente::workbench::WorkState> {
    static constexpr std::array<std::string_view, 3> names{"coded", "read", "open"};
};
