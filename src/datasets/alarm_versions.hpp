// What several versions of one data set have alike is said once: a fault that was never mended, a change of definition.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "datasets/alarms.hpp"

namespace entente::datasets {

// Of a data set: is the first version older than the second?
using IsOlder = std::function<bool(const std::string& dataset, const std::string& one, const std::string& other)>;

// Of alarms that are alike but for the version the newest version's stays, and names the others (Alarm::older).
void say_once(std::vector<Alarm>& alarms, const IsOlder& is_older);

}  // namespace entente::datasets
