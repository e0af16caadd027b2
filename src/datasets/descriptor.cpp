#include "datasets/descriptor.hpp"

#include <algorithm>
#include <cctype>

#include "datasets/column_names.hpp"

namespace entente::datasets {

std::vector<KeyPart> parts_of(const Key& key) {
    std::vector<KeyPart> parts;
    const auto add_one = [&](std::string_view name, const std::string& column) {
        if (!column.empty()) parts.push_back({name, {column}});
    };
    const auto add_all = [&](std::string_view name, const std::vector<std::string>& columns) {
        if (!columns.empty()) parts.push_back({name, columns});
    };
    add_one("state", key.state);
    add_one("state_1", key.state_1);
    add_one("state_2", key.state_2);
    add_one("year", key.year);
    add_one("year_from", key.year_from);
    add_all("begin", key.begin);
    add_all("end", key.end);
    add_one("alliance", key.alliance);
    add_one("phase", key.phase);
    add_one("leader", key.leader);
    add_all("unique", key.unique);
    return parts;
}

const ColumnRule* Descriptor::find_column(std::string_view stored_name) const noexcept {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const ColumnRule& rule) { return same_name(rule.name, stored_name); });
    return found == columns.end() ? nullptr : &*found;
}

const Version* Descriptor::find_version(std::string_view version) const noexcept {
    const auto found =
        std::find_if(versions.begin(), versions.end(), [&](const Version& each) { return each.id == version; });
    return found == versions.end() ? nullptr : &*found;
}

std::string Descriptor::citation_of(std::string_view version) const {
    const auto* known = find_version(version);
    if (known == nullptr || known->citation.empty()) return citation;
    return citation + (citation.ends_with('\n') ? "\n" : "\n\n") + known->citation;
}

std::string_view Descriptor::telling_column() const noexcept {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [](const ColumnRule& rule) { return rule.only_in.has_value(); });
    return found == columns.end() ? std::string_view() : found->only_in->column;
}

bool tests_nothing(const VersionTest& test) noexcept {
    return test.has.empty() && test.lacks.empty() && test.column.empty() && test.equals.empty() &&
           test.without.empty() && !test.largest && test.title.empty();
}

std::vector<std::string> Descriptor::headers_of(std::string_view stored_name) const {
    const ColumnRule* rule = find_column(stored_name);
    if (rule == nullptr || rule->from.empty()) return {std::string(stored_name)};
    return rule->from;
}

std::string table_name(std::string_view dataset, std::string_view version) {
    std::string name = std::string(dataset) + "_" + std::string(version);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char byte) {
        return std::isalnum(byte) != 0 ? static_cast<char>(std::tolower(byte)) : '_';
    });
    return name;
}

}  // namespace entente::datasets
