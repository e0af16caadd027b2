// A data store of a test's own, empty at first, and the invented files in official layouts to fill it with.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <initializer_list>
#include <string>

#include "workbench/data_add.hpp"
#include "workbench/folders.hpp"

namespace entente::testing {

class DataStore : public ::testing::Test {
protected:
    static std::filesystem::path invented(const std::string& name) {
        return source_folder() / "tests/datasets/files" / name;
    }

    static workbench::DataAddResult add(std::initializer_list<const char*> names, const std::string& as = {}) {
        workbench::DataAddRequest request;
        for (const char* name : names) request.paths.push_back(invented(name));
        request.as = as;
        return workbench::data_add(request);
    }

    Folder home_;  // NOLINT(cppcoreguidelines-non-private-member-variables-in-classes): for tests

private:
    Environment entente_home_{"ENTENTE_HOME", home_.path().string()};
    Environment entente_share_{"ENTENTE_SHARE", ""};
};

}  // namespace entente::testing
