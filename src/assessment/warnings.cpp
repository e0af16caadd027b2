#include "assessment/warnings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "core/text.hpp"

namespace entente::assessment {

namespace {

constexpr std::size_t kNamed = 5;         // so many are named; of the rest, the number is given
constexpr int kEnoughItemsInCommon = 10;  // for two coders' pooled reading to be more than two halves side by side

std::string quoted(std::string_view name) {
    return "'" + std::string(name) + "'";
}

std::string list(const std::vector<std::string>& names) {
    const auto shown = std::min(names.size(), kNamed);
    auto text = joined(std::span(names).first(shown), ", ");
    if (names.size() > shown) text += " and " + std::to_string(names.size() - shown) + " more";
    return text;
}

std::string one_decimal(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed, 1).ptr;
    return {digits.begin(), end};
}

class Warnings {
public:
    Warnings(const Run& run, const Selection& selection, const evidence::CaseIndex& index)
        : run_(run), selection_(selection), index_(index), used_(used_items(run, selection)) {}

    std::vector<std::string> about(const Coverage& coverage, const std::vector<Rerun>& without_one_cluster) {
        changed_by_the_protocol(coverage);
        rests_on_one_cluster(without_one_cluster);
        moved_by_one_cluster();
        mirrored_factors();
        stale_figures();
        implausible_baselines();
        few_items_in_common();
        missing_source_classes();
        return std::move(all_);
    }

private:
    void changed_by_the_protocol(const Coverage& coverage) {
        const auto items = [](std::size_t count) { return std::to_string(count) + (count == 1 ? " item" : " items"); };
        if (const auto& ids = coverage.set_aside; !ids.empty()) {
            say(items(ids.size()) + " set aside by the protocol: " + list(ids) + ".");
        }
        std::vector<std::string> regraded;
        for (const auto& item : coverage.regraded) {
            regraded.push_back(item.item + " (" + to_text(item.grade) + ", not " + to_text(item.instead_of) + ")");
        }
        if (!regraded.empty()) say(items(regraded.size()) + " graded by the protocol: " + list(regraded) + ".");
    }

    void rests_on_one_cluster(const std::vector<Rerun>& without_one_cluster) {
        std::vector<std::string> names;
        for (const auto& rerun : without_one_cluster) {
            if (rerun.changes_verdict)
                names.push_back(quoted(rerun.name) + " (" + std::string(name_of(rerun.direction)) + ")");
        }
        if (!names.empty()) say("Without any one of these clusters the verdict is another: " + list(names) + ".");
    }

    void moved_by_one_cluster() {
        for (std::uint32_t f = 0; f < run_.judgements.size(); ++f) {
            const auto finding = run_.judgements[f].finding;
            if (finding != Finding::Weakened && finding != Finding::Strengthened) continue;
            const auto clusters = std::ranges::count(run_.arrangement.clusters, f, &ArrangedCluster::factor);
            if (clusters > 1) continue;
            say("The factor " + quoted(factor_name(f)) + " is found " + std::string(name_of(finding)) +
                " on one cluster alone.");
        }
    }

    void mirrored_factors() {
        const auto& factors = selection_.theory->factors;
        std::set<std::pair<std::size_t, std::size_t>> seen;
        for (std::size_t f = 0; f < factors.size(); ++f) {
            for (const auto& mirror : factors[f].mirrors) {
                const auto found = std::ranges::find(factors, mirror, &evidence::Factor::id);
                const auto other = static_cast<std::size_t>(found - factors.begin());
                if (found == factors.end() || !seen.insert(std::minmax(f, other)).second) continue;
                const auto both = items_under_both(f, other);
                if (both.empty()) continue;
                say("Counted under both " + quoted(factors[f].name) + " and " + quoted(factors[other].name) +
                    ", which mirror each other: " + list(ids_of(both)) + ".");
            }
        }
    }

