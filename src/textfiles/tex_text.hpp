// The little TeX that bibliographies use (accents, dashes, escaped signs) as plain UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace entente::textfiles {

// `M{\"u}ller --- {NATO}` -> `Müller — NATO`: braces go, white space is folded, unknown commands stay as written.
[[nodiscard]] std::string decode_tex(std::string_view tex);

// For addresses and identifiers: only escaped signs (`\_`, `\%`) are decoded, `~` and `--` mean themselves.
[[nodiscard]] std::string decode_tex_address(std::string_view tex);

// Plain text so that decode_tex() reads it back, white space folded; letters of any script stay as they are.
[[nodiscard]] std::string encode_tex(std::string_view text);

}  // namespace entente::textfiles
