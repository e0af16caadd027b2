#include "textfiles/csv.hpp"

#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "textfiles/source_text.hpp"

namespace entente::textfiles {

namespace {

bool is_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || text.front() == '+') return false;
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(number);
}

// What a spreadsheet would run, whatever number of apostrophes stands before it: they are guarded too, so that
// reading can take exactly one away.
bool is_formula(std::string_view cell) {
    const auto first = cell.find_first_not_of('\'');
    if (first == std::string_view::npos) return false;
    const auto rest = cell.substr(first);
    return std::string_view("=+-@").find(rest.front()) != std::string_view::npos && !is_number(rest);
}

struct Cells {
    std::vector<std::string> cells;
    std::size_t begin = 0;
    bool usable = true;
};

class CsvReader {
public:
    CsvReader(std::string_view bytes, const std::string& file, Problems& problems)
        : source_(bytes, file, problems), text_(source_.text()), at_(source_.begin()) {}

    std::optional<Cells> next_row() {
        while (at_ < text_.size() && skip_line_end()) {
        }
        if (at_ >= text_.size()) return std::nullopt;
        Cells row;
        row.begin = at_;
        for (;;) {
            auto cell = text_.substr(at_).starts_with('"') ? quoted_cell(row) : bare_cell();
            if (cell.starts_with('\'') && is_formula(cell)) cell.erase(0, 1);
            row.cells.push_back(std::move(cell));
            if (at_ >= text_.size() || skip_line_end()) return row;
            ++at_;  // the comma
        }
    }

    SourceText& source() { return source_; }

private:
    bool skip_line_end() {
        const auto rest = text_.substr(at_);
        if (rest.starts_with("\r\n")) {
            at_ += 2;
        } else if (rest.starts_with('\n')) {
            at_ += 1;
        } else {
            return false;
        }
        return true;
    }

    bool at_cell_end() const {
        const auto rest = text_.substr(at_);
        return rest.empty() || rest.front() == ',' || rest.front() == '\n' || rest.starts_with("\r\n");
    }

    std::string bare_cell() {
        const auto begin = at_;
        bool reported = false;
        for (; !at_cell_end(); ++at_) {
            if (text_[at_] != '"' || reported) continue;
            source_.error(at_, "quotation mark inside a cell that has none around it",
                          "put the cell in quotation marks and double those inside");
            reported = true;
        }
        return std::string(text_.substr(begin, at_ - begin));
    }

    std::string quoted_cell(Cells& row) {
        const auto opening = at_;
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != '"') {
                cell += text_[at_];
            } else if (text_.substr(at_ + 1).starts_with('"')) {
                cell += text_[++at_];
            } else {
                ++at_;
                if (at_cell_end()) return cell;
                source_.error(at_, "text after a closing quotation mark", "double the quotation marks inside a cell");
                row.usable = false;
                while (!at_cell_end()) ++at_;
                return cell;
            }
        }
        source_.error(opening, "quotation mark is not closed", "close it, or remove it");
        row.usable = false;
        // The rows below may be good. A second quotation mark without end is not worth a third look.
        const auto line_end = text_.find('\n', opening);
        if (line_end != std::string_view::npos && !std::exchange(resumed_, true)) at_ = line_end;
        return cell;
    }

    SourceText source_;
    std::string_view text_;
    std::size_t at_ = 0;
    bool resumed_ = false;
};

void report_repeated_names(const std::vector<std::string>& header, std::size_t begin, SourceText& source) {
    std::map<std::string, std::size_t> columns;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const auto [first, inserted] = columns.try_emplace(header[i], i + 1);
        if (inserted) continue;
        source.error(begin,
                     "columns " + std::to_string(first->second) + " and " + std::to_string(i + 1) +
                         " are both named '" + header[i] + "'",
                     "rename one");
    }
}

// What separates the names of the columns where no comma does: `semicolons`, `tabs`; else empty.
std::string_view other_separator(std::string_view bytes) {
    const auto begin = bytes.find_first_not_of("\r\n");  // blank lines before the header are passed over
    if (begin == std::string_view::npos) return {};
    const auto header = bytes.substr(begin, bytes.find_first_of("\r\n", begin) - begin);
    if (header.find(',') != std::string_view::npos) return {};
    if (header.find(';') != std::string_view::npos) return "semicolons";
    return header.find('\t') != std::string_view::npos ? "tabs" : std::string_view();
}

// The whole file is in another format, of which nothing can be read: one message for all of it.
bool reported_as_other_format(std::string_view bytes, const std::string& file, Problems& problems) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        problems.error(Position{file, 0, 0}, "is UTF-16, not UTF-8",
                       "save it as CSV UTF-8; 'Unicode text' is something else");
        return true;
    }
    if (bytes.starts_with("PK\x03\x04")) {
        problems.error(Position{file, 0, 0}, "is a spreadsheet or an archive, not a CSV file",
                       "save the sheet as CSV UTF-8");
        return true;
    }
    const auto separator = other_separator(bytes);
    if (separator.empty()) return false;
    problems.error(Position{file, 1, 1}, "the cells are separated by " + std::string(separator) + ", not by commas",
                   "save the table as CSV with commas; a spreadsheet asks for the separator, or takes the one of the "
                   "system's language");
    return true;
}

}  // namespace

CsvTable read_csv(std::string_view bytes, const std::string& file, Problems& problems) {
    CsvTable table;
    if (reported_as_other_format(bytes, file, problems)) return table;
    CsvReader reader(bytes, file, problems);
    auto header = reader.next_row();
    if (!header) {
        reader.source().error(Position{file, 0, 0}, "is empty", "it needs a line with the names of the columns");
        return table;
    }
    report_repeated_names(header->cells, header->begin, reader.source());
    table.header = std::move(header->cells);
    while (auto row = reader.next_row()) {
        if (!row->usable) continue;
        if (row->cells.size() != table.header.size()) {
            reader.source().error(row->begin,
                                  "row has " + std::to_string(row->cells.size()) + " cells, the header has " +
                                      std::to_string(table.header.size()),
                                  "add or remove commas; put cells with commas in quotation marks");
            continue;
        }
        table.rows.push_back({std::move(row->cells), reader.source().at(row->begin)});
    }
    return table;
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string& cell = cells[i];
        if (i > 0) line += ',';
        const bool guarded = is_formula(cell);
        // A line of one empty cell would be no line; a byte order mark would be taken for one.
        const bool quoted = guarded || cell.find_first_of("\",\r\n") != std::string::npos ||
                            (cell.empty() && cells.size() == 1) || cell.starts_with("\xEF\xBB\xBF") ||
                            cell.starts_with(' ') || cell.ends_with(' ');
        if (!quoted) {
            line += cell;
            continue;
        }
        line += guarded ? "\"'" : "\"";
        for (const char byte : cell) line.append(byte == '"' ? 2 : 1, byte);
        line += '"';
    }
    return line;
}

}  // namespace entente::textfiles
