#include "datasets/alarm_versions.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::datasets {
namespace {

std::string id_of(const Alarm& alarm) {
    return alarm.dataset + '@' + alarm.version;
}

// What it says, whichever version it is of.
std::string without_version(const Alarm& alarm) {
    std::string text = alarm.what;
    const std::string id = id_of(alarm);
    for (auto at = text.find(id); at != std::string::npos; at = text.find(id, at + alarm.dataset.size())) {
        text.replace(at, id.size(), alarm.dataset);
    }
    return text;
}

bool is_of_one_table(AlarmKind kind) {
    return kind != AlarmKind::Disagreement && kind != AlarmKind::Versions && kind != AlarmKind::Rows;
}

bool say_the_same(const Alarm& one, const Alarm& two) {
    return one.kind == two.kind && one.gravity == two.gravity && one.dataset == two.dataset &&
           one.version != two.version && one.variable == two.variable && one.pattern == two.pattern &&
           one.units == two.units && one.worst == two.worst && without_version(one) == without_version(two);
}

}  // namespace

void say_once(std::vector<Alarm>& alarms, const IsOlder& is_older) {
    std::vector<Alarm> kept;
    for (Alarm& alarm : alarms) {
        const auto known = std::find_if(kept.begin(), kept.end(), [&](const Alarm& one) {
            return is_of_one_table(alarm.kind) && say_the_same(one, alarm);
        });
        if (known == kept.end()) {
            kept.push_back(std::move(alarm));
            continue;
        }
        const bool known_is_older = is_older(alarm.dataset, known->version, alarm.version);
        Alarm& newer = known_is_older ? alarm : *known;
        const Alarm& older = known_is_older ? *known : alarm;
        newer.older.insert(newer.older.end(), older.older.begin(), older.older.end());
        newer.older.push_back(older.version);
        if (known_is_older) *known = std::move(alarm);
    }
    for (Alarm& alarm : kept) {
        std::sort(alarm.older.begin(), alarm.older.end(),
                  [&](const std::string& one, const std::string& two) { return is_older(alarm.dataset, one, two); });
    }
    alarms = std::move(kept);
}

}  // namespace entente::datasets
