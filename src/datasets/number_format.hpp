// Which number formats of a workbook mean a date, and what day a number is then.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::datasets {

// The day that a workbook counts from.
enum class DateSystem { From1900, From1904 };

enum class TimeKind { None, Date, Clock };

// Of a format that every workbook knows by number, and of one that it spells out.
[[nodiscard]] TimeKind time_kind(int format_number);
[[nodiscard]] TimeKind time_kind(std::string_view format_code);

// `2024-12-31`, or `2024-12-31 17:30:00` where the number has a fraction; nothing if no such day exists there.
[[nodiscard]] std::optional<std::string> date_text(double serial, DateSystem system);

}  // namespace entente::datasets
