// Where a command prints: format, width and colour as the user asked for them, or as the terminal suggests.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "core/named_enum.hpp"
#include "reports/document.hpp"

namespace entente::cli {

enum class Format { Text, Json, Markdown, Latex, Csv };
enum class Colour { Auto, Always, Never };

struct Console {
    Format format = Format::Text;
    Colour colour = Colour::Auto;
    std::size_t width = 0;  // 0: the terminal's, or 100
    bool quiet = false;

    // The document in the chosen format; `json` is asked only if that is JSON.
    void print(const reports::Document& document, const std::function<std::string()>& json) const;
    static void print(std::string_view text);

    // To standard error, unless quiet.
    void note(std::string_view text) const;

    [[nodiscard]] bool colour_on_output() const;
    [[nodiscard]] bool colour_on_errors() const;
};

}  // namespace entente::cli

template <>
struct entente::NamesOf<entente::cli::Format> {
    static constexpr std::array<std::string_view, 5> names{"text", "json", "markdown", "latex", "csv"};
};
template <>
struct entente::NamesOf<entente::cli::Colour> {
    static constexpr std::array<std::string_view, 3> names{"auto", "always", "never"};
};
