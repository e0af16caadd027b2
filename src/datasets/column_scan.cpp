#include "datasets/column_scan.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/error.hpp"
#include "datasets/cell_numbers.hpp"
#include "datasets/column_names.hpp"
#include "datasets/raw_file.hpp"

namespace entente::datasets {

namespace {

class Scan {
public:
    Scan(CsvDialect dialect, std::size_t rows_to_skip, const std::vector<ScannedColumn>& columns)
        : dialect_(dialect), to_skip_(rows_to_skip), columns_(columns), contents_(columns.size()) {
        for (const ScannedColumn& column : columns_) {
            if (column.index >= wanted_.size()) wanted_.resize(column.index + 1, false);
            wanted_[column.index] = true;
        }
        last_.resize(columns.size());
    }

    void add(std::string_view piece) {
        for (const char byte : piece) step(byte);
    }

    [[nodiscard]] std::vector<ColumnContent> finish() {
        if (state_ != State::CellStart || index_ > 0) end_row();
        return std::move(contents_);
    }

private:
    enum class State { CellStart, Bare, Quoted, QuoteInQuoted };

    // The staged file was found well formed, so no quotation mark is out of place.
    void step(char byte) {
        if (state_ == State::Quoted) {
            if (byte == '"') {
                state_ = State::QuoteInQuoted;
            } else {
                keep(byte);
            }
            return;
        }
        if (byte == '"' && state_ == State::QuoteInQuoted) {
            keep(byte);
            state_ = State::Quoted;
        } else if (byte == '"' && state_ == State::CellStart && dialect_.quoted) {
            state_ = State::Quoted;
        } else if (byte == dialect_.delimiter) {
            end_cell();
            ++index_;
        } else if (byte == '\n') {
            end_row();
        } else {
            keep(byte);
            state_ = State::Bare;
        }
    }

    void keep(char byte) {
        if (to_skip_ == 0 && index_ < wanted_.size() && wanted_[index_]) cell_ += byte;
    }

    void end_row() {
        end_cell();
        index_ = 0;
        if (to_skip_ > 0) --to_skip_;
    }

    void end_cell() {
        state_ = State::CellStart;
        if (to_skip_ > 0 || index_ >= wanted_.size() || !wanted_[index_]) return;
        const std::string_view value = without_blanks(cell_);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i].index == index_ && value != last_[i]) take(i, value);
        }
        cell_.clear();
    }

    void take(std::size_t which, std::string_view value) {
        last_[which] = value;  // values often stand in runs
        const auto& missing = columns_[which].missing;
        if (value.empty() ||
            std::any_of(missing.begin(), missing.end(), [&](const auto& code) { return same_code(code, value); })) {
            return;
        }
        ColumnContent& content = contents_[which];
        if (const auto number = number_in(value))
            content.largest = std::max(*number, content.largest.value_or(*number));
        if (content.values.size() < kMostValues) {
            content.values.emplace(value);
        } else if (!content.values.contains(std::string(value))) {
            content.more = true;
        }
    }

    CsvDialect dialect_;
    std::size_t to_skip_;
    const std::vector<ScannedColumn>& columns_;
    std::vector<ColumnContent> contents_;
    std::vector<std::string> last_;  // value of each column
    std::vector<bool> wanted_;       // by index
    State state_ = State::CellStart;
    std::size_t index_ = 0;
    std::string cell_;
};

}  // namespace

std::vector<ColumnContent> scan_columns(const StagedSheet& sheet, std::size_t header_row,
                                        const std::vector<ScannedColumn>& columns) {
    constexpr std::size_t kPiece = std::size_t{1} << 20U;
    const auto fail = [&](const std::vector<Problem>& problems) {
        throw Error(ErrorKind::BadData, sheet.csv.string() + ": cannot be read", "add the file again", problems);
    };
    Problems problems;
    const auto file = open_to_read(sheet.csv, problems);
    if (!file) fail(problems.sorted());
    Scan scan(sheet.dialect, header_row + 1, columns);
    std::string piece(kPiece, '\0');
    for (;;) {
        const auto length = file->read(piece.data(), piece.size());
        if (!length) fail({});
        if (*length == 0) return scan.finish();
        scan.add(std::string_view(piece).substr(0, *length));
    }
}

}  // namespace entente::datasets
