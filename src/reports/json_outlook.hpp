// The outlook as objects of JSON. Included by the .cpp files of JSON only.
#pragma once

#include "outlook/base_rate.hpp"
#include "reports/json_parts.hpp"
#include "workbench/outlook.hpp"

namespace entente::reports {

[[nodiscard]] Json risk_json(const outlook::Risk& risk);
// `p`, `low`, `high`; the bounds null where there is no interval.
[[nodiscard]] Json chance_json(const outlook::Chance& chance);
// Of the base rate, with its sweep.
[[nodiscard]] Json base_horizons_json(const outlook::Outlook& outlook);
// What stands beside the base rate in `assess`.
[[nodiscard]] Json outlook_beside_json(const workbench::OutlookResult& result);
[[nodiscard]] Json outlook_sources_json(const std::vector<workbench::ThreatSource>& sources);
[[nodiscard]] Json outlook_object(const workbench::OutlookResult& result);

}  // namespace entente::reports
