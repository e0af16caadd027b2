#include "panels/asked_column.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/error.hpp"
#include "core/text.hpp"

namespace entente::panels {
namespace {

std::vector<std::string> versions_of(const DataAtHand& data, std::string_view dataset) {
    std::vector<std::string> versions;
    for (const auto& one : data.all()) {
        if (one.descriptor->id == dataset) versions.push_back(one.version_id);
    }
    return versions;
}

[[noreturn]] void report_unknown(const std::string& written, const std::string& word, const DataAtHand& data,
                                 const std::vector<std::string>& measures) {
    if (const auto* descriptor = data.find_descriptor(word); descriptor != nullptr) {
        throw Error(ErrorKind::NotFound,
                    "'" + written + "': the store does not have this data set, " + descriptor->name,
                    "`entente data info " + word + "` says where to get it; then `entente data add`");
    }
    auto known = data.dataset_ids();
    known.insert(known.end(), measures.begin(), measures.end());
    throw Error(ErrorKind::NotFound,
                "'" + written + "' names no data set of the store and no measure" + did_you_mean(word, known),
                "`entente panel --variables` lists what there is; a data set comes into the store with `entente data "
                "add`");
}

struct Split {
    const StoredDataset* dataset = nullptr;
    std::string variable;
};

// A version may hold points, so the longest one of the store that the text begins with is meant.
Split split_after_version(const std::string& written, const std::string& id, std::string_view rest,
                          const DataAtHand& data) {
    Split split;
    std::size_t longest = 0;
    for (const auto& version : versions_of(data, id)) {
        const bool begins = rest.starts_with(version);
        const bool ends_there = begins && (rest.size() == version.size() || rest[version.size()] == '.');
        if (ends_there && version.size() >= longest) {
            longest = version.size();
            split.dataset = data.find(id, version);
        }
    }
    if (split.dataset == nullptr) {
        throw Error(ErrorKind::NotFound, "'" + written + "': the store has no such version of " + id,
                    "it has " + joined(versions_of(data, id), ", "));
    }
    if (longest < rest.size()) split.variable = rest.substr(longest + 1);
    return split;
}

Split split_words(const std::string& written, const DataAtHand& data, const std::vector<std::string>& measures,
                  const std::map<std::string, std::string>& versions) {
    const auto end = written.find_first_of("@.");
    const auto id = written.substr(0, end);
    if (data.find(id) == nullptr) report_unknown(written, id, data, measures);
    if (end != std::string::npos && written[end] == '@') {
        return split_after_version(written, id, std::string_view(written).substr(end + 1), data);
    }
    Split split;
    const auto pinned = versions.find(id);
    split.dataset = data.find(id, pinned == versions.end() ? "" : pinned->second);
    if (split.dataset == nullptr) {
        throw Error(ErrorKind::NotFound, "the store has no version " + pinned->second + " of " + id,
                    "it has " + joined(versions_of(data, id), ", "));
    }
    if (end != std::string::npos) split.variable = written.substr(end + 1);
    return split;
}

// Of a table with hundreds of columns of one kind, as one for each organisation, the few that are declared are not what
// was meant.
void require_main_columns(const StoredDataset& dataset) {
    std::vector<std::string> others;
    for (const auto& variable : dataset.variables) {
        const auto* rule = dataset.descriptor->find_column(variable.name);
        if (rule != nullptr && rule->main) return;
        if (rule == nullptr && !names_the_row(dataset, variable.name)) others.push_back(variable.name);
    }
    constexpr std::size_t kMany = 20;
    constexpr std::size_t kExamples = 4;
    if (others.size() < kMany) return;
    const auto& id = dataset.descriptor->id;
    std::string examples;
    for (std::size_t i = 0; i < kExamples; ++i) examples += (i == 0 ? "" : ", ") + id + '.' + others[i];
    throw Error(ErrorKind::BadRequest,
                "the data set " + id + " has " + std::to_string(others.size()) + " columns, and none is its main one",
                "name those you mean, as " + examples + "; `entente data info " + id + "` lists all");
}

std::vector<std::string> main_variables(const StoredDataset& dataset) {
    std::vector<std::string> main;
    std::vector<std::string> declared;
    for (const auto& rule : dataset.descriptor->columns) {
        if (names_the_row(dataset, rule.name) || dataset.find_variable(rule.name) == nullptr) continue;
        declared.push_back(rule.name);
        if (rule.main) main.push_back(rule.name);
    }
    return main.empty() ? declared : main;
}

}  // namespace

bool names_the_row(const StoredDataset& dataset, std::string_view column) {
    const auto& key = dataset.descriptor->key;
    const std::array singles{&key.state, &key.state_1, &key.state_2, &key.year, &key.alliance, &key.phase};
    if (std::any_of(singles.begin(), singles.end(), [&](const auto* one) { return *one == column; })) return true;
    for (const auto* several : {&key.begin, &key.end}) {
        if (std::find(several->begin(), several->end(), column) != several->end()) return true;
    }
    constexpr std::array<std::string_view, 9> added{"cow",  "gw",         "cow_1",    "cow_2", "gw_1",
                                                    "gw_2", "begin_year", "end_year", "part"};
    return std::find(added.begin(), added.end(), column) != added.end();
}

const StoredDataset& read_asked_dataset(const std::string& written, const DataAtHand& data,
                                        const std::map<std::string, std::string>& versions) {
    const auto split = split_words(written, data, {}, versions);
    require(split.variable.empty(), "'" + written + "' should name a data set, as `atop-phase` or `atop-phase@5.0`");
    return *split.dataset;
}

AskedColumn read_asked_column(const std::string& written, const DataAtHand& data,
                              const std::vector<std::string>& measures,
                              const std::map<std::string, std::string>& versions) {
    AskedColumn asked;
    if (std::find(measures.begin(), measures.end(), written) != measures.end()) {
        asked.measure = written;
        return asked;
    }
    const auto split = split_words(written, data, measures, versions);
    asked.dataset = split.dataset;
    if (split.variable.empty()) {
        require_main_columns(*split.dataset);
        asked.variables = main_variables(*split.dataset);
        require(!asked.variables.empty(), "the data set " + written + " declares no variables",
                "name one, as `" + written + ".NAME`");
        return asked;
    }
    if (split.dataset->find_variable(split.variable) == nullptr) {
        std::vector<std::string> known;
        for (const auto& variable : split.dataset->variables) {
            if (!names_the_row(*split.dataset, variable.name)) known.push_back(variable.name);
        }
        throw Error(ErrorKind::NotFound,
                    "'" + written + "': " + split.dataset->descriptor->id + ' ' + split.dataset->version_id +
                        " has no variable '" + split.variable + "'" + did_you_mean(split.variable, known),
                    "known: " + known_words(split.variable, known));
    }
    asked.variables = {split.variable};
    return asked;
}

}  // namespace entente::panels
