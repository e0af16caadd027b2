// How well one data set fits a file, by headers: where its table is, or what is missing from the row that is most like
// its header.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "datasets/descriptor.hpp"
#include "datasets/header_row.hpp"
#include "datasets/recognise.hpp"
#include "datasets/staged_file.hpp"

namespace entente::datasets {

// A sheet with its first rows as headers, made once for all data sets.
struct SheetHeads {
    const StagedSheet* sheet = nullptr;
    std::vector<HeaderRow> rows;
};
[[nodiscard]] std::vector<SheetHeads> heads_of(const StagedFile& file);

enum class NotWith { Counts, Ignored };

struct Fit {
    const Descriptor* descriptor = nullptr;
    std::vector<RecognisedSheet> sheets;  // empty: it does not fit
    std::size_t score = 0;                // headers of the signature and titles
    std::size_t found = 0;                // of the needed headers, in the row that is most like the header …
    std::size_t in_signature = 0;         // … and of the signature alone
    std::size_t signature = 0;            // headers of the signature
    std::vector<std::string> lacks;       // needed headers that the row does not have
    std::string why_not;                  // where headers are not what is wrong
};
[[nodiscard]] Fit fit_of(const Descriptor& descriptor, const std::vector<SheetHeads>& heads, NotWith not_with);

// `*` in the pattern stands for any text; case and blanks around count for nothing.
[[nodiscard]] bool sheet_name_fits(std::string_view pattern, std::string_view name);

}  // namespace entente::datasets
