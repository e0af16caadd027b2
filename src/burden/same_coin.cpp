#include "burden/same_coin.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <string_view>

#include <fmt/format.h>

namespace entente::burden {
namespace {

using evidence::Conversion;
using evidence::Figure;

struct Amount {
    std::string_view unit;
    double size;
};
constexpr std::array<Amount, 4> kAmounts{{{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}}};

const Amount* amount_of(const Figure& figure) {
    const auto found = std::find_if(kAmounts.begin(), kAmounts.end(),
                                    [&](const Amount& amount) { return amount.unit == figure.unit; });
    return found == kAmounts.end() ? nullptr : &*found;
}

template <typename Entry>
const Entry* find_by_id(std::span<const Entry> entries, std::string_view id) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [id](const Entry& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

// Empty if its value is an amount of money.
std::string why_no_amount(const Figure* figure) {
    if (figure == nullptr) return "there is no such figure";
    if (!figure->readable) return "its value or date could not be read";
    if (amount_of(*figure) == nullptr) {
        return figure->unit.empty() ? "its unit is not stated" : fmt::format("{} is no amount of money", figure->unit);
    }
    if (figure->currency.empty()) return "its currency is not stated";
    return {};
}

long days_apart(const Date& one, const Date& other) {
    if (one.last < other.first) return (other.first - one.last).count();
    if (other.last < one.first) return (one.first - other.last).count();
    return 0;
}

std::vector<const Conversion*> rates_for(const Figure& figure, const evidence::SameQuantity& which,
                                         std::span<const Conversion> conversions) {
    std::vector<const Conversion*> rates;
    long nearest = 0;
    for (const auto& id : which.conversions) {
        const auto* rate = find_by_id(conversions, id);
        if (rate == nullptr || !(rate->rate > 0)) continue;
        const bool there = rate->from == figure.currency && rate->to == which.into;
        const bool back = rate->to == figure.currency && rate->from == which.into;
        if (!there && !back) continue;
        const long days = days_apart(rate->as_of, figure.as_of);
        if (!rates.empty() && days > nearest) continue;
        if (!rates.empty() && days < nearest) rates.clear();
        nearest = days;
        rates.push_back(rate);
    }
    return rates;
}

double converted(const Figure& figure, const Conversion& rate) {
    return rate.from == figure.currency ? figure.value / rate.rate : figure.value * rate.rate;
}

// What those that were compared say of one thing; silence is no difference.
class Differences {
public:
    explicit Differences(std::string name) : name_(std::move(name)) {}

    void add(const std::string& said) {
        if (!said.empty()) said_.insert(said);
    }
    void name_in(std::vector<std::string>& names) const {
        if (said_.size() > 1) names.push_back(name_);
    }

private:
    std::string name_;
    std::set<std::string> said_;
};

// A figure that came in the common coin was converted by its source, at the rate it states or an unknown one, as soon
// as others had to be converted here.
std::string rate_of(const ConvertedFigure& converted, const Figure& figure) {
    if (!converted.conversion.empty()) return "conversion " + converted.conversion;
    return figure.exchange_rate.empty() ? "as published" : figure.exchange_rate;
}

std::vector<std::string> differences(const std::vector<ConvertedFigure>& compared, std::span<const Figure> figures) {
    std::array<Differences, 6> all{Differences("currency"),   Differences("price basis"), Differences("stage"),
                                   Differences("definition"), Differences("as-of"),       Differences("exchange rate")};
    for (const auto& one : compared) {
        if (!one.value) continue;
        const auto& figure = *find_by_id(figures, one.figure);
        all[0].add(figure.currency);
        all[1].add(figure.price_basis);
        all[2].add(figure.stage);
        all[3].add(figure.definition);
        all[4].add(to_text(figure.as_of));
        all[5].add(rate_of(one, figure));
    }
    std::vector<std::string> names;
    for (const auto& one : all) one.name_in(names);
    return names;
}

void add_extremes(SameCoin& result) {
    for (const auto& one : result.figures) {
        if (!one.value) continue;
        result.least = std::min(result.least.value_or(*one.value), *one.value);
        result.most = std::max(result.most.value_or(*one.value), *one.value);
    }
    if (result.least && *result.least > 0) result.ratio = *result.most / *result.least;
}

}  // namespace

SameCoin same_coin(const evidence::SameQuantity& which, std::span<const Figure> figures,
                   std::span<const Conversion> conversions) {
    SameCoin result;
    const auto* per = find_by_id(figures, which.per);
    if (!why_no_amount(per).empty() || per->currency != which.into || !(per->value > 0)) per = nullptr;
    const Amount* common = nullptr;
    for (const auto& id : which.figures) {
        const auto* figure = find_by_id(figures, id);
        ConvertedFigure one{id, {}, {}, {}, why_no_amount(figure)};
        if (!one.why_not.empty()) {
            result.figures.push_back(std::move(one));
            continue;
        }
        if (common == nullptr) common = amount_of(*figure);
        const auto add = [&](double value) {
            one.value = value * (amount_of(*figure)->size / common->size);
            if (per != nullptr) one.share = *one.value * (common->size / amount_of(*per)->size) / per->value;
            result.figures.push_back(one);
        };
        if (figure->currency == which.into) {
            add(figure->value);
            continue;
        }
        const auto rates = rates_for(*figure, which, conversions);
        for (const auto* rate : rates) {
            one.conversion = rate->id;
            add(converted(*figure, *rate));
        }
        if (!rates.empty()) continue;
        one.why_not = fmt::format("no rate between {} and {} is stated", figure->currency, which.into);
        result.figures.push_back(std::move(one));
    }
    if (common != nullptr) result.unit = fmt::format("{} {}", common->unit, which.into);
    add_extremes(result);
    result.differ_in = differences(result.figures, figures);
    return result;
}

}  // namespace entente::burden
