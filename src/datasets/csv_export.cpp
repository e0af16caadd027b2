#include "datasets/csv_export.hpp"

#include <fcntl.h>
#include <sys/types.h>

#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "datasets/csv_lines.hpp"
#include "datasets/raw_file.hpp"

namespace entente::datasets {
namespace {

// Replaces what stands there.
OpenFile open_new(const std::filesystem::path& file) {
    constexpr ::mode_t kReadableByAll = 0666;  // less what the user's mask takes away
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
    return OpenFile(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kReadableByAll));
}

// Lines come from several threads, and leave in the order of their rows.
class OrderedLines {
public:
    OrderedLines(const std::filesystem::path& file, const std::string& header)
        : file_(open_new(file)), good_(file_.descriptor() >= 0 && file_.write(header)) {}

    // Memory that lines were in which are written, or none.
    [[nodiscard]] CsvLines spare() {
        const std::scoped_lock lock(mutex_);
        if (spare_.empty()) return {};
        auto lines = std::move(spare_.back());
        spare_.pop_back();
        return lines;
    }

    // Whoever brings what comes next writes all that has come so far.
    void add(std::int64_t first, std::int64_t rows, CsvLines lines) {
        std::unique_lock lock(mutex_);
        waiting_.emplace(first, Piece{rows, std::move(lines)});
        if (writing_) return;
        writing_ = true;
        while (!waiting_.empty() && waiting_.begin()->first == next_) {
            auto piece = waiting_.extract(waiting_.begin());
            next_ += piece.mapped().rows;
            lock.unlock();
            write(piece.mapped().lines);
            lock.lock();
            spare_.push_back(std::move(piece.mapped().lines));
        }
        writing_ = false;
    }

    // The rows that are written; fewer if some did not come, or not in their places.
    [[nodiscard]] std::int64_t finish() {
        file_ = {};
        return next_;
    }
    [[nodiscard]] bool good() const noexcept { return good_; }

private:
    // The disk is at work while the next lines are made, so that the file is soon safe once it is whole.
    void write(const CsvLines& lines) {
        constexpr std::size_t kWorthTheCall = std::size_t{1} << 24U;
        good_ = good_ && file_.write({lines.bytes.get(), lines.size});
        unsent_ += lines.size;
        if (unsent_ < kWorthTheCall) return;
        unsent_ = 0;
#ifdef __linux__
        (void)::sync_file_range(file_.descriptor(), 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
    }

    struct Piece {
        std::int64_t rows = 0;
        CsvLines lines;
    };

    OpenFile file_;
    bool good_;
    std::size_t unsent_ = 0;
    std::mutex mutex_;
    std::map<std::int64_t, Piece> waiting_;
    std::vector<CsvLines> spare_;
    std::int64_t next_ = 0;
    bool writing_ = false;
};

void write_lines(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
    auto& lines = *static_cast<OrderedLines*>(duckdb_scalar_function_get_extra_info(info));
    const auto rows = duckdb_data_chunk_get_size(input);
    const auto* places =
        static_cast<const std::int64_t*>(duckdb_vector_get_data(duckdb_data_chunk_get_vector(input, 0)));
    auto* ones = static_cast<std::int32_t*>(duckdb_vector_get_data(output));
    try {
        for (idx_t row = 0; row < rows; ++row) {
            ensure(places[row] == places[0] + static_cast<std::int64_t>(row), "the rows to write are not in order");
            ones[row] = 1;
        }
        if (rows == 0) return;
        auto piece = lines.spare();
        write_csv_lines(input, 1, piece);
        lines.add(places[0], static_cast<std::int64_t>(rows), std::move(piece));
    } catch (const std::exception& trouble) {  // it must not run through DuckDB's frames
        duckdb_scalar_function_set_error(info, trouble.what());
    }
}

void make_function(duckdb_connection connection, const std::string& name, OrderedLines& lines) {
    auto place = duckdb_create_logical_type(DUCKDB_TYPE_BIGINT);
    auto any = duckdb_create_logical_type(DUCKDB_TYPE_ANY);
    auto one = duckdb_create_logical_type(DUCKDB_TYPE_INTEGER);
    auto* function = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(function, name.c_str());
    duckdb_scalar_function_add_parameter(function, place);
    duckdb_scalar_function_set_varargs(function, any);
    duckdb_scalar_function_set_return_type(function, one);
    duckdb_scalar_function_set_special_handling(function);  // what is missing is written too
    duckdb_scalar_function_set_volatile(function);          // called for each row, whatever is done with what it gives
    duckdb_scalar_function_set_function(function, write_lines);
    duckdb_scalar_function_set_extra_info(function, &lines, nullptr);
    const auto registered = duckdb_register_scalar_function(connection, function);
    duckdb_destroy_scalar_function(&function);
    for (auto* type : {&place, &any, &one}) duckdb_destroy_logical_type(type);
    ensure(registered == DuckDBSuccess, "DuckDB takes no function of ours");
}

}  // namespace

// The function outlives its lines, but its name is known to this statement only.
std::string export_csv(duckdb_connection connection, int number, const std::string& header, const std::string& select,
                       const std::string& from, std::int64_t rows, const std::filesystem::path& file) {
    OrderedLines lines(file, header);
    const auto name = "csv_lines_" + std::to_string(number);
    make_function(connection, name, lines);
    duckdb_result result{};
    const auto statement = "SELECT sum(" + name + "(" + select + ")) FROM " + from;
    const auto state = duckdb_query(connection, statement.c_str(), &result);
    const std::string trouble = state == DuckDBSuccess ? "" : duckdb_result_error(&result);
    duckdb_destroy_result(&result);
    if (!trouble.empty()) return trouble;
    const auto written = lines.finish();
    if (!lines.good()) return file.string() + " cannot be written: is the disk full?";
    ensure(written == rows, "a CSV file has other rows than its table");
    return {};
}

}  // namespace entente::datasets
