#include "workbench/coder_readings.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "core/text.hpp"

namespace entente::workbench {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

void require_known(const std::vector<std::string>& names, const std::vector<std::string>& known, const char* thing) {
    for (const auto& name : names) {
        if (contains(known, name)) continue;
        throw Error(ErrorKind::NotFound,
                    std::string("the case has no ") + thing + " '" + name + "'" + did_you_mean(name, known),
                    std::string("its ") + thing + "s: " + joined(known, ", "));
    }
}

template <typename Thing>
std::vector<std::string> ids_of(const std::vector<Thing>& things) {
    std::vector<std::string> ids;
    for (const auto& thing : things) ids.push_back(thing.id);
    return ids;
}

std::string baseline_of(const evidence::Period& period, const evidence::Case& which, const AgreementRequest& request) {
    if (!request.baseline.empty()) return request.baseline;
    if (!period.baseline.empty()) return period.baseline;
    return period.id == which.focal ? which.baseline : std::string{};
}

// The baselines that an item can be judged against, if it belongs to a chosen period and was known in time.
std::vector<std::string> baselines_of(const evidence::Item& item, const OpenCase& open, const AgreementRequest& request,
                                      const evidence::CaseIndex& index) {
    const auto known = evidence::known_since(item, index);
    if (known && *known > open.content.cutoff) return {};
    std::vector<std::string> baselines;
    for (const auto& period : open.content.periods) {
        if (!request.periods.empty() && !contains(request.periods, period.id)) continue;
        if (!evidence::belongs_to(item, period)) continue;
        const auto baseline = baseline_of(period, open.content, request);
        if (!baseline.empty() && !contains(baselines, baseline)) baselines.push_back(baseline);
    }
    return baselines;
}

// Item → the baselines that it can be judged against.
using Judged = std::map<std::string, std::vector<std::string>, std::less<>>;

Judged judged_items(const OpenCase& open, const AgreementRequest& request) {
    const evidence::CaseIndex index(open.content);
    Judged judged;
    for (const auto& item : open.content.items) judged.emplace(item.id, baselines_of(item, open, request, index));
    for (const auto& item : open.protocol.reading.set_aside) judged.erase(item.id);
    return judged;
}

CoderReadings readings_of(const evidence::Coder& coder, const std::string& theory, const Judged& judged) {
    CoderReadings readings{&coder, {}};
    for (const auto& coding : coder.codings) {
        const auto baselines = judged.find(coding.item);
        if (coding.theory != theory || baselines == judged.end()) continue;
        if (!contains(baselines->second, coding.baseline)) continue;
        auto& reading = readings.units[{coding.item, coding.baseline}];
        if (reading.first == nullptr) reading.first = &coding;
        reading.by_factor.try_emplace(coding.factor, &coding);
    }
    for (const auto& id : coder.read) {
        const auto baselines = judged.find(id);
        if (baselines == judged.end()) continue;
        for (const auto& baseline : baselines->second) readings.units.try_emplace({id, baseline});
    }
    return readings;
}

}  // namespace

const Reading* CoderReadings::of(const ReadingUnit& unit) const {
    const auto found = units.find(unit);
    return found == units.end() ? nullptr : &found->second;
}

const evidence::Coding* CoderReadings::coding(const ReadingUnit& unit, const std::string& factor) const {
    const auto* reading = of(unit);
    if (reading == nullptr) return nullptr;
    const auto found = reading->by_factor.find(factor);
    return found == reading->by_factor.end() ? nullptr : found->second;
}

std::vector<CoderReadings> readings_of(const OpenCase& open, const AgreementRequest& request) {
    require_known(request.coders, ids_of(open.content.coders), "coder");
    require_known(request.periods, ids_of(open.content.periods), "period");
    if (!request.baseline.empty()) require_known({request.baseline}, ids_of(open.content.periods), "period");
    const auto judged = judged_items(open, request);
    std::vector<CoderReadings> readings;
    for (const auto& coder : open.content.coders) {
        if (!request.coders.empty() && !contains(request.coders, coder.id)) continue;
        readings.push_back(readings_of(coder, open.theory.id, judged));
    }
    return readings;
}

int items_to_read(const OpenCase& open, const AgreementRequest& request) {
    std::size_t units = 0;
    for (const auto& [item, baselines] : judged_items(open, request)) units += baselines.size();
    return static_cast<int>(units);
}

std::vector<ReadingUnit> read_by_several(const std::vector<CoderReadings>& coders) {
    std::map<ReadingUnit, int> readers;
    for (const auto& coder : coders) {
        for (const auto& [unit, reading] : coder.units) ++readers[unit];
    }
    std::vector<ReadingUnit> units;
    for (const auto& [unit, count] : readers) {
        if (count > 1) units.push_back(unit);
    }
    return units;
}

}  // namespace entente::workbench
