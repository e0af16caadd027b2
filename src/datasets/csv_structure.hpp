// One look at every byte of a table of text: are its quotation marks closed, its lines and rows of a sane size, are
// there zero bytes, how do its lines end. Bytes come in pieces, cut anywhere; the result does not depend on where.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "datasets/csv_dialect.hpp"

namespace entente::datasets {

// What makes a table unreadable, and where. Lines are those of an editor, so that a cell may span several.
struct CsvFault {
    int line = 0;
    int column = 0;
    std::string what;
    std::string advice;
    bool about_quotes = false;
};

class CsvStructure {
public:
    CsvStructure(CsvDialect dialect, std::size_t most_columns, std::size_t longest_line);

    // Nothing is looked at after the first fault.
    void add(std::string_view piece);
    void finish();

    [[nodiscard]] const std::optional<CsvFault>& fault() const noexcept { return fault_; }

    struct Ends {
        std::uint64_t feeds = 0;         // LF
        std::uint64_t return_feeds = 0;  // CRLF
        std::uint64_t returns = 0;       // CR alone
    };
    // Of rows.
    [[nodiscard]] const Ends& ends() const noexcept { return ends_; }
    // Carriage returns alone inside quotation marks.
    [[nodiscard]] std::uint64_t returns_in_cells() const noexcept { return returns_in_cells_; }

private:
    enum class State { CellStart, Bare, Quoted, QuoteInQuoted };
    struct Place {
        std::uint64_t line = 1;
        std::uint64_t characters = 0;  // before it in its line
    };

    // False once something is wrong.
    bool step(std::string_view piece, std::size_t at);
    bool step_in_quotes(std::string_view piece, std::size_t at);
    bool end_cell(std::string_view piece, std::size_t at);
    bool end_row(std::size_t at);
    bool fail(Place place, std::string what, std::string advice);
    bool fail_as_too_long();
    void start_line(std::size_t at);
    void leave(std::string_view piece);
    [[nodiscard]] bool completes_return(std::size_t at) const { return before_ + at == return_at_ + 1; }
    Place place_of(std::string_view piece, std::size_t at);  // counts on to there

    CsvDialect dialect_;
    std::size_t most_columns_;
    std::size_t longest_line_;
    std::array<bool, 256> ends_bare_{};    // bytes that a bare cell does not simply go on with
    std::array<bool, 256> ends_quoted_{};  // the same of a quoted one

    State state_ = State::CellStart;
    std::size_t cells_ = 1;
    std::uint64_t before_ = 0;  // bytes in pieces before this one
    std::uint64_t return_at_ = ~std::uint64_t{0} - 1;
    std::uint64_t row_at_ = 0;
    std::uint64_t row_line_ = 1;
    std::uint64_t line_ = 1;
    std::uint64_t characters_ = 0;  // of this line, as far as they are counted: …
    std::size_t counted_to_ = 0;    // … up to here in this piece
    Place opened_;                  // where the quoted cell began
    Ends ends_;
    std::uint64_t returns_in_cells_ = 0;
    std::optional<CsvFault> fault_;
};

}  // namespace entente::datasets
