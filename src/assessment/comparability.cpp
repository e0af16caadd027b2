#include "assessment/comparability.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <set>
#include <string>

#include "core/text.hpp"

namespace entente::assessment {

namespace {

constexpr std::size_t kLeastCoders = 2;

std::string fixed(double value, int digits) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed, digits).ptr;
    return {text.begin(), end};
}

std::string counted(int count, const std::string& one) {
    return std::to_string(count) + ' ' + one + (count == 1 ? "" : "s");
}

std::string in_percent(double share) {
    return fixed(100 * share, 0) + '%';
}

class Caveats {
public:
    Caveats(const std::vector<ComparedCase>& cases, const Comparison& rows) : cases_(cases), rows_(rows) {}

    std::vector<Caveat> all() {
        other_protocol();
        other_cutoff();
        other_periods();
        single_coders();
        strangers();
        factors_in_some();
        unequal_evidence();
        other_sources();
        other_issues();
        return std::move(all_);
    }

private:
    void say(CaveatKind kind, std::string text) { all_.push_back({kind, std::move(text)}); }

    // `US–Japan 2019-02-28, NATO 2018-12-31`
    std::string each(const std::function<std::string(std::size_t)>& says) const {
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < cases_.size(); ++i) parts.push_back(cases_[i].name + ' ' + says(i));
        return joined(parts, ", ");
    }

    bool all_equal(const std::function<std::string(std::size_t)>& says) const {
        for (std::size_t i = 1; i < cases_.size(); ++i) {
            if (says(i) != says(0)) return false;
        }
        return true;
    }

    void other_protocol() {
        const auto id = [&](std::size_t i) { return cases_[i].protocol->id; };
        if (!all_equal(id)) {
            say(CaveatKind::Protocol, "The protocols differ: " + each(id) +
                                          ". Their numbers follow other rules; --protocol reads all under one.");
        } else if (!all_equal([&](std::size_t i) { return cases_[i].protocol->sha256; })) {
            say(CaveatKind::Protocol,
                "The protocols have one name, '" + id(0) +
                    "', and differ: their numbers follow other rules. Give the file of one of them "
                    "with --protocol.");
        }
    }

    void other_cutoff() {
        const auto day = [&](std::size_t i) { return to_text(cases_[i].which->cutoff); };
        if (all_equal(day)) return;
        say(CaveatKind::CutOff,
            "The cut-offs differ: " + each(day) +
                ". What became known in between counts for some only; --cutoff gives all the same.");
    }

    const evidence::Period* focal(std::size_t i) const {
        return evidence::find_period(*cases_[i].which, cases_[i].assessment->question.focal);
    }

    void other_periods() {
        for (std::size_t i = 1; i < cases_.size(); ++i) {
            const auto* first = focal(0);
            const auto* other = focal(i);
            if (first == nullptr || other == nullptr) return;
            if (first->end < other->begin || other->end < first->begin) {
                say(CaveatKind::Periods, "The focal periods of " + cases_[0].name + " and " + cases_[i].name +
                                             " do not overlap: other years, not only another alliance.");
            }
        }
        const auto lengths = [&](std::size_t i) {
            const auto& evidence = rows_.evidence[i];
            return fixed(evidence.focal_years, 1) + " years against " + fixed(evidence.baseline_years, 1);
        };
        if (all_equal(lengths)) return;
        say(CaveatKind::Periods,
            "The periods are not equally long: " + each(lengths) +
                ". A longer one has room for more; what is new is judged against more or less practice.");
    }

    std::vector<std::string> coders_alone(std::size_t i) const {
        std::vector<std::string> names;
        for (const auto& coder : cases_[i].assessment->coders) {
            if (coder.stands_alone) names.push_back(coder.coder);
        }
        return names;
    }

    void single_coders() {
        std::vector<std::string> single;
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            if (rows_.tilts[i] && coders_alone(i).size() < kLeastCoders) single.push_back(cases_[i].name);
        }
        if (single.empty()) return;
        say(CaveatKind::Coders, "No second coder's verdict in " + joined(single, ", ") +
                                    ": how much of it is that coder's reading cannot be told.");
    }

    // Structure and focus are easier to keep if one person conducts all of the case studies: George and Bennett
    // (2005), chapter 3.
    void strangers() {
        std::set<std::string> everywhere;
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            std::set<std::string> here;
            for (const auto& coder : cases_[i].which->coders) {
                if (i == 0 || everywhere.contains(coder.id)) here.insert(coder.id);
            }
            everywhere = std::move(here);
        }
        if (!everywhere.empty()) return;
        say(CaveatKind::Coders, "No coder, by name, has coded all of the cases: a difference may be one of coders.");
    }

    void factors_in_some() {
        std::vector<std::string> parts;
        std::vector<std::string> nowhere;
        for (const auto& row : rows_.factors) {
            std::vector<std::string> here;
            for (std::size_t i = 0; i < cases_.size(); ++i) {
                if (row.cases[i].tilt) here.push_back(cases_[i].name);
            }
            if (here.empty()) nowhere.push_back(row.name);
            if (!here.empty() && here.size() < cases_.size())
                parts.push_back(row.name + " in " + joined(here, ", ") + " only");
        }
        if (!nowhere.empty()) parts.push_back(joined(nowhere, ", ") + " in none");
        if (parts.empty()) return;
        say(CaveatKind::Factors,
            "Assessed " + joined(parts, "; ") + ". A factor without items is not assessed, not unchanged.");
    }

    void unequal_evidence() {
        const auto amount = [&](std::size_t i) {
            const auto& coverage = cases_[i].assessment->coverage;
            return counted(coverage.items, "item") + " in " + counted(coverage.clusters, "cluster") + " from " +
                   counted(coverage.sources, "source");
        };
        if (all_equal(amount)) return;
        say(CaveatKind::Evidence, "Unequal evidence: " + each(amount) +
                                      ". Fewer items leave a factor nearer to where it stood before any evidence.");
    }

    double share(std::size_t i, const std::string& outlet) const {
        for (const auto& [name, value] : rows_.evidence[i].class_shares) {
            if (name == outlet) return value;
        }
        return 0;
    }

    void other_sources() {
        std::string widest;
        double gap = 0;
        for (const auto& evidence : rows_.evidence) {
            if (evidence.class_shares.empty()) return;
            for (const auto& [outlet, ignored] : evidence.class_shares) {
                double low = 1;
                double high = 0;
                for (std::size_t i = 0; i < cases_.size(); ++i) {
                    low = std::min(low, share(i, outlet));
                    high = std::max(high, share(i, outlet));
                }
                if (high - low <= gap) continue;
                gap = high - low;
                widest = outlet;
            }
        }
        if (widest.empty()) return;
        const auto says = [&](std::size_t i) { return in_percent(share(i, widest)); };
        if (all_equal(says)) return;
        say(CaveatKind::Sources, "Another mix of sources; the widest gap is in the class '" + widest + "': " +
                                     each(says) + " of the sources. Reruns on the same evidence tell what that does.");
    }

    void other_issues() {
        const auto shared = std::ranges::count_if(
            rows_.issues, [&](const IssueRow& row) { return row.shared_by == static_cast<int>(cases_.size()); });
        if (static_cast<std::size_t>(shared) == rows_.issues.size()) return;
        say(CaveatKind::Issues,
            "Each case has its own list of issues: " + std::to_string(shared) + " of " +
                std::to_string(rows_.issues.size()) +
                " are issues of all. What is no issue of a case was not looked for under that name.");
    }

    const std::vector<ComparedCase>& cases_;
    const Comparison& rows_;
    std::vector<Caveat> all_;
};

}  // namespace

std::vector<Caveat> caveats_about(const std::vector<ComparedCase>& cases, const Comparison& rows) {
    return Caveats(cases, rows).all();
}

}  // namespace entente::assessment
