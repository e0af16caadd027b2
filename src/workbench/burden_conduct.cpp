// What guarantors said and did, period by period, and whether the one bore out the other.
#include <algorithm>
#include <map>

#include "workbench/burden_parts.hpp"

namespace entente::workbench {
namespace {

using evidence::ConductEntry;

constexpr std::size_t kConducts = NamesOf<evidence::Conduct>::names.size();

class ConductOfCase {
public:
    explicit ConductOfCase(const OpenCase& open) : open_(open), index_(open.content) {
        for (const auto& entry : open.content.burden->conduct) {
            const auto* item = index_.item(entry.item);
            if (item == nullptr || !item->dated) continue;
            const auto known = evidence::known_since(*item, index_);
            if (known && *known > open.content.cutoff) continue;
            entries_.push_back(&entry);
            for (const auto period : periods_of(*item)) placed_.push_back({&entry, period});
        }
    }

    [[nodiscard]] std::vector<ConductCount> counts() const {
        std::map<std::pair<std::string, std::size_t>, ConductCount> all;
        for (const auto& [entry, period] : placed_) {
            auto& count = all[{entry->by.code, period}];
            if (count.by_conduct.empty()) start(count, *entry, period);
            ++count.by_conduct[static_cast<std::size_t>(entry->conduct)];
            const bool assures = evidence::assures(entry->conduct);
            if (!evidence::is_words(entry->conduct)) {
                ++(assures ? count.acts_assuring : count.acts_doubting);
                continue;
            }
            ++(assures ? count.words_assuring : count.words_doubting);
            if (answered(*entry, assures)) ++count.borne_out;
            if (answered(*entry, !assures)) ++count.belied;
        }
        std::vector<ConductCount> counts;
        for (auto& [key, count] : all) counts.push_back(std::move(count));
        return counts;
    }

private:
    struct Placed {
        const ConductEntry* entry;
        std::size_t period;  // a place among the case's; after the last: none
    };

    // Periods may overlap: an item counts in each that it belongs to.
    [[nodiscard]] std::vector<std::size_t> periods_of(const evidence::Item& item) const {
        const auto& periods = open_.content.periods;
        std::vector<std::size_t> found;
        for (std::size_t place = 0; place < periods.size(); ++place) {
            if (evidence::belongs_to(item, periods[place])) found.push_back(place);
        }
        if (found.empty()) found.push_back(periods.size());
        return found;
    }

    void start(ConductCount& count, const ConductEntry& entry, std::size_t period) const {
        const auto& periods = open_.content.periods;
        count.by_conduct.assign(kConducts, 0);
        const auto day = period < periods.size() ? periods[period].end : open_.content.cutoff;
        count.guarantor.code = entry.by.code;
        count.guarantor.name = open_.states.name_of(entry.by.code, day);
        if (count.guarantor.name.empty()) count.guarantor.name = entry.by.written;
        const auto* row = open_.states.row_of(entry.by.code, day);
        if (row != nullptr) count.guarantor.number = row->cow_number;
        if (period < periods.size()) count.period = periods[period].id;
    }

    // Whether an act that answers these words points that way.
    [[nodiscard]] bool answered(const ConductEntry& words, bool assuring) const {
        return std::any_of(entries_.begin(), entries_.end(), [&](const ConductEntry* one) {
            return one->answers == words.item && !evidence::is_words(one->conduct) &&
                   evidence::assures(one->conduct) == assuring;
        });
    }

    const OpenCase& open_;
    evidence::CaseIndex index_;
    std::vector<const ConductEntry*> entries_;
    std::vector<Placed> placed_;
};

}  // namespace

std::vector<ConductCount> conduct_of(const OpenCase& open) {
    if (!open.content.burden) return {};
    return ConductOfCase(open).counts();
}

}  // namespace entente::workbench
