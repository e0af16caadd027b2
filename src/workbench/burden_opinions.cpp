// Who thinks what, and how far it moved: polls with their sampling error, statements by what coders read into them.
#include <algorithm>
#include <map>

#include "core/text.hpp"
#include "workbench/burden_parts.hpp"

namespace entente::workbench {
namespace {

constexpr double kPercent = 100;

std::optional<OpinionPoint> poll_of(const evidence::Figure* figure) {
    if (figure == nullptr || !figure->readable) return std::nullopt;
    const bool percent = figure->unit.starts_with("percent") || figure->unit.starts_with("per cent");
    const double share = percent ? figure->value / kPercent : figure->value;
    if (share < 0 || share > 1) return std::nullopt;
    OpinionPoint point;
    point.date =
        figure->field_begin && figure->field_end ? day_range(*figure->field_begin, *figure->field_end) : figure->as_of;
    point.value = share;
    point.n = figure->sample_size;
    point.figure = figure->id;
    return point;
}

// The codings of one year's statements.
struct StatementsOfYear {
    std::vector<std::string> items;
    std::optional<Date> dates;
    double assuring = 0;  // of each statement, the part of its coders who read it so
};

// A statement that nobody coded says nothing here.
std::vector<OpinionPoint> statements_of(const OpenCase& open, const evidence::OpinionSeries& series,
                                        const evidence::CaseIndex& index) {
    std::map<int, StatementsOfYear> years;
    for (const auto& id : series.items) {
        const auto* item = index.item(id);
        if (item == nullptr || !item->dated) continue;
        int codings = 0;
        int assuring = 0;
        for (const auto& coder : open.content.coders) {
            for (const auto& coding : coder.codings) {
                // What no factor of the theory can see has no direction.
                const bool counts =
                    coding.item == id && coding.theory == open.theory.id && coding.factor != evidence::kOutside;
                if (!counts) continue;
                ++codings;
                if (coding.direction == evidence::Direction::Endurance) ++assuring;
            }
        }
        if (codings == 0) continue;
        auto& year = years[year_of(item->date.first)];
        year.items.push_back(id);
        year.assuring += static_cast<double>(assuring) / codings;
        year.dates = year.dates ? day_range(std::min(year.dates->first, item->date.first),
                                            std::max(year.dates->last, item->date.last))
                                : item->date;
    }
    std::vector<OpinionPoint> points;
    for (const auto& [year, statements] : years) {
        OpinionPoint point;
        point.date = *statements.dates;
        point.value = statements.assuring / static_cast<double>(statements.items.size());
        point.figure = joined(statements.items, ", ");
        points.push_back(std::move(point));
    }
    return points;
}

const OpinionPoint* in_year(const OpinionResult& series, int year) {
    const auto found = std::find_if(series.points.begin(), series.points.end(),
                                    [year](const OpinionPoint& point) { return year_of(point.date.first) == year; });
    return found == series.points.end() ? nullptr : &*found;
}

// From each year in which both were asked to the next one.
void compare(const OpinionResult& person, const OpinionResult& country, std::vector<PersonAgainstCountry>& results) {
    const OpinionPoint* before = nullptr;
    const OpinionPoint* country_before = nullptr;
    for (const auto& point : person.points) {
        const auto* of_country = in_year(country, year_of(point.date.first));
        if (of_country == nullptr || of_country == country_before) continue;
        if (before != nullptr) {
            PersonAgainstCountry result;
            result.person = person.series->id;
            result.country = country.series->id;
            result.from = before->date;
            result.to = point.date;
            result.person_change = point.value - before->value;
            result.country_change = of_country->value - country_before->value;
            if (result.country_change != 0) result.ratio = result.person_change / result.country_change;
            results.push_back(std::move(result));
        }
        before = &point;
        country_before = of_country;
    }
}

}  // namespace

std::vector<OpinionResult> opinions_of(const OpenCase& open) {
    std::vector<OpinionResult> results;
    if (!open.content.burden) return results;
    const evidence::CaseIndex index(open.content);
    for (const auto& series : open.content.burden->opinions) {
        OpinionResult result;
        result.series = &series;
        for (const auto& id : series.figures) {
            if (auto point = poll_of(index.figure(id))) result.points.push_back(std::move(*point));
        }
        if (series.figures.empty()) result.points = statements_of(open, series, index);
        for (std::size_t place = 1; place < result.points.size(); ++place) {
            const auto& before = result.points[place - 1];
            auto& now = result.points[place];
            now.change = burden::opinion_change({before.value, before.n}, {now.value, now.n});
        }
        results.push_back(std::move(result));
    }
    return results;
}

std::vector<PersonAgainstCountry> persons_against_countries(const std::vector<OpinionResult>& opinions) {
    using evidence::OpinionAbout;
    std::vector<PersonAgainstCountry> results;
    for (const auto& person : opinions) {
        if (person.series->about != OpinionAbout::Person) continue;
        for (const auto& country : opinions) {
            const bool alike =
                country.series->about == OpinionAbout::Country && country.series->of.code == person.series->of.code &&
                country.series->audience == person.series->audience && country.series->issue == person.series->issue;
            if (alike) compare(person, country, results);
        }
    }
    return results;
}

}  // namespace entente::workbench
