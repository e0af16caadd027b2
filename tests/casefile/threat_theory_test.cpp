#include <algorithm>

#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"
#include "core/sha256.hpp"

namespace entente::casefile {
namespace {

constexpr const char* kTheory = R"(id = "small"
kind = "threat"
name = "Small"
summary = "s"
citation = "c"
cautions = ["one caution"]

[[component]]
id = "power"
name = "power"
definition = "d"
assumption = "a"
citations = ["c1"]

[[component.part]]
id = "share"
formula = "capability-share"
weight = 1.0
needed = true

[[component]]
id = "intentions"
name = "intentions"
definition = "d"
assumption = "a"

[[component.part]]
id = "disputes"
formula = "disputes-started"
weight = 0.6
needed = true
note = "n"

[[component.part]]
id = "rivalry"
formula = "rivalry"
weight = 0.4

[memory]
half_life = 10.0
stale_after = 5
citations = ["c2"]

[hostility]
conciliation = 2
none = 1
threat = 2
display = 3
force = 4
war = 5

[composite]
form = "arithmetic"
step = 0.1
reason = "r"

[composite.weights]
power = 0.3
intentions = 0.7

[response]
prior = 0.8
balance = 0.65
bandwagon = 0.35
reason = "r"
citations = ["c3"]

[[response.rule]]
id = "strong"
says = "s"
when = [{ value = "power-ratio", at_least = 2.0 }, { value = "own-power", at_least = 0.1, at_most = 0.9 }]
pushes = "balance"
decibels = 2.0
citations = ["c4"]

[[response.rule]]
id = "weak"
says = "s"
when = [{ value = "defence-allies", at_most = 0 }]
pushes = "bandwagon"
decibels = 5
note = "n"

[[response.unseen]]
id = "passing"
says = "s"

[gauge]
citations = ["c5"]
caution = "g"

[[gauge.abandonment]]
sign = "need"
says = "s"
weight = 0.6

[[gauge.abandonment]]
sign = "defence-pledge"
as = "one-minus"
says = "s"
weight = 0.4

[[gauge.entrapment]]
sign = "ally-disputes"
says = "s"
weight = 1
)";

std::string changed(const std::string& old, const std::string& with) {
    std::string text = kTheory;
    return text.replace(text.find(old), old.size(), with);
}

Lines problems_of(const std::string& text) {
    Problems problems;
    (void)threat_theory_from(text, "small.toml", problems);
    return lines_of(problems);
}

std::string advice_of(const std::string& text) {
    Problems problems;
    (void)threat_theory_from(text, "small.toml", problems);
    return problems.sorted().front().advice;
}

TEST(ThreatTheoryFile, components_and_memory_arrive) {
    Problems problems;
    const auto theory = threat_theory_from(kTheory, "small.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(theory.id, "small");
    EXPECT_EQ(theory.sha256, sha256(kTheory));
    EXPECT_EQ(theory.cautions, Lines{"one caution"});
    ASSERT_EQ(theory.components.size(), 2U);
    EXPECT_EQ(theory.components[0].citations, Lines{"c1"});
    EXPECT_DOUBLE_EQ(theory.components[0].weight, 0.3);
    EXPECT_DOUBLE_EQ(theory.components[1].weight, 0.7);
    const auto& parts = theory.components[1].parts;
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].formula, evidence::ThreatFormula::DisputesStarted);
    EXPECT_TRUE(parts[0].needed);
    EXPECT_EQ(parts[0].note, "n");
    EXPECT_FALSE(parts[1].needed);
    EXPECT_DOUBLE_EQ(parts[1].weight, 0.4);
    EXPECT_FALSE(parts[1].moves);
    EXPECT_EQ(parts[1].where, (Position{"small.toml", 34, 1}));
    EXPECT_DOUBLE_EQ(theory.half_life, 10);
    EXPECT_EQ(theory.stale_after, 5);
    EXPECT_EQ(theory.hostility, (std::array<double, 5>{1, 2, 3, 4, 5}));
    EXPECT_EQ(theory.form, evidence::CompositeForm::Arithmetic);
    EXPECT_DOUBLE_EQ(theory.step, 0.1);
}

