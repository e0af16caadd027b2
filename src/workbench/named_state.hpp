// A state as results name it.
#pragma once

#include <string>

namespace entente::workbench {

struct NamedState {
    int number = 0;  // Correlates of War
    std::string code;
    std::string name;  // in that year
};

}  // namespace entente::workbench
