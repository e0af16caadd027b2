#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_tables.hpp"

namespace entente::casefile {
namespace {

TEST(Export, items_are_rows_with_their_lists_joined) {
    Problems problems;
    const std::string csv = items_csv(read_case(tiny_case(), problems));
    EXPECT_EQ(
        csv,
        "id,date,from,to,kind,issues,actors,text,quote,quote_lang,quote_translation,sources,rows,period,grade,class,"
        "figures,searched,file\n"
        "joint-statement-2003-05-01,2003-05-01,,,words,defence,AUL; NEW,"
        "Joint statement: each would come to the other's help.,We stand together.,en,,ministry-2003,T001,,,,,,"
        "evidence/early.toml\n"
        "port-agreement-2004,2004-07,,,structural,defence; trade,AUL; NEW,Agreement on the use of ports.,,,,"
        "ministry-2003 @ p. 2,,,,,,,evidence/early.toml\n"
        "frigates-cancelled-2008,2008-06-01,,,act,defence,NEW; AUL,"
        "\"New Zealand cancels its order of frigates; \"\"regrettable\"\", says Australia.\",,,,"
        "\"herald-2008; \"\"ministry-2003 @ annex; table 1\"\"\",,,B2,press,frigates-ordered,,evidence/late.toml\n"
        "no-exercise-2009,,2009-01-01,2009-12-31,absence,defence,AUL; NEW,No joint exercise in 2009.,,,,,,late,,,,"
        "\"Invented releases of both ministries, 2009\",evidence/late.toml\n");
}

TEST(Export, codings_are_rows) {
    Problems problems;
    const std::string csv = codings_csv(read_case(tiny_case(), problems), "first");
    EXPECT_EQ(
        csv,
        "coder,item,theory,factor,direction,baseline,novelty,against,searched,specificity,cluster,note\n"
        "first,frigates-cancelled-2008,walt-1997,credibility/will,collapse,early,new,joint-statement-2003-05-01,,1,"
        "frigates,Cancelled without notice.\n"
        "first,no-exercise-2009,walt-1997,institutionalisation,collapse,early,new,,"
        "\"Invented releases of both ministries, 2001–2006\",0.5,exercises,\n"
        "first,frigates-cancelled-2008,walt-1997,outside,,early,,,,,,What the order cost is no factor.\n");
}

TEST(Export, one_coder_or_all) {
    CaseCopy copy;
    copy.write("codings/second.toml", "coder = \"second\"\nabout = \"x\"\n");
    const evidence::Case which = copy.read();
    EXPECT_EQ(codings_csv(which, ""), codings_csv(which, "first"));
    EXPECT_EQ(codings_csv(which, "second"),
              "coder,item,theory,factor,direction,baseline,novelty,against,searched,specificity,cluster,note\n");
}

}  // namespace
}  // namespace entente::casefile