TEST(ThreatTheoryFile, rules_and_gauges_arrive) {
    Problems problems;
    const auto theory = threat_theory_from(kTheory, "small.toml", problems);
    EXPECT_DOUBLE_EQ(theory.prior, 0.8);
    EXPECT_DOUBLE_EQ(theory.balances_from, 0.65);
    EXPECT_DOUBLE_EQ(theory.bandwagons_to, 0.35);
    ASSERT_EQ(theory.rules.size(), 2U);
    ASSERT_EQ(theory.rules[0].when.size(), 2U);
    EXPECT_EQ(theory.rules[0].when[1].value, evidence::ThreatValue::OwnPower);
    EXPECT_EQ(theory.rules[0].when[1].at_least, 0.1);
    EXPECT_EQ(theory.rules[0].when[1].at_most, 0.9);
    EXPECT_EQ(theory.rules[0].when[0].at_most, std::nullopt);
    EXPECT_EQ(theory.rules[1].pushes, evidence::Response::Bandwagon);
    EXPECT_DOUBLE_EQ(theory.rules[1].decibels, 5);
    ASSERT_EQ(theory.unseen.size(), 1U);
    EXPECT_EQ(theory.unseen[0].id, "passing");
    ASSERT_EQ(theory.abandonment.size(), 2U);
    EXPECT_FALSE(theory.abandonment[0].one_minus);
    EXPECT_TRUE(theory.abandonment[1].one_minus);
    ASSERT_EQ(theory.entrapment.size(), 1U);
    EXPECT_EQ(theory.entrapment[0].sign, evidence::GaugeSign::AllyDisputes);
    EXPECT_EQ(theory.gauge_caution, "g");
    EXPECT_EQ(theory.gauge_known_at_least, 0);
}

