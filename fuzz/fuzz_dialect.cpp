// Any bytes as a table of text; the first byte says how they are cut. The cuts change nothing, decoded text is UTF-8,
// and a table without a fault reads as the same cells when it is written anew.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/text.hpp"
#include "datasets/csv_dialect.hpp"
#include "datasets/csv_structure.hpp"
#include "datasets/file_kind.hpp"
#include "datasets/text_encoding.hpp"

namespace {

using namespace entente::datasets;

constexpr std::size_t kAll = 1'000'000;

std::string decoded(std::string_view bytes, TextForm form, std::size_t piece) {
    TextDecoder decoder(form);
    LineEnds lines(LineEnds::Returns::EndLines);
    std::string text;
    std::string mended;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        text.clear();
        decoder.add(bytes.substr(at, piece), text);
        lines.add(text, mended);
    }
    text.clear();
    decoder.finish(text);
    lines.add(text, mended);
    lines.finish(mended);
    return mended;
}

CsvStructure structure_of(std::string_view text, CsvDialect dialect, std::size_t piece) {
    CsvStructure structure(dialect, 50, 2000);
    for (std::size_t at = 0; at < text.size(); at += piece) structure.add(text.substr(at, piece));
    structure.finish();
    return structure;
}

bool same(const CsvStructure& one, const CsvStructure& other) {
    if (one.fault().has_value() != other.fault().has_value()) return false;
    if (one.fault()) {
        return one.fault()->line == other.fault()->line && one.fault()->column == other.fault()->column &&
               one.fault()->what == other.fault()->what;
    }
    return one.ends().feeds == other.ends().feeds && one.ends().returns == other.ends().returns &&
           one.ends().return_feeds == other.ends().return_feeds && one.returns_in_cells() == other.returns_in_cells();
}

std::string written(const CsvRows& found, char delimiter) {
    std::string text;
    for (const auto& row : found.rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            if (column > 0) text += delimiter;
            text += '"';
            for (const char byte : row[column]) text.append(byte == '"' ? 2 : 1, byte);
            text += '"';
        }
        text += '\n';
    }
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::size_t piece = data[0] % 64U + std::size_t{1};
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto known = kind_of(bytes);
    if ((known.kind == FileKind::Other) != !known.what.empty() || known.what.empty() != known.advice.empty())
        std::abort();

    const auto start = text_start(bytes);
    const auto body = bytes.substr(start.mark_bytes);
    const std::string text = decoded(body, start.form, size);
    if (text != decoded(body, start.form, piece)) std::abort();
    if (entente::find_invalid_utf8(text) != std::string::npos || text.find('\r') != std::string::npos) std::abort();

    const CsvDialect dialect = dialect_of(body);
    const auto structure = structure_of(body, dialect, size);
    if (!same(structure, structure_of(body, dialect, piece))) std::abort();
    if (structure.fault()) {
        if (structure.fault()->line < 1 || structure.fault()->column < 1) std::abort();
        return 0;
    }
    const auto found = first_rows(body, dialect, kAll, kAll);
    if (!found.well_formed) std::abort();
    for (const auto& row : found.rows) {
        if (row.empty() || row.size() > 50) std::abort();
    }
    const auto again = first_rows(written(found, dialect.delimiter), {dialect.delimiter, true}, kAll, kAll);
    if (again.rows != found.rows || !again.well_formed) std::abort();
    return 0;
}
