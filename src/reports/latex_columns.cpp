#include "reports/latex_columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "core/text.hpp"

namespace entente::reports {
namespace {

constexpr double kLine = 345;        // points, upright
constexpr double kLineTurned = 550;  // the height of the same page
constexpr double kMargin = 0.98;     // of a line: the widths of letters are reckoned, not measured

struct TypeSize {
    const char* command;
    double letter;    // points: a figure or a wide lower-case letter of Computer Modern
    double gap;       // points, on both sides of a column
    double sentence;  // letters that a column of sentences has at least: narrower ones are no pleasure to read
    bool landscape;
};

// In the order in which they are tried.
constexpr std::array<TypeSize, 9> kSizes{{{"", 5.0, 6, 24, false},
                                          {"\\small", 4.6, 4, 24, false},
                                          {"\\footnotesize", 4.25, 3, 24, false},
                                          {"\\scriptsize", 3.8, 2, 24, false},
                                          {"\\footnotesize", 4.25, 3, 14, false},
                                          {"\\scriptsize", 3.8, 2, 14, false},
                                          {"\\small", 4.6, 4, 24, true},
                                          {"\\footnotesize", 4.25, 3, 24, true},
                                          {"\\scriptsize", 3.8, 2, 14, true}}};

// In letters.
struct Demand {
    double least = 1;  // what cannot be broken
    double full = 1;   // what needs no break
};

double width_of(std::string_view text) {
    return static_cast<double>(display_width(text));
}

double longest_word(std::string_view text) {
    double longest = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        longest = std::max(longest, width_of(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

// Numbers and short words are not broken.
Demand demand_of(const Table& table, std::size_t column, double sentence) {
    constexpr double kShort = 12;
    const bool number = table.columns[column].align == Align::Right;
    Demand demand{longest_word(table.columns[column].title), width_of(table.columns[column].title)};
    double longest = 0;
    for (const auto& row : table.rows) {
        if (column >= row.size()) continue;
        const auto full = width_of(row[column].text);
        longest = std::max(longest, full);
        demand.least = std::max(demand.least, number || full <= kShort ? full : longest_word(row[column].text));
    }
    if (!number && longest > sentence) demand.least = std::max(demand.least, sentence);
    demand.full = std::max({demand.full, longest, demand.least});
    return demand;
}

// What is left over the least of each goes to those that want more, less than in proportion to how much: a long
// sentence must not leave a name its least.
std::vector<double> shared_out(const std::vector<Demand>& demands, double letters) {
    std::vector<double> widths;
    double left = letters;
    for (const auto& demand : demands) {
        widths.push_back(demand.least);
        left -= demand.least;
    }
    constexpr int kRounds = 4;  // what one does not need goes to the others
    for (int round = 0; round < kRounds && left > 0; ++round) {
        double wanted = 0;
        for (std::size_t at = 0; at < demands.size(); ++at)
            wanted += std::sqrt(std::max(0.0, demands[at].full - widths[at]));
        if (!(wanted > 0)) break;
        const double to_share = left;
        for (std::size_t at = 0; at < demands.size(); ++at) {
            const double missing = std::max(0.0, demands[at].full - widths[at]);
            const double given = std::min(missing, to_share * std::sqrt(missing) / wanted);
            widths[at] += given;
            left -= given;
        }
    }
    return widths;
}

std::string column_of(const Column& column, const Demand& demand, double letters, double share) {
    const bool right = column.align == Align::Right;
    if (letters >= demand.full - 1e-9) return right ? "r" : "l";
    // Without the space of no width the first word of a cell is never divided.
    return fmt::format(">{{\\{}\\arraybackslash\\hspace{{0pt}}}}p{{{:.3f}\\linewidth}}",
                       right ? "raggedleft" : "raggedright", share);
}

}  // namespace

LatexTableForm latex_form(const Table& table) {
    LatexTableForm form;
    for (const auto& size : kSizes) {
        std::vector<Demand> demands;
        double least = 0;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            demands.push_back(demand_of(table, column, size.sentence));
            least += demands.back().least;
        }
        const double line = size.landscape ? kLineTurned : kLine;
        const double letters = (kMargin * line - 2 * size.gap * static_cast<double>(demands.size())) / size.letter;
        const bool last = &size == &kSizes.back();
        if (least > letters && !last) continue;
        // Where nothing helps, all columns are narrower than they should be.
        if (least > letters) {
            for (auto& demand : demands) demand.least *= letters / least;
        }
        const auto widths = shared_out(demands, letters);
        form = {size.command, size.gap, size.landscape, {}};
        for (std::size_t at = 0; at < demands.size(); ++at) {
            form.columns += column_of(table.columns[at], demands[at], widths[at], widths[at] * size.letter / line);
        }
        break;
    }
    return form;
}

}  // namespace entente::reports
