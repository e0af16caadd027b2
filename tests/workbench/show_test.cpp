#include "workbench/show.hpp"

#include <gtest/gtest.h>

#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;
using Ids = std::vector<std::string>;

ShowFilter by(const std::vector<std::pair<std::string ShowFilter::*, std::string>>& words) {
    ShowFilter filter;
    for (const auto& [field, word] : words) filter.*field = word;
    return filter;
}

ShowResult shown(const std::string& what, const ShowFilter& filter = {}) {
    return show(open_case({testing::tiny_case(), {}, {}, {}}), {what, filter});
}

Ids items(const ShowFilter& filter) {
    Ids ids;
    for (const auto& view : shown("items", filter).items) ids.push_back(view.item->id);
    return ids;
}

const Ids kBoth{"frigates-cancelled-2008", "no-exercise-2009"};
const Ids kFrigates{"frigates-cancelled-2008"};

TEST(Show, lists_every_item_in_the_order_of_the_case) {
    EXPECT_EQ(items({}), (Ids{"joint-statement-2003-05-01", "port-agreement-2004", "frigates-cancelled-2008",
                              "no-exercise-2009"}));
}

TEST(Show, filters_items_by_factor) {
    EXPECT_EQ(items(by({{&ShowFilter::factor, "credibility"}})), kFrigates);
    EXPECT_EQ(items(by({{&ShowFilter::factor, "outside"}})), kFrigates);
    EXPECT_EQ(items(by({{&ShowFilter::factor, "solidarity"}})), Ids{});
}
TEST(Show, filters_items_by_issue) {
    EXPECT_EQ(items(by({{&ShowFilter::issue, "trade"}})), Ids{"port-agreement-2004"});
}
TEST(Show, filters_items_by_period) {
    EXPECT_EQ(items(by({{&ShowFilter::period, "late"}})), kBoth);
}
TEST(Show, filters_items_by_source) {
    EXPECT_EQ(items(by({{&ShowFilter::source, "herald-2008"}})), kFrigates);
}
TEST(Show, filters_items_by_actor) {
    EXPECT_EQ(items(by({{&ShowFilter::actor, "NEW"}})).size(), 4U);
}
TEST(Show, filters_items_by_coder) {
    EXPECT_EQ(items(by({{&ShowFilter::coder, "first"}})), kBoth);
}
TEST(Show, filters_items_by_kind) {
    EXPECT_EQ(items(by({{&ShowFilter::kind, "act"}})), kFrigates);
}
TEST(Show, filters_can_be_combined) {
    EXPECT_EQ(items(by({{&ShowFilter::factor, "credibility"}, {&ShowFilter::period, "late"}})), kFrigates);
    EXPECT_EQ(items(by({{&ShowFilter::factor, "credibility"}, {&ShowFilter::period, "early"}})), Ids{});
}

TEST(Show, filters_codings_by_what_they_read) {
    EXPECT_EQ(shown("codings").codings.size(), 3U);
    const auto result = shown("codings", by({{&ShowFilter::factor, "institutionalisation"}}));
    ASSERT_EQ(result.codings.size(), 1U);
    EXPECT_EQ(result.codings[0]->item, "no-exercise-2009");
}

TEST(Show, filters_claims_by_kind_and_period) {
    EXPECT_EQ(shown("claims", by({{&ShowFilter::period, "late"}, {&ShowFilter::kind, "verdict"}})).claims.size(), 1U);
    EXPECT_EQ(shown("claims", by({{&ShowFilter::kind, "forecast"}})).claims.size(), 0U);
}

TEST(Show, filters_the_other_parts_by_source) {
    for (const char* part : {"meetings", "corrections"}) {
        EXPECT_EQ(shown(part, by({{&ShowFilter::source, "ministry-2003"}})).meetings.size() +
                      shown(part, by({{&ShowFilter::source, "ministry-2003"}})).corrections.size(),
                  1U)
            << part;
    }
    EXPECT_EQ(shown("figures", by({{&ShowFilter::source, "ministry-2003"}})).figures.size(), 0U);
    EXPECT_EQ(shown("scenarios", by({{&ShowFilter::source, "herald-2008"}})).scenarios.size(), 1U);
    // What it corrects counts as citing it.
    EXPECT_EQ(shown("corrections", by({{&ShowFilter::source, "herald-2008"}})).corrections.size(), 1U);
}

TEST(Show, a_source_lists_what_cites_it) {
    const auto result = shown("herald-2008");
    ASSERT_EQ(result.sources.size(), 1U);
    EXPECT_TRUE(result.single);
    EXPECT_EQ(result.sources[0].items, kFrigates);
    EXPECT_EQ(result.sources[0].claims, Ids{"herald-weakened"});
    EXPECT_EQ(result.sources[0].others, (Ids{"frigates-ordered", "storm"}));
}

