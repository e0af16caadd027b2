#include "datasets/store.hpp"

#include <system_error>
#include <utility>

#include "datasets/store_tables.hpp"

namespace entente::datasets {

std::optional<Store> Store::open(const std::filesystem::path& folder, std::span<const Descriptor> known) {
    const auto file = folder / kStoreFile;
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) return std::nullopt;
    auto database = Database::open(file, Access::ReadOnly);
    require_store_tables(database, file);
    auto files = read_files(database);
    sort_files(files, known);
    auto variables = read_variables(database);
    return Store(std::move(database), std::move(files), std::move(variables));
}

Store::Store(Database database, std::vector<ImportedFile> files, std::vector<StoredVariable> variables)
    : database_(std::move(database)), files_(std::move(files)), variables_(std::move(variables)) {}

std::vector<std::string> Store::versions(const std::string& dataset) const {
    std::vector<std::string> found;
    for (const auto& file : files_) {
        if (file.dataset == dataset && (found.empty() || found.back() != file.version)) found.push_back(file.version);
    }
    return found;
}

}  // namespace entente::datasets
