#include "workbench/reporting_runner.hpp"

#include <cstddef>
#include <mutex>

#include "core/in_threads.hpp"

namespace entente::workbench {

contest::TaskRunner reporting_runner(unsigned threads, const std::function<void()>& done_one) {
    return [threads, done_one](std::size_t tasks, const std::function<void(std::size_t)>& task) {
        std::mutex reporting;
        in_threads(tasks, threads, [&](std::size_t number) {
            task(number);
            const std::scoped_lock lock(reporting);
            done_one();
        });
    };
}

}  // namespace entente::workbench
