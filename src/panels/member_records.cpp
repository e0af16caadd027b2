#include "panels/member_records.hpp"

#include <cstdint>

#include <fmt/format.h>

#include "core/error.hpp"
#include "panels/source_table.hpp"

namespace entente::panels {

using datasets::identifier;

std::vector<MemberSpell> read_member_spells(const DataAtHand& data, const StoredDataset& dataset,
                                            std::string_view alliance) {
    require(dataset.descriptor->unit == datasets::Unit::MemberSpell,
            dataset.descriptor->id + " has no row for each member");
    const auto source = source_of(dataset, datasets::Numbering::Cow);
    ensure(source.numbering == datasets::Numbering::Cow, "members are numbered as the Correlates of War do");
    require(!source.key.begin.empty() && !source.key.end.empty(),
            "the table " + source.table + " has no years of begin and end");
    const auto state = identifier(source.key.state);
    const auto first = identifier(source.key.begin.front());
    const auto last = identifier(source.key.end.front());
    const auto found = data.database().query(fmt::format(
        "SELECT CAST({0} AS BIGINT) AS state, CAST({1} AS BIGINT) AS first, CAST({2} AS BIGINT) AS last FROM {3} WHERE "
        "{0} IS NOT NULL AND {1} IS NOT NULL AND CAST({4} AS VARCHAR) = {5} ORDER BY 2, 1",
        state, first, last, identifier(source.table), identifier(source.key.alliance), datasets::literal(alliance)));
    std::vector<MemberSpell> spells;
    for (std::size_t row = 0; row < found.rows(); ++row) {
        const auto end = found.integer(row, "last");
        spells.push_back({static_cast<int>(*found.integer(row, "state")),
                          static_cast<int>(*found.integer(row, "first")),
                          static_cast<int>(end.value_or(source.last_year)), end.has_value()});
    }
    return spells;
}

}  // namespace entente::panels
