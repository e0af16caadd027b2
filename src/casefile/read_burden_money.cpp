// burden.toml, what is about money: host-nation support, conversions, and figures that are taken for one another.
#include <algorithm>
#include <utility>

#include "casefile/number_reader.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

// ISO 4217: three capital letters. Required.
std::string read_currency(EntryReader& reader, std::string_view key) {
    std::string currency = reader.filled_text(key);
    const auto capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const bool code = currency.size() == 3 && std::all_of(currency.begin(), currency.end(), capital);
    if (!currency.empty() && !code) {
        reader.error_at(key, "'" + currency + "' is not a currency code",
                        "write three capital letters (ISO 4217): USD, JPY");
    }
    return currency;
}

evidence::SupportExtra read_extra(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::SupportExtra extra;
    extra.where = table.where;
    extra.id = reader.id();
    extra.says = reader.filled_text("says");
    extra.side = reader.choice<evidence::SupportSide>("side");
    extra.figure = reader.text_or("figure", "");
    if (reader.has("amount")) extra.amount = reader.not_negative("amount");
    extra.amount_basis = reader.text_or("amount_basis", "");
    reader.finish();
    if (extra.figure.empty() == !extra.amount) {
        problems.error(table.where,
                       "the extra has " + std::string(extra.amount ? "both a" : "neither a") + " figure " +
                           (extra.amount ? "and" : "nor") + " an amount",
                       "name a figure, or give an amount and say under 'amount_basis' where it comes from");
    } else if (extra.amount && extra.amount_basis.empty()) {
        problems.error(table.where, "the extra's amount comes from nowhere",
                       "say under 'amount_basis' where it comes from");
    }
    return extra;
}

// Either both amounts, or the share that somebody published; all three can stand beside each other.
void check_numbers(const evidence::HostSupport& support, Problems& problems) {
    if (support.paid.empty() != support.cost.empty()) {
        problems.error(support.where, "the support names only one of 'paid' and 'cost'",
                       "a share needs both amounts; or give the share that was published");
    } else if (support.paid.empty() && support.share.empty()) {
        problems.error(support.where, "the support has no number", "name figures as 'paid' and 'cost', or as 'share'");
    }
    if (support.paid.empty() && !support.extras.empty()) {
        problems.error(support.extras.front().where, "there is nothing that the extra could be added to",
                       "only a support with 'paid' and 'cost' can count more");
    }
}

}  // namespace

evidence::HostSupport read_support(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::HostSupport support;
    support.where = table.where;
    support.id = reader.id();
    support.host = reader.actor("host");
    support.guest = reader.actor("guest");
    const auto as_of = reader.required_date("as_of");
    support.as_of = as_of.value_or(Date{});
    support.dated = as_of.has_value();
    support.paid = reader.text_or("paid", "");
    support.cost = reader.text_or("cost", "");
    support.share = reader.text_or("share", "");
    support.definition = reader.filled_text("definition");
    for (const Table* extra : reader.tables("extra")) support.extras.push_back(read_extra(*extra, problems));
    support.sources = reader.citations_if("sources");
    support.rows = reader.texts("rows");
    reader.finish();
    check_numbers(support, problems);
    return support;
}

evidence::Conversion read_conversion(const Table& table, Problems& problems) {
    NumberReader reader(table, problems);
    evidence::Conversion conversion;
    conversion.where = table.where;
    conversion.id = reader.id();
    conversion.from = read_currency(reader, "from");
    conversion.to = read_currency(reader, "to");
    if (!conversion.from.empty() && conversion.from == conversion.to) {
        reader.error_at("to", "the conversion leads from " + conversion.from + " to itself", "name another currency");
    }
    conversion.rate = reader.positive("rate");
    conversion.basis = reader.choice<evidence::RateBasis>("basis");
    conversion.as_of = reader.required_date("as_of").value_or(Date{});
    conversion.source = reader.citation("source");
    conversion.note = reader.text_or("note", "");
    reader.finish();
    return conversion;
}

evidence::SameQuantity read_same_quantity(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::SameQuantity same;
    same.where = table.where;
    same.id = reader.id();
    same.name = reader.filled_text("name");
    same.figures = reader.some_texts("figures");
    if (same.figures.size() == 1) {
        reader.error_at("figures", "one figure alone cannot be compared", "name at least two");
    }
    same.into = read_currency(reader, "into");
    same.conversions = reader.texts("conversions");
    same.per = reader.text_or("per", "");
    same.why = reader.filled_text("why");
    same.rows = reader.texts("rows");
    reader.finish();
    return same;
}

}  // namespace entente::casefile
