#include "datasets/csv_structure.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace entente::datasets {

namespace {

std::size_t index(char byte) {
    return static_cast<unsigned char>(byte);
}

std::uint64_t characters_in(std::string_view text) {
    return static_cast<std::uint64_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;  // not the rest of a character
    }));
}

int counted(std::uint64_t value) {
    return static_cast<int>(std::min<std::uint64_t>(value, std::numeric_limits<int>::max()));
}

}  // namespace

CsvStructure::CsvStructure(CsvDialect dialect, std::size_t most_columns, std::size_t longest_line)
    : dialect_(dialect), most_columns_(most_columns), longest_line_(longest_line) {
    for (const char byte : {'\n', '\r', '\0'}) ends_bare_[index(byte)] = ends_quoted_[index(byte)] = true;
    ends_bare_[index(dialect.delimiter)] = true;
    ends_quoted_[index('"')] = true;
}

void CsvStructure::add(std::string_view piece) {
    if (fault_) return;
    counted_to_ = 0;
    for (std::size_t at = 0; at < piece.size(); ++at) {
        if (state_ == State::Bare) {
            while (at < piece.size() && !ends_bare_[index(piece[at])]) ++at;
        } else if (state_ == State::Quoted) {
            while (at < piece.size() && !ends_quoted_[index(piece[at])]) ++at;
        }
        if (at == piece.size()) break;
        if (!step(piece, at)) return;
    }
    leave(piece);
}

// What the next piece needs to know of this one.
void CsvStructure::leave(std::string_view piece) {
    place_of(piece, piece.size());
    before_ += piece.size();
    if (before_ - row_at_ > longest_line_) fail_as_too_long();
}

void CsvStructure::finish() {
    if (!fault_ && state_ == State::Quoted) {
        fail(opened_, "quotation mark is not closed",
             "close it, or remove it; or the file is cut off: download it anew");
        fault_->about_quotes = true;
    }
}

bool CsvStructure::step(std::string_view piece, std::size_t at) {
    const char byte = piece[at];
    if (before_ + at > row_at_ + longest_line_) return fail_as_too_long();
    if (byte == '\0') {
        return fail(place_of(piece, at), "byte zero, which no table of text has",
                    "the file is damaged, or is UTF-16 without byte order mark; save it as CSV UTF-8");
    }
    if (state_ == State::Quoted) return step_in_quotes(piece, at);
    if (byte == '\n' && completes_return(at)) {
        --ends_.returns;
        ++ends_.return_feeds;
        start_line(at + 1);
        row_at_ = before_ + at + 1;
        return true;
    }
    if (byte == '\n' || byte == '\r') {
        ++(byte == '\n' ? ends_.feeds : ends_.returns);
        if (byte == '\r') return_at_ = before_ + at;
        return end_row(at);
    }
    if (byte == dialect_.delimiter) return end_cell(piece, at);
    if (byte == '"' && state_ == State::CellStart && dialect_.quoted) {
        state_ = State::Quoted;
        opened_ = place_of(piece, at);
        return true;
    }
    if (state_ == State::QuoteInQuoted) {
        if (byte == '"') {
            state_ = State::Quoted;
            return true;
        }
        fail(place_of(piece, at),
             "text after the closing quotation mark of the cell that begins in line " + std::to_string(opened_.line),
             "double the quotation marks inside a cell");
        fault_->about_quotes = true;
        return false;
    }
    state_ = State::Bare;
    return true;
}

bool CsvStructure::step_in_quotes(std::string_view piece, std::size_t at) {
    const char byte = piece[at];
    if (byte == '"') {
        state_ = State::QuoteInQuoted;
    } else if (byte == '\n' && completes_return(at)) {
        --returns_in_cells_;
        start_line(at + 1);
    } else {
        if (byte == '\r') {
            ++returns_in_cells_;
            return_at_ = before_ + at;
        }
        ++line_;
        start_line(at + 1);
    }
    return true;
}

bool CsvStructure::end_cell(std::string_view piece, std::size_t at) {
    state_ = State::CellStart;
    if (++cells_ <= most_columns_) return true;
    return fail(place_of(piece, at), "row has more than " + std::to_string(most_columns_) + " columns",
                "a table of states and years has far fewer; check what the file is");
}

bool CsvStructure::end_row(std::size_t at) {
    state_ = State::CellStart;
    cells_ = 1;
    ++line_;
    start_line(at + 1);
    row_at_ = before_ + at + 1;
    row_line_ = line_;
    return true;
}

void CsvStructure::start_line(std::size_t at) {
    counted_to_ = at;
    characters_ = 0;
}

bool CsvStructure::fail_as_too_long() {
    fail({row_line_, 0}, "row is longer than " + std::to_string(longest_line_) + " bytes",
         dialect_.quoted ? "close the quotation mark that is open in it, or check what the file is"
                         : "check what the file is");
    fault_->about_quotes = dialect_.quoted;
    return false;
}

CsvStructure::Place CsvStructure::place_of(std::string_view piece, std::size_t at) {
    characters_ += characters_in(piece.substr(counted_to_, at - counted_to_));
    counted_to_ = at;
    return {line_, characters_};
}

bool CsvStructure::fail(Place place, std::string what, std::string advice) {
    fault_ = CsvFault{counted(place.line), counted(place.characters + 1), std::move(what), std::move(advice)};
    return false;
}

}  // namespace entente::datasets
