#include "datasets/year_rows.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <limits>
#include <memory>
#include <thread>
#include <utility>

#include "core/error.hpp"
#include "datasets/lookup_columns.hpp"

namespace entente::datasets {
namespace {

using ColumnOfSpans = Database::YearSpans::Column;
using Carries = Database::YearSpans::Carries;

struct Spans {
    Database::YearSpans given;
    std::vector<std::int64_t> rows_before;  // one more than there are spans: the last says how many rows there are

    [[nodiscard]] std::int64_t rows() const { return rows_before.back(); }
};

// One statement's reading of the rows. Each call of a thread takes the next ones.
struct Reading {
    std::vector<idx_t>
        columns;  // those that the statement needs, of what the function gives: the year, then the spans'
    std::atomic<std::int64_t> next{0};
};

// The part of a span that stands in one piece of the result.
struct Stretch {
    std::size_t span = 0;
    std::int64_t first_year = 0;
    idx_t row = 0;
    idx_t rows = 0;
};

std::vector<Stretch> stretches_of(const Spans& spans, std::int64_t from, std::int64_t to) {
    std::vector<Stretch> stretches;
    const auto& before = spans.rows_before;
    auto span = static_cast<std::size_t>(std::upper_bound(before.begin(), before.end(), from) - before.begin()) - 1;
    for (auto row = from; row < to; ++span) {
        const auto end = std::min(to, before[span + 1]);
        stretches.push_back({span, spans.given.first[span] + row - before[span], static_cast<idx_t>(row - from),
                             static_cast<idx_t>(end - row)});
        row = end;
    }
    return stretches;
}

template <typename Value>
void fill(duckdb_vector vector, const std::vector<Stretch>& stretches, const std::int64_t* values, Carries carries) {
    auto* out = static_cast<Value*>(duckdb_vector_get_data(vector));
    for (const auto& stretch : stretches) {
        const auto value = values == nullptr ? 0 : values[stretch.span];
        auto* const begin = out + stretch.row;
        if (carries == Carries::ItsValue) {
            std::fill_n(begin, stretch.rows, static_cast<Value>(value));
            continue;
        }
        const auto first = value + stretch.first_year;
        for (idx_t row = 0; row < stretch.rows; ++row) begin[row] = static_cast<Value>(first + static_cast<Value>(row));
    }
}

void describe(duckdb_bind_info info) {
    const auto& spans = *static_cast<const Spans*>(duckdb_bind_get_extra_info(info));
    const LogicalType small(duckdb_create_logical_type(DUCKDB_TYPE_INTEGER), destroy_type);
    const LogicalType large(duckdb_create_logical_type(DUCKDB_TYPE_BIGINT), destroy_type);
    duckdb_bind_add_result_column(info, "year", small.get());
    for (const auto& column : spans.given.columns) {
        const bool is_small = column.carries == Carries::ItsValue;
        duckdb_bind_add_result_column(info, column.name.c_str(), is_small ? small.get() : large.get());
    }
    duckdb_bind_set_cardinality(info, static_cast<idx_t>(spans.rows()), true);
}

void begin_reading(duckdb_init_info info) {
    auto reading = std::make_unique<Reading>();
    for (idx_t place = 0; place < duckdb_init_get_column_count(info); ++place) {
        reading->columns.push_back(duckdb_init_get_column_index(info, place));
    }
    duckdb_init_set_max_threads(info, std::max(1U, std::thread::hardware_concurrency()));
    duckdb_init_set_init_data(info, reading.release(), [](void* done) {
        delete static_cast<Reading*>(done);  // NOLINT(cppcoreguidelines-owning-memory): owned by DuckDB
    });
}

void make_rows(const Spans& spans, Reading& reading, duckdb_data_chunk output) {
    const auto most = static_cast<std::int64_t>(duckdb_vector_size());
    const auto from = std::min(reading.next.fetch_add(most), spans.rows());
    const auto to = std::min(from + most, spans.rows());
    const auto stretches = stretches_of(spans, from, to);
    for (idx_t place = 0; place < reading.columns.size(); ++place) {
        const auto number = reading.columns[place];
        auto* const vector = duckdb_data_chunk_get_vector(output, place);
        if (number == 0) fill<std::int32_t>(vector, stretches, nullptr, Carries::ItsValueAndTheYear);
        if (number == 0 || number > spans.given.columns.size()) continue;
        const auto& column = spans.given.columns[number - 1];
        if (column.carries == Carries::ItsValue) {
            fill<std::int32_t>(vector, stretches, column.values.data(), column.carries);
        } else {
            fill<std::int64_t>(vector, stretches, column.values.data(), column.carries);
        }
    }
    duckdb_data_chunk_set_size(output, static_cast<idx_t>(to - from));
}

void read_on(duckdb_function_info info, duckdb_data_chunk output) {
    try {
        make_rows(*static_cast<const Spans*>(duckdb_function_get_extra_info(info)),
                  *static_cast<Reading*>(duckdb_function_get_init_data(info)), output);
    } catch (const std::exception& trouble) {  // it must not run through DuckDB's frames
        duckdb_function_set_error(info, trouble.what());
    }
}

bool fits(const ColumnOfSpans& column) {
    using Small = std::numeric_limits<std::int32_t>;
    return column.carries != Carries::ItsValue ||
           std::all_of(column.values.begin(), column.values.end(),
                       [](std::int64_t value) { return value >= Small::min() && value <= Small::max(); });
}

}  // namespace

void make_year_rows_function(duckdb_connection connection, const std::string& name, Database::YearSpans spans) {
    auto kept = std::make_unique<Spans>();
    kept->rows_before.push_back(0);
    ensure(spans.first.size() == spans.last.size(), "a span of years has no end");
    for (std::size_t span = 0; span < spans.first.size(); ++span) {
        ensure(spans.first[span] <= spans.last[span], "a span of years ends before it begins");
        kept->rows_before.push_back(kept->rows() + spans.last[span] - spans.first[span] + 1);
    }
    for (const auto& column : spans.columns) {
        ensure(column.values.size() == spans.first.size() && fits(column), "a span of years has another value");
    }
    kept->given = std::move(spans);
    auto* function = duckdb_create_table_function();
    duckdb_table_function_set_name(function, name.c_str());
    duckdb_table_function_set_extra_info(function, kept.release(), [](void* done) {
        delete static_cast<Spans*>(done);  // NOLINT(cppcoreguidelines-owning-memory): owned by DuckDB
    });
    duckdb_table_function_set_bind(function, describe);
    duckdb_table_function_set_init(function, begin_reading);
    duckdb_table_function_set_function(function, read_on);
    duckdb_table_function_supports_projection_pushdown(function, true);
    const auto registered = duckdb_register_table_function(connection, function);
    duckdb_destroy_table_function(&function);
    ensure(registered == DuckDBSuccess, "DuckDB takes no function of ours");
}

}  // namespace entente::datasets
