#include "datasets/staged_file.hpp"

#include <array>
#include <cstdlib>
#include <functional>
#include <system_error>
#include <utility>

#include "core/sha256.hpp"
#include "datasets/apart_report.hpp"
#include "datasets/file_kind.hpp"
#include "datasets/gzip_file.hpp"
#include "datasets/raw_file.hpp"
#include "datasets/run_apart.hpp"
#include "datasets/stata_file.hpp"
#include "datasets/text_table.hpp"
#include "datasets/workbook.hpp"

namespace entente::datasets {

namespace {

// A folder that no other file's tables are in; nothing if it cannot be made.
std::optional<std::filesystem::path> new_folder(const std::filesystem::path& scratch) {
    std::error_code trouble;
    std::filesystem::create_directories(scratch, trouble);
    std::string name = (scratch / "staged-XXXXXX").string();
    if (trouble || ::mkdtemp(name.data()) == nullptr) return std::nullopt;
    return name;
}

class Stager {
public:
    Stager(const std::filesystem::path& path, std::filesystem::path folder, const StagingLimits& limits,
           Problems& problems)
        : folder_(std::move(folder)), limits_(limits), whole_{path.string(), 0, 0}, problems_(problems) {
        staged_.original = path;
    }

    std::optional<StagedFile> stage(const OpenFile& file) {
        const auto before = file.stamp();
        if (!before) return fail("cannot be read", "check the disk it is on");
        if (before->bytes > limits_.largest_bytes) {
            return fail("is larger than " + std::to_string(limits_.largest_bytes) + " bytes",
                        "no official file is that large; check what it is");
        }
        staged_.bytes = before->bytes;
        if (!stage_bytes(file, staged_.original, hash_)) return std::nullopt;
        if (file.stamp() != before) return fail("was changed while it was read", "try again when nobody writes to it");
        staged_.sha256 = hash_.finish();
        return std::move(staged_);
    }

private:
    std::nullopt_t fail(std::string what, std::string advice) {
        problems_.error(whole_, std::move(what), std::move(advice));
        return std::nullopt;
    }

    bool stage_bytes(const OpenFile& file, const std::filesystem::path& found_at, Sha256& hash) {
        std::array<char, kKindBytes> first{};
        const auto got = file.read(first.data(), first.size());
        if (!got || !file.rewind()) {
            fail("cannot be read", "check the disk it is on");
            return false;
        }
        auto known = kind_of({first.data(), *got});
        switch (known.kind) {
            case FileKind::Text:
                return stage_as_text(file, found_at, hash);
            case FileKind::Gzip:
                return stage_packed(file);
            case FileKind::Stata:
                return stage_apart(file, hash,
                                   [&] { return to_message(stata_table(file.path(), folder_, limits_.most_columns)); });
            case FileKind::Zip:
                return stage_apart(file, hash, [&] {
                    return to_message(workbook_tables(file.path(), folder_, limits_.most_columns, unpack_limits()));
                });
            case FileKind::Other:
                break;
        }
        fail(std::move(known.what), std::move(known.advice));
        return false;
    }

    [[nodiscard]] UnpackLimits unpack_limits() const { return {limits_.largest_bytes, limits_.largest_ratio}; }

    bool stage_as_text(const OpenFile& file, const std::filesystem::path& found_at, Sha256& hash) {
        auto table = stage_text(file, found_at, folder_, limits_, whole_.file, std::nullopt, hash, problems_);
        if (!table) return false;
        staged_.format = "CSV";
        staged_.encoding = std::move(table->encoding);
        for (auto& remark : table->remarks) staged_.remarks.push_back(std::move(remark));
        staged_.sheets.push_back(std::move(table->sheet));
        return true;
    }

