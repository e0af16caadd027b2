// [[claim.test]] of claims.toml: what would settle a claim in numbers.
#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using evidence::ClaimTestKind;
using evidence::TestedQuantity;
using textfiles::Table;

// No official data begin before 1816.
constexpr int kFirstYear = 1816;
constexpr int kLastYear = 2100;

int read_year(EntryReader& reader, std::string_view key, bool& readable) {
    if (!reader.require_key(key, "a year")) {
        readable = false;
        return 0;
    }
    const auto year = reader.integer_if(key);
    if (year && *year >= kFirstYear && *year <= kLastYear) return static_cast<int>(*year);
    if (year)
        reader.error_at(key, "'" + std::string(key) + "' is not a year that data cover", "write a year from 1816 on");
    readable = false;
    return 0;
}

void read_years(EntryReader& reader, evidence::ClaimTest& test) {
    test.from = read_year(reader, "from", test.readable);
    test.to = read_year(reader, "to", test.readable);
    if (!test.readable) return;
    if (test.from > test.to) {
        reader.error_at("to", "the test ends before it begins", "exchange 'from' and 'to', or correct one of them");
        test.readable = false;
    } else if (test.kind == ClaimTestKind::Change && test.from == test.to) {
        reader.error_at("to", "a change needs two years", "write a later year");
        test.readable = false;
    }
}

bool needs_with(TestedQuantity quantity) {
    return quantity == TestedQuantity::ShareOfSum || quantity == TestedQuantity::AllyGain;
}

bool needs_against(TestedQuantity quantity) {
    return quantity == TestedQuantity::Ratio || quantity == TestedQuantity::Alone ||
           quantity == TestedQuantity::AllyGain;
}

void read_change(EntryReader& reader, evidence::ClaimTest& test) {
    const auto quantity = reader.required_choice<TestedQuantity>("quantity");
    const auto expect = reader.required_choice<evidence::ExpectedChange>("expect");
    test.readable = quantity && expect;
    test.quantity = quantity.value_or(test.quantity);
    test.expect = expect.value_or(test.expect);
    // Of an unreadable quantity it is not known which states it needs.
    if (!quantity || needs_with(*quantity)) {
        test.with = quantity ? reader.some_actors("with") : reader.actors_if("with");
    } else if (*quantity == TestedQuantity::Ratio) {
        test.with = reader.actors_if("with");
    }
    if (quantity && needs_against(*quantity)) {
        test.against = reader.actor("against");
    } else if (!quantity) {
        (void)reader.value("against");
    }
    if (!reader.require_key("least", "the smallest change that counts, such as: least = 0.01")) test.readable = false;
    const auto least = reader.number_if("least");
    test.least = least.value_or(0);
    if (least && !(*least > 0)) {
        reader.error_at("least", "the smallest change that counts is not above zero", "write a number such as 0.01");
    }
}

// Of a test of unknown kind it is not known which keys it should have.
void ask_for_all(EntryReader& reader) {
    for (const auto key :
         {"of", "quantity", "with", "against", "expect", "least", "threats", "joins", "response", "from", "to"}) {
        (void)reader.value(key);
    }
}

void read_joining(EntryReader& reader, evidence::ClaimTest& test) {
    test.joins = reader.actor("joins");
    test.against = reader.actor("against");
    test.response = reader.filled_text("response");
    if (test.response.empty() || test.response == "balance" || test.response == "bandwagon") return;
    reader.error_at("response", "unknown response '" + test.response + "'", "one of: balance, bandwagon");
    test.readable = false;
}

}  // namespace

evidence::ClaimTest read_claim_test(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::ClaimTest test;
    test.where = table.where;
    const auto kind = reader.required_choice<ClaimTestKind>("test");
    test.says = reader.filled_text("says");
    if (!kind) {
        test.readable = false;
        ask_for_all(reader);
        reader.finish();
        return test;
    }
    test.kind = *kind;
    test.of = reader.actor("of");
    if (*kind == ClaimTestKind::Change) read_change(reader, test);
    if (*kind == ClaimTestKind::Principal) test.threats = reader.some_actors("threats");
    if (*kind == ClaimTestKind::Joining) read_joining(reader, test);
    read_years(reader, test);
    reader.finish();
    return test;
}

}  // namespace entente::casefile
