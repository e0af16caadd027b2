// [[version]] of a descriptor, and whether its versions can be told apart.
#include <algorithm>
#include <map>
#include <set>

#include "core/text.hpp"
#include "datasets/column_names.hpp"
#include "datasets/descriptor_draft.hpp"

namespace entente::datasets {

namespace {

using textfiles::Table;

VersionTest read_test(const Table& table, Problems& problems) {
    DescriptorReader reader(table, problems);
    VersionTest test;
    test.has = reader.column_names("has");
    test.lacks = reader.column_names("lacks");
    test.column = reader.text_or("column", "");
    test.equals = reader.codes("equals");
    test.without = reader.codes("without");
    test.largest = reader.number_if("largest");
    test.title = reader.text_or("title", "");
    reader.finish();
    const bool asks_values = !test.equals.empty() || !test.without.empty() || test.largest;
    if (test.column.empty() && asks_values) {
        problems.error(table.where, "'equals', 'without' and 'largest' need a column", "name it: column = \"version\"");
    }
    if (!test.column.empty() && !asks_values) {
        reader.error_at("column", "nothing is asked of the column '" + test.column + "'",
                        "add equals = [\"2011\"] or largest = 2018; if it is enough that it is there, write has");
    }
    for (const auto& header : test.has) {
        const auto same = [&](const std::string& other) { return same_name(header, other); };
        if (std::any_of(test.lacks.begin(), test.lacks.end(), same)) {
            reader.error_at("lacks", "'" + header + "' stands in 'has' and in 'lacks'", "remove one");
        }
    }
    return test;
}

bool is_version_id(std::string_view id) noexcept {
    constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_";
    return !id.empty() && id.size() <= 40 && id.find_first_not_of(kAllowed) == std::string_view::npos;
}

}  // namespace

Version read_version(const Table& table, Problems& problems) {
    DescriptorReader reader(table, problems);
    Version version;
    version.where = table.where;
    version.id = reader.filled_text("id");
    version.years = reader.years_if("years").value_or(YearSpan{});
    version.files = reader.texts("files");
    version.note = reader.text_or("note", "");
    version.citation = reader.text_or("citation", "");
    version.rows = reader.integer_if("rows");
    version.part_of = reader.text_or("part_of", "");
    if (const Table* test = reader.table_if("when")) version.test = read_test(*test, problems);
    reader.finish();
    if (version.rows && *version.rows < 1) reader.error_at("rows", "a table has a row at least", "write how many");
    if (!version.id.empty() && !is_version_id(version.id)) {
        reader.error_at("id", "'" + shortened(version.id, 60) + "' is not the id of a version",
                        "write at most 40 letters, digits, points, hyphens: 6.0");
    }
    return version;
}

void check_versions(const Draft& draft, Problems& problems) {
    const Descriptor& descriptor = draft.descriptor;
    if (descriptor.versions.empty()) {
        problems.error(Position{descriptor.file, 0, 0}, "there is no [[version]]",
                       "add one with an id and, if the data have years, years");
    }
    std::map<std::string, std::string> tables;  // table's name → id
    for (const Version& version : descriptor.versions) {
        if (version.id.empty()) continue;  // reported as missing
        const auto [first, inserted] = tables.try_emplace(table_name(descriptor.id, version.id), version.id);
        if (!inserted) {
            problems.error(version.where,
                           first->second == version.id
                               ? "the version '" + version.id + "' stands here twice"
                               : "the versions '" + first->second + "' and '" + version.id + "' would be one table",
                           "give each its own id");
        }
        if (version.rows && descriptor.several_files) {
            problems.error(version.where, "the files of this data set are parts, and may be some of them only",
                           "remove rows");
        }
        if (!version.part_of.empty() &&
            (version.part_of == version.id || descriptor.find_version(version.part_of) == nullptr)) {
            problems.error(version.where, "'" + version.part_of + "' is no other version of the data set",
                           "name in part_of the version whose rows it has some of");
        }
        if (descriptor.versions.size() > 1 && tests_nothing(version.test)) {
            problems.error(version.where, "every file would be version '" + version.id + "', and there are others",
                           "say how it is known: when = { column = \"version\", equals = [\"2011\"] }");
        }
    }
}

}  // namespace entente::datasets
