#include "workbench/shard_file.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "textfiles/csv.hpp"
#include "textfiles/files.hpp"

namespace entente::workbench {
namespace {

constexpr std::string_view kFormat = "1";
constexpr std::array<std::string_view, 14> kKeys{
    "entente-shard", "program",  "shard", "theory", "theory-sha256", "rows-sha256", "forecasts-sha256",
    "ending",        "horizons", "from",  "to",     "seed",          "draws",       "model"};
constexpr std::size_t kMostShards = 1'000'000;
constexpr std::size_t kMostDraws = 10'000'000;

template <typename Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<ShardPlace> place_in(std::string_view written) {
    const auto slash = written.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto number = number_in<std::size_t>(written.substr(0, slash));
    const auto of = number_in<std::size_t>(written.substr(slash + 1));
    if (!number || !of || *number < 1 || *number > *of || *of > kMostShards) return std::nullopt;
    return ShardPlace{*number, *of};
}

std::string list_of(const std::vector<int>& horizons) {
    std::vector<std::string> words;
    for (const int years : horizons) words.push_back(std::to_string(years));
    return joined(words, ",");
}

std::optional<std::vector<int>> horizons_in(std::string_view text) {
    std::vector<int> horizons;
    while (true) {
        const auto comma = text.find(',');
        const auto years = number_in<int>(text.substr(0, comma));
        if (!years || *years < 1) return std::nullopt;
        horizons.push_back(*years);
        if (comma == std::string_view::npos) return horizons;
        text.remove_prefix(comma + 1);
    }
}

// The lines `# key: value` at the top, each key once.
class HeadReader {
public:
    HeadReader(std::string_view bytes, std::string file, Problems& problems)
        : file_(std::move(file)), problems_(problems) {
        while (bytes.substr(read_).starts_with('#')) {
            const auto end = std::min(bytes.find('\n', read_), bytes.size());
            ++lines_;
            add(bytes.substr(read_, end - read_));
            read_ = std::min(end + 1, bytes.size());
        }
        if (lines_ == 0) {
            problems_.error({file_, 1, 1}, "the file is no shard of a backtest",
                            "give the files that `entente backtest --shard K/N --out FILE` wrote");
            return;
        }
        for (const auto key : kKeys) {
            if (values_.find(key) == values_.end()) {
                problems_.error({file_, 0, 0}, fmt::format("the head has no line '# {}: …'", key),
                                "run the shard again; its file is not whole");
            }
        }
    }

    [[nodiscard]] std::string text(std::string_view key) const {
        const auto found = values_.find(key);
        return found == values_.end() ? std::string() : found->second.text;
    }
    // What `read` makes of the value; reports what it cannot read.
    template <typename Value, typename Read>
    [[nodiscard]] Value value(std::string_view key, const Read& read, std::string_view should_be) const {
        const auto found = values_.find(key);
        if (found == values_.end()) return {};
        if (const std::optional<Value> value = read(std::string_view(found->second.text))) return *value;
        problems_.error(
            {file_, found->second.line, static_cast<int>(key.size()) + 5},
            fmt::format("'{}' should be {}, but is “{}”", key, should_be, shortened(found->second.text, 40)));
        return {};
    }
    [[nodiscard]] std::size_t bytes() const noexcept { return read_; }
    [[nodiscard]] int lines() const noexcept { return lines_; }
    [[nodiscard]] bool found() const noexcept { return lines_ > 0; }

private:
    struct Value {
        std::string text;
        int line = 0;
    };

    void add(std::string_view line) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        const auto colon = line.find(": ");
        const Position where{file_, lines_, 1};
        if (!line.starts_with("# ") || colon == std::string_view::npos ||
            find_invalid_utf8(line) != std::string_view::npos) {
            problems_.error(where, "a line of the head is not '# key: value'");
            return;
        }
        const auto key = line.substr(2, colon - 2);
        if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end()) {
            problems_.error(where, fmt::format("unknown key '{}' in the head", shortened(key, 40)),
                            "it may be of another version of the program");
            return;
        }
        const bool is_new = values_.try_emplace(key, Value{std::string(line.substr(colon + 2)), lines_}).second;
        if (!is_new) problems_.error(where, fmt::format("'{}' stands in the head twice", key));
    }

    std::string file_;
    Problems& problems_;
    std::map<std::string_view, Value> values_;
    std::size_t read_ = 0;
    int lines_ = 0;
};

std::optional<std::string> some_text(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(std::string(text));
}

std::optional<std::string> hexadecimal(std::string_view text) {
    const bool good = text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return good ? std::optional(std::string(text)) : std::nullopt;
}

void read_head(const HeadReader& reader, Shard& shard) {
    auto& head = shard.head;
    const auto format = [](std::string_view text) {
        return text == kFormat ? std::optional(std::string(text)) : std::nullopt;
    };
    (void)reader.value<std::string>("entente-shard", format, "1, the only format that this program knows");
    shard.place = reader.value<ShardPlace>("shard", place_in, "as 3/64");
    head.program = reader.value<std::string>("program", some_text, "a version");
    head.theory = reader.text("theory");
    head.theory_sha256 = reader.value<std::string>("theory-sha256", hexadecimal, "64 hexadecimal digits");
    head.rows_sha256 = reader.value<std::string>("rows-sha256", hexadecimal, "64 hexadecimal digits");
    head.forecasts_sha256 = reader.value<std::string>("forecasts-sha256", hexadecimal, "64 hexadecimal digits");
    head.ending = reader.value<outlook::Ending>(
        "ending", [](std::string_view text) { return named<outlook::Ending>(text); }, "an ending");
    head.horizons = reader.value<std::vector<int>>("horizons", horizons_in, "years, as 1,5");
    head.from = reader.value<int>("from", number_in<int>, "a year");
    head.to = reader.value<int>("to", number_in<int>, "a year");
    head.seed = reader.value<std::uint64_t>("seed", number_in<std::uint64_t>, "a number from 0 up");
    const auto draws = [](std::string_view text) {
        const auto number = number_in<std::size_t>(text);
        return number && *number <= kMostDraws ? number : std::nullopt;
    };
    head.draws = reader.value<std::size_t>("draws", draws, "a number of draws");
    head.model = reader.value<std::string>("model", some_text, "the id of a model");
}

