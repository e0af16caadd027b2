#include "casefile/import_table.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "casefile/block_edits.hpp"
#include "casefile/case_files.hpp"
#include "casefile/folder_lock.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "textfiles/csv.hpp"
#include "textfiles/files.hpp"

namespace entente::casefile {
namespace {

using textfiles::Block;
using textfiles::CsvTable;
using textfiles::Document;

// What is to become of one file.
struct FileEdit {
    std::map<std::string, const Entry*> changed;  // by identity: the entry as it is to be
    std::vector<std::string> appended;            // the text of new blocks
};

// What is wrong with rows. The same mistake in many rows is one message, at the first of them.
class RowProblems {
public:
    void add(const Problems& found) {
        for (const auto& problem : found.sorted()) {
            rows_[{problem.severity, problem.what, problem.advice}].insert(problem.where);
        }
    }

    void error(const Position& where, std::string what, std::string advice) {
        Problems found;
        found.error(where, std::move(what), std::move(advice));
        add(found);
    }

    void report(Problems& problems) const {
        for (const auto& [mistake, rows] : rows_) {
            const auto& [severity, what, advice] = mistake;
            const std::string others = rows.size() == 1 ? ""
                                                        : " (and in " + std::to_string(rows.size() - 1) +
                                                              (rows.size() == 2 ? " more row)" : " more rows)");
            if (severity == Severity::Error) problems.error(*rows.begin(), what + others, advice);
            if (severity == Severity::Warning) problems.warn(*rows.begin(), what + others, advice);
        }
    }

private:
    std::map<std::tuple<Severity, std::string, std::string>, std::set<Position>> rows_;
};

class TableImport {
public:
    TableImport(const TableKind& kind, const std::filesystem::path& folder, Problems& problems)
        : kind_(kind), folder_(folder), shown_(shown_folder_of(folder)), problems_(problems) {}

    ImportReport run(std::string_view csv, const std::string& shown_as, bool dry_run) {
        std::optional<FolderLock> lock;
        if (std::error_code failed; !dry_run && std::filesystem::is_directory(folder_, failed)) lock.emplace(folder_);
        if (!read_case_before() || !read_rows(csv, shown_as)) return {};
        for (auto& [path, edit] : edits_) edit_file(path, edit);
        if (problems_.has_errors() || !holds_after()) return {};
        for (const auto& [path, edit] : edits_) report_.files.push_back(path);
        if (!dry_run) write();
        return report_;
    }

private:
    bool read_case_before() {
        Problems found;
        files_ = load_case_files(folder_, found);
        if (!files_.empty()) before_ = kind_.entries(case_from(files_, shown_, found), found);
        return accept(found);
    }

    // Warnings about the case are for `check`; only what stops the import is passed on.
    bool accept(const Problems& found) {
        for (const auto& problem : found.sorted()) {
            if (problem.severity == Severity::Error) problems_.error(problem.where, problem.what, problem.advice);
        }
        return !found.has_errors();
    }

    bool read_rows(std::string_view csv, const std::string& shown_as) {
        Problems found;
        const CsvTable table = textfiles::read_csv(csv, shown_as, found);
        if (!table.header.empty()) check_columns(table, shown_as, found);
        problems_.add(found);
        if (found.has_errors()) return false;
        for (const auto& row : table.rows) take(table.header, row);
        in_rows_.report(problems_);
        return !problems_.has_errors();
    }

    void check_columns(const CsvTable& table, const std::string& shown_as, Problems& found) const {
        const Position header{shown_as, 1, 1};
        const auto has = [&](const std::string& column) {
            return std::find(table.header.begin(), table.header.end(), column) != table.header.end();
        };
        if (std::all_of(kind_.others_columns.begin(), kind_.others_columns.end(), has)) {
            found.error(header, "this is a table of " + kind_.others_name, kind_.others_advice);
            return;
        }
        for (const auto& column : table.header) {
            if (std::find(kind_.columns.begin(), kind_.columns.end(), column) != kind_.columns.end()) continue;
            found.error(header, "unknown column '" + column + "'" + did_you_mean(column, kind_.columns),
                        "the columns are " + joined(kind_.columns, ", "));
        }
        for (const auto& column : kind_.required) {
            if (has(column)) continue;
            found.error(header, "the column '" + column + "' is missing", "it says which entry a row is about");
        }
    }

    void take(const std::vector<std::string>& header, const CsvTable::Row& line) {
        std::map<std::string, std::string, std::less<>> cells;
        for (std::size_t i = 0; i < header.size(); ++i) cells.emplace(header[i], line.cells[i]);
        Row row(cells, line.where);
        Problems misplaced;
        report_not_available(header, line, misplaced);
        if (misplaced.empty()) kind_.check(row, misplaced);
        in_rows_.add(misplaced);
        if (misplaced.has_errors()) return;
        const std::string identity = kind_.identity(row);
        if (!seen_.insert(identity).second) {
            in_rows_.error(line.where, "a second row about the same " + kind_.block, "keep one of the two");
            return;
        }
        const auto known = before_.find(identity);
        if (known == before_.end()) return add(std::move(row), identity);
        // Columns that the spreadsheet does not have keep what the case says.
        Row complete = known->second.row.at(line.where);
        for (auto& [column, cell] : cells) complete.set(column, std::move(cell));
        if (complete == known->second.row) {
            ++report_.unchanged;
            return;
        }
        change(complete, identity, known->second);
    }

