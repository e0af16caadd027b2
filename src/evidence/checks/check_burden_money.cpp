// Sums of money in the record of burdens: none of two currencies without a conversion; and what is in percent.
#include <algorithm>
#include <optional>
#include <set>

#include "core/text.hpp"
#include "evidence/checks/parts.hpp"

namespace entente::evidence {

namespace {

constexpr double kWholePercent = 100;

// `percent`, `per cent`, `% of GDP`.
bool in_percent(const Figure& figure) {
    return figure.unit.starts_with("percent") || figure.unit.starts_with("per cent") || figure.unit.starts_with('%');
}

// A rate serves in both directions.
bool joins(const Conversion& conversion, std::string_view from, std::string_view to) {
    return (conversion.from == from && conversion.to == to) || (conversion.from == to && conversion.to == from);
}

class BurdenMoney {
public:
    BurdenMoney(const Case& which, Problems& problems) : burden_(*which.burden), index_(which), problems_(problems) {}

    void check() {
        for (const SameQuantity& same : burden_.same_quantities) check_comparison(same);
        for (const HostSupport& support : burden_.supports) check_support(support);
        for (const OpinionSeries& series : burden_.opinions) {
            for (const std::string& id : series.figures) {
                if (const Figure* figure = readable(id)) check_opinion(*figure, series);
            }
        }
        warn_of_missing_n();
    }

private:
    // Null where there is none, which is reported elsewhere.
    [[nodiscard]] const Figure* readable(const std::string& id) const {
        const Figure* figure = index_.figure(id);
        return figure != nullptr && figure->readable ? figure : nullptr;
    }

    // The conversions that the comparison names, if this case has all of them.
    [[nodiscard]] std::optional<std::vector<const Conversion*>> conversions_of(const SameQuantity& same) const {
        std::vector<const Conversion*> found;
        for (const std::string& id : same.conversions) {
            const auto is_it = [&id](const Conversion& each) { return each.id == id; };
            const auto one = std::find_if(burden_.conversions.begin(), burden_.conversions.end(), is_it);
            if (one == burden_.conversions.end()) return std::nullopt;  // reported
            found.push_back(&*one);
        }
        return found;
    }

    void check_comparison(const SameQuantity& same) {
        const auto conversions = conversions_of(same);
        if (!conversions || same.into.empty()) return;
        std::set<std::string_view> currencies;  // of the figures
        for (const std::string& id : same.figures) {
            const Figure* figure = readable(id);
            if (figure == nullptr) continue;
            currencies.insert(figure->currency);
            require_coin(*figure, same, *conversions);
        }
        if (const Figure* per = same.per.empty() ? nullptr : readable(same.per); per != nullptr) {
            if (per->currency != same.into) {
                problems_.error(same.where,
                                "the comparison is in " + same.into + ", and '" + per->id + "', by which it divides, " +
                                    (per->currency.empty() ? "states no currency" : "is in " + per->currency),
                                "name a figure in " + same.into);
            }
        }
        for (const Conversion* conversion : *conversions) {
            const bool used = std::any_of(currencies.begin(), currencies.end(), [&](std::string_view currency) {
                return joins(*conversion, currency, same.into);
            });
            if (used) continue;
            problems_.warn(same.where, "the comparison has no use for the conversion '" + conversion->id + "'",
                           "it joins " + conversion->from + " and " + conversion->to + "; take it out, or correct it");
        }
    }

    void require_coin(const Figure& figure, const SameQuantity& same,
                      const std::vector<const Conversion*>& conversions) {
        if (figure.currency == same.into) return;
        if (figure.currency.empty()) {
            problems_.error(same.where, "the comparison takes '" + figure.id + "' for money, and it states no currency",
                            "add 'currency' to the figure");
            return;
        }
        const auto leads = [&](const Conversion* each) { return joins(*each, figure.currency, same.into); };
        if (std::any_of(conversions.begin(), conversions.end(), leads)) return;
        problems_.error(same.where,
                        "the comparison is in " + same.into + ", '" + figure.id + "' is in " + figure.currency +
                            ", and no conversion joins the two",
                        "add a [[conversion]] from " + figure.currency + " to " + same.into +
                            " with its rate and source, and name it under 'conversions'");
    }

