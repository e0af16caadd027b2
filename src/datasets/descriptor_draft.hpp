// A descriptor while it is read: what it says, and where it says it, so that the parts can be checked against each
// other. Only the reader of descriptors includes this.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/descriptor.hpp"
#include "textfiles/toml.hpp"

namespace entente::datasets {

struct Draft {
    Descriptor descriptor;
    std::map<std::string, Position, std::less<>> places;  // of what was written: `unit`, `key.state`, `unpivot.keep`

    [[nodiscard]] bool says(std::string_view what) const { return places.contains(what); }
    // Of the file as a whole, if it is not written.
    [[nodiscard]] Position where(std::string_view what) const;
};

// Reads one table of a descriptor.
class DescriptorReader : public textfiles::KeyReader {
public:
    DescriptorReader(const textfiles::Table& table, Problems& problems)
        : KeyReader(table, problems), problems_(problems) {}

    // Required, and more than blanks.
    [[nodiscard]] std::string filled_text(std::string_view key);
    // Codes as they stand in cells, empty ones included; none twice. Missing: empty.
    [[nodiscard]] std::vector<std::string> codes(std::string_view key);
    // Names of columns or headers; none empty, none twice without case. Missing: empty.
    [[nodiscard]] std::vector<std::string> column_names(std::string_view key);
    // `[1816, 2012]`, in order.
    [[nodiscard]] std::optional<YearSpan> years_if(std::string_view key);
    [[nodiscard]] std::optional<int> year_if(std::string_view key);

    void error_at(std::string_view key, std::string what, std::string advice = {});
    [[nodiscard]] Problems& problems() noexcept { return problems_; }

private:
    void report_repeated(std::string_view key, const std::vector<std::string>& written);

    Problems& problems_;
};

[[nodiscard]] ColumnRule read_column(const textfiles::Table& table, Problems& problems);
[[nodiscard]] ColumnRule read_others(const textfiles::Table& table, Problems& problems);
[[nodiscard]] Version read_version(const textfiles::Table& table, Problems& problems);

// Do the parts fit each other? Of what could not be read nothing more is said.
void check_identity(const Draft& draft, Problems& problems);  // id, home, citation, names of states
void check_key(const Draft& draft, Problems& problems);
void check_columns(const Draft& draft, Problems& problems);
void check_layout(const Draft& draft, Problems& problems);
void check_versions(const Draft& draft, Problems& problems);

}  // namespace entente::datasets
