// The bytes of a file that somebody else may change, replace or have made to hang a reader: opened once without
// waiting, checked to be a regular file, read in pieces; and a file that this program writes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/problem.hpp"

namespace entente::datasets {

// An open file descriptor, closed at the end.
class OpenFile {
public:
    OpenFile() = default;
    explicit OpenFile(int descriptor) noexcept : descriptor_(descriptor) {}
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&& other) noexcept;
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile();

    [[nodiscard]] int descriptor() const noexcept { return descriptor_; }
    // A path that reaches this very file even if another one has taken its place.
    [[nodiscard]] std::string path() const;
    // At most `size` bytes from here on, none at the end; nothing, if the machine cannot read on.
    [[nodiscard]] std::optional<std::size_t> read(char* bytes, std::size_t size) const;
    [[nodiscard]] bool rewind() const;
    // All of it.
    [[nodiscard]] bool write(std::string_view bytes) const;

    // What changes when somebody writes into the file.
    struct Stamp {
        std::uintmax_t bytes = 0;
        std::int64_t changed_ns = 0;
        auto operator<=>(const Stamp&) const = default;
    };
    [[nodiscard]] std::optional<Stamp> stamp() const;

private:
    int descriptor_ = -1;
};

// Missing, unreadable, not a regular file: a problem that names the file as `path`, and nothing.
[[nodiscard]] std::optional<OpenFile> open_to_read(const std::filesystem::path& path, Problems& problems);

// A new file, which must not exist yet; nothing if it cannot be made.
[[nodiscard]] std::optional<OpenFile> open_to_write(const std::filesystem::path& path);

}  // namespace entente::datasets
