#include "datasets/file_kind.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

namespace entente::datasets {

namespace {

using std::string_view_literals::operator""sv;

struct Signature {
    std::string_view bytes;
    std::string_view what;
    std::string_view advice;
};

constexpr std::string_view kUnpack = "unpack it and give the file that is in it";
constexpr std::string_view kFromR = "in R, load it and save the table with write.csv(…, row.names = FALSE)";
constexpr std::string_view kToCsv = "export the table as CSV, or take the CSV or Stata file if one is offered";

constexpr auto kSignatures = std::to_array<Signature>({
    {"%PDF"sv, "is a PDF document", "download the data file; this is a codebook or a paper"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "is an old or password-protected Excel workbook",
     "open it in a spreadsheet and save it without password as .xlsx or as CSV UTF-8"},
    {"BZh"sv, "is packed with bzip2, as .rda files of R may be", "unpack it; if it is R's, save the table as CSV in R"},
    {"\xFD"
     "7zXZ\0"sv,
     "is packed with xz, as .rda files of R may be", "unpack it; if it is R's, save the table as CSV in R"},
    {"\x28\xB5\x2F\xFD"sv, "is packed with zstd", kUnpack},
    {"7z\xBC\xAF\x27\x1C"sv, "is a 7z archive", kUnpack},
    {"Rar!\x1A\x07"sv, "is a RAR archive", kUnpack},
    {"RDX2\n"sv, "is an .rda file of R", kFromR},
    {"RDX3\n"sv, "is an .rda file of R", kFromR},
    {"RDA2\n"sv, "is an .rda file of R", kFromR},
    {"RDA3\n"sv, "is an .rda file of R", kFromR},
    {"X\n\0\0\0\2"sv, "is an .rds file of R", kFromR},
    {"X\n\0\0\0\3"sv, "is an .rds file of R", kFromR},
    {"A\n2\n"sv, "is an .rds file of R", kFromR},
    {"A\n3\n"sv, "is an .rds file of R", kFromR},
    {"$FL2"sv, "is an SPSS file", kToCsv},
    {"$FL3"sv, "is an SPSS file", kToCsv},
    {"\0\0\0\0\0\0\0\0\0\0\0\0\xC2\xEA\x81\x60"sv, "is a SAS file", kToCsv},
    {"HEADER RECORD*******"sv, "is a SAS transport file", kToCsv},
    {"PAR1"sv, "is a Parquet file", kToCsv},
    {"ARROW1"sv, "is an Arrow file", kToCsv},
    {"SQLite format 3\0"sv, "is an SQLite database", kToCsv},
    {"\0\1\0\0Standard "sv, "is an Access database", kToCsv},
    {"{\\rtf"sv, "is a Rich Text document", kToCsv},
});

constexpr std::string_view kWebPage = "is a web page, not data; a download often fails this way";
constexpr std::string_view kAnew = "open the home page of the data in a browser and download the file anew";

bool starts_with_word(std::string_view text, std::string_view lower_case) {
    return text.size() >= lower_case.size() &&
           std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char expected, char found) {
               return expected == static_cast<char>(std::tolower(static_cast<unsigned char>(found)));
           });
}

// Releases 104 to 115 begin with the release, the order of the bytes and a 1; later ones with a tag.
bool is_stata(std::string_view bytes) {
    if (bytes.starts_with("<stata_dta>")) return true;
    if (bytes.size() < 4) return false;
    const auto release = static_cast<unsigned char>(bytes[0]);
    const bool order = bytes[1] == 1 || bytes[1] == 2;
    return release >= 104 && release <= 115 && order && bytes[2] == 1 && bytes[3] == 0;
}

RecognisedKind other(std::string_view what, std::string_view advice) {
    return {FileKind::Other, std::string(what), std::string(advice)};
}

// Text that is markup of some kind, and no table.
RecognisedKind kind_of_text(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    text.remove_prefix(begin);
    for (const auto tag : {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<script"sv, "<!--"sv}) {
        if (starts_with_word(text, tag)) return other(kWebPage, kAnew);
    }
    if (starts_with_word(text, "<?xml")) {
        const bool page = text.find("<html") != std::string_view::npos;
        return page ? other(kWebPage, kAnew) : other("is XML, not a table", kToCsv);
    }
    if (text.starts_with("version https://git-lfs")) {
        return other("is a pointer of Git LFS to the data, not the data", kAnew);
    }
    const auto json = text.substr(0, 1) == "{" || text.substr(0, 1) == "[" ? text.find_first_not_of(" \t\r\n", 1) : 0;
    if (json != 0 && json != std::string_view::npos && (text[json] == '"' || text[json] == '{')) {
        return other("is JSON, not a table", kToCsv);
    }
    return {};
}

}  // namespace

RecognisedKind kind_of(std::string_view bytes) {
    if (bytes.starts_with("\x1F\x8B")) return {FileKind::Gzip, {}, {}};
    if (bytes.starts_with("PK\3\4") || bytes.starts_with("PK\5\6") || bytes.starts_with("PK\7\10")) {
        return {FileKind::Zip, {}, {}};
    }
    if (is_stata(bytes)) return {FileKind::Stata, {}, {}};
    for (const auto& signature : kSignatures) {
        if (bytes.starts_with(signature.bytes)) return other(signature.what, signature.advice);
    }
    return kind_of_text(bytes);
}

}  // namespace entente::datasets
