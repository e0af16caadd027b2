// Threats as objects of JSON: for the command (json.hpp) and for the pages (page_documents.hpp). Included by .cpp files
// of JSON only.
#pragma once

#include "core/missing.hpp"
#include "reports/json_parts.hpp"
#include "workbench/threat.hpp"

namespace entente::reports {

// Null where a number is there.
[[nodiscard]] Json why_not_json(const Reading& reading);
// Null where it is missing.
[[nodiscard]] Json value_json(const Reading& reading);
// `value` and `why_not`.
[[nodiscard]] Json reading_json(const Reading& reading);
// Null where it cannot be judged.
[[nodiscard]] Json status_or_null(threat::ThreatStatus status);
// `code`, `name`, `number`.
[[nodiscard]] Json state_json(const workbench::NamedState& state);

// Of one state in one year, with the response to it.
[[nodiscard]] Json response_json(const workbench::ResponseTo& response, const evidence::ThreatTheory& theory);

[[nodiscard]] Json threat_sources_json(const std::vector<workbench::ThreatSource>& sources);

// What a case adds.
[[nodiscard]] Json case_threats_json(const workbench::CaseThreats& of_case);

[[nodiscard]] Json threat_object(const workbench::ThreatResult& result);

}  // namespace entente::reports