TEST(Show, a_single_item_comes_with_everything_that_hangs_on_it) {
    const auto broken = shown("frigates-cancelled-2008");
    ASSERT_EQ(broken.items.size(), 1U);
    EXPECT_EQ(broken.items[0].codings.size(), 2U);
    EXPECT_EQ(broken.items[0].claims_for.size(), 1U);
    EXPECT_EQ(broken.items[0].periods, Ids{"late"});
    EXPECT_FALSE(broken.items[0].after_cutoff);
    const auto promised = shown("joint-statement-2003-05-01");
    ASSERT_EQ(promised.items[0].continued_or_broken_by.size(), 1U);
    EXPECT_EQ(promised.items[0].continued_or_broken_by[0]->id, "frigates-cancelled-2008");
    EXPECT_EQ(promised.items[0].claims_against.size(), 1U);
    EXPECT_EQ(promised.items[0].meetings.size(), 1U);
}

TEST(Show, says_what_became_known_after_the_cutoff) {
    const auto result =
        show(open_case({testing::tiny_case(), {}, {}, make_day(2003, 4, 30)}), {"port-agreement-2004", {}});
    EXPECT_TRUE(result.items[0].after_cutoff);
}

TEST(Show, everything_in_a_case_can_be_shown_by_its_id) {
    EXPECT_EQ(shown("herald-weakened").part, Part::Claims);
    EXPECT_EQ(shown("wellington-2003-05-01").part, Part::Meetings);
    EXPECT_EQ(shown("frigates-ordered").part, Part::Figures);
    EXPECT_EQ(shown("pact-date").part, Part::Corrections);
    EXPECT_EQ(shown("storm").part, Part::Scenarios);
}

TEST(Show, an_unknown_word_suggests_what_was_meant) {
    const auto item = error_of([] { static_cast<void>(shown("frigates-canceled-2008")); });
    EXPECT_EQ(item.kind(), ErrorKind::NotFound);
    EXPECT_STREQ(item.what(),
                 "the case has nothing called 'frigates-canceled-2008'; did you mean 'frigates-cancelled-2008'?");
    const auto part = error_of([] { static_cast<void>(shown("item")); });
    EXPECT_NE(std::string(part.what()).find("did you mean 'items'?"), std::string::npos);
    const auto meeting = error_of([] { static_cast<void>(shown("wellington-2003-05-02")); });
    EXPECT_NE(std::string(meeting.what()).find("did you mean 'wellington-2003-05-01'?"), std::string::npos);
}

TEST(Show, an_unknown_word_in_a_filter_suggests_what_was_meant) {
    const auto said = [](const ShowFilter& filter) {
        const auto error = error_of([&] { static_cast<void>(shown("items", filter)); });
        EXPECT_EQ(error.kind(), ErrorKind::NotFound);
        return std::string(error.what());
    };
    EXPECT_EQ(said(by({{&ShowFilter::factor, "credibilty"}})),
              "the case has no factor 'credibilty'; did you mean 'credibility'?");
    EXPECT_EQ(said(by({{&ShowFilter::issue, "trad"}})), "the case has no issue 'trad'; did you mean 'trade'?");
    EXPECT_EQ(said(by({{&ShowFilter::period, "lat"}})), "the case has no period 'lat'; did you mean 'late'?");
    EXPECT_EQ(said(by({{&ShowFilter::source, "herald-2009"}})),
              "the case has no source 'herald-2009'; did you mean 'herald-2008'?");
    EXPECT_EQ(said(by({{&ShowFilter::actor, "NZL"}})), "the case has no actor 'NZL'");
    EXPECT_EQ(said(by({{&ShowFilter::coder, "frist"}})), "the case has no coder 'frist'; did you mean 'first'?");
    EXPECT_EQ(said(by({{&ShowFilter::kind, "acts"}})), "the case has no kind of item 'acts'; did you mean 'act'?");
}

TEST(Show, a_filter_that_says_nothing_about_the_part_is_refused) {
    const auto error = error_of([] { static_cast<void>(shown("claims", by({{&ShowFilter::actor, "NEW"}}))); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_STREQ(error.what(), "--actor says nothing about claims");
    EXPECT_EQ(error.advice(), "it chooses among items, codings, sources, figures");
    EXPECT_EQ(error_of([] { static_cast<void>(shown("storm", by({{&ShowFilter::factor, "solidarity"}}))); }).kind(),
              ErrorKind::BadRequest);
}

TEST(Show, items_and_codings_have_a_table_that_import_reads_and_nothing_else_has) {
    EXPECT_TRUE(has_exchange_table(shown("items")));
    EXPECT_TRUE(has_exchange_table(shown("codings")));
    EXPECT_FALSE(has_exchange_table(shown("claims")));
    const auto table = exchange_table(shown("items", by({{&ShowFilter::kind, "act"}})));
    EXPECT_TRUE(table.starts_with("id,date,"));
    EXPECT_NE(table.find("frigates-cancelled-2008,2008-06-01,"), std::string::npos);
    EXPECT_EQ(table.find("no-exercise-2009"), std::string::npos);
}

}  // namespace
}  // namespace entente::workbench
