#include "workbench/burden_numbers.hpp"

#include <algorithm>
#include <limits>

#include "core/error.hpp"

namespace entente::workbench {
namespace {

using evidence::BurdenFormula;

Reading scaled(Reading reading, double scale) {
    return reading.known() ? Reading::of(reading.value * scale) : reading;
}

Reading ratio(const Reading& value, const Reading& per) {
    if (!value.known()) return value;
    if (!per.known()) return per;
    return per.value == 0 ? Reading::missing(Reason::Undefined) : Reading::of(value.value / per.value);
}

// Of several reasons for one missing number, that of data which cover the year says more.
bool says_more(Reason one, Reason other) {
    const auto rank = [](Reason reason) {
        if (reason == Reason::NoDataset) return 0;
        return reason == Reason::OutsideCoverage ? 1 : 2;
    };
    return rank(one) > rank(other);
}

bool divides(BurdenFormula formula) {
    return formula == BurdenFormula::Ratio || formula == BurdenFormula::RelativeShare ||
           formula == BurdenFormula::FromLeader;
}

}  // namespace

void BurdenCaseFigures::add(const evidence::BurdenTheory& theory, const OpenCase& open) {
    any_case_ = true;
    if (!open.content.burden) return;
    for (const auto& figure : open.content.burden->figures) {
        const auto measure = measure_named(theory, figure.measure, theory.measures.size());
        const auto* row = open.states.row_of(figure.state.code, make_day(figure.year, 12, 31));
        if (!measure || row == nullptr) continue;
        values_.try_emplace({*measure, row->cow_number, figure.year}, figure.value);
        states_.insert(row->cow_number);
        auto& span = years_.try_emplace(*measure, datasets::YearSpan{figure.year, figure.year}).first->second;
        span = {std::min(span.first, figure.year), std::max(span.last, figure.year)};
    }
}

std::optional<datasets::YearSpan> BurdenCaseFigures::years_of(std::size_t measure) const {
    const auto found = years_.find(measure);
    return found == years_.end() ? std::nullopt : std::optional(found->second);
}

Reading BurdenCaseFigures::reading(std::size_t measure, int state, int year) const {
    const auto found = values_.find({measure, state, year});
    if (found != values_.end()) return Reading::of(found->second);
    return Reading::missing(any_case_ ? Reason::NotInCase : Reason::NoDataset);
}

BurdenNumbers::BurdenNumbers(const evidence::BurdenTheory& theory, BurdenColumns columns, BurdenCaseFigures figures)
    : theory_(&theory), columns_(std::move(columns)), figures_(std::move(figures)) {
    for (std::size_t place = 0; place < theory.measures.size(); ++place) {
        const auto& measure = theory.measures[place];
        auto& data = data_.emplace_back();
        auto& per = per_.emplace_back();
        bool at_hand_here = false;
        ensure(!divides(measure.formula) || !measure.per.empty(), "a theory says what its ratios are divided by");
        for (std::size_t i = 0; i < measure.data.size(); ++i) {
            data.push_back(input_of(measure.data[i], place, column_of(measure.formula)));
            bool whole = at_hand(data.back());
            if (divides(measure.formula)) {
                per.push_back(
                    input_of(measure.per.size() > i ? measure.per[i] : measure.per.back(), place, ColumnOf::State));
                whole = whole && at_hand(per.back());
            }
            at_hand_here = at_hand_here || whole;
        }
        from_store_.push_back(at_hand_here);
    }
}

BurdenNumbers::Input BurdenNumbers::input_of(const evidence::BurdenData& data, std::size_t measure, ColumnOf of) const {
    Input input;
    input.scale = data.scale;
    input.measure = measure_named(*theory_, data.column, measure);
    if (input.measure) return input;
    const auto column = columns_.find(data.column, of);
    ensure(column.has_value(), "every column of a theory is looked for");
    input.column = *column;
    return input;
}

bool BurdenNumbers::at_hand(const Input& input) const {
    return input.measure ? from_store_[*input.measure] : columns_.column(input.column).at_hand();
}

std::optional<datasets::YearSpan> BurdenNumbers::years_of(const Input& input) const {
    if (input.measure) return years_of(*input.measure);
    const auto& column = columns_.column(input.column);
    return column.at_hand() ? std::optional(column.years) : std::nullopt;
}

std::optional<datasets::YearSpan> BurdenNumbers::years_of(std::size_t measure, std::size_t place) const {
    auto span = years_of(data_[measure][place]);
    if (span && !per_[measure].empty()) {
        const auto per = years_of(per_[measure][place]);
        if (!per) return std::nullopt;
        span = datasets::YearSpan{std::max(span->first, per->first), std::min(span->last, per->last)};
    }
    return span && span->first <= span->last ? span : std::nullopt;
}

std::optional<datasets::YearSpan> BurdenNumbers::years_of(std::size_t measure) const {
    if (!from_store_[measure]) return figures_.years_of(measure);
    std::optional<datasets::YearSpan> all;
    for (std::size_t place = 0; place < data_[measure].size(); ++place) {
        const auto span = years_of(measure, place);
        if (!span) continue;
        all = all ? datasets::YearSpan{std::min(all->first, span->first), std::max(all->last, span->last)} : *span;
    }
    return all;
}

std::optional<datasets::YearSpan> BurdenNumbers::years_of_name(const std::string& measure_or_column) const {
    const auto measure = measure_named(*theory_, measure_or_column, theory_->measures.size());
    if (measure) return years_of(*measure);
    const auto column = columns_.find(measure_or_column, ColumnOf::State);
    if (!column || !columns_.column(*column).at_hand()) return std::nullopt;
    return columns_.column(*column).years;
}

Reading BurdenNumbers::value(const Input& input, int state, const BurdenGroup& group, int year) const {
    const auto found = input.measure ? in_year(*input.measure, state, group, year).value
                                     : columns_.of_state(input.column, state, year);
    return scaled(found, input.scale);
}

// Over the members of whom both are known, if these are enough of the group to stand for it.
Reading BurdenNumbers::sum(const Input& input, const Input* beside, const BurdenGroup& group, int year) const {
    double total = 0;
    std::size_t known = 0;
    for (const int member : group.members) {
        const auto one = value(input, member, group, year);
        if (!one.known() || (beside != nullptr && !value(*beside, member, group, year).known())) continue;
        total += one.value;
        ++known;
    }
    const auto needed = theory_->known_share * static_cast<double>(group.members.size());
    return known == 0 || static_cast<double>(known) < needed ? Reading::missing(Reason::Input) : Reading::of(total);
}

Reading BurdenNumbers::relative_share(const Input& data, const Input& per, int state, const BurdenGroup& group,
                                      int year) const {
    const auto share = ratio(value(data, state, group, year), sum(data, &per, group, year));
    const auto share_of_per = ratio(value(per, state, group, year), sum(per, &data, group, year));
    return ratio(share, share_of_per);
}

Reading BurdenNumbers::from_leader(const Input& data, const Input& per, int state, const BurdenGroup& group,
                                   int year) const {
    if (!group.leader && group.allied) return Reading::missing(Reason::Input);
    if (!group.leader || *group.leader == state) return Reading::missing(Reason::NotApplicable);
    return ratio(scaled(columns_.of_pair(data.column, *group.leader, state, year), data.scale),
                 value(per, state, group, year));
}

// How many of the other members the state owes it to, or is owed it by. One that is not known leaves the number open.
Reading BurdenNumbers::obligations(const Input& data, bool owed, int state, const BurdenGroup& group, int year) const {
    double count = 0;
    for (const int other : group.members) {
        if (other == state) continue;
        const auto one = owed ? columns_.of_pair(data.column, other, state, year)
                              : columns_.of_pair(data.column, state, other, year);
        if (!one.known()) return one;
        if (one.value > 0) ++count;
    }
    return Reading::of(count);
}

Reading BurdenNumbers::alternative(std::size_t measure, std::size_t place, int state, const BurdenGroup& group,
                                   int year) const {
    const auto& data = data_[measure][place];
    if (!at_hand(data) || (!per_[measure].empty() && !at_hand(per_[measure][place]))) {
        return Reading::missing(Reason::NoDataset);
    }
    switch (theory_->measures[measure].formula) {
        case BurdenFormula::Value:
            return value(data, state, group, year);
        case BurdenFormula::Ratio:
            return ratio(value(data, state, group, year), value(per_[measure][place], state, group, year));
        case BurdenFormula::ShareOfGroup:
            return ratio(value(data, state, group, year), sum(data, nullptr, group, year));
        case BurdenFormula::RelativeShare:
            return relative_share(data, per_[measure][place], state, group, year);
        case BurdenFormula::FromLeader:
            return from_leader(data, per_[measure][place], state, group, year);
        case BurdenFormula::ObligedTo:
            return obligations(data, false, state, group, year);
        case BurdenFormula::DefendedBy:
            return obligations(data, true, state, group, year);
        case BurdenFormula::CaseOnly:
            break;
    }
    return Reading::missing(Reason::NoDataset);
}

BurdenNumbers::InYear BurdenNumbers::in_year(std::size_t measure, int state, const BurdenGroup& group, int year) const {
    const auto count = data_[measure].size();
    if (!from_store_[measure]) return {figures_.reading(measure, state, year), static_cast<int>(count)};
    InYear none{Reading::missing(Reason::NoDataset), 0};
    for (std::size_t place = 0; place < count; ++place) {
        const auto one = alternative(measure, place, state, group, year);
        if (one.known()) return {scaled(one, theory_->measures[measure].scale), static_cast<int>(place)};
        if (says_more(one.reason, none.value.reason)) none = {one, static_cast<int>(place)};
    }
    return none;
}

burden::BurdenReading BurdenNumbers::reading(std::size_t measure, int state, const BurdenGroup& group, int year) const {
    const auto now = in_year(measure, state, group, year);
    if (now.value.known() || now.value.reason == Reason::NotApplicable) return {now.value, year, now.from};
    for (int back = 1; back <= theory_->measures[measure].stale_after; ++back) {
        const auto before = in_year(measure, state, group, year - back);
        if (before.value.known()) return {before.value, year - back, before.from};
    }
    return {now.value, year, now.from};
}

int BurdenNumbers::stands_in(const std::string& name) const {
    const auto* measure = evidence::find_measure(*theory_, name);
    if (measure == nullptr) measure = evidence::find_measure(*theory_, theory_->effort);
    return measure == nullptr ? 0 : measure->stale_after;
}

burden::BurdenReading BurdenNumbers::named(const std::string& name, int state, const BurdenGroup& group,
                                           int year) const {
    if (const auto measure = measure_named(*theory_, name, theory_->measures.size())) {
        return reading(*measure, state, group, year);
    }
    const auto column = columns_.find(name, ColumnOf::State);
    if (!column) return {Reading::missing(Reason::NoDataset), year, 0};
    const auto now = columns_.of_state(*column, state, year);
    if (now.known() || now.reason == Reason::NotApplicable) return {now, year, 0};
    for (int back = 1; back <= stands_in(name); ++back) {
        const auto before = columns_.of_state(*column, state, year - back);
        if (before.known()) return {before, year - back, 0};
    }
    return {now, year, 0};
}

std::string BurdenNumbers::unit_of(const std::string& name) const {
    const auto* measure = evidence::find_measure(*theory_, name);
    if (measure != nullptr) return measure->unit;
    const auto column = columns_.find(name, ColumnOf::State);
    return column ? columns_.column(*column).unit : std::string();
}

std::vector<int> BurdenNumbers::looked_at(std::vector<int> members) const {
    const bool store = std::find(from_store_.begin(), from_store_.end(), true) != from_store_.end();
    // Of a case that has no figures at all, the members are all that is known.
    if (!store && !figures_.empty())
        std::erase_if(members, [this](int member) { return !figures_.has_figures_of(member); });
    return members;
}

BurdenGroup BurdenNumbers::alliance(std::vector<int> members, int year) const {
    BurdenGroup made;
    made.members = std::move(members);
    for (int of_year = year; of_year >= year - stands_in(theory_->leader); --of_year) {
        std::size_t known = 0;
        double most = -std::numeric_limits<double>::infinity();
        std::optional<int> leader;
        for (const int member : made.members) {
            const auto one = named(theory_->leader, member, made, of_year);
            if (!one.value.known() || one.of_year != of_year) continue;
            ++known;
            if (one.value.value > most) {
                most = one.value.value;
                leader = member;
            }
        }
        const auto needed = theory_->known_share * static_cast<double>(made.members.size());
        if (known > 0 && static_cast<double>(known) >= needed) {
            made.leader = leader;
            return made;
        }
    }
    return made;
}

burden::GroupFacts BurdenNumbers::facts(const BurdenGroup& group, int year) const {
    burden::GroupFacts facts;
    facts.year = year;
    for (const int member : group.members) {
        auto& one = facts.members.emplace_back();
        one.state = member;
        one.size = named(theory_->size, member, group, year).value;
        for (std::size_t measure = 0; measure < theory_->measures.size(); ++measure) {
            one.measures.push_back(reading(measure, member, group, year));
        }
    }
    return facts;
}

}  // namespace entente::workbench
