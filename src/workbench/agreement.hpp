// Do the coders agree? Per field, beyond chance, with intervals.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indices/agreement.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

struct AgreementRequest {
    std::vector<std::string> coders;   // empty: all
    std::vector<std::string> periods;  // empty: all; items that belong to one of them
    std::string baseline;              // empty: each period's own
    std::uint64_t seed = 0;
    int draws = 2000;
};

// One field of the codings as a rating. Units are what the coders both had before them:
//   factor          items that both read: the first factor that a coder assigned, or none
//   factor applies  the same items × every factor, yes or no
//   direction …     item × factor pairs that at least two coders assigned
// An item counts once for each baseline that it is judged against.
struct FieldAgreement {
    std::string field;  // factor, factor applies, direction, novelty, change, specificity
    indices::Metric metric = indices::Metric::Nominal;
    double observed = 0;       // share of pairs of values that are equal; 0 if there is none
    indices::Agreement alpha;  // Krippendorff
    indices::Agreement kappa;  // Cohen for two coders, Fleiss for more
};

struct AgreementResult {
    std::vector<std::string> coders;
    int items = 0;            // that there are to read, each once for each baseline that it is judged against
    std::vector<int> read;    // of these, by each coder
    int items_in_common = 0;  // read by at least two coders, in one period and against one baseline
    std::vector<FieldAgreement> fields;
    struct Disagreement {
        std::string item;
        std::string factor;
        std::string field;
        std::vector<std::string> values;  // one per coder; empty if that coder did not assign the factor
        std::vector<bool> read;           // whether each coder read the item
        std::string baseline;             // that the item was judged against
        // One per coder: their first coding of the item under the factor against that baseline; null if there is none.
        std::vector<const evidence::Coding*> codings;
    };
    std::vector<Disagreement> disagreements;
};

// The result points into the case, which must outlive it.
[[nodiscard]] AgreementResult agreement_of(const OpenCase& open, const AgreementRequest& request);

}  // namespace entente::workbench
