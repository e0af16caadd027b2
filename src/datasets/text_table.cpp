#include "datasets/text_table.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "datasets/csv_structure.hpp"
#include "datasets/text_encoding.hpp"

namespace entente::datasets {

namespace {

constexpr std::size_t kPiece = std::size_t{4} << 20U;
constexpr std::size_t kMostHeadBytes = std::size_t{64} << 20U;

// What one pass over the bytes found.
struct Survey {
    TextStart start;
    CsvDialect dialect;
    EncodingCounts encoding;
    CsvStructure::Ends ends;
    std::uint64_t returns_in_cells = 0;
    std::optional<CsvFault> fault;
    bool empty = true;
};

bool has_two_line_ends(const CsvStructure::Ends& ends) {
    return ends.feeds > 0 && ends.return_feeds > 0;
}

bool is_clean(const Survey& survey) {
    return survey.start.mark_bytes == 0 && survey.encoding.stray == 0 && survey.encoding.undefined == 0 &&
           survey.ends.returns == 0 && survey.returns_in_cells == 0 && !has_two_line_ends(survey.ends);
}

// In these a quotation mark may be a letter.
bool may_be_unquoted(const CsvDialect& dialect) {
    return dialect.quoted && (dialect.delimiter == '\t' || dialect.delimiter == '|');
}

class TextStager {
public:
    TextStager(const std::filesystem::path& folder, const StagingLimits& limits, const std::string& shown_as,
               std::optional<CsvDialect> known, Problems& problems)
        : folder_(folder),
          limits_(limits),
          whole_{shown_as, 0, 0},
          known_(known),
          problems_(problems),
          piece_(kPiece, '\0') {}

    std::optional<TextTable> stage(const OpenFile& file, const std::filesystem::path& found_at, Sha256& hash) {
        auto survey = look_at(file, hash);
        if (!survey) return std::nullopt;
        if (survey->empty) return empty();
        if (survey->start.form != TextForm::Utf8) return stage_utf16(file, survey->start.form);
        return stage_utf8(file, found_at, *survey);
    }

private:
    std::optional<TextTable> empty() {
        problems_.error(whole_, "is empty", "download it anew");
        return std::nullopt;
    }

    std::nullopt_t unreadable() {
        problems_.error(whole_, "cannot be read to its end", "check the disk it is on");
        return std::nullopt;
    }

    std::nullopt_t unwritable() {
        problems_.error(whole_, "cannot be written anew below " + folder_.string(), "free some space there");
        return std::nullopt;
    }

    // Calls `take` with each piece of the file; false if it cannot be read or taken.
    template <typename Take>
    bool each_piece(const OpenFile& file, const Take& take) {
        if (!file.rewind()) return false;
        for (;;) {
            const auto got = file.read(piece_.data(), piece_.size());
            if (!got) return false;
            if (*got == 0) return true;
            if (!take(std::string_view(piece_.data(), *got))) return false;
        }
    }

    CsvStructure structure(CsvDialect dialect) const { return {dialect, limits_.most_columns, limits_.longest_line}; }

    std::optional<Survey> look_at(const OpenFile& file, Sha256& hash) {
        Survey survey;
        TextDecoder decoder(TextForm::Utf8);
        std::optional<CsvStructure> shape;
        const bool read = each_piece(file, [&](std::string_view piece) {
            hash.add(piece);
            if (survey.empty) {
                survey.empty = false;
                survey.start = text_start(piece);
                piece.remove_prefix(survey.start.mark_bytes);
                survey.dialect = known_ ? *known_ : dialect_of(piece);
                shape.emplace(structure(survey.dialect));
            }
            if (survey.start.form != TextForm::Utf8) return true;
            decoder.count(piece);
            shape->add(piece);
            return true;
        });
        if (!read) return unreadable();
        if (!shape) return survey;
        decoder.finish_count();
        shape->finish();
        survey.encoding = decoder.counts();
        survey.ends = shape->ends();
        survey.returns_in_cells = shape->returns_in_cells();
        survey.fault = shape->fault();
        return survey;
    }

    // UTF-16 becomes UTF-8 first, and is looked at then.
    std::optional<TextTable> stage_utf16(const OpenFile& file, TextForm form) {
        const auto path = folder_ / "utf8.csv";
        const auto target = open_to_write(path);
        if (!target) return unwritable();
        TextDecoder decoder(form);
        bool first = true;
        const auto put = [&](std::string_view text) {
            if (std::exchange(first, false)) text.remove_prefix(std::min(text.size(), text_start(text).mark_bytes));
            return target->write(text);
        };
        bool written = true;
        std::string text;
        const bool read = each_piece(file, [&](std::string_view piece) {
            text.clear();
            decoder.add(piece, text);
            return text.empty() || (written = put(text));
        });
        if (!written) return unwritable();
        if (!read) return unreadable();
        text.clear();
        decoder.finish(text);
        if (!put(text)) return unwritable();
        Problems here;
        const auto again = open_to_read(path, here);
        if (!again) return unwritable();
        Sha256 ignored;
        auto table = stage(*again, path, ignored);
        if (!table) return table;
        table->encoding = "UTF-16";
        note_undefined(decoder.counts(), table->remarks);
        return table;
    }

