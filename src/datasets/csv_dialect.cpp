#include "datasets/csv_dialect.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace entente::datasets {

namespace {

constexpr std::size_t kRowsJudged = 200;
constexpr std::size_t kCellsJudged = 100'000;
constexpr std::size_t kBytesJudged = std::size_t{1} << 20U;

constexpr std::array<char, 4> kDelimiters{',', ';', '\t', '|'};

class RowReader {
public:
    RowReader(std::string_view text, CsvDialect dialect) : text_(text), dialect_(dialect) {}

    CsvRows rows(std::size_t most_rows, std::size_t most_cells) {
        std::size_t cells = 0;
        while (at_ < text_.size() && found_.rows.size() < most_rows && cells < most_cells) {
            auto& row = found_.rows.emplace_back();
            found_.last_cut = true;
            bool more = true;
            while (more && cells < most_cells) {
                row.push_back(dialect_.quoted && at('"') ? quoted_cell() : bare_cell());
                ++cells;
                more = at(dialect_.delimiter);
                if (more) ++at_;
            }
            if (!more) skip_line_end();
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] bool at(char byte) const { return at_ < text_.size() && text_[at_] == byte; }
    [[nodiscard]] bool at_cell_end() const {
        return at_ == text_.size() || at(dialect_.delimiter) || at('\n') || at('\r');
    }

    void skip_line_end() {
        if (at_ == text_.size()) return;
        found_.last_cut = false;
        at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
    }

    std::string bare_cell() {
        const auto begin = at_;
        while (!at_cell_end()) ++at_;
        return std::string(text_.substr(begin, at_ - begin));
    }

    std::string quoted_cell() {
        ++found_.quoted_cells;
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != '"') {
                cell += text_[at_];
            } else if (text_.substr(at_ + 1).starts_with('"')) {
                cell += text_[++at_];
            } else {
                ++at_;
                if (!at_cell_end()) found_.well_formed = false;
                return cell + bare_cell();
            }
        }
        return cell;  // cut off in the middle; whether it is ever closed the whole text tells
    }

    std::string_view text_;
    CsvDialect dialect_;
    std::size_t at_ = 0;
    CsvRows found_;
};

bool is_number(std::string_view cell) {
    return !cell.empty() && cell.find_first_not_of("0123456789.,-+eE% ") == std::string_view::npos &&
           cell.find_first_of("0123456789") != std::string_view::npos;
}

// Cells of the right dialect are empty, numbers, or words; those of a wrong one hold the true delimiter.
double likeness_to_a_cell(std::string_view cell, char delimiter, bool was_quoted) {
    constexpr double kDoubtful = 0.2;
    if (cell.empty()) return 1;
    if (is_number(cell)) return 1;
    if (was_quoted) return 1;
    for (const char other : kDelimiters) {
        if (other != delimiter && cell.find(other) != std::string_view::npos) return kDoubtful;
    }
    return cell.front() == '"' || cell.back() == '"' ? kDoubtful : 1;
}

// van den Burg, Nazábal and Sutton (2019), "Wrangling messy CSV files by detecting row and type patterns", equations 2
// and 3: P = 1/K Σ_k N_k (L_k − 1) / L_k over the K kinds of row, N_k rows of L_k cells, times the share of cells of a
// known type. A kind of row is here its number of cells.
double score_of(const CsvRows& found, char delimiter) {
    constexpr double kOneColumn = 1e-3;
    std::map<std::size_t, std::size_t> rows_of_width;
    double likeness = 0;
    double cells = 0;
    for (const auto& row : found.rows) {
        if (row.size() == 1 && row.front().empty()) continue;
        ++rows_of_width[row.size()];
        for (const auto& cell : row) likeness += likeness_to_a_cell(cell, delimiter, found.quoted_cells > 0);
        cells += static_cast<double>(row.size());
    }
    if (rows_of_width.empty()) return 0;
    double pattern = 0;
    for (const auto& [width, rows] : rows_of_width) {
        const auto wide = static_cast<double>(width);
        pattern += static_cast<double>(rows) * std::max(kOneColumn, wide - 1) / wide;
    }
    return pattern / static_cast<double>(rows_of_width.size()) * likeness / cells;
}

}  // namespace

CsvRows first_rows(std::string_view text, CsvDialect dialect, std::size_t most_rows, std::size_t most_cells) {
    return RowReader(text, dialect).rows(most_rows, most_cells);
}

CsvDialect dialect_of(std::string_view text) {
    text = text.substr(0, kBytesJudged);
    CsvDialect best;
    double best_score = -1;
    for (const char delimiter : kDelimiters) {
        for (const bool quoted : {true, false}) {
            // Comma and semicolon occur inside cells, which are quoted then; files with tabs or bars often know no
            // quoting at all, and a quotation mark in them is a letter.
            if (!quoted && (delimiter == ',' || delimiter == ';')) continue;
            auto found = first_rows(text, {delimiter, quoted}, kRowsJudged, kCellsJudged);
            if (found.last_cut && found.rows.size() > 1) found.rows.pop_back();
            if (quoted && (!found.well_formed || found.quoted_cells == 0) && (delimiter == '\t' || delimiter == '|')) {
                continue;
            }
            constexpr double kMalformed = 0.5;
            const double score = score_of(found, delimiter) * (found.well_formed ? 1 : kMalformed);
            if (score > best_score) {
                best = {delimiter, quoted};
                best_score = score;
            }
        }
    }
    return best;
}

}  // namespace entente::datasets
