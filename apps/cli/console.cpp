#include "console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "core/error.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t kDefaultWidth = 100;
constexpr std::size_t kNarrowest = 60;

std::size_t terminal_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kDefaultWidth;
    return std::max<std::size_t>(size.ws_col, kNarrowest);
}

// NO_COLOR: https://no-color.org
bool wants_colour(Colour colour, int descriptor) {
    if (colour != Colour::Auto) return colour == Colour::Always;
    const char* off = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): nothing writes the environment
    return (off == nullptr || *off == '\0') && isatty(descriptor) == 1;
}

}  // namespace

bool Console::colour_on_output() const {
    return wants_colour(colour, STDOUT_FILENO);
}
bool Console::colour_on_errors() const {
    return wants_colour(colour, STDERR_FILENO);
}

void Console::print(const reports::Document& document, const std::function<std::string()>& json) const {
    switch (format) {
        case Format::Json:
            print(json());
            return;
        case Format::Markdown:
            print(reports::render_markdown(document));
            return;
        case Format::Latex:
            print(reports::render_latex(document));
            return;
        case Format::Csv:
            print(reports::render_csv(document));
            return;
        case Format::Text:
            break;
    }
    print(reports::render_text(document, {width == 0 ? terminal_width() : width, colour_on_output()}));
}

void Console::print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
        throw Error(ErrorKind::Fault, "the output could not be written", "is the disk full, or the pipe closed?");
    }
}

void Console::note(std::string_view text) const {
    if (!quiet) std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
}

}  // namespace entente::cli