void read_cells(const textfiles::CsvTable::Row& row, Shard& shard, Problems& problems) {
    auto& draw = shard.draws.emplace_back();
    for (std::size_t cell = 1; cell < row.cells.size(); ++cell) {
        const auto& text = row.cells[cell];
        const auto number = number_in<double>(text);
        if (!text.empty() && (!number || !std::isfinite(*number))) {
            problems.error(row.where,
                           fmt::format("'{}' is no number, but “{}”", shard.columns[cell - 1], shortened(text, 40)));
        }
        draw.push_back(number && std::isfinite(*number) ? number : std::nullopt);
    }
}

void read_draws(const textfiles::CsvTable& table, const std::string& file, Shard& shard, Problems& problems) {
    if (table.header.empty() || table.header.front() != "draw") {
        problems.error({file, 0, 0}, "the first column is not 'draw'", "run the shard again; its file is not whole");
        return;
    }
    shard.columns.assign(table.header.begin() + 1, table.header.end());
    std::size_t next = shard.place.number - 1;
    for (const auto& row : table.rows) {
        const auto number = number_in<std::size_t>(row.cells.front());
        if (!number || *number != next || next >= shard.head.draws) {
            problems.error(row.where,
                           next < shard.head.draws ? fmt::format("draw {} should stand here, but “{}” does", next,
                                                                 shortened(row.cells.front(), 40))
                                                   : fmt::format("there are only {} draws, but “{}” stands here",
                                                                 shard.head.draws, shortened(row.cells.front(), 40)),
                           "run the shard again; its file is not whole");
            return;
        }
        read_cells(row, shard, problems);
        next += shard.place.of;
    }
    if (next < shard.head.draws) {
        problems.error({file, 0, 0}, fmt::format("draw {} and all that follow it are missing", next),
                       "run the shard again; its file is not whole");
    }
}

}  // namespace

ShardPlace shard_place(std::string_view written) {
    const auto place = place_in(written);
    require(place.has_value(), fmt::format("'{}' is no part of a whole", written),
            "write the part and how many there are, from 1/1 on: `--shard 3/64`");
    return *place;
}

std::string shard_text(const Shard& shard) {
    const auto& head = shard.head;
    const std::array<std::string, kKeys.size()> values{std::string(kFormat),
                                                       head.program,
                                                       fmt::format("{}/{}", shard.place.number, shard.place.of),
                                                       head.theory,
                                                       head.theory_sha256,
                                                       head.rows_sha256,
                                                       head.forecasts_sha256,
                                                       std::string(name_of(head.ending)),
                                                       list_of(head.horizons),
                                                       std::to_string(head.from),
                                                       std::to_string(head.to),
                                                       std::to_string(head.seed),
                                                       std::to_string(head.draws),
                                                       head.model};
    std::string text;
    for (std::size_t key = 0; key < kKeys.size(); ++key) text += fmt::format("# {}: {}\r\n", kKeys[key], values[key]);
    std::vector<std::string> cells{"draw"};
    cells.insert(cells.end(), shard.columns.begin(), shard.columns.end());
    text += textfiles::csv_line(cells) + "\r\n";
    auto number = shard.place.number - 1;
    for (const auto& draw : shard.draws) {
        cells.assign(1, std::to_string(number));
        for (const auto& value : draw) cells.push_back(value ? fmt::format("{}", *value) : std::string());
        text += textfiles::csv_line(cells) + "\r\n";
        number += shard.place.of;
    }
    return text;
}

Shard shard_from(std::string_view bytes, const std::string& file, Problems& problems) {
    Problems found;
    Shard shard;
    const HeadReader reader(bytes, file, found);
    if (reader.found()) read_head(reader, shard);
    if (!found.has_errors()) {
        Problems in_table;
        auto table = textfiles::read_csv(bytes.substr(reader.bytes()), file, in_table);
        for (auto& row : table.rows) row.where.line += reader.lines();
        for (auto problem : in_table.sorted()) {
            if (problem.where.line > 0) problem.where.line += reader.lines();
            found.error(problem.where, problem.what, problem.advice);
        }
        if (!found.has_errors()) read_draws(table, file, shard, found);
    }
    problems.add(found);
    return shard;
}

Shard read_shard(const std::filesystem::path& file, Problems& problems) {
    Problems unreadable;
    const auto bytes = textfiles::read_file(file, file.string(), unreadable);
    problems.add(unreadable);
    if (unreadable.has_errors()) return {};
    return shard_from(bytes, file.string(), problems);
}

std::string difference_between(const ShardHead& one, const ShardHead& other) {
    if (one.program != other.program) return "they were made by other versions of the program";
    if (one.theory_sha256 != other.theory_sha256) return "the theory's file is another";
    if (one.ending != other.ending || one.horizons != other.horizons || one.from != other.from || one.to != other.to ||
        one.seed != other.seed || one.draws != other.draws || one.model != other.model) {
        return "they were asked otherwise (--ending, --horizon, --from, --to, --seed, --draws or --model)";
    }
    if (one.rows_sha256 != other.rows_sha256) return "the data are others";
    if (one.forecasts_sha256 != other.forecasts_sha256) {
        return "the machines compute otherwise in the last digits";
    }
    return {};
}

}  // namespace entente::workbench
