// DuckDB alone reading files of comma-separated values into a database, every cell as text: the rival of
// `entente data add`, which reads the same bytes. Files that DuckDB cannot read are named and left out.
//   duckdb_alone DATABASE FILE…
#include <chrono>
#include <cstdio>
#include <string>

#include "datasets/database.hpp"

int main(int argc, char** argv) {
    using namespace entente::datasets;
    if (argc < 3) {
        std::puts("duckdb_alone DATABASE FILE…");
        return 2;
    }
    const auto started = std::chrono::steady_clock::now();
    auto database = Database::open(argv[1], Access::ReadWrite);
    int read = 0;
    for (int i = 2; i < argc; ++i) {
        const auto wrong = database.try_run("CREATE TABLE " + identifier("file " + std::to_string(i)) +
                                            " AS SELECT * FROM read_csv(" + literal(argv[i]) + ", all_varchar = true)");
        if (wrong.empty()) {
            ++read;
        } else {
            std::printf("cannot read %s\n", argv[i]);
        }
    }
    database.checkpoint();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - started;
    std::printf("read %d files in %.3f s\n", read, seconds.count());
    return 0;
}
