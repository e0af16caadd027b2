// One writer at a time in a case folder, among the threads of this process and among processes. Readers need none: a
// file is replaced in one step.
#pragma once

#include <filesystem>

namespace entente::casefile {

// Holds the folder until it goes; a killed process leaves no lock behind. Nothing is written into the folder for it.
class FolderLock {
public:
    // Waits for a writer that is at work, at most ten seconds. Throws BadRequest after that, and Fault if the folder
    // cannot be opened.
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int descriptor_ = -1;
};

}  // namespace entente::casefile
