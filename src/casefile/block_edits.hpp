// A block of a file with some of its keys rewritten: comments, order and the other lines stay. For use inside the
// module.
#pragma once

#include <string>
#include <vector>

#include "casefile/entry_text.hpp"
#include "textfiles/toml.hpp"

namespace entente::casefile {

// The text of `block` after its keys went from `before` to `after`. Lines of keys that did not change are kept byte by
// byte, and of a list the elements that stay. A block that is not written one `key = value` after the other is written
// anew below its comments. A block without a header holds the keys at the top of a file.
[[nodiscard]] std::string edited_block(const textfiles::Document& document, const textfiles::Block& block,
                                       const std::vector<KeyText>& before, const std::vector<KeyText>& after);

// The same for a block with tables of its own below it: `[[meeting]]` with its `[[meeting.promise]]`.
[[nodiscard]] std::string edited_entry(const textfiles::Document& document, const textfiles::Block& block,
                                       const EntryText& before, const EntryText& after);

}  // namespace entente::casefile
