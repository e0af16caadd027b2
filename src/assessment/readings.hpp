// Out of a case, what a question is about: the items of the focal period that were known in time, and what the chosen
// coders read into them against the baseline, under the theory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/assessment.hpp"
#include "assessment/likelihood.hpp"
#include "evidence/case.hpp"
#include "evidence/protocol.hpp"
#include "evidence/theory.hpp"

namespace entente::assessment {

// An item as the ledger sees it.
struct ItemFacts {
    const evidence::Item* item = nullptr;
    evidence::Kind kind = evidence::Kind::Words;  // an absence has become words
    evidence::Grade grade;
    evidence::OutletClass outlet_class = evidence::OutletClass::Press;
    evidence::Leaning leaning = evidence::Leaning::None;
};

inline constexpr int kNoAspect = -1;

// One coding that counts, by indices into the selection and the theory.
struct Reading {
    std::uint32_t item = 0;
    std::uint32_t coder = 0;
    std::uint32_t factor = 0;
    std::uint32_t cluster = 0;  // of Selection::cluster_names
    int aspect = kNoAspect;
    evidence::Direction direction = evidence::Direction::Endurance;
    evidence::Novelty novelty = evidence::Novelty::Continuity;
    double specificity = 1;
    const evidence::Coding* coding = nullptr;
};

[[nodiscard]] Content content_of(const Reading& reading, const ItemFacts& facts) noexcept;

// Points into the case and the theory, which must outlive it unchanged.
struct Selection {
    const evidence::Case* which = nullptr;
    const evidence::Theory* theory = nullptr;
    const evidence::Period* baseline = nullptr;
    const evidence::Period* focal = nullptr;
    std::vector<ItemFacts> items;                // of the focal period, known in time and not set aside, as the case
                                                 // orders them
    std::vector<const evidence::Coder*> coders;  // who coded any of them for this question, in the order of the case
    std::vector<Reading> readings;               // by coder, then in the order of the coder's file
    std::vector<std::string_view> cluster_names;
    std::vector<std::vector<bool>> read;  // coder × item: coded, found outside the theory, or listed as read
    std::vector<std::uint32_t> outside;   // items that some coder found outside the theory
};

// `reading` is the protocol's: which items do not count, and whose grade is another. Throws NotFound for an unknown
// period or coder, BadRequest where baseline and focal are the same.
[[nodiscard]] Selection select(const evidence::Case& which, const evidence::CaseIndex& index,
                               const evidence::Theory& theory, const evidence::Reading& reading,
                               const Question& question);

// The coders whom a question chooses, in the order of the case. Throws NotFound for an unknown one.
[[nodiscard]] std::vector<const evidence::Coder*> chosen_coders(const evidence::Case& which,
                                                                const std::vector<std::string>& ids);

// Whether the item became known only after the case's cut-off.
[[nodiscard]] bool known_too_late(const evidence::Item& item, const evidence::Case& which,
                                  const evidence::CaseIndex& index);

}  // namespace entente::assessment
