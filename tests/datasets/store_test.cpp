#include "datasets/store.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "core/error.hpp"
#include "datasets/staging.hpp"
#include "datasets/store_tables.hpp"

namespace entente::datasets {

class DataStore : public StagingFolder {
protected:
    std::filesystem::path home() const { return folder_ / "home"; }

    static ImportedFile file(const std::string& dataset, const std::string& version) {
        ImportedFile one;
        one.dataset = dataset;
        one.version = version;
        one.table = table_name(dataset, version);
        return one;
    }

    // One table of a hundred thousand rows, all of one number.
    void fill(int number) const {
        StoreChange change(home());
        change.database().run("CREATE OR REPLACE TABLE t AS SELECT " + std::to_string(number) +
                              " AS n, md5(i::VARCHAR) AS noise FROM range(100000) r(i)");
        write_file_row(change.database(), file("t", std::to_string(number)));
        change.commit();
    }

    std::vector<std::string> names_in_home() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(home())) {
            names.push_back(entry.path().filename().string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }
};

TEST_F(DataStore, there_is_none_before_the_first_change) {
    EXPECT_FALSE(Store::open(home(), {}));
}

TEST_F(DataStore, a_change_that_is_not_committed_leaves_nothing) {
    fill(1);
    {
        StoreChange change(home());
        change.database().run("DROP TABLE t");
    }
    const auto store = Store::open(home(), {});
    ASSERT_TRUE(store);
    EXPECT_EQ(store->database().query("SELECT count(*) AS c FROM t").integer(0, "c"), 100000);
    EXPECT_EQ(names_in_home(), (std::vector<std::string>{"store.duckdb", "store.lock"}));
}

TEST_F(DataStore, a_reader_keeps_what_it_has_while_the_store_changes) {
    fill(1);
    const auto before = Store::open(home(), {});
    fill(2);
    const auto after = Store::open(home(), {});
    EXPECT_EQ(before->database().query("SELECT max(n) AS n FROM t").integer(0, "n"), 1);
    EXPECT_EQ(after->database().query("SELECT max(n) AS n FROM t").integer(0, "n"), 2);
}

TEST_F(DataStore, a_second_change_at_the_same_time_is_refused) {
    const StoreChange first(home());
    try {
        const StoreChange second(home());
        FAIL() << "two changes at once";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    }
}

TEST_F(DataStore, a_database_of_somebody_else_is_not_taken_for_a_store) {
    std::filesystem::create_directories(home());
    {
        auto other = Database::open(home() / "store.duckdb", Access::ReadWrite);
    }
    EXPECT_THROW((void)Store::open(home(), {}), Error);
    EXPECT_THROW(StoreChange{home()}, Error);
}

TEST_F(DataStore, bytes_that_are_no_database_are_refused) {
    std::filesystem::create_directories(home());
    std::ofstream(home() / "store.duckdb") << "no database";
    EXPECT_THROW((void)Store::open(home(), {}), Error);
    EXPECT_THROW(StoreChange{home()}, Error);
    EXPECT_EQ(read(home() / "store.duckdb"), "no database");
}

TEST_F(DataStore, versions_without_a_descriptor_come_by_number) {
    StoreChange change(home());
    for (const auto* version : {"10", "5.1", "5.0", "2.1.1", "5.0-nna"}) {
        write_file_row(change.database(), file("a", version));
    }
    change.commit();
    EXPECT_EQ(Store::open(home(), {})->versions("a"),
              (std::vector<std::string>{"2.1.1", "5.0", "5.0-nna", "5.1", "10"}));
}

// 2.03 is the older of the two, though 3 is more than 1; a subset of 5.0 is no later than it.
TEST_F(DataStore, versions_come_as_their_descriptor_lists_them_and_then_by_number) {
    Descriptor descriptor;
    descriptor.id = "a";
    for (const auto* id : {"2.03", "2.1.1", "5.0-nna", "5.0"}) descriptor.versions.emplace_back().id = id;
    StoreChange change(home());
    for (const auto* version : {"10", "1.9", "5.0", "5.0-nna", "2.1.1", "2.03"}) {
        write_file_row(change.database(), file("a", version));
        write_file_row(change.database(), file("b", version));
    }
    change.commit();
    const auto store = Store::open(home(), {&descriptor, 1});
    EXPECT_EQ(store->versions("a"), (std::vector<std::string>{"2.03", "2.1.1", "5.0-nna", "5.0", "1.9", "10"}));
    EXPECT_EQ(store->versions("b"), (std::vector<std::string>{"1.9", "2.1.1", "2.03", "5.0", "5.0-nna", "10"}));
}

TEST_F(DataStore, a_version_that_is_removed_takes_its_table_along) {
    fill(1);
    StoreChange change(home());
    change.database().run("ALTER TABLE t RENAME TO t_1");
    remove_version(change.database(), "t", "1");
    change.commit();
    const auto store = Store::open(home(), {});
    EXPECT_TRUE(store->files().empty());
    EXPECT_EQ(
        store->database().query("SELECT count(*) AS c FROM duckdb_tables() WHERE table_name = 't_1'").integer(0, "c"),
        0);
}

// The child is killed a little later each time, from its first moment on until three changes have been quicker than the
// kill: while it copies, writes, syncs and renames. Whatever the moment, the store holds the rows of one change and of
// no other, and the next change goes through and clears up.
TEST_F(DataStore, a_kill_at_any_moment_leaves_a_whole_store) {
    using Clock = std::chrono::steady_clock;
    fill(0);
    const auto start = Clock::now();
    fill(0);
    const auto step = (Clock::now() - start) / 12;
    int changes_seen = 0;
    for (int round = 1; changes_seen < 3; ++round) {
        ASSERT_LT(round, 500) << "no change ever goes through";
        const auto child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            fill(round);
            ::_exit(0);
        }
        std::this_thread::sleep_for(step * (round - 1));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        const auto store = Store::open(home(), {});
        ASSERT_TRUE(store) << round;
        const auto found = store->database().query("SELECT min(n) AS low, max(n) AS high, count(*) AS c FROM t");
        EXPECT_EQ(found.integer(0, "c"), 100000) << round;
        EXPECT_EQ(found.integer(0, "low"), found.integer(0, "high")) << round;
        EXPECT_EQ(store->files().back().version, std::to_string(*found.integer(0, "high"))) << round;
        if (found.integer(0, "high") == round) ++changes_seen;
    }
    fill(1000);
    EXPECT_EQ(names_in_home(), (std::vector<std::string>{"store.duckdb", "store.lock"}));
}

}  // namespace entente::datasets