    bool stage_packed(const OpenFile& file) {
        if (std::exchange(unpacked_, true)) {
            fail("is a gzip file in a gzip file", "unpack it once");
            return false;
        }
        const auto path = folder_ / "unpacked";
        const auto target = open_to_write(path);
        if (!target) {
            fail("cannot be unpacked below " + folder_.string(), "free some space there");
            return false;
        }
        if (!unpack_gzip(file, *target, unpack_limits(), whole_.file, hash_, staged_.remarks, problems_)) return false;
        const auto inside = open_to_read(path, problems_);
        Sha256 ignored;  // the bytes as found are the packed ones
        if (!inside || !stage_bytes(*inside, path, ignored)) return false;
        staged_.format += ", gzip";
        return true;
    }

    bool stage_apart(const OpenFile& file, Sha256& hash, const std::function<std::string()>& work) {
        if (!hash_all(file, hash)) return false;
        const auto outcome = run_apart(work, {limits_.seconds_apart, limits_.memory_apart, limits_.largest_bytes});
        if (!outcome.message) {
            fail("cannot be read: it " + outcome.why_not, "download it anew, or export it as CSV");
            return false;
        }
        auto report = from_message(*outcome.message);
        if (!report) {
            fail("cannot be read: its reader was confused", "download it anew, or export it as CSV");
            return false;
        }
        if (!report->why_not.empty()) {
            fail(std::move(report->why_not), std::move(report->advice));
            return false;
        }
        return take_over(*report);
    }

    bool hash_all(const OpenFile& file, Sha256& hash) {
        constexpr std::size_t kPiece = std::size_t{1} << 20U;
        std::string piece(kPiece, '\0');
        for (;;) {
            const auto got = file.read(piece.data(), piece.size());
            if (!got) {
                fail("cannot be read to its end", "check the disk it is on");
                return false;
            }
            if (*got == 0) return file.rewind();
            hash.add({piece.data(), *got});
        }
    }

    // The tables of another process are looked at as if they were anybody's.
    bool take_over(ApartReport& report) {
        staged_.format = std::move(report.format);
        staged_.encoding = std::move(report.encoding);
        for (auto& remark : report.remarks) staged_.remarks.push_back(std::move(remark));
        for (std::size_t number = 0; number < report.sheet_names.size(); ++number) {
            if (!take_over_table(number, std::move(report.sheet_names[number]))) return false;
        }
        return true;
    }

    bool take_over_table(std::size_t number, std::string name) {
        const auto path = table_file(folder_, number);
        const auto file = open_to_read(path, problems_);
        if (!file) return false;
        const auto stamp = file->stamp();
        if (stamp && stamp->bytes == 0) {  // a sheet may be empty
            staged_.sheets.push_back({std::move(name), path, {}, {}});
            return true;
        }
        const auto folder = folder_ / ("mended-" + std::to_string(number + 1));
        std::error_code trouble;
        std::filesystem::create_directory(folder, trouble);
        Sha256 ignored;
        auto table = stage_text(*file, path, folder, limits_, whole_.file, CsvDialect{}, ignored, problems_);
        if (!table) return false;
        table->sheet.name = std::move(name);
        for (auto& remark : table->remarks) staged_.remarks.push_back(std::move(remark));
        staged_.sheets.push_back(std::move(table->sheet));
        return true;
    }

    std::filesystem::path folder_;
    const StagingLimits& limits_;
    Position whole_;
    Problems& problems_;
    StagedFile staged_;
    Sha256 hash_;
    bool unpacked_ = false;
};

}  // namespace

std::optional<StagedFile> stage_file(const std::filesystem::path& path, const std::filesystem::path& scratch,
                                     const StagingLimits& limits, Problems& problems) {
    const auto file = open_to_read(path, problems);
    if (!file) return std::nullopt;
    auto folder = new_folder(scratch);
    if (!folder) {
        problems.error({scratch.string(), 0, 0}, "cannot hold the tables of a file: no folder can be made there",
                       "check the permissions and the space");
        return std::nullopt;
    }
    return Stager(path, std::move(*folder), limits, problems).stage(*file);
}

}  // namespace entente::datasets