    std::optional<TextTable> stage_utf8(const OpenFile& file, const std::filesystem::path& found_at,
                                        const Survey& survey) {
        TextTable table;
        table.sheet.csv = found_at;
        table.sheet.dialect = survey.dialect;
        note_encoding(survey, table);
        auto fault = survey.fault;
        if (!is_clean(survey)) {
            auto& path = table.sheet.csv;
            path = folder_ / "text.csv";
            if (!mend(file, survey, path, table.remarks, fault)) return std::nullopt;
        }
        if (fault && fault->about_quotes && may_be_unquoted(table.sheet.dialect)) {
            table.sheet.dialect.quoted = false;
            table.remarks.emplace_back("quotation marks kept as text, as they are not in pairs");
            if (!look_again(table.sheet, fault)) return std::nullopt;
        }
        if (fault) {
            problems_.error({whole_.file, fault->line, fault->column}, fault->what, fault->advice);
            return std::nullopt;
        }
        if (!read_head(table.sheet)) return unreadable();
        const bool blank = std::ranges::all_of(table.sheet.head, [](const auto& row) {
            return std::ranges::all_of(row, [](const auto& cell) { return cell.empty(); });
        });
        if (blank && !known_ && table.sheet.head.size() < kHeadRows) return empty();
        return table;
    }

    // Writes the text anew, as UTF-8 with line feeds; `fault` is what is still wrong with it then.
    bool mend(const OpenFile& file, const Survey& survey, const std::filesystem::path& path,
              std::vector<std::string>& remarks, std::optional<CsvFault>& fault) {
        const auto target = open_to_write(path);
        const auto& ends = survey.ends;
        const bool old_macintosh = ends.returns > ends.feeds + ends.return_feeds;
        TextDecoder decoder(TextForm::Utf8);
        LineEnds lines(old_macintosh ? LineEnds::Returns::EndLines : LineEnds::Returns::AreStrays);
        CsvStructure shape = structure(survey.dialect);
        std::size_t to_skip = survey.start.mark_bytes;
        std::string text;
        std::string mended;
        bool written = target.has_value();
        const auto put = [&] {
            shape.add(mended);
            written = written && target->write(mended);
            text.clear();
            mended.clear();
            return written;
        };
        const bool read = each_piece(file, [&](std::string_view piece) {
            piece.remove_prefix(std::exchange(to_skip, 0));
            decoder.add(piece, text);
            lines.add(text, mended);
            return put();
        });
        decoder.finish(text);
        lines.add(text, mended);
        lines.finish(mended);
        if (read) put();
        if (!written || !read) {
            if (written) unreadable();
            if (!written) unwritable();
            return false;
        }
        shape.finish();
        fault = shape.fault();
        note_undefined(decoder.counts(), remarks);
        note_line_ends(survey, old_macintosh, remarks);
        return true;
    }

    bool look_again(const StagedSheet& sheet, std::optional<CsvFault>& fault) {
        const auto file = open_to_read(sheet.csv, problems_);
        if (!file) return false;
        CsvStructure shape = structure(sheet.dialect);
        const bool read = each_piece(*file, [&](std::string_view piece) {
            shape.add(piece);
            return true;
        });
        if (!read) unreadable();
        shape.finish();
        fault = shape.fault();
        return read;
    }

    bool read_head(StagedSheet& sheet) const {
        Problems ignored;
        const auto file = open_to_read(sheet.csv, ignored);
        if (!file) return false;
        for (std::size_t size = kPiece / 4; size <= kMostHeadBytes; size *= 4) {
            std::string text(size, '\0');
            const auto got = file->rewind() ? file->read(text.data(), size) : std::nullopt;
            if (!got) return false;
            text.resize(*got);
            auto found = first_rows(text, sheet.dialect, kHeadRows, limits_.most_columns * kHeadRows);
            const bool whole = !found.last_cut || *got < size;
            if (!whole) found.rows.pop_back();
            sheet.head = std::move(found.rows);
            if (whole) break;
        }
        return true;
    }

    static void note_undefined(const EncodingCounts& counts, std::vector<std::string>& remarks) {
        if (counts.undefined == 0) return;
        remarks.push_back("bytes that are in no known encoding, shown as U+FFFD: " + std::to_string(counts.undefined) +
                          ", the first in line " + std::to_string(counts.undefined_line));
    }

    static void note_encoding(const Survey& survey, TextTable& table) {
        const auto& counts = survey.encoding;
        table.encoding = survey.start.mark_bytes > 0 ? "UTF-8 with byte order mark" : "UTF-8";
        if (counts.stray > 0) {
            table.encoding = counts.beyond_ascii == 0 ? "Windows-1252" : "UTF-8 and Windows-1252 mixed";
        }
        if (counts.stray > 0 && counts.beyond_ascii > 0) {
            table.remarks.push_back("bytes that are not UTF-8, read as Windows-1252: " + std::to_string(counts.stray));
        }
        if (counts.wrong_before > 0) {
            table.remarks.push_back("characters decoded wrongly before (kept as they are): " +
                                    std::to_string(counts.wrong_before));
        }
    }

    static void note_line_ends(const Survey& survey, bool old_macintosh, std::vector<std::string>& remarks) {
        if (old_macintosh) {
            remarks.emplace_back("bare CR line ends");
        } else if (survey.ends.returns + survey.returns_in_cells > 0) {
            remarks.push_back("carriage returns inside lines, for which a blank stands now: " +
                              std::to_string(survey.ends.returns + survey.returns_in_cells));
        } else if (has_two_line_ends(survey.ends)) {
            remarks.emplace_back("line ends of two kinds, LF and CRLF");
        }
    }

    const std::filesystem::path& folder_;
    const StagingLimits& limits_;
    Position whole_;
    std::optional<CsvDialect> known_;
    Problems& problems_;
    std::string piece_;
};

}  // namespace

std::optional<TextTable> stage_text(const OpenFile& file, const std::filesystem::path& found_at,
                                    const std::filesystem::path& folder, const StagingLimits& limits,
                                    const std::string& shown_as, std::optional<CsvDialect> known, Sha256& hash,
                                    Problems& problems) {
    return TextStager(folder, limits, shown_as, known, problems).stage(file, found_at, hash);
}

}  // namespace entente::datasets
