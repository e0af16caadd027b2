// A panel on disk: the table itself and, beside it, codebook, recipe and citations. Each file is written under another
// name, synced and renamed, so it is there whole or not at all; the table takes its place last.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/named_enum.hpp"
#include "panels/panel.hpp"
#include "panels/recipe.hpp"

namespace entente::panels {

enum class PanelFormat { Parquet, Csv, Stata };

struct WrittenFile {
    std::filesystem::path path;
    std::optional<std::uintmax_t> bytes;  // of the panel; the others are small
    std::string what;
};

// By the name's end: .parquet, .csv, .dta. Throws BadRequest for any other.
[[nodiscard]] PanelFormat format_of(const std::filesystem::path& file);

// Replaces what stands there. The files beside it are named after it without its ending, or with it if a panel of
// another format has those names. Throws BadRequest if the folder is missing, Fault if the disk fails.
[[nodiscard]] std::vector<WrittenFile> write_panel(const Panel& panel, const DataAtHand& data, const Recipe& recipe,
                                                   const std::filesystem::path& file);

// A column as it is written: not every one of the table is.
struct WrittenColumn {
    std::string name;
    std::string expression;               // over the table `panel`
    const PanelColumn* column = nullptr;  // null for columns that name a row and those of `not applicable`
    std::string label;
};

[[nodiscard]] std::vector<WrittenColumn> written_columns(const Panel& panel);

// The table as a Stata file. Extended missing values tell why: .a not applicable, .b outside coverage, .c several or
// ambiguous.
void write_stata(const Panel& panel, const DataAtHand& data, const std::filesystem::path& file);

}  // namespace entente::panels

template <>
struct entente::NamesOf<entente::panels::PanelFormat> {
    static constexpr std::array<std::string_view, 3> names{"parquet", "csv", "stata"};
};
