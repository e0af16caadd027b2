// SHA-256 of bytes, as lower-case hexadecimal.
#pragma once

#include <string>
#include <string_view>

namespace entente {

[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace entente
