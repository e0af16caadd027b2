#include "datasets/cell_places.hpp"

#include <fstream>
#include <vector>

namespace entente::datasets {

namespace {

// Follows the text byte by byte: it runs only over files in which something was found wrong.
class RowReader {
public:
    RowReader(CsvDialect dialect, const std::function<bool(const PlacedRow&)>& look) : dialect_(dialect), look_(look) {
        row_.line = 1;
        begin_cell();
    }

    // False once nobody looks any more.
    bool add(char byte) {
        const bool continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
        if (!continues) ++column_;
        if (in_quotes_) {
            if (byte == '"') {
                in_quotes_ = false;
                after_quote_ = true;
            } else {
                cell().text += byte;
            }
            if (byte == '\n') next_line();
            return true;
        }
        if (dialect_.quoted && byte == '"' && (after_quote_ || cell().text.empty())) {
            if (after_quote_) cell().text += '"';
            in_quotes_ = true;
            after_quote_ = false;
            return true;
        }
        after_quote_ = false;
        if (byte == dialect_.delimiter) {
            begin_cell();
        } else if (byte == '\n') {
            return end_row();
        } else {
            cell().text += byte;
        }
        return true;
    }

    void finish() {
        if (row_.cells.size() > 1 || !cell().text.empty()) (void)end_row();
    }

private:
    PlacedRow::Cell& cell() { return row_.cells.back(); }

    void begin_cell() { row_.cells.push_back({{}, line_, column_ + 1}); }

    void next_line() {
        ++line_;
        column_ = 0;
    }

    bool end_row() {
        if (cell().text.ends_with('\r')) cell().text.pop_back();
        const bool more = look_(row_);
        next_line();
        row_ = {row_.row + 1, line_, {}};
        begin_cell();
        return more;
    }

    CsvDialect dialect_;
    const std::function<bool(const PlacedRow&)>& look_;
    PlacedRow row_;
    int line_ = 1;
    int column_ = 0;
    bool in_quotes_ = false;
    bool after_quote_ = false;
};

}  // namespace

void look_at_rows(const std::filesystem::path& csv, CsvDialect dialect,
                  const std::function<bool(const PlacedRow&)>& look) {
    std::ifstream file(csv, std::ios::binary);
    RowReader reader(dialect, look);
    std::vector<char> piece(std::size_t{1} << 20U);
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())), file.gcount() > 0) {
        for (std::streamsize at = 0; at < file.gcount(); ++at) {
            if (!reader.add(piece[static_cast<std::size_t>(at)])) return;
        }
    }
    reader.finish();
}

}  // namespace entente::datasets