    void check_support(const HostSupport& support) {
        const Figure* paid = readable(support.paid);
        if (const Figure* cost = readable(support.cost)) require_same_coin(paid, *cost, support.where);
        for (const SupportExtra& extra : support.extras) {
            if (const Figure* figure = readable(extra.figure)) require_same_coin(paid, *figure, extra.where);
        }
        for (const Figure* amount : {paid, readable(support.cost)}) {
            if (amount == nullptr || amount->value >= 0) continue;
            problems_.error(support.where, "'" + amount->id + "' is below zero", "name an amount that was paid");
        }
        if (const Figure* share = readable(support.share)) check_share(*share, support.where);
    }

    // What is added and divided has to be of one kind.
    void require_same_coin(const Figure* paid, const Figure& other, const Position& where) {
        if (paid == nullptr || (paid->currency == other.currency && paid->unit == other.unit)) return;
        problems_.error(where,
                        "'" + paid->id + "' is in " + paid->unit + " " + paid->currency + " and '" + other.id +
                            "' in " + other.unit + " " + other.currency + ": they cannot be added",
                        "name a figure in the currency and unit of the other, converted by a stated rate");
    }

    void check_share(const Figure& share, const Position& where) {
        const std::string shown = "the share '" + share.id + "' is " + number_text(share.value) + " " + share.unit;
        if (!in_percent(share)) {
            problems_.error(where, shown + ", and not in percent", "a share is in percent: 74.5, unit = \"percent\"");
        } else if (!(share.value >= 0 && share.value <= kWholePercent)) {
            problems_.error(where, shown, "a share is from 0 to 100 percent");
        } else if (share.value > 0 && share.value < 1) {
            problems_.warn(where, shown,
                           "a share is in percent: did you mean " + number_text(share.value * kWholePercent) + "?");
        }
    }

    void check_opinion(const Figure& figure, const OpinionSeries& series) {
        if (!in_percent(figure)) {
            problems_.error(series.where,
                            "the opinion takes '" + figure.id + "' for a poll, and it is in " + figure.unit,
                            "name figures in percent of those asked");
        } else if (!(figure.value >= 0 && figure.value <= kWholePercent)) {
            problems_.error(series.where,
                            "the opinion '" + figure.id + "' is " + number_text(figure.value) + " " + figure.unit,
                            "a share of those asked is from 0 to 100 percent");
        } else if (!figure.sample_size) {
            if (without_n_.empty()) first_without_n_ = series.where;
            if (std::find(without_n_.begin(), without_n_.end(), figure.id) == without_n_.end()) {
                without_n_.push_back(figure.id);
            }
        }
    }

    // Many polls are known from reports that do not say how many were asked: one warning names them.
    void warn_of_missing_n() {
        if (without_n_.empty()) return;
        constexpr std::size_t kNamed = 3;
        const std::vector<std::string> named(without_n_.begin(),
                                             without_n_.begin() + std::min(kNamed, without_n_.size()));
        const std::string more =
            without_n_.size() > kNamed ? " and " + std::to_string(without_n_.size() - kNamed) + " more" : "";
        const std::string polls =
            without_n_.size() == 1 ? "the poll '" : std::to_string(without_n_.size()) + " polls of opinions, '";
        problems_.warn(first_without_n_,
                       polls + joined(named, "', '") + "'" + more +
                           (without_n_.size() == 1 ? " does not state n" : ", do not state n"),
                       "add it to the figure where the source says it; without it a change has no interval");
    }

    const BurdenRecord& burden_;
    CaseIndex index_;
    Problems& problems_;
    std::vector<std::string> without_n_;
    Position first_without_n_;
};

}  // namespace

void check_burden_money(const Case& which, Problems& problems) {
    if (which.burden) BurdenMoney(which, problems).check();
}

}  // namespace entente::evidence
