#include "datasets/fit.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "datasets/column_names.hpp"
#include "datasets/title_pattern.hpp"

namespace entente::datasets {

namespace {

constexpr std::size_t kFewestYears = 3;  // that make a row of years a header, and not a row of data

class Fitting {
public:
    Fitting(const Descriptor& descriptor, const std::vector<SheetHeads>& heads, NotWith not_with)
        : descriptor_(descriptor), heads_(heads), not_with_(not_with), needed_(needed_headers(descriptor)) {}

    Fit fit() {
        fit_.descriptor = &descriptor_;
        for (const auto& needed : needed_) fit_.signature += needed.in_signature ? 1 : 0;
        fit_.score = fit_.signature + descriptor_.title_columns.size();
        for (std::size_t i = 0; i < heads_.size(); ++i) look_at(i);
        reject_doubles();
        return std::move(fit_);
    }

private:
    void look_at(std::size_t index) {
        const SheetHeads& head = heads_[index];
        const SheetRule* rule = nullptr;
        if (!descriptor_.sheets.empty() && !head.sheet->name.empty()) {
            rule = rule_for(head.sheet->name);
            if (rule == nullptr) return;
        } else if (descriptor_.layout == Layout::Years && descriptor_.unpivot_value.empty()) {
            return;  // nothing says which column a sheet without a name fills
        }
        if (const auto row = header_in(head)) fit_.sheets.push_back({index, *row, rule});
    }

    [[nodiscard]] const SheetRule* rule_for(const std::string& sheet) const {
        const auto found = std::find_if(descriptor_.sheets.begin(), descriptor_.sheets.end(),
                                        [&](const SheetRule& rule) { return sheet_name_fits(rule.name, sheet); });
        return found == descriptor_.sheets.end() ? nullptr : &*found;
    }

    std::optional<std::size_t> header_in(const SheetHeads& head) {
        for (std::size_t i = 0; i < head.rows.size(); ++i) {
            if (is_header(head, i)) return i;
        }
        return std::nullopt;
    }

    bool is_header(const SheetHeads& head, std::size_t index) {
        const HeaderRow& row = head.rows[index];
        std::vector<std::string> lacks;
        std::size_t in_signature = 0;
        for (const auto& needed : needed_) {
            if (!row.find_any(needed.spellings)) {
                lacks.push_back(needed.spellings.front());
            } else if (needed.in_signature && !needed.spellings.front().empty()) {  // any table may lack a header
                ++in_signature;
            }
        }
        const std::size_t found = needed_.size() - lacks.size();
        const bool whole = lacks.empty();
        if (!std::exchange(compared_, true) || found > fit_.found) {
            fit_.found = found;
            fit_.in_signature = in_signature;
            fit_.lacks = std::move(lacks);
        }
        return whole && has_years(row) && has_no_other(row) && has_titles(head, index);
    }

    bool has_years(const HeaderRow& row) {
        if (descriptor_.layout != Layout::Years || row.years() >= kFewestYears) return true;
        fit_.why_not = "no row has a column for each of some years";
        return false;
    }

    bool has_no_other(const HeaderRow& row) {
        if (not_with_ == NotWith::Ignored) return true;
        for (const auto& header : descriptor_.not_with) {
            if (!row.has(header)) continue;
            fit_.why_not = "there is a column '" + header + "'";
            return false;
        }
        return true;
    }

    bool has_titles(const SheetHeads& head, std::size_t index) {
        const auto above = std::span(head.sheet->head).first(index);
        for (const TitleColumn& title : descriptor_.title_columns) {
            if (match_title(title.pattern, above, head.sheet->dialect.delimiter)) continue;
            fit_.why_not = "no line above the header says what '" + title.column + "' is";
            return false;
        }
        return true;
    }

    // Of two sheets that fill the same column, none is taken for the right one.
    void reject_doubles() {
        for (std::size_t i = 0; i < fit_.sheets.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (fit_.sheets[i].rule != fit_.sheets[j].rule) continue;
                const SheetRule* rule = fit_.sheets[i].rule;
                fit_.why_not = "the sheets '" + heads_[fit_.sheets[j].sheet].sheet->name + "' and '" +
                               heads_[fit_.sheets[i].sheet].sheet->name + "' both look like " +
                               (rule == nullptr ? std::string("the table") : "the column '" + rule->column + "'");
                fit_.sheets.clear();
                return;
            }
        }
    }

    const Descriptor& descriptor_;
    const std::vector<SheetHeads>& heads_;
    NotWith not_with_;
    std::vector<NeededHeader> needed_;
    Fit fit_;
    bool compared_ = false;  // some row with the needed headers
};

}  // namespace

std::vector<SheetHeads> heads_of(const StagedFile& file) {
    std::vector<SheetHeads> heads;
    for (const StagedSheet& sheet : file.sheets) {
        SheetHeads head{&sheet, {}};
        for (const auto& cells : sheet.head) head.rows.emplace_back(cells);
        heads.push_back(std::move(head));
    }
    return heads;
}

Fit fit_of(const Descriptor& descriptor, const std::vector<SheetHeads>& heads, NotWith not_with) {
    return Fitting(descriptor, heads, not_with).fit();
}

bool sheet_name_fits(std::string_view pattern, std::string_view name) {
    const std::string wanted = plain_name(pattern);
    const std::string found = plain_name(name);
    std::size_t at = 0;
    std::size_t next = 0;
    std::size_t star = std::string::npos;  // the last `*` …
    std::size_t resume = 0;                // … and how much of the name it has taken
    while (next < found.size()) {
        if (at < wanted.size() && wanted[at] == '*') {
            star = at++;
            resume = next;
        } else if (at < wanted.size() && wanted[at] == found[next]) {
            ++at;
            ++next;
        } else if (star != std::string::npos) {
            at = star + 1;
            next = ++resume;
        } else {
            return false;
        }
    }
    return wanted.find_first_not_of('*', at) == std::string::npos;
}

}  // namespace entente::datasets
