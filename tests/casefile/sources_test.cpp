#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"

namespace entente::casefile {
namespace {

TEST(Sources, every_field_arrives) {
    Problems problems;
    const evidence::Case which = read_case(tiny_case(), problems);
    const evidence::Source& official = which.sources.at(0);
    EXPECT_EQ(official.key, "ministry-2003");
    EXPECT_EQ(official.entry_type, "online");
    EXPECT_EQ(official.title, "Joint Statement on the Pact");
    EXPECT_EQ(official.publisher, "Ministry of Defence (invented)");
    EXPECT_EQ(official.published, single_day(make_day(2003, 5, 1)));
    EXPECT_EQ(official.outlet_class, evidence::OutletClass::Official);
    EXPECT_EQ(official.leaning, evidence::Leaning::Government);
    EXPECT_EQ(official.grade, (evidence::Grade{'A', 1}));
    EXPECT_EQ(official.language, "en");
    EXPECT_EQ(official.url, "https://example.org/joint-statement");
    EXPECT_EQ(official.accessed, make_day(2026, 11, 22));
    const evidence::Source& press = which.sources.at(1);
    EXPECT_EQ(press.author, "Doe, Jane");
    EXPECT_EQ(press.publisher, "The Invented Herald");
    EXPECT_EQ(press.depends_on, Lines{"ministry-2003"});
}

evidence::Source only_source(const std::string& fields) {
    CaseCopy copy;
    copy.write("sources.bib", "@misc{x,\n" + fields + "}\n");
    return copy.read().sources.at(0);
}

Lines problems_with(const std::string& fields) {
    CaseCopy copy;
    copy.write("sources.bib", "@misc{x,\n" + fields + "}\n");
    return copy.problems();
}

TEST(Sources, the_year_serves_where_there_is_no_date) {
    EXPECT_EQ(only_source("year = 2008").published, parse_date("2008"));
    EXPECT_EQ(only_source("year = 2008, date = {2008-06}").published, parse_date("2008-06"));
    EXPECT_EQ(only_source("title = {x}").published, std::nullopt);
}

TEST(Sources, whoever_published_it_is_the_publisher) {
    EXPECT_EQ(only_source("organization = {A}, howpublished = {B}").publisher, "A");
    EXPECT_EQ(only_source("howpublished = {B}").publisher, "B");
    EXPECT_EQ(only_source("publisher = {C}, journal = {D}").publisher, "C");
}

TEST(Sources, several_sources_may_be_copied) {
    EXPECT_EQ(only_source("depends-on = {a, b ,c,}").depends_on, (Lines{"a", "b", "c"}));
}

TEST(Sources, words_out_of_lists_are_checked_against_them) {
    CaseCopy copy;
    copy.write("sources.bib",
               "@misc{x,\n class = {newspaper},\n leaning = {far-left},\n grade = {G1},\n date = {May 2003},\n "
               "accessed = {2026}\n}\n");
    const Lines problems = copy.problems();
    ASSERT_EQ(problems.size(), 5U);
    EXPECT_TRUE(problems[0].ends_with("unknown class 'newspaper'")) << problems[0];
    EXPECT_TRUE(problems[1].ends_with("unknown leaning 'far-left'")) << problems[1];
    EXPECT_TRUE(problems[2].ends_with("'G1' is not a grade")) << problems[2];
    EXPECT_TRUE(problems[3].ends_with("'May 2003' is not a date of publication")) << problems[3];
    EXPECT_TRUE(problems[4].ends_with("'2026' is not the day on which the address was read")) << problems[4];
    EXPECT_EQ(copy.advice()[0], "one of: press, official, poll, expert, treaty, dataset, social");
    EXPECT_EQ(copy.advice()[1], "one of: left, centre-left, centre, centre-right, right, government, none");
}

TEST(Sources, other_fields_of_bibtex_are_no_problem) {
    EXPECT_EQ(problems_with("isbn = {1}, langid = {en}, urldate = {x}, eprint = {y}, pages = {1--2}, note = {z}"),
              Lines{});
}

TEST(Sources, a_slip_in_one_of_our_own_fields_is_a_warning) {
    for (const char* field : {"clas", "classs", "depend-on", "depends_on", "gradee", "acessed", "languge", "leanng"}) {
        const Lines problems = problems_with(std::string(field) + " = {x}");
        ASSERT_EQ(problems.size(), 1U) << field;
        EXPECT_NE(problems[0].find(" warning unknown field '" + std::string(field) + "'"), std::string::npos);
    }
}

TEST(Sources, a_url_that_is_no_web_address_is_a_warning_at_its_place) {
    for (const char* url :
         {"example.org/a", "javascript:alert(1)", "ftp://example.org/a", "file:///a", "http:/a", "x"}) {
        const Lines problems = problems_with("title = {T},\n  url   = {" + std::string(url) + "}");
        ASSERT_EQ(problems.size(), 1U) << url;
        EXPECT_EQ(problems[0],
                  "sources.bib:3:3 warning the url '" + std::string(url) + "' is no address of a web page");
    }
    for (const char* url : {"https://example.org/a", "http://example.org/a", "HTTPS://example.org/a"}) {
        EXPECT_EQ(problems_with("url = {" + std::string(url) + "}"), Lines{}) << url;
    }
}

TEST(Sources, fields_that_cannot_be_read_are_marked) {
    CaseCopy copy;
    copy.append("sources.bib", "\n@online{x, title = {T}, date = {soon}, class = {pres}, grade = {Z9}}\n");
    EXPECT_EQ(copy.read().sources.back().unreadable, (Lines{"date", "class", "grade"}));
    EXPECT_EQ(copy.read().sources.front().unreadable, Lines{});
}

}  // namespace
}  // namespace entente::casefile
