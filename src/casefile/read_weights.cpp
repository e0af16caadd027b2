#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "casefile/weights.hpp"
#include "textfiles/files.hpp"
#include "textfiles/toml.hpp"

namespace entente::casefile {
namespace {

constexpr const char* kExample = "as in `spending-share = 0.5`";

std::optional<double> weight_of(const textfiles::Value& value) {
    std::optional<double> weight;
    if (const auto* number = std::get_if<double>(&value.data)) weight = *number;
    if (const auto* number = std::get_if<std::int64_t>(&value.data)) weight = static_cast<double>(*number);
    return weight && std::isfinite(*weight) && *weight >= 0 ? weight : std::nullopt;
}

void read_table(const textfiles::Table& table, Problems& problems, std::map<std::string, double>& weights) {
    for (const auto& entry : table.entries) {
        const auto weight = weight_of(entry.value);
        if (weight) {
            weights[entry.key] = *weight;
        } else {
            problems.error(entry.value.where, "the weight of '" + entry.key + "' is no number from 0 up", kExample);
        }
    }
}

}  // namespace

std::map<std::string, double> weights_from(std::string bytes, const std::string& file, Problems& problems) {
    Problems found;
    const auto document = textfiles::read_toml(std::move(bytes), file, found);
    std::map<std::string, double> weights;
    bool there = false;
    for (const auto& block : document.blocks) {
        if (block.name == "weights" && !block.array_entry) {
            there = true;
            read_table(block.table, found, weights);
        } else if (!block.name.empty() || !block.table.entries.empty()) {
            found.error(block.where, "a file of weights has one section, [weights]",
                        "write [weights] above them and take everything else out");
        }
    }
    if (!there && !found.has_errors()) {
        found.error(Position{file, 1, 1}, "the file has no weights",
                    std::string("write [weights], then a line for each measure, ") + kExample);
    }
    const bool some = std::any_of(weights.begin(), weights.end(), [](const auto& one) { return one.second > 0; });
    if (there && !some && !found.has_errors()) {
        found.error(Position{file, 1, 1}, "no weight is above 0", "give one measure at least a weight");
    }
    problems.add(found);
    return weights;
}

std::map<std::string, double> read_weights(const std::filesystem::path& file, Problems& problems) {
    Problems unreadable;
    auto bytes = textfiles::read_file(file, file.string(), unreadable);
    problems.add(unreadable);
    if (unreadable.has_errors()) return {};
    return weights_from(std::move(bytes), file.string(), problems);
}

}  // namespace entente::casefile
