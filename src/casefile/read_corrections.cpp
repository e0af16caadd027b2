// corrections.toml: what a source says, what is right, and on what basis.
#include <utility>

#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

evidence::Correction read_correction(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Correction correction;
    correction.where = table.where;
    correction.id = reader.id();
    correction.corrects = reader.citation("corrects");
    correction.stated = reader.filled_text("stated");
    correction.corrected = reader.filled_text("corrected");
    const auto basis = reader.required_choice<evidence::Basis>("basis");
    correction.basis = basis.value_or(evidence::Basis::Internal);
    correction.reason = reader.filled_text("reason");
    // Only where another source was read must that source be named.
    const bool read = correction.basis == evidence::Basis::Read;
    correction.sources = read ? reader.some_citations("sources") : reader.citations_if("sources");
    correction.by = reader.filled_text("by");
    if (reader.require_key("date", "give the day of the correction: 2026-11-22")) {
        correction.date = reader.day_if("date");
    }
    correction.rows = reader.texts("rows");
    reader.finish();
    return correction;
}

}  // namespace

void read_corrections(const Table& whole, Problems& problems, evidence::Case& which) {
    EntryReader reader(whole, problems);
    for (const Table* table : reader.tables("correction")) {
        evidence::Correction correction = read_correction(*table, problems);
        if (correction.id.empty()) {
            which.lost_in.try_emplace(evidence::CasePart::Corrections, correction.where);
            continue;
        }
        which.corrections.push_back(std::move(correction));
    }
    reader.finish();
}

}  // namespace entente::casefile
