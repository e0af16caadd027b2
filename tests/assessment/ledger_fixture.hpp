// The items of the ledger's known answers: arithmetic fixtures, of which two (S171, S022) are scholars' judgements that
// a real case would store as claims. The expected numbers were computed by an independent implementation of the rules.
#pragma once

#include <string>
#include <vector>

namespace entente::testing {

inline const std::vector<std::string>& ledger_fixture() {
    static const std::vector<std::string> lines{
        "S114/T061,C2,C,new,W,B2,1,withdraw-threat,press",
        "S171,C2,C,new,O,B3,1,mixed-signals,expert",
        "S022,C2,C,new,O,B3,1,mixed-signals,expert",
        "S172,C2,C,new,A,B2,1,kim-noconsult,press",
        "T036,C2,C,new,O,A2,1,opinion-2017,poll",
        "T038,C2,C,new,O,B2,1,opinion-2017,poll",
        "T072/S117,C2,E,cont,W,A1,1,us-reaffirms,official",
        "T073/S117,C2,E,cont,W,A1,1,us-reaffirms,official",
        "S119,C2,E,cont,W,A2,1,us-reaffirms,press",
        "S127,C2,E,cont,W,A2,1,us-reaffirms,press",
        "S173,C2,E,cont,A,B2,0.5,warship,press",
        "S120,C1,E,cont,W,A1,1,joint-dprk,official",
        "S121,C1,E,cont,W,A2,1,joint-dprk,official",
        "S123,C1,E,cont,W,A1,1,joint-dprk,official",
        "S125,C1,E,cont,W,A2,1,us-reaffirms,press",
        "S162-164,C1,E,cont,A,A1,1,dprk-missiles,official",
        "S165,C1,C,new,W,A1,0.5,kim-summit,press",
        "S133,C1,E,cont,W,A2,1,mod-papers,official",
        "S175-177,C4,C,cont,A,A2,1,futenma,press",
        "S179,C4,E,cont,W,A1,1,futenma-reaffirm,official",
        "T028-029,C4,E,cont,A,A1,1,ldp-majority,press",
        "S115/S188,C6,C,new,A,A1,0.5,tpp,official",
        "S128,C6,C,new,A,B2,0.5,steel,press",
        "S126,C6,C,new,W,A2,1,bilateral-trade-talks,press",
        "S118,C6,E,cont,W,A1,1,us-reaffirms,official",
        "T061,E1,C,new,W,B2,1,withdraw-threat,press",
        "T070,E1,E,cont,W,A1,1,mattis,official",
        "T075,E1,E,cont,W,B2,1,no-budget-demand,expert",
        "T023-026,E3,E,new,W,B2,1,personal-ties,press",
        "S184,E3,E,new,O,C3,1,personal-ties,expert",
        "S132,E4,E,cont,S,A1,1,guidelines-2015,official",
        "S122,E4,E,cont,W,A1,1,2plus2-2017,official",
        "S124/S130,E4,E,cont,A,A2,1,procurement,official",
        "S131,E4,E,new,A,B2,0.5,fms70,press",
        "T080,E4,E,new,A,B3,0.5,exercises,expert",
        "S111,E5,E,cont,W,A2,1,mofa-values,official",
        "S193,E5,E,cont,O,B3,1,aligned-geopolitics,expert",
    };
    return lines;
}

// The 27 items whose ids start with S.
inline std::vector<std::string> ledger_fixture_s() {
    std::vector<std::string> lines;
    for (const auto& line : ledger_fixture()) {
        if (line.front() == 'S') lines.push_back(line);
    }
    return lines;
}

}  // namespace entente::testing