    // Statistics programs write NA where nothing is; here it would be a word.
    static void report_not_available(const std::vector<std::string>& header, const CsvTable::Row& line,
                                     Problems& found) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (line.cells[i] != "NA") continue;
            found.error(line.where, "'NA' in the column '" + header[i] + "'", "NA is text here; leave the cell empty");
        }
    }

    void add(const Row& row, const std::string& identity) {
        Problems found;
        const std::string file = kind_.file(row, found);
        Entry entry{row, kind_.keys(row, found), file};
        in_rows_.add(found);
        if (found.has_errors()) return;
        edits_[file].appended.push_back(block_text(kind_.block, entry.keys));
        after_.emplace(identity, std::move(entry));
        ++report_.added;
    }

    void change(const Row& row, const std::string& identity, const Entry& known) {
        Problems found;
        if (const auto file = row["file"]; !file.empty() && file != known.file) {
            found.error(row.where(), "the " + kind_.block + " stands in another file: " + known.file,
                        "leave the file as it is; entries are moved by hand");
        }
        Entry entry{row, kind_.keys(row, found), known.file};
        in_rows_.add(found);
        if (found.has_errors()) return;
        if (entry.keys == known.keys) {
            ++report_.unchanged;
            return;
        }
        const auto [place, inserted] = after_.emplace(identity, std::move(entry));
        edits_[known.file].changed.emplace(identity, &place->second);
        ++report_.changed;
    }

    void edit_file(const std::string& path, const FileEdit& edit) {
        const auto same_path = [&](const CaseFile& file) { return file.path == path; };
        auto found = std::find_if(files_.begin(), files_.end(), same_path);
        if (found == files_.end()) {
            found = files_.insert(files_.end(), CaseFile{path, kind_.head_of_new_file(path)});
        }
        Problems ignored;  // the case was read without errors before
        Document document = textfiles::read_toml(found->bytes, shown_path(shown_, path), ignored);
        std::string bytes = with_changes(document, path, edit);
        if (!edit.appended.empty()) {
            document.bytes = std::move(bytes);
            bytes = textfiles::append_block(document, joined(edit.appended, "\n"));
        }
        found->bytes = std::move(bytes);
    }

    // In one pass over the file, since a spreadsheet may change thousands of blocks.
    std::string with_changes(const Document& document, const std::string& path, const FileEdit& edit) {
        std::string bytes;
        std::size_t at = 0;
        std::size_t done = 0;
        for (const Block& block : document.blocks) {
            if (block.name != kind_.block || !block.array_entry) continue;
            const std::string identity = kind_.identity_of_block(block.table, path);
            const auto wanted = edit.changed.find(identity);
            if (wanted == edit.changed.end()) continue;
            const auto text = edited_block(document, block, before_.at(identity).keys, wanted->second->keys);
            bytes.append(document.bytes, at, block.begin - at);
            bytes += replaced(document, block, text);
            at = block.end;
            ++done;
        }
        if (done != edit.changed.size()) {
            problems_.error(Position{document.file, 0, 0},
                            "an entry that should change is not written as a [[" + kind_.block + "]] of its own",
                            "write it so, or change it by hand");
        }
        return bytes.append(document.bytes, at, std::string::npos);
    }

    static std::string replaced(const Document& document, const Block& block, std::string_view text) {
        const Document alone{document.file, document.bytes.substr(block.begin, block.end - block.begin), {}};
        Block whole = block;
        whole.begin = 0;
        whole.end = alone.bytes.size();
        return textfiles::replace_block(alone, whole, text);
    }

    // Reads what would be written. Nothing is replaced unless it says exactly what the spreadsheet says.
    bool holds_after() {
        Problems found;
        std::sort(files_.begin(), files_.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
        const Entries entries = kind_.entries(case_from(files_, shown_, found), found);
        if (!accept(found)) return false;
        for (const auto& [identity, entry] : after_) {
            const auto now = entries.find(identity);
            ensure(now != entries.end() && now->second.keys == entry.keys, "an imported row reads as it was written");
        }
        return true;
    }

    void write() {
        for (const auto& file : files_) {
            if (!edits_.contains(file.path)) continue;
            const std::filesystem::path target = folder_ / file.path;
            std::error_code failed;
            std::filesystem::create_directories(target.parent_path(), failed);
            textfiles::replace_file(target, file.bytes);
        }
    }

    const TableKind& kind_;
    const std::filesystem::path& folder_;
    std::string shown_;
    Problems& problems_;
    std::vector<CaseFile> files_;
    Entries before_;
    Entries after_;                          // only what is added or changed
    std::map<std::string, FileEdit> edits_;  // by path
    std::set<std::string> seen_;
    RowProblems in_rows_;
    ImportReport report_;
};

}  // namespace

std::string_view Row::operator[](std::string_view column) const {
    const auto found = cells_.find(column);
    return found == cells_.end() ? std::string_view() : std::string_view(found->second);
}

std::string csv_of(const std::vector<std::string>& columns, const std::vector<Row>& rows) {
    std::string csv = textfiles::csv_line(columns) + "\n";
    std::vector<std::string> cells;
    for (const Row& row : rows) {
        cells.clear();
        for (const auto& column : columns) cells.emplace_back(row[column]);
        csv += textfiles::csv_line(cells) + "\n";
    }
    return csv;
}

ImportReport import_rows(const TableKind& kind, const std::filesystem::path& folder, std::string_view csv,
                         const std::string& shown_as, bool dry_run, Problems& problems) {
    return TableImport(kind, folder, problems).run(csv, shown_as, dry_run);
}

}  // namespace entente::casefile
