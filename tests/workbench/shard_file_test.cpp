#include "workbench/shard_file.hpp"

#include <cmath>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;

Shard small_shard() {
    Shard shard;
    shard.head = {"0.1.0",
                  "alliance-endings",
                  std::string(64, 'a'),
                  std::string(64, 'b'),
                  std::string(64, 'c'),
                  outlook::Ending::Violation,
                  {1, 5},
                  1816,
                  2008,
                  1985,
                  5,
                  "walt-1997"};
    shard.place = {2, 3};
    shard.columns = {"1/past/duration/skill", "5/coefficient/age"};
    shard.draws = {{0.1, std::nullopt}, {-1e-300, 1.0 / 3.0}};
    return shard;
}

std::string first_problem(const std::string& text) {
    Problems problems;
    (void)shard_from(text, "shard.csv", problems);
    return problems.empty() ? std::string() : to_line(problems.sorted().front());
}

std::string replaced(const std::string& from, const std::string& to) {
    auto text = shard_text(small_shard());
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(ShardFile, is_read_as_it_was_written_to_the_last_bit) {
    Problems problems;
    const auto read = shard_from(shard_text(small_shard()), "shard.csv", problems);
    ASSERT_TRUE(problems.empty()) << to_line(problems.sorted().front());
    EXPECT_EQ(read.head, small_shard().head);
    EXPECT_EQ(read.place.number, 2U);
    EXPECT_EQ(read.place.of, 3U);
    EXPECT_EQ(read.columns, small_shard().columns);
    EXPECT_EQ(read.draws, small_shard().draws);
    EXPECT_EQ(shard_text(read), shard_text(small_shard()));
}

TEST(ShardFile, says_where_it_is_broken) {
    EXPECT_EQ(first_problem("draw,x\r\n1,2\r\n").find("shard.csv:1:1: error: the file is no shard of a backtest"), 0U);
    EXPECT_EQ(first_problem(replaced("# seed: 1985", "# seed: now"))
                  .find("shard.csv:12:9: error: 'seed' should be a number from 0 up, but is “now”"),
              0U);
    EXPECT_NE(first_problem(replaced("# seed: 1985\r\n", "")).find("no line '# seed: …'"), std::string::npos);
    EXPECT_NE(first_problem(replaced("# seed: 1985", "# seed: 1985\r\n# seed: 1986")).find("stands in the head twice"),
              std::string::npos);
    EXPECT_NE(first_problem(replaced("# seed: 1985", "# seed: 1985\r\n# sead: 1")).find("unknown key 'sead'"),
              std::string::npos);
    EXPECT_NE(first_problem(replaced("# shard: 2/3", "# shard: 4/3")).find("'shard' should be as 3/64"),
              std::string::npos);
    EXPECT_EQ(first_problem(replaced("0.1,", "0.l,"))
                  .find("shard.csv:16:1: error: '1/past/duration/skill' is no number, but “0.l”"),
              0U)
        << first_problem(replaced("0.1,", "0.l,"));
    EXPECT_NE(first_problem(replaced("0.1,", "inf,")).find("is no number"), std::string::npos);
    EXPECT_NE(first_problem(replaced("0.1,", "0.1,7,")).find("shard.csv:16:"), std::string::npos) << "a ragged row";
}

// Of five draws, 0 to 4, the second of three parts has 1 and 4.
TEST(ShardFile, is_whole_or_refused) {
    EXPECT_NE(first_problem(replaced("\r\n4,-1e-300,0.3333333333333333", "")).find("draw 4 and all that follow"),
              std::string::npos);
    EXPECT_NE(first_problem(replaced("\r\n4,", "\r\n3,")).find("draw 4 should stand here, but “3” does"),
              std::string::npos);
    EXPECT_NE(first_problem(shard_text(small_shard()) + "7,1,1\r\n").find("there are only 5 draws"), std::string::npos);
}

TEST(ShardFile, says_what_two_heads_differ_in) {
    const auto one = small_shard().head;
    auto other = one;
    EXPECT_EQ(difference_between(one, other), "");
    other.seed = 7;
    EXPECT_NE(difference_between(one, other).find("--seed"), std::string::npos);
    other = one;
    other.rows_sha256 = std::string(64, 'd');
    EXPECT_EQ(difference_between(one, other), "the data are others");
    other = one;
    other.forecasts_sha256 = std::string(64, 'd');
    EXPECT_NE(difference_between(one, other).find("last digits"), std::string::npos);
}

TEST(ShardPlace, is_a_part_of_a_whole) {
    EXPECT_EQ(shard_place("3/64").number, 3U);
    EXPECT_EQ(shard_place("1/1").of, 1U);
    for (const auto* wrong : {"0/3", "4/3", "3", "/", "1/0", "a/b", "1/2/3", "-1/3", ""}) {
        EXPECT_EQ(error_of([&] { (void)shard_place(wrong); }).kind(), ErrorKind::BadRequest) << wrong;
    }
}

TEST(ShardPlace, has_every_draw_once) {
    for (std::size_t draw = 0; draw < 20; ++draw) {
        int times = 0;
        for (std::size_t number = 1; number <= 3; ++number) times += ShardPlace{number, 3}.has(draw) ? 1 : 0;
        EXPECT_EQ(times, 1);
    }
}

}  // namespace
}  // namespace entente::workbench
