// The outlook that the protocol's base rates give a case: of the treaty in force, at its age.
#pragma once

#include <string>

#include "core/date.hpp"
#include "outlook/base_rate.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

struct BaseOutlook {
    outlook::Outlook outlook;
    std::string treaty;  // that the age counts from; empty if none is dated
};

// On `day`, of the treaty in force that came into force last.
[[nodiscard]] BaseOutlook base_outlook(const OpenCase& open, Day day);

}  // namespace entente::workbench
