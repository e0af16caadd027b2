#include "workbench/data_check.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/states.hpp"
#include "core/text.hpp"
#include "datasets/alarm_versions.hpp"
#include "datasets/store.hpp"
#include "datasets/table_checks.hpp"
#include "textfiles/files.hpp"
#include "workbench/data.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;
using datasets::Alarm;
using datasets::AlarmKind;

// `name` in the datasets/ of each folder, the user's own before the program's.
std::vector<fs::path> declarations(const std::string& name) {
    std::vector<fs::path> files;
    for (const auto& folder : search_path({})) {
        std::error_code failed;
        const auto file = folder / "datasets" / name;
        if (fs::is_regular_file(file, failed)) files.push_back(file);
    }
    return files;
}

std::vector<datasets::Comparison> all_comparisons(Problems& problems) {
    std::vector<datasets::Comparison> all;
    std::set<std::string> ids;
    for (const auto& file : declarations("comparisons.toml")) {
        auto bytes = textfiles::read_file(file, file.string(), problems);
        for (auto& each : datasets::read_comparisons(std::move(bytes), file.string(), problems)) {
            if (ids.insert(each.id).second) all.push_back(std::move(each));
        }
    }
    return all;
}

std::vector<datasets::DeclaredBreak> all_breaks(Problems& problems) {
    std::vector<datasets::DeclaredBreak> all;
    for (const auto& file : declarations("breaks.toml")) {
        auto bytes = textfiles::read_file(file, file.string(), problems);
        auto here = datasets::read_breaks(std::move(bytes), file.string(), problems);
        all.insert(all.end(), std::make_move_iterator(here.begin()), std::make_move_iterator(here.end()));
    }
    return all;
}

// The alarms of one run, in the kinds that were asked for.
class Checker {
public:
    Checker(const DataCheckRequest& request, datasets::Store& store, const StateTable& states)
        : request_(request), store_(store), ground_(store.scratch(), states) {
        Problems problems;
        descriptors_ = known_datasets();
        comparisons_ = all_comparisons(problems);
        breaks_ = all_breaks(problems);
        result_.problems = problems.sorted();
        find_tables();
    }

    DataCheckResult run() {
        require_known();
        for (const auto& table : tables_) {
            if (is_asked(table)) check_table(table);
        }
        if (wants(AlarmKind::Disagreement)) {
            for (const auto& comparison : comparisons_) compare(comparison);
        }
        if (wants(AlarmKind::Versions)) check_versions();
        datasets::say_once(result_.alarms, [this](const std::string& dataset, const std::string& one,
                                                  const std::string& other) { return is_older(dataset, one, other); });
        datasets::sort_alarms(result_.alarms);
        return std::move(result_);
    }

private:
    void find_tables() {
        std::map<std::pair<std::string, std::string>, std::vector<const datasets::ImportedFile*>> parts;
        for (const auto& file : store_.files()) parts[{file.dataset, file.version}].push_back(&file);
        for (const auto& [id, files] : parts) {
            const auto* descriptor = find_descriptor(id.first);
            if (descriptor == nullptr) {
                result_.not_made.push_back("checks of " + id.first + '@' + id.second +
                                           ": its descriptor is no longer there");
                continue;
            }
            std::string source = files.front()->file_name;
            if (files.size() > 1) source += " and " + std::to_string(files.size() - 1) + " more";
            if (auto table =
                    datasets::checked_table(ground_.database(), *descriptor, id.second, files.front()->table, source)) {
                tables_.push_back(std::move(*table));
            }
        }
    }

    const datasets::Descriptor* find_descriptor(const std::string& id) const {
        for (const auto& descriptor : descriptors_) {
            if (descriptor.id == id) return &descriptor;
        }
        return nullptr;
    }

    bool is_older(const std::string& dataset, const std::string& one, const std::string& other) const {
        const auto versions = store_.versions(dataset);  // oldest first
        return std::find(versions.begin(), versions.end(), one) < std::find(versions.begin(), versions.end(), other);
    }

    const datasets::CheckedTable* find_table(const std::string& dataset, const std::string& version) const {
        const auto versions = store_.versions(dataset);
        if (versions.empty()) return nullptr;
        const std::string wanted = version.empty() ? versions.back() : version;
        for (const auto& table : tables_) {
            if (table.descriptor->id == dataset && table.version == wanted) return &table;
        }
        return nullptr;
    }

