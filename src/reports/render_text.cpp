#include <algorithm>
#include <sstream>

#include "core/text.hpp"
#include "reports/document.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kGap = 2;                // between columns
constexpr std::size_t kBelowIndent = 4;        // of a sentence below its row
constexpr std::size_t kNarrowestStretch = 12;  // a stretching column never gets less

std::string coloured(const std::string& text, Tone tone, const TextStyle& style) {
    if (!style.colour || tone == Tone::Plain || text.empty()) return text;
    const char* code = "";
    switch (tone) {
        case Tone::Weak:
            code = "\x1b[31m";
            break;
        case Tone::Strong:
            code = "\x1b[36m";
            break;
        case Tone::Faint:
            code = "\x1b[2m";
            break;
        case Tone::Bold:
            code = "\x1b[1m";
            break;
        case Tone::Plain:
            break;
    }
    return code + text + "\x1b[0m";
}

std::string spaces(std::size_t count) {
    return std::string(count, ' ');
}

// Greedy wrapping at spaces; a word longer than the width stands on its own line.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
    std::vector<std::string> lines;
    std::istringstream words(text);
    std::string word;
    std::string line;
    while (words >> word) {
        if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
            lines.push_back(line);
            line.clear();
        }
        if (!line.empty()) line += ' ';
        line += word;
    }
    if (!line.empty() || lines.empty()) lines.push_back(line);
    return lines;
}

std::size_t total_width(const std::vector<std::size_t>& widths) {
    std::size_t total = 1;
    for (const auto each : widths) total += each + kGap;
    return total - kGap;
}

// What a title needs: the whole of it, or where it may be broken its longest word.
std::size_t title_width(const Column& column) {
    if (column.below) return 0;
    if (!column.title_wraps) return display_width(column.title);
    std::size_t width = 0;
    for (const auto& word : wrapped(column.title, 1)) width = std::max(width, display_width(word));
    return width;
}

// As wide as the widest cell; where that is too much, the widest stretching columns give way.
std::vector<std::size_t> column_widths(const Table& table, std::size_t width) {
    std::vector<std::size_t> widths;
    for (const auto& column : table.columns) widths.push_back(title_width(column));
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!table.columns[i].below) widths[i] = std::max(widths[i], display_width(row[i].text));
        }
    }
    while (!widths.empty() && total_width(widths) > width) {
        std::size_t* widest = nullptr;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool gives = table.columns[i].stretches && widths[i] > kNarrowestStretch;
            if (gives && (widest == nullptr || widths[i] > *widest)) widest = &widths[i];
        }
        if (widest == nullptr) break;
        --*widest;
    }
    return widths;
}

// What a cell shows on each line of its row.
std::vector<std::string> lines_of_cell(const std::string& text, std::size_t width, const Column& column) {
    if (column.wraps) return wrapped(text, width);
    std::string one_line = text;
    std::replace(one_line.begin(), one_line.end(), '\n', ' ');
    return {shortened(one_line, width)};
}

std::string padded(const std::string& text, Tone tone, std::size_t width, Align align, const TextStyle& style) {
    const auto padding = spaces(width - std::min(width, display_width(text)));
    const auto shown = coloured(text, tone, style);
    return align == Align::Right ? padding + shown : shown + padding;
}

void trim_right(std::string& line) {
    line.erase(line.find_last_not_of(' ') + 1);
}

struct TextRenderer {
    const TextStyle& style;
    std::size_t label_width;
    std::string out;

    void line(std::string text) {
        trim_right(text);
        out += text + '\n';
    }

    void operator()(const Heading& heading) {
        if (!out.empty()) out += '\n';
        line(' ' + coloured(heading.text, Tone::Bold, style));
    }

    void operator()(const Paragraph& paragraph) {
        for (const auto& part : wrapped(paragraph.text.text, style.width - paragraph.indent - 1)) {
            line(spaces(paragraph.indent) + coloured(part, paragraph.text.tone, style));
        }
    }

