#include "datasets/version_tests.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "core/text.hpp"
#include "datasets/cell_numbers.hpp"
#include "datasets/column_names.hpp"
#include "datasets/column_scan.hpp"
#include "datasets/csv_writer.hpp"
#include "datasets/header_row.hpp"

namespace entente::datasets {

namespace {

class VersionFinder {
public:
    VersionFinder(const Descriptor& descriptor, const StagedSheet& sheet, std::size_t header_row)
        : descriptor_(descriptor),
          sheet_(sheet),
          header_row_(header_row),
          header_(header_row < sheet.head.size() ? sheet.head[header_row] : std::vector<std::string>{}) {}

    FittingVersions find() {
        FittingVersions found;
        scan();
        for (const Version& version : descriptor_.versions) {
            const std::string why_not = why_not_this(test_of(version));
            if (why_not.empty()) {
                found.fit.push_back(&version);
            } else {
                found.why_not.push_back(version.id + ": " + why_not);
            }
        }
        return found;
    }

private:
    // A test names the header, or the column as stored.
    [[nodiscard]] std::optional<std::size_t> column_of(const std::string& name) const {
        const auto column = header_.find(name);
        return column ? column : header_.find_any(descriptor_.headers_of(name));
    }

    // The release of another year has other years: without a word about how it is known, a version is known by its
    // last.
    [[nodiscard]] VersionTest test_of(const Version& version) const {
        VersionTest test = version.test;
        const Key& key = descriptor_.key;
        const std::string& year = key.year_from.empty() ? key.year : key.year_from;
        if (tests_nothing(test) && version.years.first != 0 && !year.empty() && column_of(year)) {
            test.column = year;
            test.largest = version.years.last - key.year_offset;
        }
        return test;
    }

    // Only of versions that the headers leave: a big file is not read for nothing.
    void scan() {
        std::vector<ScannedColumn> columns;
        std::vector<std::string> names;
        for (const Version& version : descriptor_.versions) {
            const VersionTest test = test_of(version);
            const std::string& name = test.column;
            if (name.empty() || contents_.contains(name) || !why_not_head(test).empty()) continue;
            const auto index = column_of(name);
            if (!index) continue;
            contents_.emplace(name, ColumnContent{});
            names.push_back(name);
            columns.push_back({*index, codes_for_missing(name)});
        }
        if (columns.empty()) return;
        auto contents = scan_columns(sheet_, header_row_, columns);
        for (std::size_t i = 0; i < names.size(); ++i) contents_[names[i]] = std::move(contents[i]);
    }

    [[nodiscard]] std::vector<std::string> codes_for_missing(const std::string& header) const {
        std::vector<std::string> codes = descriptor_.missing;
        for (const ColumnRule& rule : descriptor_.columns) {
            const auto headers = descriptor_.headers_of(rule.name);
            const bool same = same_name(rule.name, header) ||
                              std::any_of(headers.begin(), headers.end(),
                                          [&](const std::string& each) { return same_name(each, header); });
            if (!same) continue;
            codes.insert(codes.end(), rule.missing.begin(), rule.missing.end());
            codes.insert(codes.end(), rule.not_applicable.begin(), rule.not_applicable.end());
        }
        return codes;
    }

    [[nodiscard]] std::string why_not_this(const VersionTest& test) const {
        const std::string why_not = why_not_head(test);
        return why_not.empty() ? why_not_values(test) : why_not;
    }

    [[nodiscard]] std::string why_not_head(const VersionTest& test) const {
        for (const auto& header : test.has) {
            if (!header_.has(header)) return "has a column '" + header + "'";
        }
        for (const auto& header : test.lacks) {
            if (header_.has(header)) return "has no column '" + header + "'";
        }
        if (!test.title.empty() && !stands_above(test.title)) return "says '" + test.title + "' above its header";
        if (!test.column.empty() && !column_of(test.column)) return "has a column '" + test.column + "'";
        return {};
    }

    [[nodiscard]] bool stands_above(const std::string& title) const {
        const auto lines = std::span(sheet_.head).first(std::min(header_row_, sheet_.head.size()));
        return std::any_of(lines.begin(), lines.end(), [&](const auto& cells) {
            return std::any_of(cells.begin(), cells.end(), [&](const std::string& cell) {
                return plain_name(cell).find(plain_name(title)) != std::string::npos;
            });
        });
    }

    [[nodiscard]] std::string why_not_values(const VersionTest& test) const {
        if (test.column.empty()) return {};
        const ColumnContent& content = contents_.at(test.column);
        const std::string column = "'" + test.column + "'";
        if (!test.equals.empty()) {
            const bool all = !content.more && !content.values.empty() &&
                             std::all_of(content.values.begin(), content.values.end(), [&](const auto& value) {
                                 return std::any_of(test.equals.begin(), test.equals.end(),
                                                    [&](const auto& code) { return same_code(code, value); });
                             });
            if (!all) return column + " holds " + some_of(content) + ", not " + joined(test.equals, ", ");
        }
        for (const auto& code : test.without) {
            const bool there = std::any_of(content.values.begin(), content.values.end(),
                                           [&](const auto& value) { return same_code(code, value); });
            if (there) return column + " holds " + code;
        }
        if (test.largest && !content.largest) return column + " holds no numbers";
        if (test.largest && !same_number(*content.largest, *test.largest)) {
            return "the largest " + column + " is " + decimal(*content.largest) + ", not " + decimal(*test.largest);
        }
        return {};
    }

    static std::string some_of(const ColumnContent& content) {
        constexpr std::size_t kShown = 3;
        if (content.values.empty()) return "nothing";
        std::vector<std::string> shown;
        for (const auto& value : content.values) {
            if (shown.size() == kShown) break;
            shown.push_back(shortened(value, 30));
        }
        return joined(shown, ", ") + (content.values.size() > kShown ? " and others" : "");
    }

    const Descriptor& descriptor_;
    const StagedSheet& sheet_;
    std::size_t header_row_;
    HeaderRow header_;
    std::map<std::string, ColumnContent> contents_;  // by the test's column
};

}  // namespace

FittingVersions find_versions(const Descriptor& descriptor, const StagedSheet& sheet, std::size_t header_row) {
    return VersionFinder(descriptor, sheet, header_row).find();
}

}  // namespace entente::datasets
