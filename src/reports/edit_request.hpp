// An edit of a case as JSON (docs/openapi.yaml: Edit), read strictly. What comes from a browser may be anything: never
// throws for any bytes; every problem names the JSON pointer of what is wrong.
#pragma once

#include <optional>
#include <string_view>

#include "core/problem.hpp"
#include "workbench/edit_case.hpp"

namespace entente::reports {

// Nothing, and problems, if it is not what it should be. What the entries say is judged when the case is checked.
[[nodiscard]] std::optional<workbench::Edit> read_edit_request(std::string_view bytes, Problems& problems);

}  // namespace entente::reports
