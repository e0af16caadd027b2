#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "reports/document.hpp"

namespace entente::reports {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

// Characters that TeX reads as commands, and signs that its text fonts lack. `[` after a line break would be taken for
// an option of the break.
constexpr std::array<Replacement, 37> kReplacements{{
    {"\\", "\\textbackslash{}"},
    {"~", "\\textasciitilde{}"},
    {"^", "\\textasciicircum{}"},
    {"&", "\\&"},
    {"%", "\\%"},
    {"$", "\\$"},
    {"#", "\\#"},
    {"_", "\\_"},
    {"{", "\\{"},
    {"}", "\\}"},
    {"[", "{[}"},
    {"]", "{]}"},
    {"\n", " "},
    {"▼", "$\\blacktriangledown$"},
    {"▲", "$\\blacktriangle$"},
    {"▽", "$\\triangledown$"},
    {"△", "$\\vartriangle$"},
    {"◆", "$\\blacklozenge$"},
    {"○", "$\\circ$"},
    {"●", "$\\bullet$"},
    {"✕", "$\\times$"},
    {"×", "$\\times$"},
    {"−", "$-$"},
    {"→", "$\\rightarrow$"},
    {"√", "$\\surd$"},
    {"≥", "$\\geq$"},
    {"≤", "$\\leq$"},
    {"±", "$\\pm$"},
    {"·", "$\\cdot$"},
    {"│", "$|$"},
    {"█", "\\rule{0.5em}{1.5ex}"},
    {"α", "$\\alpha$"},
    {"Δ", "$\\Delta$"},
    {"κ", "$\\kappa$"},
    {"ρ", "$\\rho$"},
    {"<", "$<$"},
    {">", "$>$"},
}};

std::string latex_escaped(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto found = std::find_if(kReplacements.begin(), kReplacements.end(),
                                        [&](const Replacement& each) { return text.starts_with(each.first); });
        const bool known = found != kReplacements.end();
        out += known ? found->second : text.substr(0, 1);
        text.remove_prefix(known ? found->first.size() : 1);
    }
    return out;
}

struct LatexRenderer {
    std::string out;

    void operator()(const Heading& heading) { out += "\n\\subsection*{" + latex_escaped(heading.text) + "}\n"; }
    void operator()(const Paragraph& paragraph) { out += "\n" + latex_escaped(paragraph.text.text) + "\n"; }
    void operator()(const Labelled& labelled) {
        out += labelled.label.empty() ? "\n" : "\n\\paragraph{" + latex_escaped(labelled.label) + "}\n";
        for (std::size_t i = 0; i < labelled.lines.size(); ++i) {
            out += latex_escaped(labelled.lines[i].text) + (i + 1 == labelled.lines.size() ? "\n" : "\\\\\n");
        }
    }
    void operator()(const Table& table) {
        std::string columns;
        const auto wide = std::count_if(table.columns.begin(), table.columns.end(),
                                        [](const Column& column) { return column.stretches || column.below; });
        const char* paragraph = wide > 1 ? "p{0.25\\linewidth}" : "p{0.3\\linewidth}";
        for (const auto& column : table.columns) {
            columns += column.stretches || column.below ? paragraph : (column.align == Align::Right ? "r" : "l");
        }
        out += "\n\\begin{longtable}{" + columns + "}\n\\toprule\n";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            out += (i == 0 ? "" : " & ") + latex_escaped(table.columns[i].title);
        }
        out += " \\\\\n\\midrule\n\\endhead\n";
        for (const auto& row : table.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : " & ") + latex_escaped(row[i].text);
            out += " \\\\\n";
        }
        out += "\\bottomrule\n\\end{longtable}\n";
    }
    void operator()(const List& list) {
        out += "\n\\begin{itemize}\n";
        for (const auto& entry : list.entries) out += "  \\item " + latex_escaped(entry.text) + "\n";
        out += "\\end{itemize}\n";
    }
};

}  // namespace

std::string render_latex(const Document& document) {
    LatexRenderer renderer;
    renderer.out =
        "% needs \\usepackage{amssymb,booktabs,longtable}; other scripts than Latin need lualatex or xelatex\n";
    for (const auto& block : document.blocks) std::visit(renderer, block);
    if (!document.origin.empty()) renderer.out += "\n{\\footnotesize " + latex_escaped(document.origin) + "}\n";
    return renderer.out;
}

}  // namespace entente::reports
