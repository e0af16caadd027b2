// Official files imported as a user does it, into a store in memory, for tests against published numbers.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "datasets/import_file.hpp"
#include "datasets/store_tables.hpp"
#include "invented_store.hpp"
#include "test_data.hpp"

namespace entente::panels::tests {

class OfficialStore {
public:
    OfficialStore() {
        datasets::create_store_tables(database_);
        Problems problems;
        descriptors_ = datasets::read_descriptors({ENTENTE_SOURCE_DIR "/datasets"}, problems);
        if (problems.has_errors()) throw std::runtime_error(to_line(problems.sorted().front()));
    }

    void add(const std::filesystem::path& file) {
        namespace fs = std::filesystem;
        const auto scratch = fs::temp_directory_path() / ("entente-panels-test-" + std::to_string(::getpid()));
        fs::create_directories(scratch);
        Problems problems;
        const auto staged = datasets::stage_file(file, scratch, {}, problems);
        if (staged) {
            const auto known = datasets::recognise(*staged, descriptors_, "");
            if (known.version == nullptr) throw std::runtime_error(file.string() + ": " + known.why_not);
            (void)datasets::import_file(database_, *staged, known, known.version->id, states_, "test", problems);
        }
        fs::remove_all(scratch);
        if (problems.has_errors()) throw std::runtime_error(to_line(problems.sorted().front()));
        files_ = datasets::read_files(database_);
        variables_ = datasets::read_variables(database_);
    }

    [[nodiscard]] DataAtHand data() { return {database_, files_, variables_, descriptors_, states_}; }

private:
    datasets::Database database_ = datasets::Database::in_memory();
    std::vector<datasets::ImportedFile> files_;
    std::vector<datasets::StoredVariable> variables_;
    std::vector<datasets::Descriptor> descriptors_;
    const StateTable& states_ = testing::shipped_states();
};

}  // namespace entente::panels::tests
