#include "core/minus_sign.hpp"

namespace entente {

std::string with_minus_sign(std::string number) {
    if (number.starts_with('-')) number.replace(0, 1, "−");
    return number;
}

}  // namespace entente
