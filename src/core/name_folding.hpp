// Names of states as keys: `Côte d’Ivoire`, `COTE D'IVOIRE` and `Cote dIvoire` are one way of writing.
#pragma once

#include <string>
#include <string_view>

namespace entente {

// Without case, accents (of Latin letters), apostrophes, dots and commas; hyphens, slashes and brackets are blanks;
// `&` is `and`; `St`, `Rep` and `Dem` are written out; `the` before and `of`, `of the` behind fall away, so that
// `Congo, Dem. Rep. of the` is `congo democratic republic`. Other letters stay as they are.
[[nodiscard]] std::string folded_name(std::string_view name);

}  // namespace entente
