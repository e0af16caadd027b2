// Tasks of a contest in threads, each reported when it is done.
#pragma once

#include <functional>

#include "contest/held_out.hpp"

namespace entente::workbench {

// `done_one` is called from one thread at a time.
[[nodiscard]] contest::TaskRunner reporting_runner(unsigned threads, const std::function<void()>& done_one);

}  // namespace entente::workbench
