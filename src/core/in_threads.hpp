// Independent tasks spread over threads. Each task writes to places of its own, so their order changes nothing.
#pragma once

#include <cstddef>
#include <functional>

namespace entente {

// Runs task(0) … task(tasks − 1) on that many threads, or on one for each core where 0 are asked for. Returns when all
// are done; what a task throws ends the others as soon as theirs is done, and is thrown on.
void in_threads(std::size_t tasks, unsigned threads, const std::function<void(std::size_t)>& task);

}  // namespace entente
