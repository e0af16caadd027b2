// The minus of print: `−`, as long as a plus, where a person reads a number; programs read the hyphen.
#pragma once

#include <string>

namespace entente {

// `-0.03` → `−0.03`; `+0.03` and `0.03` as they are. A hyphen further on is no sign: `2e-05`.
[[nodiscard]] std::string with_minus_sign(std::string number);

}  // namespace entente
