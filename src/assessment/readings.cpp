#include "assessment/readings.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "core/error.hpp"
#include "core/text.hpp"

namespace entente::assessment {

namespace {

constexpr auto kNotSelected = std::numeric_limits<std::uint32_t>::max();

const evidence::Period& known_period(const evidence::Case& which, const std::string& id) {
    if (const auto* period = evidence::find_period(which, id)) return *period;
    std::vector<std::string> known;
    for (const auto& period : which.periods) known.push_back(period.id);
    throw Error(ErrorKind::NotFound, "the case has no period '" + id + "'",
                "its periods are " + joined(known, ", ") + did_you_mean(id, known));
}

// A silence that nobody searched for says nothing.
bool says_something(const evidence::Item& item) {
    return item.kind != evidence::Kind::Absence || !item.searched.empty();
}

// What the protocol's reading says about items, by id.
struct ItemReadings {
    explicit ItemReadings(const evidence::Reading& reading) {
        for (const auto& item : reading.set_aside) set_aside.insert(item.id);
        for (const auto& item : reading.regraded) grades.emplace(item.item, item.grade);
    }

    std::unordered_set<std::string_view> set_aside;
    std::unordered_map<std::string_view, evidence::Grade> grades;
};

ItemFacts facts_of(const evidence::Item& item, const evidence::CaseIndex& index, const ItemReadings& readings) {
    const auto other = readings.grades.find(item.id);
    return {.item = &item,
            .kind = item.kind == evidence::Kind::Absence ? evidence::Kind::Words : item.kind,
            .grade = other == readings.grades.end() ? evidence::grade_of(item, index) : other->second,
            .outlet_class = evidence::class_of(item, index),
            .leaning = evidence::leaning_of(item, index)};
}

// Gathers the codings of one coder after another into a selection whose items are already chosen.
class Gatherer {
public:
    Gatherer(Selection& selection, const evidence::CaseIndex& index) : selection_(selection), index_(index) {
        position_.assign(selection.which->items.size(), kNotSelected);
        for (std::uint32_t i = 0; i < selection.items.size(); ++i) position_[case_index(*selection.items[i].item)] = i;
        const auto& factors = selection.theory->factors;
        for (std::uint32_t i = 0; i < factors.size(); ++i) factor_.emplace(factors[i].id, i);
    }

    void gather(const evidence::Coder& coder) {
        const auto number = static_cast<std::uint32_t>(selection_.coders.size());
        std::vector<bool> read(selection_.items.size(), false);
        bool any = false;
        for (const auto& coding : coder.codings) {
            const auto item = item_of(coding);
            if (item == kNotSelected || !take(coding, item, number)) continue;
            read[item] = true;
            any = true;
        }
        if (!any) return;
        for (const auto& id : coder.read) {
            if (const auto item = position(id); item != kNotSelected) read[item] = true;
        }
        selection_.coders.push_back(&coder);
        selection_.read.push_back(std::move(read));
    }

private:
    std::size_t case_index(const evidence::Item& item) const {
        return static_cast<std::size_t>(&item - selection_.which->items.data());
    }

    std::uint32_t position(std::string_view id) const {
        const auto* item = index_.item(id);
        return item == nullptr ? kNotSelected : position_[case_index(*item)];
    }

    std::uint32_t item_of(const evidence::Coding& coding) const {
        if (coding.theory != selection_.theory->id || coding.baseline != selection_.baseline->id) return kNotSelected;
        return position(coding.item);
    }

    // True if the coding shows that its coder read the item.
    bool take(const evidence::Coding& coding, std::uint32_t item, std::uint32_t coder) {
        if (coding.factor == evidence::kOutside) {
            selection_.outside.push_back(item);
            return true;
        }
        const auto factor = factor_.find(coding.factor);
        if (factor == factor_.end()) return false;
        selection_.readings.push_back(
            {.item = item,
             .coder = coder,
             .factor = factor->second,
             .cluster = coding.cluster.empty() ? cluster(coding.item, alone_) : cluster(coding.cluster, cluster_),
             .aspect = aspect(factor->second, coding.aspect),
             .direction = coding.direction,
             .novelty = coding.novelty,
             .specificity = coding.specificity,
             .coding = &coding});
        return true;
    }

    using Clusters = std::unordered_map<std::string_view, std::uint32_t>;

    std::uint32_t cluster(std::string_view name, Clusters& known) {
        const auto next = static_cast<std::uint32_t>(selection_.cluster_names.size());
        const auto [found, added] = known.emplace(name, next);
        if (added) selection_.cluster_names.push_back(name);
        return found->second;
    }

    int aspect(std::uint32_t factor, std::string_view id) const {
        const auto& aspects = selection_.theory->factors[factor].aspects;
        const auto found = std::ranges::find(aspects, id, &evidence::Aspect::id);
        return found == aspects.end() ? kNoAspect : static_cast<int>(found - aspects.begin());
    }

    Selection& selection_;
    const evidence::CaseIndex& index_;
    std::vector<std::uint32_t> position_;  // of an item of the case in the selection
    std::unordered_map<std::string_view, std::uint32_t> factor_;
    Clusters cluster_;
    Clusters alone_;  // items without a cluster, by id: apart from a cluster that happens to be called like one
};

}  // namespace

Content content_of(const Reading& reading, const ItemFacts& facts) noexcept {
    return {.kind = facts.kind,
            .direction = reading.direction,
            .novelty = reading.novelty,
            .specificity = reading.specificity};
}

bool known_too_late(const evidence::Item& item, const evidence::Case& which, const evidence::CaseIndex& index) {
    const auto since = evidence::known_since(item, index);
    return since && *since > which.cutoff;
}

std::vector<const evidence::Coder*> chosen_coders(const evidence::Case& which, const std::vector<std::string>& ids) {
    std::vector<std::string> known;
    for (const auto& coder : which.coders) known.push_back(coder.id);
    for (const auto& id : ids) {
        if (std::ranges::find(known, id) != known.end()) continue;
        throw Error(ErrorKind::NotFound, "the case has no coder '" + id + "'",
                    "its coders are " + joined(known, ", ") + did_you_mean(id, known));
    }
    std::vector<const evidence::Coder*> chosen;
    for (const auto& coder : which.coders) {
        if (ids.empty() || std::ranges::find(ids, coder.id) != ids.end()) chosen.push_back(&coder);
    }
    return chosen;
}

Selection select(const evidence::Case& which, const evidence::CaseIndex& index, const evidence::Theory& theory,
                 const evidence::Reading& reading, const Question& question) {
    Selection selection;
    selection.which = &which;
    selection.theory = &theory;
    selection.baseline = &known_period(which, question.baseline);
    selection.focal = &known_period(which, question.focal);
    require(selection.baseline != selection.focal, "baseline and focal period are both '" + question.focal + "'",
            "compare a period with another one");

    const ItemReadings readings(reading);
    for (const auto& item : which.items) {
        if (!evidence::belongs_to(item, *selection.focal) || readings.set_aside.contains(item.id)) continue;
        if (!says_something(item) || known_too_late(item, which, index)) continue;
        selection.items.push_back(facts_of(item, index, readings));
    }
    const auto coders = chosen_coders(which, question.coders);
    Gatherer gatherer(selection, index);
    for (const auto* coder : coders) gatherer.gather(*coder);

    std::ranges::sort(selection.outside);
    const auto repeated = std::ranges::unique(selection.outside);
    selection.outside.erase(repeated.begin(), repeated.end());
    return selection;
}

}  // namespace entente::assessment
