// How institutionalised an alliance is on paper: the military coordination that it requires in peacetime, and its
// formality, from the alliance-level or phase-level columns of the ATOP data.
#pragma once

#include <optional>
#include <string>

namespace entente::indices {

// The columns that the two measures read, with ATOP's codes (codebook 5.0, section 2.34 and, for the last two, 2.32).
// Nothing where ATOP's coders could not find the text.
struct AllianceProvisions {
    std::optional<int> military_contact;    // MILCON: 1 in hostilities only, 2 in peacetime, 3 common defence policy
    std::optional<int> military_aid;        // MILAID: 1 general, 2 grants or loans, 3 training or technology, 4 both
    std::optional<int> integrated_command;  // INTCOM: 1 in peace and war
    std::optional<int> subordination;       // SUBORD: 1 or 2 under another's command in conflict
    std::optional<int> first_organisation;  // ORGAN1: 1 regular meetings, 2 named organisation, 3 permanent bureaucracy
    std::optional<int> first_purpose;       // ORGPURP1: 1 military, 4 military, economic and political together …
    std::optional<int> second_organisation;  // ORGAN2
    std::optional<int> second_purpose;       // ORGPURP2
    std::optional<int> bases;                // BASE: 1 on neutral territory, 2 mutual, 3 one-sided
    std::optional<int> contributions;        // CONTRIB: 1 contributions or the division of costs are laid down
    std::optional<int> ratified_treaty;      // ESTMODE: 1 a treaty that needs ratification
    std::optional<int> secrecy;              // PUBSECR: 1 secret articles, 2 all of it secret
};

struct Institutionalisation {
    std::optional<int> value;  // 0 none, 1 moderate, 2 high; only if no missing column could change it
    std::string why_not;       // set if `value` is not
    // The authors' own coding, which takes a missing column for an absent provision unless all are missing: for
    // comparison with published work.
    std::optional<int> as_published;
};

// Leeds and Anac (2005), "Alliance Institutionalization and Alliance Performance", by the code that they published with
// their data (MILINST). High: a common defence policy, an integrated command, or troops or bases on another member's
// or neutral ground. Moderate, if not high: military contact in peacetime, training or technology, subordination in
// conflict, contributions laid down, or an organisation with a military or general purpose.
[[nodiscard]] Institutionalisation military_institutionalisation(const AllianceProvisions& provisions);

// The same source (FORMAL): one point for a ratified treaty that is not secret as a whole, one for a named organisation
// or a permanent bureaucracy.
[[nodiscard]] Institutionalisation formality(const AllianceProvisions& provisions);

}  // namespace entente::indices
