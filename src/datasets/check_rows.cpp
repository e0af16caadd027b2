#include "datasets/table_checks.hpp"

#include <cstdlib>

#include <fmt/format.h>

namespace entente::datasets {

std::vector<Alarm> check_rows(const CheckGround& ground, const CheckedTable& table) {
    const Version* version = table.descriptor->find_version(table.version);
    if (version == nullptr || !version->rows) return {};
    const auto rows = *ground.database().query("SELECT count(*) AS n FROM " + identifier(table.table)).integer(0, "n");
    if (rows == *version->rows) return {};
    Alarm alarm;
    alarm.kind = AlarmKind::Rows;
    alarm.gravity = Gravity::Wrong;
    alarm.dataset = table.descriptor->id;
    alarm.version = table.version;
    alarm.source = table.source;
    alarm.units = std::abs(rows - *version->rows);
    alarm.checked = *version->rows;
    alarm.what = fmt::format("the table has {}, version {} has {}: {}", count_text(rows, "row"), version->id,
                             figure_text(static_cast<double>(*version->rows)),
                             rows < *version->rows ? "cut short, or changed since?" : "changed since?");
    alarm.advice =
        "fetch the file anew; if its authors have changed it, cite it by its date, and give it a version of its own "
        "with "
        "--as";
    return {alarm};
}

}  // namespace entente::datasets