    void operator()(const Labelled& labelled) {
        std::string label = labelled.label;
        if (display_width(label) > label_width) {
            line(' ' + coloured(label, Tone::Bold, style));
            label.clear();
        }
        for (const auto& text : labelled.lines) {
            for (const auto& part : wrapped(text.text, style.width - label_width - kGap - 1)) {
                line(' ' + padded(label, Tone::Bold, label_width, Align::Left, style) + spaces(kGap) +
                     coloured(part, text.tone, style));
                label.clear();
            }
        }
    }

    void operator()(const Table& table) {
        const auto widths = column_widths(table, style.width);
        std::vector<Text> titles;
        bool titled = false;
        for (const auto& column : table.columns) {
            titles.emplace_back(column.below ? "" : column.title, Tone::Faint);
            titled = titled || !titles.back().text.empty();
        }
        if (titled) write_titles(titles, table, widths);
        for (const auto& row : table.rows) {
            write_row(row, table, widths);
            write_below(row, table);
        }
    }

    void write_titles(const std::vector<Text>& titles, const Table& table, const std::vector<std::size_t>& widths) {
        Table of_titles;
        of_titles.columns = table.columns;
        for (auto& column : of_titles.columns) column.wraps = column.wraps || column.title_wraps;
        write_row(titles, of_titles, widths);
    }

    void write_below(const std::vector<Text>& cells, const Table& table) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!table.columns[i].below || cells[i].text.empty()) continue;
            for (const auto& part : lines_of_cell(cells[i].text, style.width - kBelowIndent, table.columns[i])) {
                line(spaces(kBelowIndent) + coloured(part, Tone::Faint, style));
            }
        }
    }

    void write_row(const std::vector<Text>& cells, const Table& table, const std::vector<std::size_t>& widths) {
        std::vector<std::vector<std::string>> lines;
        std::size_t height = 1;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool here = !table.columns[i].below;
            lines.push_back(here ? lines_of_cell(cells[i].text, widths[i], table.columns[i])
                                 : std::vector<std::string>{});
            height = std::max(height, lines.back().size());
        }
        for (std::size_t at = 0; at < height; ++at) {
            std::string row = " ";
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (table.columns[i].below) continue;
                const auto text = at < lines[i].size() ? lines[i][at] : std::string{};
                row += (i == 0 ? "" : spaces(kGap)) +
                       padded(text, cells[i].tone, widths[i], table.columns[i].align, style);
            }
            line(row);
        }
    }

    void operator()(const List& list) {
        for (const auto& entry : list.entries) {
            std::string bullet = " · ";
            for (const auto& part : wrapped(entry.text, style.width - 4)) {
                line(bullet + coloured(part, entry.tone, style));
                bullet = "   ";
            }
        }
    }
};

// The widest label of the run of labelled lines that starts here, of those that are not too wide to stand beside text.
std::size_t label_width(const Document& document, std::size_t at, std::size_t most) {
    std::size_t width = 0;
    for (; at < document.blocks.size(); ++at) {
        const auto* labelled = std::get_if<Labelled>(&document.blocks[at]);
        if (labelled == nullptr) break;
        const auto label = display_width(labelled->label);
        if (label <= most) width = std::max(width, label);
    }
    return width;
}

// A blank line stands between blocks of different kinds and between tables; a heading brings its own.
bool apart(const Block& before, const Block& block) {
    if (std::holds_alternative<Heading>(before) || std::holds_alternative<Heading>(block)) return false;
    return before.index() != block.index() || std::holds_alternative<Table>(block);
}

}  // namespace

std::string render_text(const Document& document, const TextStyle& style) {
    TextRenderer renderer{style, 0, {}};
    const Block* before = nullptr;
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const auto& block = document.blocks[i];
        const bool starts_run = before == nullptr || !std::holds_alternative<Labelled>(*before);
        if (std::holds_alternative<Labelled>(block) && starts_run) {
            renderer.label_width = label_width(document, i, style.width / 3);
        }
        if (before != nullptr && apart(*before, block)) renderer.out += '\n';
        std::visit(renderer, block);
        before = &block;
    }
    if (!document.origin.empty()) {
        renderer.out += '\n';
        renderer(Paragraph{{document.origin, Tone::Faint}, 0});
    }
    return renderer.out;
}

}  // namespace entente::reports
