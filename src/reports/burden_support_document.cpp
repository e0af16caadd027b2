// burden: what hosts pay of the forces they host, how much of that depends on what is counted, and figures in one coin.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_parts.hpp"
#include "reports/burden_words.hpp"
#include "reports/names.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

const evidence::Figure* figure_of(const workbench::BurdenOfCase& of_case, const std::string& id) {
    const auto& figures = of_case.open->content.figures;
    const auto found = std::find_if(figures.begin(), figures.end(), [&id](const auto& each) { return each.id == id; });
    return found == figures.end() ? nullptr : &*found;
}

std::string figure_name(const workbench::BurdenOfCase& of_case, const std::string& id) {
    const auto* figure = figure_of(of_case, id);
    return figure == nullptr || figure->name.empty() ? id : figure->name;
}

// `billion USD`
std::string unit_of(const evidence::Figure* figure) {
    if (figure == nullptr) return {};
    return figure->currency.empty() ? figure->unit : fmt::format("{} {}", figure->unit, figure->currency);
}

std::string in_unit(double amount, const std::string& unit) {
    return unit.empty() ? value_words(amount) : fmt::format("{} {}", value_words(amount), unit);
}

std::string age_words(const workbench::SupportResult& result, int year) {
    if (result.years_old <= 0) return {};
    return fmt::format(" The figure is {} older than {}.", counted(result.years_old, "year"), year);
}

const evidence::SupportExtra* extra_of(const evidence::HostSupport& support, const std::string& id) {
    const auto found =
        std::find_if(support.extras.begin(), support.extras.end(), [&id](const auto& each) { return each.id == id; });
    return found == support.extras.end() ? nullptr : &*found;
}

std::string support_in_words(const workbench::SupportResult& result, const workbench::BurdenOfCase& of_case, int year) {
    const auto& support = *result.support;
    const auto head = fmt::format("{} for the forces of {}, {}", actor_words(support.host, *of_case.open),
                                  actor_words(support.guest, *of_case.open), to_text(support.as_of));
    if (!result.share || result.share->variants.empty()) {
        if (result.published) {
            return fmt::format(
                "{}: {}%, as published; the amounts behind it are not known, so nothing can be varied.{}", head,
                plain_number(*result.published), age_words(result, year));
        }
        return fmt::format("{}: cannot be computed: {}.", head, result.why_not);
    }
    const auto& share = *result.share;
    const auto unit = unit_of(figure_of(of_case, support.paid));
    const auto& plain = share.variants.front();
    auto words = fmt::format("{}: {} of {}, as the source counts.", head, percent(plain.share),
                             in_unit(plain.paid + plain.cost, unit));
    if (share.variants.size() > 1) {
        words += fmt::format(" What is counted moves it from {} to {}.", percent(share.least), percent(share.most));
    }
    if (share.cost_for_half) {
        words += fmt::format(" It falls to one half once the guest's side counts {} more.",
                             in_unit(*share.cost_for_half, unit));
    }
    if (result.published) words += fmt::format(" Published: {}%.", plain_number(*result.published));
    return words + age_words(result, year);
}

void add_variants(Document& document, const workbench::SupportResult& result, const std::string& unit) {
    if (!result.share || result.share->variants.size() < 2) return;
    Table table;
    table.columns = {{"counted as well", Align::Left, true, true},
                     {"host pays", Align::Right},
                     {"guest pays", Align::Right},
                     {"host's share", Align::Right}};
    constexpr std::size_t kShown = 8;
    for (const auto& variant : result.share->variants) {
        if (table.rows.size() == kShown) break;
        std::vector<std::string> names;
        for (const auto& id : variant.counted) {
            const auto* extra = extra_of(*result.support, id);
            names.push_back(extra == nullptr || extra->says.empty()
                                ? id
                                : fmt::format("{} ({})", extra->says,
                                              extra->side == evidence::SupportSide::Paid ? "host" : "guest"));
        }
        table.rows.push_back({{names.empty() ? "nothing: as the source counts" : joined(names, " + ")},
                              {in_unit(variant.paid, unit)},
                              {in_unit(variant.cost, unit)},
                              {percent(variant.share)}});
    }
    const auto rest = result.share->variants.size() - table.rows.size();
    document.table(std::move(table));
    if (rest > 0)
        document.paragraph(Text{fmt::format("and {} more combinations (in --format json)", rest), Tone::Faint}, 1);
}

