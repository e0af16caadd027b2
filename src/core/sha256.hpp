// SHA-256 of bytes, as lower-case hexadecimal.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace entente {

[[nodiscard]] std::string sha256(std::string_view bytes);

// The same for bytes that come in pieces, as those of a file too large to hold.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    // Of all that was added; nothing can be added after.
    [[nodiscard]] std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace entente
