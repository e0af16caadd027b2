// claims.toml: what authors concluded.
#include <utility>

#include "casefile/forecast_keys.hpp"
#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

evidence::Forecast read_forecast(const Table& table, const std::optional<Date>& made, Problems& problems) {
    EntryReader reader(table, problems);
    auto forecast = read_forecast_keys(reader, made);
    reader.finish();
    return forecast;
}

void read_forecast_of(EntryReader& reader, evidence::Claim& claim) {
    if (const Table* forecast = reader.table_if("forecast")) {
        claim.forecast = read_forecast(*forecast, claim.date, reader.problems());
    } else if (claim.kind == evidence::ClaimKind::Forecast && !reader.has("forecast")) {
        reader.problems().error(reader.where(), "a forecast without [claim.forecast]",
                                "add it with the horizon, the rule that settles it and its resolution");
    }
}

// A causal claim says what causes what; other claims may.
void read_cause_and_effect(EntryReader& reader, evidence::Claim& claim) {
    const bool causal = claim.kind == evidence::ClaimKind::Causal;
    claim.cause = causal ? reader.filled_text("cause") : reader.text_or("cause", "");
    claim.effect = causal ? reader.filled_text("effect") : reader.text_or("effect", "");
}

// Nothing of a claim without a test is tested, which need not be said.
void read_untested(EntryReader& reader, evidence::Claim& claim) {
    claim.untested = reader.texts("untested");
    if (!reader.has("untested") || reader.has("test")) return;
    reader.error_at("untested", "'untested' of a claim without a test",
                    "add a [[claim.test]], or leave 'untested' out");
}

evidence::Claim read_claim(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Claim claim;
    claim.where = table.where;
    claim.id = reader.id();
    claim.kind = reader.required_choice<evidence::ClaimKind>("kind").value_or(evidence::ClaimKind::Argument);
    claim.author = reader.filled_text("author");
    claim.date = reader.date_if("date");
    claim.text = reader.filled_text("text");
    claim.quote = reader.quote_if("quote");
    claim.periods = reader.word_or_words("periods");
    claim.issues = reader.texts("issues");
    claim.theory = reader.text_or("theory", "");
    claim.factors = reader.texts("factors");
    claim.direction = reader.choice_if<evidence::Direction>("direction");
    read_cause_and_effect(reader, claim);
    claim.rivals = reader.texts("rivals");
    claim.supported_by = reader.texts("for");
    claim.opposed_by = reader.texts("against");
    claim.sources = reader.some_citations("sources");
    claim.rows = reader.texts("rows");
    for (const Table* test : reader.tables("test")) claim.tests.push_back(read_claim_test(*test, problems));
    read_untested(reader, claim);
    read_forecast_of(reader, claim);
    reader.finish();
    return claim;
}

}  // namespace

void read_claims(const Table& whole, Problems& problems, evidence::Case& which) {
    EntryReader reader(whole, problems);
    for (const Table* table : reader.tables("claim")) {
        evidence::Claim claim = read_claim(*table, problems);
        if (claim.id.empty()) {
            which.lost_in.try_emplace(evidence::CasePart::Claims, claim.where);
            continue;
        }
        which.claims.push_back(std::move(claim));
    }
    reader.finish();
}

}  // namespace entente::casefile
