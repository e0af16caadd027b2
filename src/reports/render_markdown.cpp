#include <algorithm>
#include <cctype>
#include <string_view>

#include "reports/document.hpp"

namespace entente::reports {
namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// Every character that could be markup inside a line. An underscore within a word is none, and addresses stay whole.
std::string markdown_escaped(std::string_view text) {
    constexpr std::string_view kMarkup = "\\|*`<[]&~$";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool within_word = i > 0 && i + 1 < text.size() && is_word(text[i - 1]) && is_word(text[i + 1]);
        if (kMarkup.find(c) != std::string_view::npos || (c == '_' && !within_word)) out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

// `# heading`, `> quote`, `- list`, `+ list`. Numbered lists keep their number either way.
bool opens_block(std::string_view text) {
    return !text.empty() && std::string_view("#>-+=").find(text.front()) != std::string_view::npos;
}

struct MarkdownRenderer {
    std::string out;

    void gap() {
        if (!out.empty()) out += '\n';
    }
    // At the beginning of a line more characters are markup.
    static std::string line(const std::string& text, bool begins) {
        const auto escaped = markdown_escaped(text);
        return begins && opens_block(text) ? '\\' + escaped : escaped;
    }
    void operator()(const Heading& heading) {
        gap();
        out += "## " + markdown_escaped(heading.text) + '\n';
    }
    void operator()(const Paragraph& paragraph) {
        gap();
        out += line(paragraph.text.text, true) + '\n';
    }
    void operator()(const Labelled& labelled) {
        gap();
        if (!labelled.label.empty()) out += "**" + markdown_escaped(labelled.label) + "** ";
        for (std::size_t i = 0; i < labelled.lines.size(); ++i) {
            out += (i == 0 ? "" : "  \n") + line(labelled.lines[i].text, i > 0 || labelled.label.empty());
        }
        out += '\n';
    }
    void operator()(const Table& table) {
        gap();
        std::string rule = "|";
        out += '|';
        for (const auto& column : table.columns) {
            out += ' ' + markdown_escaped(column.title) + " |";
            rule += column.align == Align::Right ? "---:|" : "---|";
        }
        out += '\n' + rule + '\n';
        for (const auto& row : table.rows) {
            out += '|';
            for (const auto& cell : row) out += ' ' + markdown_escaped(cell.text) + " |";
            out += '\n';
        }
    }
    void operator()(const List& list) {
        gap();
        for (const auto& entry : list.entries) out += "- " + markdown_escaped(entry.text) + '\n';
    }
};

}  // namespace

std::string render_markdown(const Document& document) {
    MarkdownRenderer renderer;
    for (const auto& block : document.blocks) std::visit(renderer, block);
    if (!document.origin.empty()) renderer(Paragraph{document.origin, 0});
    return renderer.out;
}

}  // namespace entente::reports