    void require_known() const {
        std::vector<std::string> known;
        for (const auto& table : tables_) {
            known.push_back(table.id());
            if (known.end() == std::find(known.begin(), known.end(), table.descriptor->id)) {
                known.push_back(table.descriptor->id);
            }
        }
        for (const auto& asked : request_.datasets) {
            if (std::find(known.begin(), known.end(), asked) != known.end()) continue;
            throw Error(ErrorKind::NotFound, "the store has no data set '" + asked + "'" + did_you_mean(asked, known),
                        known.empty() ? "the store is empty" : "it has " + known_words(asked, known));
        }
    }

    bool is_asked(const datasets::CheckedTable& table) const {
        return request_.datasets.empty() ||
               std::any_of(request_.datasets.begin(), request_.datasets.end(), [&table](const std::string& asked) {
                   return asked == table.descriptor->id || asked == table.id();
               });
    }

    bool wants(AlarmKind kind) const {
        return request_.only.empty() ||
               std::find(request_.only.begin(), request_.only.end(), kind) != request_.only.end();
    }

    void add(std::vector<Alarm> alarms) { std::move(alarms.begin(), alarms.end(), std::back_inserter(result_.alarms)); }

    void check_table(const datasets::CheckedTable& table) {
        const auto rows = ground_.database().query("SELECT count(*) AS n FROM " + datasets::identifier(table.table));
        result_.tables.push_back({table.descriptor->id, table.version, *rows.integer(0, "n")});
        if (wants(AlarmKind::Rows)) add(datasets::check_rows(ground_, table));
        if (wants(AlarmKind::Impossible)) add(datasets::check_values(ground_, table));
        if (wants(AlarmKind::BrokenKey)) add(datasets::check_keys(ground_, table));
        if (wants(AlarmKind::Zeros)) add(datasets::check_zeros(ground_, table));
        if (wants(AlarmKind::Spike)) add(datasets::check_spikes(ground_, table));
        if (wants(AlarmKind::Break)) add(datasets::check_breaks(ground_, table, breaks_));
    }

    void compare(const datasets::Comparison& comparison) {
        const auto* left = find_table(comparison.left.dataset, comparison.left.version);
        const auto* right = find_table(comparison.right.dataset, comparison.right.version);
        if (left == nullptr && right == nullptr) return;  // neither is the user's concern
        if ((left == nullptr || !is_asked(*left)) && (right == nullptr || !is_asked(*right))) return;
        if (left == nullptr || right == nullptr) {
            const auto& absent = left == nullptr ? comparison.left : comparison.right;
            result_.not_made.push_back(comparison.id + ": the store has no " + absent.dataset +
                                       (absent.version.empty() ? "" : '@' + absent.version));
            return;
        }
        auto outcome = datasets::compare_columns(ground_, comparison, *left, *right);
        if (!outcome.why_not.empty()) {
            result_.not_made.push_back(comparison.id + ": " + outcome.why_not);
            return;
        }
        ++result_.comparisons;
        add(std::move(outcome.alarms));
    }

    // Some rows of another version: what it lacks, nobody has taken out.
    static bool is_part(const datasets::CheckedTable& table, const std::string& version) {
        const auto* known = table.descriptor->find_version(version);
        return known != nullptr && !known->part_of.empty();
    }

    void check_versions() {
        for (const auto& table : tables_) {
            if (is_part(table, table.version)) continue;
            auto versions = store_.versions(table.descriptor->id);
            std::erase_if(versions, [&table](const std::string& version) { return is_part(table, version); });
            const auto here = std::find(versions.begin(), versions.end(), table.version);
            if (here == versions.end() || here == versions.begin()) continue;
            const auto* older = find_table(table.descriptor->id, *std::prev(here));
            if (older == nullptr || (!is_asked(table) && !is_asked(*older))) continue;
            add(datasets::check_versions(ground_, *older, table));
        }
    }

    const DataCheckRequest& request_;
    datasets::Store& store_;
    datasets::CheckGround ground_;
    std::vector<datasets::Descriptor> descriptors_;
    std::vector<datasets::Comparison> comparisons_;
    std::vector<datasets::DeclaredBreak> breaks_;
    std::vector<datasets::CheckedTable> tables_;
    DataCheckResult result_;
};

}  // namespace

DataCheckResult data_check(const DataCheckRequest& request) {
    const auto folder = store_folder();
    auto store = datasets::Store::open(folder, known_datasets());
    if (!store) {
        throw Error(ErrorKind::NotFound, "there is no data store in " + folder.string(),
                    "make one with `entente data add FILES`");
    }
    const auto states = shipped_states();
    auto result = Checker(request, *store, states).run();
    result.store = (folder / "store.duckdb").string();
    return result;
}

}  // namespace entente::workbench
