#include "reports/case_citation.hpp"

#include <string_view>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/names.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::reports {
namespace {

// The signs that BibTeX and TeX read as commands; everything else may stand there as UTF-8.
std::string tex_escaped(std::string_view text) {
    std::string escaped;
    for (const char sign : text) {
        switch (sign) {
            case '\\':
                escaped += "\\textbackslash{}";
                break;
            case '~':
                escaped += "\\textasciitilde{}";
                break;
            case '^':
                escaped += "\\textasciicircum{}";
                break;
            case '&':
            case '%':
            case '$':
            case '#':
            case '_':
            case '{':
            case '}':
                escaped += '\\';
                [[fallthrough]];
            default:
                escaped += sign;
        }
    }
    return escaped;
}

std::string title_of(const workbench::OpenCase& open, const workbench::PeriodPair& periods) {
    const auto& content = open.content;
    if (periods.focal.empty() || periods.baseline.empty()) return content.title;
    return fmt::format("{}: {} against {}", content.title, period_name(content, periods.focal),
                       period_name(content, periods.baseline));
}

}  // namespace

std::string case_bibtex(const workbench::OpenCase& open, const workbench::AssessRequest& request) {
    const auto& content = open.content;
    const auto periods = workbench::periods_of(request, open);
    const auto cutoff = to_text(content.cutoff);
    const auto year = cutoff.substr(0, 4);
    const auto focal = periods.focal.empty() ? std::string{} : "-" + periods.focal;
    const auto coders = request.coders.empty() ? std::string{} : ". Coders: " + joined(request.coders, ", ");
    const auto seed = request.seed ? fmt::format(". Seed: {}", *request.seed) : std::string{};
    const auto note = fmt::format(
        "Theory: {}. Protocol: {}{}{}. Information cut-off: {}. SHA-256 of the case: {}; of the theory: {}; of the "
        "protocol: {}",
        open.theory.id, open.protocol.id, coders, seed, cutoff, content.sha256, open.theory.sha256,
        open.protocol.sha256);
    return fmt::format(
        "@misc{{{}{}-{},\n"
        "  title        = {{{{{}}}}},\n"
        "  howpublished = {{Assessment with Entente {}}},\n"
        "  version      = {{{}}},\n"
        "  date         = {{{}}},\n"
        "  year         = {{{}}},\n"
        "  note         = {{{}}}\n"
        "}}\n",
        content.id, focal, year, tex_escaped(title_of(open, periods)), workbench::version(), workbench::version(),
        cutoff, year, tex_escaped(note));
}

}  // namespace entente::reports