std::string basis_words(evidence::RateBasis basis) {
    return basis == evidence::RateBasis::PurchasingPower ? "purchasing power" : std::string(name_of(basis));
}

std::string rate_words(const workbench::BurdenOfCase& of_case, const std::string& id) {
    const auto& record = of_case.open->content.burden;
    if (id.empty() || !record) return "—";
    for (const auto& rate : record->conversions) {
        if (rate.id != id) continue;
        return fmt::format("{} {} for 1 {}, {} {}", value_words(rate.rate), rate.from, rate.to, basis_words(rate.basis),
                           to_text(rate.as_of));
    }
    return id;
}

std::string coin_in_words(const workbench::BurdenOfCase::Coin& each) {
    const auto& coin = each.coin;
    if (!coin.least || !coin.most) {
        return fmt::format("{}: the figures cannot be brought into {}.", each.quantity->name, each.quantity->into);
    }
    const auto unit = coin.unit.empty() ? each.quantity->into : coin.unit;
    auto words =
        fmt::format("{}: {} to {} {}", each.quantity->name, value_words(*coin.least), value_words(*coin.most), unit);
    if (coin.ratio) words += fmt::format("; the largest is {} times the least", value_words(*coin.ratio));
    words += ".";
    if (!coin.differ_in.empty())
        words += fmt::format(" They differ in {}.", listed(coin.differ_in, coin.differ_in.size()));
    return words;
}

}  // namespace

void add_supports(Document& document, const workbench::BurdenOfCase& of_case, const workbench::BurdenResult& result) {
    if (of_case.supports.empty()) return;
    document.heading("What hosts pay of the forces they host");
    for (const auto& support : of_case.supports) {
        document.paragraph(Text{support_in_words(support, of_case, result.year), Tone::Bold}, 1);
        const auto sources = cited(support.support->sources);
        auto definition = support.support->definition;
        if (!sources.empty()) definition += fmt::format(" [{}]", sources);
        if (!definition.empty()) document.paragraph(Text{definition, Tone::Faint}, 3);
        add_variants(document, support, unit_of(figure_of(of_case, support.support->paid)));
        for (const auto& extra : support.support->extras) {
            if (extra.amount_basis.empty()) continue;
            document.paragraph(Text{fmt::format("{}: {}", extra.says, extra.amount_basis), Tone::Faint}, 3);
        }
    }
}

void add_coins(Document& document, const workbench::BurdenOfCase& of_case) {
    if (of_case.coins.empty()) return;
    document.heading("The same quantity in one currency");
    for (const auto& each : of_case.coins) {
        document.paragraph(Text{coin_in_words(each), Tone::Bold}, 1);
        if (!each.quantity->why.empty()) document.paragraph(each.quantity->why, 3);
        Table table;
        table.columns = {
            {"figure", Align::Left, true, true},
            {"as stated", Align::Right},
            {"of"},
            {"rate", Align::Left, true, true},
            {fmt::format("in {}", each.coin.unit.empty() ? each.quantity->into : each.coin.unit), Align::Right}};
        const bool of_something = !each.quantity->per.empty();
        if (of_something)
            table.columns.push_back(
                {fmt::format("of {}", figure_name(of_case, each.quantity->per)), Align::Right, true});
        bool some_fail = false;
        for (const auto& converted : each.coin.figures) some_fail = some_fail || !converted.why_not.empty();
        if (some_fail) table.columns.push_back({"not converted", Align::Left, false, true, false, true});
        for (auto& column : table.columns) column.title_wraps = true;
        for (const auto& converted : each.coin.figures) {
            const auto* figure = figure_of(of_case, converted.figure);
            std::vector<Text> row{{figure_name(of_case, converted.figure)},
                                  {figure == nullptr ? "—" : in_unit(figure->value, unit_of(figure))},
                                  {figure == nullptr ? "—" : to_text(figure->as_of)},
                                  {rate_words(of_case, converted.conversion)},
                                  {converted.value ? value_words(*converted.value) : "—"}};
            if (of_something) row.emplace_back(converted.share ? percent(*converted.share, 2) : "—");
            if (some_fail) row.emplace_back(converted.why_not);
            table.rows.push_back(std::move(row));
        }
        document.table(std::move(table));
    }
}

}  // namespace entente::reports
