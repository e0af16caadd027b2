// Burden sharing as objects of JSON: for the command (json.hpp) and for the pages (page_documents.hpp). Included by
// .cpp files of JSON only.
#pragma once

#include "reports/json_parts.hpp"
#include "workbench/burden.hpp"

namespace entente::reports {

// What a case records beyond official data.
[[nodiscard]] Json burden_of_case_json(const workbench::BurdenOfCase& of_case);
// Opinions, words and acts.
[[nodiscard]] Json burden_opinions_json(const workbench::BurdenOfCase& of_case);
[[nodiscard]] Json burden_persons_json(const workbench::BurdenOfCase& of_case);
[[nodiscard]] Json burden_conduct_json(const workbench::BurdenOfCase& of_case);

[[nodiscard]] Json burden_object(const workbench::BurdenResult& result);

}  // namespace entente::reports
