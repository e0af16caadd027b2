// Which data set, and which version of it, a file is: by its headers and values, never by its name.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "datasets/descriptor.hpp"
#include "datasets/staged_file.hpp"

namespace entente::datasets {

// A sheet of the file that holds the table, or one column of it.
struct RecognisedSheet {
    std::size_t sheet = 0;            // of StagedFile::sheets
    std::size_t header_row = 0;       // of StagedSheet::head
    const SheetRule* rule = nullptr;  // null where the sheet is the whole table
};

struct Recognition {
    const Descriptor* descriptor = nullptr;  // null: no data set is like this
    const Version* version = nullptr;        // null: no version of it is like this
    std::vector<RecognisedSheet> sheets;
    std::string why_not;  // set if one of the two is null: what was found …
    std::string advice;   // … and what can be done
};

// Of several data sets that fit equally well, the only one with a version like this counts; else they are named in
// `why_not`, and none is chosen. `as`, if not empty, is the
// user's word: `nmc@7.0` or `nmc`; the file must then have the data set's headers, and the version need not be a known
// one (Recognition::version is null then, without `why_not`).
[[nodiscard]] Recognition recognise(const StagedFile& file, std::span<const Descriptor> known, const std::string& as);

}  // namespace entente::datasets
