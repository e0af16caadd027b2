// A store that is filled with official files once, for all tests of a suite that run together.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <memory>

#include "test_data.hpp"
#include "workbench/data_add.hpp"
#include "workbench/folders.hpp"

namespace entente::workbench {

// What the covariates of the shipped theory of endings are made from.
inline constexpr auto kFilesOfEndings = std::to_array<const char*>(
    {"atop/atop5_0a.csv", "atop/atop5_0aph.csv", "atop/atop5_0m.csv", "atop/peacesciencer_atop_alliance.csv",
     "cow/NMC-60-abridged.csv", "democracy/polity4v2015.csv", "leaders/CHISOLSstyr4_0.csv",
     "peacesciencer/tss_rivalries.csv"});

// Skips the tests where a file is not there. A suite that sets up more, does so after asking IsSkipped().
template <const auto& files>
class OfficialStore : public ::testing::Test {
protected:
    static void TearDownTestSuite() { home_.reset(); }

    void SetUp() override {
        for (const char* name : files) {
            ENTENTE_NEEDS_DATA(file, name);
        }
        const bool is_new = home_ == nullptr;
        if (is_new) home_ = std::make_unique<testing::Folder>();
        entente_home_ = std::make_unique<testing::Environment>("ENTENTE_HOME", home_->path().string());
        if (!is_new) return;
        DataAddRequest request;
        for (const char* name : files) request.paths.push_back(::entente::tests::test_data_folder() / name);
        (void)data_add(request);
    }

    static std::filesystem::path home() { return home_->path(); }

private:
    static inline std::unique_ptr<testing::Folder> home_;
    std::unique_ptr<testing::Environment> entente_home_;
    testing::Environment entente_share_{"ENTENTE_SHARE", ""};
};

}  // namespace entente::workbench
