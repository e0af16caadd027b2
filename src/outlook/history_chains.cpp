#include "outlook/history_chains.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>

namespace entente::outlook {

std::optional<Day> day_of(const RecordedDay& recorded, UnknownDay unknown) noexcept {
    using namespace std::chrono;
    constexpr unsigned kMiddle = 15;
    if (recorded.month < 1 || recorded.month > 12) return std::nullopt;
    const year_month which{year{recorded.year}, month{static_cast<unsigned>(recorded.month)}};
    if (!recorded.day) {
        if (unknown == UnknownDay::Last) return Day{which / last};
        return Day{which / day{unknown == UnknownDay::First ? 1 : kMiddle}};
    }
    if (*recorded.day < 1 || *recorded.day > 31) return std::nullopt;
    const auto whole = which / day{static_cast<unsigned>(*recorded.day)};
    return whole.ok() ? std::optional<Day>(whole) : std::nullopt;
}

std::vector<Chain> chains_of(std::span<const Stretch> stretches) {
    std::vector<std::size_t> order(stretches.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        const auto& a = stretches[one];
        const auto& b = stretches[other];
        return a.entry != b.entry ? a.entry < b.entry : a.phase < b.phase;
    });
    std::vector<Chain> chains;
    for (const auto place : order) {
        const auto& stretch = stretches[place];
        const auto last_day = [&](const Chain& chain) { return stretches[chain.members.back()].exit; };
        const auto goes_on = std::find_if(chains.begin(), chains.end(), [&](const Chain& chain) {
            const auto gap = stretch.entry - last_day(chain);
            return gap >= std::chrono::days{0} && gap <= std::chrono::days{kDaysBetweenPhases};
        });
        if (goes_on != chains.end()) {
            goes_on->members.push_back(place);
            continue;
        }
        const auto beside = std::find_if(chains.begin(), chains.end(),
                                         [&](const Chain& chain) { return last_day(chain) > stretch.entry; });
        Chain chain;
        chain.start =
            chains.empty() ? ChainStart::First : (beside != chains.end() ? ChainStart::Branch : ChainStart::Again);
        chain.began = beside != chains.end() ? beside->began : stretch.entry;
        chain.members = {place};
        chains.push_back(std::move(chain));
    }
    return chains;
}

}  // namespace entente::outlook
