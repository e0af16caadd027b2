// Two columns that state one quantity, side by side in a temporary table: a row for each unit of either.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "datasets/table_checks.hpp"

namespace entente::datasets {

// How two tables name their units alike.
struct CommonKey {
    UnitKey left;
    UnitKey right;
    Numbering list = Numbering::Cow;
    bool left_by_crosswalk = false;
    bool right_by_crosswalk = false;
    std::string by;  // the column that is compared by beside the unit, the last of both keys; empty: none
};
[[nodiscard]] std::optional<CommonKey> common_key(const CheckedTable& left, const CheckedTable& right,
                                                  const std::string& by = {});

// The temporary table kPairs: the key, `one` and `two` in the unit of the second, whether each side has a row of the
// unit (`in_one`, `in_two`), whether a 0 of the first was counted, and what sort of difference there is, if any. Only
// years that both have values for.
inline constexpr const char* kPairs = "entente_check_pairs";
void make_pairs(const CheckGround& ground, const Comparison& comparison, const CheckedTable& left,
                const CheckedTable& right, const CommonKey& key);

// Conditions on kPairs. Of a value that differs beyond the tolerance: one is exactly twice the other; one is 0 and the
// other is not small; neither.
inline constexpr const char* kDiffers = "sort <> 'agrees'";
inline constexpr const char* kDoubled = "sort = 'doubled'";
inline constexpr const char* kZeroOne = "sort = 'zero' AND one = 0";
inline constexpr const char* kZeroTwo = "sort = 'zero' AND two = 0";
inline constexpr const char* kOther = "sort = 'differs'";
// One is missing in a row that is there.
inline constexpr const char* kZeroAgainstMissing = "one = 0 AND two IS NULL AND in_two AND NOT counted";
inline constexpr const char* kMissingAgainstZero = "two = 0 AND one IS NULL AND in_one";
inline constexpr const char* kValueAgainstMissing = "one <> 0 AND two IS NULL AND in_two";
inline constexpr const char* kMissingAgainstValue = "two <> 0 AND one IS NULL AND in_one";
inline constexpr const char* kBothPresent = "one IS NOT NULL AND two IS NOT NULL";

[[nodiscard]] std::int64_t count_pairs(const CheckGround& ground, const char* condition);

// Of each state, pair or alliance, whatever it is compared by, the unit with the largest difference, the largest first.
[[nodiscard]] std::vector<AlarmUnit> worst_pairs(const CheckGround& ground, const CommonKey& key,
                                                 const char* condition);

// All units differ by one factor: ninety in a hundred ratios lie within two per cent of one another.
[[nodiscard]] std::optional<double> one_factor(const CheckGround& ground);

// `only JPN`, `only from 1990 on`, `about doubled in 2008 (45 of 60)`: what the differing units have in common.
[[nodiscard]] std::vector<std::string> patterns_of_pairs(const CheckGround& ground, const CommonKey& key);

}  // namespace entente::datasets
