// Any bytes as one file of a case whose other files are good; the first byte says which. Reading never crashes, and
// what was read without an error goes out as a spreadsheet.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "casefile/case_files.hpp"
#include "casefile/case_tables.hpp"
#include "casefile/scenario_text.hpp"

namespace {

using entente::casefile::CaseFile;

const std::vector<CaseFile>& good_case() {
    static const std::vector<CaseFile> files{
        {"case.toml",
         "id = \"tiny\"\ntitle = \"t\"\nquestion = \"q\"\ncutoff = 2012-12-31\ntheory = \"t\"\nprotocol = \"p\"\n"
         "baseline = \"early\"\nfocal = \"late\"\n[alliance]\nname = \"a\"\nmembers = [\"AUL\", \"NEW\"]\n"
         "[[issue]]\nid = \"defence\"\nname = \"Defence\"\n"
         "[[period]]\nid = \"early\"\nname = \"Early\"\nbegin = 2001-01-01\nend = 2006-12-31\n"},
        {"claims.toml",
         "[[claim]]\nid = \"c\"\nkind = \"verdict\"\nauthor = \"a\"\ntext = \"t\"\nsources = [\"s\"]\n"
         "[[claim.test]]\ntest = \"change\"\nsays = \"s\"\nof = \"AUL\"\nquantity = \"share\"\nexpect = \"rises\"\n"
         "least = 0.1\nfrom = 1990\nto = 2000\n"},
        {"codings/first.toml",
         "coder = \"first\"\nabout = \"a\"\n[[coding]]\nitem = \"i\"\ntheory = \"t\"\nfactor = \"f/a\"\n"
         "direction = \"collapse\"\nbaseline = \"early\"\nnovelty = \"new\"\nagainst = { searched = \"x\" }\n"
         "specificity = 1.0\ncluster = \"c\"\n"
         "[[intention]]\nitem = \"i\"\ntheory = \"t\"\nof = \"AUL\"\ntoward = \"NEW\"\nstance = \"hostile\"\n"
         "level = \"threat\"\n"},
        {"corrections.toml",
         "[[correction]]\nid = \"x\"\ncorrects = \"s\"\nstated = \"a\"\ncorrected = \"b\"\nbasis = \"internal\"\n"
         "reason = \"r\"\nby = \"b\"\ndate = 2026-11-22\n"},
        {"evidence/items.toml",
         "[[item]]\nid = \"i\"\ndate = 2003-05-01\nkind = \"words\"\nissues = [\"defence\"]\nactors = [\"AUL\"]\n"
         "text = \"t\"\nsources = [{ key = \"s\", at = \"p. 1\" }]\n"},
        {"figures.toml",
         "[[series]]\nid = \"s\"\nname = \"n\"\nunit = \"u\"\ndefinition = \"d\"\nfile = \"figures/x.csv\"\n"
         "sources = [\"s\"]\n"
         "[threat_figures]\nfile = \"figures/y.csv\"\ndefinition = \"d\"\nhalf_life = 10\ndisputes_to = 2014\n"},
        {"figures/x.csv", "date,value,note\n2006,3,\n"},
        {"figures/y.csv", "state,other,year,fact,value,source\nAUL,NEW,2000,capability,0.1,s\n"},
        {"meetings.toml",
         "[[meeting]]\nid = \"m\"\ndate = 2003-05-01\nzone = \"UTC\"\nplace = \"p\"\nformat = \"visit\"\n"
         "participants = [\"a\"]\nsources = [\"s\"]\n"},
        {"scenarios/storm.toml",
         "id = \"storm\"\nname = \"n\"\nauthor = \"a\"\ntheory = \"t\"\ntrigger = \"t\"\nhorizon = \"h\"\n"
         "resolution = \"r\"\nsources = [\"s\"]\nalternatives = \"a\"\nconditions = [\"c\"]\n"
         "[[effect]]\nfactor = \"f\"\ndecibels = [1, 3]\n[[effect]]\nindicator = \"i\"\nchange = [-1, 1]\n"
         "[outcome]\nresolution = \"failed\"\nresolved = 2012-12-31\nwhy = \"w\"\nsources = [\"s\"]\n"},
        {"sources.bib", "@online{s,\n  title = {t},\n  date = {2003},\n  class = {press},\n  grade = {A1}\n}\n"},
        {"burden.toml",
         "[[commitment]]\nid = \"c\"\ntext = \"t\"\nby = [\"AUL\"]\nmade = 2003-05-01\nbindingness = \"treaty\"\n"
         "measure = \"m\"\nat_least = 2\nitem = \"i\"\n"
         "[[conduct]]\nitem = \"i\"\nconduct = \"pledge\"\nby = \"AUL\"\n"
         "[burden_figures]\nfile = \"figures/z.csv\"\ndefinition = \"d\"\n"},
        {"figures/z.csv", "state,year,measure,value,source\nAUL,2003,m,1.5,s\n"},
    };
    return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    if (size == 0) return 0;
    std::vector<casefile::CaseFile> files = good_case();
    files[data[0] % files.size()].bytes.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
    Problems problems;
    const evidence::Case which = casefile::case_from(files, "cases/fuzz", problems);
    for (const auto& problem : problems.sorted()) {
        if (problem.where.line < 0 || !problem.where.file.starts_with("cases/fuzz/")) std::abort();
        if (to_line(problem).empty()) std::abort();
    }
    if (problems.has_errors()) return 0;
    // An item as it would be written reads without an error, as the same item.
    for (const auto& item : which.items) {
        const std::string text = casefile::to_toml(item);
        Problems again;
        const auto reread = casefile::case_from({{"evidence/one.toml", text}}, "", again);
        if (again.has_errors() || reread.items.size() != 1 || casefile::to_toml(reread.items[0]) != text) std::abort();
    }
    // So does a scenario.
    for (const auto& scenario : which.scenarios) {
        const std::string text = casefile::to_toml(scenario);
        Problems again;
        evidence::Case reread;
        casefile::add_scenario(text, "", reread, again);
        if (again.has_errors() || reread.scenarios.size() != 1) std::abort();
        if (casefile::to_toml(reread.scenarios[0]) != text) std::abort();
    }
    if (casefile::items_csv(which).empty() || casefile::codings_csv(which, "").empty()) std::abort();
    return 0;
}
