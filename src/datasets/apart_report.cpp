#include "datasets/apart_report.hpp"

#include <algorithm>

#include "datasets/text_encoding.hpp"

namespace entente::datasets {

namespace {

// A field is its name, a blank, its text and this byte, which no text in a report keeps.
constexpr char kEnd = '\0';

void append(std::string_view name, const std::string& text, std::string& message) {
    std::string kept = utf8_of(text);
    std::erase(kept, kEnd);
    message.append(name).append(" ").append(kept).push_back(kEnd);
}

}  // namespace

std::filesystem::path table_file(const std::filesystem::path& folder, std::size_t number) {
    return folder / ("table-" + std::to_string(number + 1) + ".csv");
}

std::string to_message(const ApartReport& report) {
    std::string message;
    append("format", report.format, message);
    append("encoding", report.encoding, message);
    for (const auto& name : report.sheet_names) append("sheet", name, message);
    for (const auto& remark : report.remarks) append("remark", remark, message);
    append("why_not", report.why_not, message);
    append("advice", report.advice, message);
    return message;
}

std::optional<ApartReport> from_message(std::string_view message) {
    ApartReport report;
    while (!message.empty()) {
        const auto end = message.find(kEnd);
        const auto blank = message.find(' ');
        if (end == std::string_view::npos || blank > end) return std::nullopt;
        const auto name = message.substr(0, blank);
        std::string text(message.substr(blank + 1, end - blank - 1));
        message.remove_prefix(end + 1);
        if (name == "format") {
            report.format = std::move(text);
        } else if (name == "encoding") {
            report.encoding = std::move(text);
        } else if (name == "sheet") {
            report.sheet_names.push_back(std::move(text));
        } else if (name == "remark") {
            report.remarks.push_back(std::move(text));
        } else if (name == "why_not") {
            report.why_not = std::move(text);
        } else if (name == "advice") {
            report.advice = std::move(text);
        } else {
            return std::nullopt;
        }
    }
    return report;
}

}  // namespace entente::datasets
