#include "workbench/coder_work.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "casefile/edit.hpp"
#include "workbench/live_case.hpp"

namespace entente::workbench {
namespace {

using evidence::Coding;
using evidence::Item;

constexpr std::size_t kComparatorsShown = 12;

std::string baseline_of(const evidence::Period& period, const evidence::Case& which) {
    if (!period.baseline.empty()) return period.baseline;
    return period.id == which.focal ? which.baseline : std::string{};
}

// The items of each issue, the latest first, of the whole case and of each period.
class Comparators {
public:
    explicit Comparators(const evidence::Case& which) {
        std::vector<const Item*> items;
        for (const auto& item : which.items) {
            if (item.dated) items.push_back(&item);
        }
        std::stable_sort(items.begin(), items.end(),
                         [](const Item* left, const Item* right) { return left->date.first > right->date.first; });
        for (const auto* item : items) {
            for (const auto& issue : item->issues) {
                lists_[{issue, {}}].push_back(item);
                for (const auto& period : which.periods) {
                    if (evidence::belongs_to(*item, period)) lists_[{issue, period.id}].push_back(item);
                }
            }
        }
    }

    std::vector<std::string> of(const Item& item, const std::string& baseline) const {
        std::vector<std::string> ids;
        add(item, baseline, ids);
        add(item, {}, ids);
        return ids;
    }

private:
    void add(const Item& item, const std::string& period, std::vector<std::string>& ids) const {
        std::vector<const Item*> found;
        for (const auto& issue : item.issues) {
            const auto list = lists_.find({issue, period});
            if (list == lists_.end()) continue;
            // A comparator that lies wholly after the item would be an error.
            auto other = std::partition_point(list->second.begin(), list->second.end(),
                                              [&](const Item* each) { return each->date.first > item.date.last; });
            for (std::size_t taken = 0; other != list->second.end() && taken <= kComparatorsShown; ++other, ++taken) {
                if (*other != &item) found.push_back(*other);
            }
        }
        std::stable_sort(found.begin(), found.end(), [](const Item* left, const Item* right) {
            return std::pair(right->date.first, std::string_view(left->id)) <
                   std::pair(left->date.first, std::string_view(right->id));
        });
        for (const auto* other : found) {
            if (ids.size() == kComparatorsShown) return;
            if (std::find(ids.begin(), ids.end(), other->id) == ids.end()) ids.push_back(other->id);
        }
    }

    std::map<std::pair<std::string, std::string>, std::vector<const Item*>> lists_;  // by issue and period
};

using CodingsByItem = std::map<std::string_view, std::vector<const Coding*>>;

void add_codings(const evidence::Coder& coder, const std::string& theory, CodingsByItem& by_item) {
    for (const auto& coding : coder.codings) {
        if (coding.theory == theory) by_item[coding.item].push_back(&coding);
    }
}

std::vector<const Coding*> codings_of(const Item& item, const CodingsByItem& by_item) {
    const auto found = by_item.find(item.id);
    return found == by_item.end() ? std::vector<const Coding*>{} : found->second;
}

std::vector<WorkJudgement> judgements_of(const Item& item, const evidence::Case& which,
                                         const Comparators& comparators) {
    std::vector<WorkJudgement> judgements;
    for (const auto& period : which.periods) {
        const auto baseline = baseline_of(period, which);
        if (baseline.empty() || !evidence::belongs_to(item, period)) continue;
        judgements.push_back({period.id, baseline, comparators.of(item, baseline)});
    }
    return judgements;
}

std::vector<std::string> clusters_in(const CodingsByItem& own, const CodingsByItem& others) {
    std::set<std::string> names;
    for (const auto* by_item : {&own, &others}) {
        for (const auto& [item, codings] : *by_item) {
            for (const auto* coding : codings) {
                if (!coding->cluster.empty()) names.insert(coding->cluster);
            }
        }
    }
    return {names.begin(), names.end()};
}

bool is_blind(const evidence::Case& which, const std::string& coder) {
    return std::any_of(which.coders.begin(), which.coders.end(),
                       [&](const evidence::Coder& each) { return each.id == coder && each.blind; });
}

OpenCasePtr without_others(const OpenCase& open, const std::string& coder) {
    auto seen = std::make_shared<OpenCase>(*as_blind_coder_sees(open, coder));
    seen->content.meetings.clear();
    seen->content.corrections.clear();
    return seen;
}

}  // namespace

WorkResult coder_work(const OpenCasePtr& open, const WorkRequest& request) {
    WorkResult result;
    result.coder = request.coder;
    result.file = casefile::file_of_coder(request.coder);
    result.blind = request.blind || is_blind(open->content, request.coder);
    result.open = result.blind ? without_others(*open, request.coder) : open;
    for (const auto& file : open->content.files) {
        if (file.path == result.file) result.sha256 = file.sha256;
    }
    const auto& content = result.open->content;
    CodingsByItem own;
    CodingsByItem others;
    std::set<std::string_view> read;
    for (const auto& coder : content.coders) {
        const bool self = coder.id == request.coder;
        add_codings(coder, result.open->theory.id, self ? own : others);
        if (!self) continue;
        result.about = coder.about;
        read.insert(coder.read.begin(), coder.read.end());
    }
    result.shown = show(result.open, {std::string(name_of(Part::Items)), {}});
    const Comparators comparators(content);
    for (const auto& view : result.shown.items) {
        WorkItem work;
        work.item = view.item;
        work.codings = codings_of(*view.item, own);
        work.others = codings_of(*view.item, others);
        if (read.contains(view.item->id)) work.state = WorkState::Read;
        if (!work.codings.empty()) work.state = WorkState::Coded;
        work.judgements = judgements_of(*view.item, content, comparators);
        result.items.push_back(std::move(work));
    }
    result.clusters = clusters_in(own, others);
    return result;
}

}  // namespace entente::workbench
