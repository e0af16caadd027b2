#include "workbench/data.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "textfiles/files.hpp"
#include "workbench/shipped_files.hpp"
#include "workbench/stored_datasets.hpp"

namespace entente::workbench {

namespace {

std::vector<std::string> ids_of(const std::vector<StoredDataset>& stored,
                                const std::vector<datasets::Descriptor>& known) {
    std::vector<std::string> ids;
    for (const auto& one : stored) ids.push_back(one.dataset);
    for (const auto& one : known) ids.push_back(one.id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

}  // namespace

std::filesystem::path store_folder() {
    auto folder = user_folder();
    if (folder.empty()) {
        throw Error(ErrorKind::NotFound, "there is no folder for the data store",
                    "set ENTENTE_HOME to the folder that shall hold it");
    }
    return folder;
}

std::vector<datasets::Descriptor> known_datasets() {
    std::vector<std::filesystem::path> folders;
    for (const auto& folder : search_path({})) folders.push_back(folder / "datasets");
    Problems problems;
    auto known = datasets::read_descriptors(folders, problems);
    if (problems.has_errors()) {
        throw Error(ErrorKind::BadData, "a descriptor of a data set cannot be read", "correct the file, or remove it",
                    problems.sorted());
    }
    return known;
}

StateTable shipped_states() {
    const auto file = states_file({});
    Problems problems;
    auto states = StateTable::read(textfiles::read_file(file, file.string(), problems), file.string(), problems);
    if (problems.has_errors()) {
        throw Error(ErrorKind::BadData, "the table of states cannot be read", {}, problems.sorted());
    }
    return states;
}

DataListResult data_list(ListWhat what) {
    DataListResult result;
    const auto folder = store_folder();
    result.store = folder / "store.duckdb";
    const auto known = known_datasets();
    if (const auto store = datasets::Store::open(folder, known)) {
        result.exists = true;
        result.stored = stored_datasets(*store, known);
        std::error_code failed;
        const auto bytes = std::filesystem::file_size(result.store, failed);
        if (!failed) result.bytes = bytes;
    }
    if (what == ListWhat::Known) result.known = known;
    return result;
}

std::vector<CitedDataset> data_cite(const std::vector<std::string>& asked) {
    const auto known = known_datasets();
    const auto store = datasets::Store::open(store_folder(), known);
    const auto stored = store ? stored_datasets(*store, known) : std::vector<StoredDataset>{};
    std::vector<CitedDataset> cited;
    const auto add = [&](const std::string& id, const std::string& version) {
        const auto* descriptor = find_known(known, id);
        if (descriptor != nullptr) cited.push_back({id, version, descriptor->name, descriptor->citation_of(version)});
    };
    if (asked.empty()) {
        for (const auto& one : stored) add(one.dataset, one.version);
    }
    for (const auto& written : asked) {
        const auto which = dataset_and_version(written);
        const auto ids = ids_of({}, known);
        if (find_known(known, which.dataset) == nullptr) {
            throw Error(ErrorKind::NotFound,
                        "no data set '" + which.dataset + "' is known" + did_you_mean(which.dataset, ids),
                        "known: " + known_words(which.dataset, ids));
        }
        bool found = false;
        for (const auto& one : stored) {
            if (one.dataset != which.dataset || (!which.version.empty() && one.version != which.version)) continue;
            add(one.dataset, one.version);
            found = true;
        }
        if (!found) add(which.dataset, which.version);
    }
    return cited;
}

StoredDataset data_remove(const std::string& asked) {
    const auto folder = store_folder();
    auto which = [&] {
        const auto known = known_datasets();
        const auto store = datasets::Store::open(folder, known);
        const auto stored = store ? stored_datasets(*store, known) : std::vector<StoredDataset>{};
        const auto wanted = dataset_and_version(asked);
        const auto versions = store ? store->versions(wanted.dataset) : std::vector<std::string>{};
        require(versions.size() < 2 || !wanted.version.empty(),
                "the store has several versions of " + wanted.dataset + ": " + joined(versions, ", "),
                "say which: " + wanted.dataset + '@' + (versions.empty() ? "" : versions.front()));
        return find_stored(stored, wanted);
    }();
    datasets::StoreChange change(folder);
    datasets::remove_version(change.database(), which.dataset, which.version);
    change.commit();
    return which;
}

}  // namespace entente::workbench
