// The cells of a spreadsheet that hold lists, and tables made of cells so that rows go through the same reader as
// TOML. For use inside the module.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "evidence/source.hpp"
#include "textfiles/toml.hpp"

namespace entente::casefile {

// Joined with `; `. An element that holds a semicolon, or that blanks or quotation marks would change, stands in double
// quotation marks.
[[nodiscard]] std::string joined_cell(const std::vector<std::string>& elements);
[[nodiscard]] std::vector<std::string> split_cell(std::string_view cell);

// `key @ §3.3`, or only the key.
[[nodiscard]] std::string citation_cell(const evidence::Citation& citation);

// Builds the table that a block of TOML would give. Empty cells give no key.
class RowTable {
public:
    explicit RowTable(Position where);

    void text(std::string_view key, std::string_view cell);    // as it stands
    void word(std::string_view key, std::string_view cell);    // without blanks around it
    void date(std::string_view key, std::string_view cell);    // a day, else a string
    void number(std::string_view key, std::string_view cell);  // a number, else a string
    void list(std::string_view key, std::string_view cell);
    void list_or_empty(std::string_view key, std::string_view cell);
    void word_or_list(std::string_view key, std::string_view cell);
    void citations(std::string_view key, std::string_view cell);
    void table(std::string_view key, RowTable inner);  // if it has any key

    [[nodiscard]] const textfiles::Table& get() const noexcept { return table_; }

private:
    void add(std::string_view key, textfiles::Value value);

    textfiles::Table table_;
};

}  // namespace entente::casefile
