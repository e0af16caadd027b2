#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/document.hpp"
#include "reports/latex_columns.hpp"

namespace entente::reports {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

// Characters that TeX reads as commands, and signs that its text fonts lack. `[` after a line break would be taken for
// an option of the break.
constexpr std::array<Replacement, 41> kReplacements{{
    {"--", "-{}-"},  // of an option, no dash
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
    {"━", "\\rule[0.5ex]{0.5em}{0.4pt}"},
    {"›", "$\\rangle$"},
    {"α", "$\\alpha$"},
    {"Δ", "$\\Delta$"},
    {"θ", "$\\theta$"},
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
        const auto form = latex_form(table);
        if (form.landscape) out += "\n\\begin{landscape}";
        out += "\n";
        if (!form.size.empty())
            out += fmt::format("{{{}\\setlength{{\\tabcolsep}}{{{:g}pt}}\n", form.size, form.gap_points);
        out += "\\begin{longtable}{" + form.columns + "}\n\\toprule\n";
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            out += (i == 0 ? "" : " & ") + latex_escaped(table.columns[i].title);
        }
        out += " \\\\\n\\midrule\n\\endhead\n";
        for (const auto& row : table.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : " & ") + latex_escaped(row[i].text);
            out += " \\\\\n";
        }
        out += "\\bottomrule\n\\end{longtable}\n";
        if (!form.size.empty()) out += "}\n";
        if (form.landscape) out += "\\end{landscape}\n";
    }
    void operator()(const List& list) {
        out += "\n\\begin{itemize}\n";
        for (const auto& entry : list.entries) out += "  \\item " + latex_escaped(entry.text) + "\n";
        out += "\\end{itemize}\n";
    }
};

// `The data: \cite{singer1972,palmer2022}.`
std::string cited_in_latex(const std::vector<Cited>& all) {
    std::string sentences;
    for (const auto& cited : all) {
        if (cited.keys.empty()) continue;
        sentences +=
            (sentences.empty() ? "" : " ") + latex_escaped(cited.what) + ": \\cite{" + joined(cited.keys, ",") + "}.";
    }
    return sentences;
}

}  // namespace

std::string render_latex(const Document& document) {
    LatexRenderer renderer;
    renderer.out =
        "% needs \\usepackage{amssymb,array,booktabs,longtable,pdflscape}, in one column; other scripts than Latin "
        "need "
        "lualatex or xelatex\n";
    const auto cited = cited_in_latex(document.cited);
    if (!cited.empty()) renderer.out += "% the keys of \\cite are those that the same command prints with --bibtex\n";
    for (const auto& block : document.blocks) std::visit(renderer, block);
    if (!cited.empty()) renderer.out += "\n" + cited + "\n";
    if (!document.origin.empty()) renderer.out += "\n{\\footnotesize " + latex_escaped(document.origin) + "}\n";
    return renderer.out;
}

}  // namespace entente::reports
