// A folder of its own for a test, files made in it, and a file staged with what is said about it.
#pragma once

#include <gtest/gtest.h>
#include <zip.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/problem.hpp"
#include "datasets/csv_dialect.hpp"
#include "datasets/staged_file.hpp"
#include "folder.hpp"

namespace entente::datasets {

using Cells = std::vector<std::vector<std::string>>;

class StagingFolder : public ::testing::Test {
protected:
    std::filesystem::path write(const std::string& name, std::string_view bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return folder_ / name;
    }

    static std::string read(const std::filesystem::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::optional<StagedFile> stage(const std::filesystem::path& path, const StagingLimits& limits = {}) {
        problems_ = {};
        return stage_file(path, folder_ / "scratch", limits, problems_);
    }

    // Where it is and what it is, without advice; empty if there is none.
    std::string first_problem() const {
        const auto sorted = problems_.sorted();
        if (sorted.empty()) return {};
        const auto& first = sorted.front();
        return std::to_string(first.where.line) + ":" + std::to_string(first.where.column) + " " + first.what;
    }

    static Cells cells_of(const StagedSheet& sheet) {
        constexpr std::size_t kAll = 100'000'000;
        return first_rows(read(sheet.csv), sheet.dialect, kAll, kAll).rows;
    }

    testing::Folder made_;
    std::filesystem::path folder_ = made_.path();
    Problems problems_;
};

inline std::string gzip_of(std::string_view bytes) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

using Parts = std::vector<std::pair<std::string, std::string>>;

inline void write_zip(const std::filesystem::path& path, const Parts& parts) {
    int code = 0;
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    for (const auto& [name, bytes] : parts) {
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), ZIP_FL_OVERWRITE);
    }
    ASSERT_EQ(zip_close(zip), 0);
}

// The parts of a workbook with one sheet `Data`, whose rows, shared texts and style sheet are given as XML.
inline Parts workbook_parts(const std::string& rows, const std::string& strings = {}, const std::string& styles = {}) {
    const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return {
        {"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + relation +
                            "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns:r=\"" + relation +
                                "\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"b\" Type=\"" + relation +
             "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"c\" Type=\"" + relation +
             "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"d\" Type=\"" + relation +
             "/styles\" Target=\"styles.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
        {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
        {"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"},
    };
}

}  // namespace entente::datasets