TEST(ThreatTheoryFile, may_ask_how_much_of_a_gauge_is_known) {
    Problems problems;
    const auto theory =
        threat_theory_from(changed("caution = \"g\"", "caution = \"g\"\nknown_at_least = 0.5"), "small.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_DOUBLE_EQ(theory.gauge_known_at_least, 0.5);
    EXPECT_EQ(problems_of(changed("caution = \"g\"", "caution = \"g\"\nknown_at_least = 1.5")).size(), 1U);
}

TEST(ThreatTheoryFile, the_coded_sign_names_the_factor_that_it_weighs) {
    const auto with_sign = [](const std::string& lines) {
        return std::string(kTheory) + "\n[[gauge.entrapment]]\nsign = \"coded-doubt\"\nsays = \"s\"\nweight = 0.1\n" +
               lines;
    };
    Problems problems;
    const auto theory = threat_theory_from(with_sign("factor = \"credibility\"\n"), "small.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(theory.entrapment.back().factor, "credibility");
    const auto without = problems_of(with_sign(""));
    ASSERT_EQ(without.size(), 1U);
    EXPECT_NE(without[0].find("factor"), std::string::npos) << without[0];
    const auto other = problems_of(
        with_sign("factor = \"credibility\"\n\n[[gauge.abandonment]]\nsign = \"coded-doubt\"\nsays = \"s\"\n"
                  "weight = 0.1\nfactor = \"resolve\"\n"));
    ASSERT_EQ(other.size(), 1U);
    EXPECT_NE(other[0].find("the two signs 'coded-doubt' name two factors, 'resolve' and 'credibility'"),
              std::string::npos)
        << other[0];
}

TEST(ThreatTheoryFile, other_signs_have_no_factor) {
    const auto found = problems_of(std::string(kTheory) +
                                   "\n[[gauge.entrapment]]\nsign = \"offence-pledge\"\nsays = \"s\"\nweight = 0.1\n"
                                   "factor = \"credibility\"\n");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("the sign 'offence-pledge' has no factor"), std::string::npos) << found[0];
}

constexpr const char* kPosture =
    "\n[[force_posture]]\nid = \"sent\"\nname = \"Sent troops\"\nsender = \"USA\"\ncounts = \"persons\"\n"
    "variables = [\"some-data.troops\", \"other.men\"]\nreason = \"r\"\nnote = \"n\"\n";

TEST(ThreatTheoryFile, force_posture_arrives) {
    Problems problems;
    const auto theory = threat_theory_from(std::string(kTheory) + kPosture, "small.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    ASSERT_EQ(theory.force_posture.size(), 1U);
    const auto& posture = theory.force_posture[0];
    EXPECT_EQ(posture.id, "sent");
    EXPECT_EQ(posture.sender, "USA");
    ASSERT_EQ(posture.variables.size(), 2U);
    EXPECT_EQ(posture.variables[0].dataset, "some-data");
    EXPECT_EQ(posture.variables[1].variable, "men");
    EXPECT_EQ(posture.reason, "r");
}

TEST(ThreatTheoryFile, force_posture_says_whose_forces_and_which_variables) {
    const auto found = [](const std::string& from, const std::string& to) {
        std::string posture = kPosture;
        posture.replace(posture.find(from), from.size(), to);
        return problems_of(std::string(kTheory) + posture);
    };
    EXPECT_EQ(found("sender = \"USA\"\n", "").size(), 1U);
    EXPECT_EQ(found("reason = \"r\"\n", "").size(), 1U);
    for (const char* wrong : {"troops", ".troops", "some-data."}) {
        const auto problems = found("some-data.troops", wrong);
        ASSERT_EQ(problems.size(), 1U) << wrong;
        EXPECT_NE(problems[0].find("is no variable of a data set"), std::string::npos) << problems[0];
    }
    EXPECT_EQ(problems_of(std::string(kTheory) + kPosture + kPosture).size(), 1U) << "the id stands twice";
}

TEST(ThreatTheoryFile, a_part_that_moves_has_no_weight) {
    const std::string rivalry = "formula = \"rivalry\"\nweight = 0.4";
    Problems problems;
    const auto theory =
        threat_theory_from(changed(rivalry, "formula = \"coded-evidence\"\nmoves = true"), "small.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_TRUE(theory.components[1].parts[1].moves);
    EXPECT_EQ(theory.components[1].parts[1].weight, 0);
    EXPECT_EQ(problems_of(changed(rivalry, "formula = \"coded-evidence\"\nmoves = true\nweight = 0.4\nneeded = true")),
              (Lines{"small.toml:38:10 a part that moves has no 'weight'",
                     "small.toml:39:10 a part that moves has no 'needed'"}));
}

TEST(ThreatTheoryFile, coded_evidence_moves_and_something_is_there_to_be_moved) {
    EXPECT_EQ(problems_of(changed("formula = \"rivalry\"", "formula = \"coded-evidence\"")),
              Lines{"small.toml:36:11 'coded-evidence' is no part of a mean: it may be below 0"});
    auto text = changed("formula = \"capability-share\"\nweight = 1.0\nneeded = true",
                        "formula = \"coded-evidence\"\nmoves = true");
    ASSERT_EQ(problems_of(text).size(), 1U);
    EXPECT_NE(problems_of(text).front().find("every part of the component moves"), std::string::npos);
}

TEST(ThreatTheoryFile, says_when_a_state_faces_a_threat_and_why) {
    const std::string faces = "faces = [{ value = \"aggressive-intentions\", at_least = 0.2 }]\n";
    Problems problems;
    const auto theory = threat_theory_from(changed("prior = 0.8\n", faces + "faces_reason = \"f\"\nprior = 0.8\n"),
                                           "small.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    ASSERT_EQ(theory.faces.size(), 1U);
    EXPECT_EQ(theory.faces[0].value, evidence::ThreatValue::AggressiveIntentions);
    EXPECT_EQ(theory.faces[0].at_least, 0.2);
    EXPECT_EQ(theory.faces_reason, "f");
    EXPECT_EQ(problems_of(changed("prior = 0.8\n", faces + "prior = 0.8\n")),
              Lines{"small.toml:61:1 'faces_reason' is missing"});
    EXPECT_EQ(
        problems_of(changed("prior = 0.8\n", "faces = [{ value = \"alone\" }]\nfaces_reason = \"f\"\nprior = 0.8\n")),
        Lines{"small.toml:62:10 the condition has no bound"});
}

TEST(ThreatTheoryFile, references_are_bibtex_and_arrive_as_they_stand) {
    const std::string entry = "@book{boulding1962, title = {Conflict and Defense}, year = {1962}}\n";
    const auto with = [](const std::string& references) {
        return changed("citation = \"c\"\n", "citation = \"c\"\nreferences = '''\n" + references + "'''\n");
    };
    Problems problems;
    EXPECT_EQ(threat_theory_from(with(entry), "small.toml", problems).references, entry);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(problems_of(with(entry + entry)), Lines{"small.toml:6:14 'references' has the key 'boulding1962' twice"});
    EXPECT_EQ(problems_of(with("Boulding 1962")), Lines{"small.toml:6:14 'references' is no BibTeX"});
    ASSERT_EQ(problems_of(with("\n@book{boulding1962, title = {Conflict\n")).size(), 1U);
    EXPECT_TRUE(problems_of(with("\n@book{boulding1962, title = {Conflict\n"))
                    .front()
                    .starts_with("small.toml:6:14 in line 2 of 'references': "));
}

TEST(ThreatTheoryFile, the_shipped_ones_read_without_a_problem) {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(ENTENTE_SOURCE_DIR) + "/theories")) {
        Problems problems;
        const auto theory = read_any_theory(entry.path(), problems);
        EXPECT_EQ(lines_of(problems), Lines{});
        const auto* threat = std::get_if<evidence::ThreatTheory>(&theory);
        if (threat == nullptr) continue;
        EXPECT_EQ(threat->id, entry.path().stem().string());
        ++count;
    }
    EXPECT_GT(count, 0);
}

TEST(ThreatTheoryFile, all_problems_are_reported_at_once) {
    auto text = changed("half_life = 10.0", "half_life = -1");
    text.replace(text.find("decibels = 2.0"), 14, "decibels = 0.0");
    text.replace(text.find("prior = 0.8"), 11, "prior = 1.8");
    EXPECT_EQ(problems_of(text), (Lines{"small.toml:40:13 'half_life' is not above zero",
                                        "small.toml:62:9 'prior' is not above 0 and below 1",
                                        "small.toml:73:12 'decibels' is not above 0 and up to 100"}));
}

TEST(ThreatTheoryFile, unknown_keys_and_words_are_errors_in_every_part) {
    EXPECT_EQ(problems_of(changed("cautions =", "warnings =")).size(), 1U);
    EXPECT_EQ(problems_of(changed("needed = true", "neded = true")),
              Lines{"small.toml:19:1 unknown key 'neded'; did you mean 'needed'?"});
    EXPECT_EQ(problems_of(changed("at_least = 2.0", "least = 2.0")),
              (Lines{"small.toml:71:9 the condition has no bound", "small.toml:71:34 unknown key 'least'"}));
    EXPECT_EQ(problems_of(changed("\"rivalry\"\nweight", "\"rivalery\"\nweight")),
              Lines{"small.toml:36:11 'formula' should be one of capability-share, closeness, spending-share, "
                    "personnel-share, disputes-started, rivalry, territorial-rivalry, policy-distance, coded-evidence, "
                    "but is \"rivalery\"; did you mean 'rivalry'?"});
    EXPECT_EQ(problems_of(changed("\"one-minus\"", "\"minus\"")),
              Lines{"small.toml:99:6 'as' should be one-minus, but is \"minus\""});
}

TEST(ThreatTheoryFile, each_component_has_one_weight) {
    EXPECT_EQ(problems_of(changed("power = 0.3\n", "")), Lines{"small.toml:57:1 'power' is missing"});
    EXPECT_EQ(problems_of(changed("power = 0.3\n", "power = 0.3\nlooks = 0.1\n")),
              Lines{"small.toml:59:1 unknown key 'looks'"});
    EXPECT_EQ(problems_of(changed("power = 0.3\n", "power = 0.4\n")),
              Lines{"small.toml:57:1 the weights of the components do not add to 1"});
    EXPECT_EQ(problems_of(changed("power = 0.3\nintentions = 0.7", "power = 0\nintentions = 1")),
              Lines{"small.toml:58:9 'power' is not above zero"});
}

TEST(ThreatTheoryFile, nothing_stands_twice) {
    EXPECT_EQ(problems_of(changed("id = \"intentions\"", "id = \"power\"")).front(),
              "small.toml:22:6 the component 'power' stands here twice");
    EXPECT_EQ(problems_of(changed("formula = \"rivalry\"", "formula = \"disputes-started\"")),
              Lines{"small.toml:36:11 the formula 'disputes-started' stands here twice"});
    EXPECT_EQ(problems_of(changed("id = \"weak\"", "id = \"strong\"")),
              Lines{"small.toml:77:6 the rule 'strong' stands here twice"});
    EXPECT_EQ(problems_of(changed("\"defence-pledge\"", "\"need\"")),
              Lines{"small.toml:98:8 the sign 'need' stands here twice"});
}

TEST(ThreatTheoryFile, the_step_divides_1) {
    for (const char* step : {"0.05", "0.25", "1", "0.01"}) {
        EXPECT_EQ(problems_of(changed("step = 0.1", std::string("step = ") + step)), Lines{}) << step;
    }
    for (const char* step : {"0.3", "0.009", "1.5", "1e-300"}) {
        EXPECT_EQ(problems_of(changed("step = 0.1", std::string("step = ") + step)),
                  Lines{"small.toml:54:8 'step' does not divide 1 into 1 … 100 steps"})
            << step;
    }
}

// Six components in steps of 1/100 have C(105, 5) = 96,560,646 weightings.
TEST(ThreatTheoryFile, the_step_makes_no_more_weightings_than_can_be_tried) {
    std::string more;
    for (const char* id : {"three", "four", "five", "six"}) {
        more += std::string("[[component]]\nid = \"") + id +
                "\"\nname = \"n\"\ndefinition = \"d\"\nassumption = \"a\"\n\n[[component.part]]\nid = \"p\"\n"
                "formula = \"closeness\"\nweight = 1\n\n";
    }
    auto text = changed("step = 0.1", "step = 0.01");
    text.insert(text.find("[memory]"), more);
    text.replace(text.find("intentions = 0.7"), 16, "intentions = 0.3\nthree = 0.1\nfour = 0.1\nfive = 0.1\nsix = 0.1");
    ASSERT_EQ(problems_of(text).size(), 1U);
    EXPECT_NE(problems_of(text).front().find("'step' makes more than 200,000 weightings"), std::string::npos);
}

TEST(ThreatTheoryFile, thresholds_and_bounds_are_in_order) {
    EXPECT_EQ(problems_of(changed("bandwagon = 0.35", "bandwagon = 0.65")),
              Lines{"small.toml:64:13 'bandwagon' is not below 'balance'"});
    EXPECT_EQ(problems_of(changed("at_most = 0.9", "at_most = 0.05")),
              Lines{"small.toml:71:101 'at_most' is below 'at_least'"});
    EXPECT_EQ(problems_of(changed(", at_most = 0 }", " }")).size(), 1U);
    EXPECT_EQ(problems_of(changed("force = 4", "force = 2")),
              Lines{"small.toml:49:9 'force' is less hostile than the level before it"});
    EXPECT_EQ(problems_of(changed("war = 5", "war = 6")), Lines{"small.toml:50:7 'war' is above 5"});
}

TEST(ThreatTheoryFile, a_list_that_must_hold_something_is_not_empty) {
    EXPECT_EQ(problems_of(changed("when = [{ value = \"defence-allies\", at_most = 0 }]", "when = []")),
              Lines{"small.toml:79:8 'when' is an empty list"});
    EXPECT_EQ(problems_of("id = \"small\"\nkind = \"threat\"\nname = \"n\"\nsummary = \"s\"\ncitation = \"c\"\n"),
              (Lines{"small.toml:0:0 'component' is missing", "small.toml:0:0 'composite' is missing",
                     "small.toml:0:0 'gauge' is missing", "small.toml:0:0 'hostility' is missing",
                     "small.toml:0:0 'memory' is missing", "small.toml:0:0 'response' is missing"}));
}

TEST(ThreatTheoryFile, a_syntax_error_is_not_followed_by_what_it_hides) {
    EXPECT_EQ(problems_of(changed("id = \"intentions\"", "id = intentions")).size(), 1U);
    EXPECT_EQ(problems_of(changed("id = \"small\"", "id = small")).size(), 1U);
    EXPECT_EQ(problems_of(changed("step = 0.1", "step =")).size(), 1U);
}

TEST(ThreatTheoryFile, a_theory_to_code_under_is_named_as_what_it_is) {
    for (const char* kind : {"", "kind = \"ledger\"\n"}) {
        const auto text = changed("kind = \"threat\"\n", kind);
        ASSERT_EQ(problems_of(text).size(), 1U);
        EXPECT_NE(problems_of(text).front().find("this is a theory to code evidence under"), std::string::npos);
        EXPECT_NE(advice_of(text).find("`entente assess --theory` takes it"), std::string::npos);
    }
}

TEST(TheoryFile, a_theory_of_threat_is_named_as_what_it_is) {
    Problems problems;
    const auto theory = theory_from(kTheory, "small.toml", problems);
    EXPECT_EQ(lines_of(problems),
              Lines{"small.toml:2:8 this is a theory of threat: it has no factors to code evidence under"});
    EXPECT_EQ(theory.id, "small");
    EXPECT_TRUE(theory.lost_at);
}

TEST(TheoryFile, an_unknown_kind_is_an_error) {
    Problems problems;
    (void)theory_from(changed("\"threat\"", "\"thread\""), "small.toml", problems);
    const auto lines = lines_of(problems);
    EXPECT_NE(
        std::find(
            lines.begin(), lines.end(),
            "small.toml:2:8 'kind' should be one of ledger, threat, burden, outlook, but is \"thread\"; did you mean "
            "'threat'?"),
        lines.end());
}

TEST(AnyTheory, is_of_the_kind_that_its_file_says) {
    Problems problems;
    const std::string folder = std::string(ENTENTE_SOURCE_DIR) + "/theories";
    EXPECT_TRUE(std::holds_alternative<evidence::ThreatTheory>(read_any_theory(folder + "/walt-1985.toml", problems)));
    EXPECT_TRUE(std::holds_alternative<evidence::Theory>(read_any_theory(folder + "/walt-1997.toml", problems)));
    EXPECT_EQ(lines_of(problems), Lines{});
}

TEST(AnyTheory, that_cannot_be_read_is_one_problem) {
    Problems problems;
    const auto theory = read_any_theory("nowhere.toml", problems);
    EXPECT_TRUE(std::get<evidence::Theory>(theory).lost_at);
    EXPECT_EQ(lines_of(problems), Lines{"nowhere.toml:0:0 does not exist"});
    EXPECT_TRUE(read_threat_theory("nowhere.toml", problems).id.empty());
    EXPECT_TRUE(read_burden_theory("nowhere.toml", problems).id.empty());
}

}  // namespace
}  // namespace entente::casefile
