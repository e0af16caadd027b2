#include <algorithm>
#include <map>

#include "evidence/checks/parts.hpp"

namespace entente::evidence {

namespace {

// True where a date that decides about it could not be read.
bool may_belong_to(const Item& item, const Period& period) {
    return !dates_known(item, period) || belongs_to(item, period);
}

void check_periods(const Case& which, Problems& problems) {
    for (const Period& period : which.periods) {
        if (!period.dated || period.begin <= period.end) continue;
        problems.error(period.where, "the period '" + period.id + "' ends before it begins",
                       "exchange its begin and end, or correct one of them");
    }
    for (const Treaty& treaty : which.alliance.treaties) {
        const auto begin = treaty.in_force ? treaty.in_force : treaty.signed_on;
        if (!begin || !treaty.ended || *begin <= *treaty.ended) continue;
        problems.error(treaty.where, "the treaty '" + treaty.id + "' ends before it begins",
                       "correct the days on which it was signed, entered into force or ended");
    }
}

void check_items(const Case& which, Problems& problems) {
    for (const Item& item : which.items) {
        const bool used = std::any_of(which.periods.begin(), which.periods.end(),
                                      [&item](const Period& period) { return may_belong_to(item, period); });
        if (used) continue;
        problems.warn(item.where, "the item '" + item.id + "' (" + to_text(item.date) + ") lies in no period",
                      "it is kept and not used; extend a period, or name one with 'period'");
    }
}

// The periods judged against each baseline: those that say so, and the case's focal period against its baseline.
std::multimap<std::string_view, const Period*> periods_by_baseline(const Case& which) {
    std::multimap<std::string_view, const Period*> periods;
    for (const Period& period : which.periods) {
        if (!period.baseline.empty()) periods.emplace(period.baseline, &period);
        if (period.id == which.focal && period.baseline != which.baseline) periods.emplace(which.baseline, &period);
    }
    return periods;
}

void check_coded_items(const Case& which, Problems& problems) {
    const CaseIndex index(which);
    const auto judged = periods_by_baseline(which);
    for (const Coder& coder : which.coders) {
        for (const Coding& coding : coder.codings) {
            const Item* item = index.item(coding.item);
            if (item == nullptr || find_period(which, coding.baseline) == nullptr) continue;
            const auto [first, last] = judged.equal_range(coding.baseline);
            const bool used =
                std::any_of(first, last, [item](const auto& entry) { return may_belong_to(*item, *entry.second); });
            if (used) continue;
            problems.warn(coding.where,
                          "the item '" + item->id + "' (" + to_text(item->date) +
                              ") lies outside every period judged against " + coding.baseline,
                          "the coding is not used; correct its baseline, or the periods");
        }
    }
}

}  // namespace

void check_spans(const Case& which, Problems& problems) {
    check_periods(which, problems);
    if (which.lost_in.contains(CasePart::CaseFile)) return;  // the period of an item may be among what was lost
    check_items(which, problems);
    check_coded_items(which, problems);
}

}  // namespace entente::evidence