    // Items that one and the same coder reads under both: two coders who choose differently count nothing twice.
    std::vector<std::uint32_t> items_under_both(std::size_t left, std::size_t right) const {
        std::set<std::pair<std::uint32_t, std::string_view>> under_left;
        for (const auto& reading : run_.arrangement.readings) {
            if (reading.factor == left) under_left.emplace(reading.item, reading.coding->coder);
        }
        std::set<std::uint32_t> both;
        for (const auto& reading : run_.arrangement.readings) {
            const bool twice = under_left.contains({reading.item, reading.coding->coder});
            if (reading.factor == right && twice) both.insert(reading.item);
        }
        return {both.begin(), both.end()};
    }

    void stale_figures() {
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < used_.size(); ++i) {
            if (!used_[i]) continue;
            for (const auto& id : selection_.items[i].item->figures) {
                const auto* figure = index_.figure(id);
                const auto begin = selection_.focal->begin;
                if (figure == nullptr || figure->as_of.last >= begin || !seen.insert(figure->id).second) continue;
                say("The figure " + quoted(figure->name.empty() ? figure->id : figure->name) + " is of " +
                    to_text(figure->as_of) + ", " + one_decimal(years_between(figure->as_of.last, begin)) +
                    " years before the period begins.");
            }
        }
    }

    // A reading against a comparator that came later, or a baseline that had not begun.
    void implausible_baselines() {
        std::set<std::uint32_t> items;
        for (const auto& reading : run_.arrangement.readings) {
            const auto& item = *selection_.items[reading.item].item;
            const auto* comparator = index_.item(reading.coding->against);
            const bool later = comparator != nullptr && comparator->date.first > item.date.last;
            if (later || selection_.baseline->begin > item.date.last) items.insert(reading.item);
        }
        if (items.empty()) return;
        say("Judged against something that came later: " + list(ids_of({items.begin(), items.end()})) + ".");
    }

    void few_items_in_common() {
        for (std::size_t left = 0; left < selection_.read.size(); ++left) {
            for (std::size_t right = left + 1; right < selection_.read.size(); ++right) {
                int common = 0;
                for (std::size_t i = 0; i < used_.size(); ++i) {
                    if (selection_.read[left][i] && selection_.read[right][i]) ++common;
                }
                if (common >= kEnoughItemsInCommon) continue;
                say("The coders " + quoted(selection_.coders[left]->id) + " and " +
                    quoted(selection_.coders[right]->id) + " have read only " + std::to_string(common) +
                    (common == 1 ? " item" : " items") + " in common.");
            }
        }
    }

    // Official statements and the press see an alliance from different sides; a verdict should know both.
    void missing_source_classes() {
        if (count_of(used_) == 0) return;
        for (const auto wanted : {evidence::OutletClass::Official, evidence::OutletClass::Press}) {
            bool any = false;
            for (std::size_t i = 0; i < used_.size(); ++i) {
                any = any || (used_[i] && selection_.items[i].outlet_class == wanted);
            }
            if (!any) say("No item has a first source of class " + quoted(name_of(wanted)) + ".");
        }
    }

    std::vector<std::string> ids_of(const std::vector<std::uint32_t>& items) const {
        std::vector<std::string> ids;
        for (const auto item : items) ids.push_back(selection_.items[item].item->id);
        return ids;
    }

    void say(std::string warning) { all_.push_back(std::move(warning)); }

    const std::string& factor_name(std::uint32_t factor) const { return selection_.theory->factors[factor].name; }

    const Run& run_;
    const Selection& selection_;
    const evidence::CaseIndex& index_;
    Mask used_;
    std::vector<std::string> all_;
};

}  // namespace

std::vector<std::string> warnings_about(const Run& run, const Selection& selection, const evidence::CaseIndex& index,
                                        const Coverage& coverage, const std::vector<Rerun>& without_one_cluster) {
    return Warnings(run, selection, index).about(coverage, without_one_cluster);
}

}  // namespace entente::assessment
