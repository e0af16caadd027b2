# A store of invented alliances that is large enough for a contest, with theories of its own: sourced by the tests of
# `backtest` and `gather`, and by tools/test_shards. Twelve states of the time from 1820 to 1899 are real; everything
# that is said of them comes from remainders of divisions.
mkdir -p "$SCRATCH/files" "$SCRATCH/home/theories"
cat >"$SCRATCH/states" <<END
2 USA
200 UKG
210 NTH
211 BEL
220 FRN
230 SPN
235 POR
255 GMY
300 AUH
365 RUS
380 SWD
640 TUR
END
awk -v files="$SCRATCH/files" '
function spell(file, text) { print text >> (files "/" file) }
{ number[NR] = $1; code[NR] = $2 }
END {
    spell("NMC-60-abridged.csv", "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version")
    spell("atop5_0a.csv", "atopid,begyr,begmo,begday,endyr,endmo,endday,ineffect,bilat,maxphase,term,defense,offense,neutral,nonagg,consul,mem1,mem2,mem44,version")
    spell("atop5_0aph.csv", "atopid,atopidphase,begyr,begmo,begday,endyr,endmo,endday,ineffect,bilat,phase,term,milcon,milaid,intcom,subord,organ1,orgpurp1,organ2,orgpurp2,base,contrib,estmode,pubsecr,nomicoop,mem1,mem2,mem44,version")
    spell("atop5_0m.csv", "atopid,member,phase,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect,termmode,termcaus,cowsys,rev5,version")
    for (i = 1; i <= NR; i++) {
        for (year = 1816; year <= 1899; year++) {
            power = 10 + i * i + (i * (year - 1816)) % 37
            spell("NMC-60-abridged.csv", code[i] "," number[i] "," year "," 100 * power "," power "," power "," 2 * power "," power + 5 "," power "," power / 1500 ",2021")
        }
    }
    id = 6570  # the last is 7050, by which the official file is known
    for (round = 0; round < 3; round++) {
        for (i = 1; i <= NR; i++) {
            for (j = i + 1; j <= NR; j++) {
                if ((i * 3 + j * 5 + round) % 2) continue
                begin = 1820 + round * 24 + (i * 7 + j * 3) % 13
                years = 2 + (i * 5 + j * 11 + round * 7) % 19
                # Those whose stronger member is far ahead are broken more often.
                chance = (i * 13 + j * 17 + round * 5) % 10
                term = chance < 3 + (j - i > 5 ? 3 : 0) ? 2 : 1
                end = begin + years
                ineffect = end > 1899
                base = (i + j + round) % 3 == 0 ? 1 : 0
                ends = ineffect ? "0,0,0" : end ",6,1"
                id += 5
                spell("atop5_0a.csv", id "," begin ",3,1," ends "," ineffect ",1,0," (ineffect ? 0 : term) ",1,0,0,0,1," number[i] "," number[j] ",,5")
                spell("atop5_0aph.csv", id "," id "," begin ",3,1," ends "," ineffect ",1,0," (ineffect ? 0 : term) ",0,0,0,0,0,0,0,0," base ",0,1,0,0," number[i] "," number[j] ",,5")
                for (k = 0; k < 2; k++) spell("atop5_0m.csv", id "," number[k ? j : i] ",0," begin ",3,1," ends "," ineffect "," (ineffect ? 0 : term) ",0,1,0,5")
            }
        }
    }
}' "$SCRATCH/states"
cat >"$SCRATCH/home/theories/weather.toml" <<'END'
id       = "weather"
name     = "Weather"
summary  = "Invented: alliances fare as the weather does."
citation = "Invented for tests."

[[factor]]
id         = "storm"
name       = "storm"
ledger     = "collapse"
definition = "Invented."
counts     = ["a change of strength"]
does_not_count = ["rain"]
examples   = ["toward collapse: a storm"]
citations  = ["Invented."]

[[covariate]]
id        = "strength-change"
factor    = "storm"
name      = "a member's strength changed"
measure   = "capability-change"
threshold = 0.10
rise      = "collapse"
data      = ["nmc.cinc"]
reason    = "Invented."

[[covariate]]
id      = "gap"
factor  = "storm"
name    = "how far the stronger is ahead"
measure = "capability-ratio"
rise    = "endurance"
data    = ["nmc.cinc"]
reason  = "Invented, and against what made the data."
END
cat >"$SCRATCH/theory.toml" <<'END'
id       = "weather-endings"
kind     = "outlook"
name     = "Endings of invented alliances"
summary  = "Invented."
citation = "Invented for tests."
references = '''
@misc{nobody1899, author = {Nobody, N.}, title = {Invented}, year = {1899}}
'''
chosen        = "base-rate"
chosen_reason = "nothing was run"

[contest]
from          = 1816
first_origin  = 1850
horizons      = [1, 2]
folds         = 4
deals         = 2
margin        = 0.01
margin_reason = "Invented."
ridge         = 1
known_for     = 5

[[covariate]]
id      = "together"
name    = "the members' strength together"
measure = "combined-capability"
rise    = "endurance"
data    = ["nmc.cinc"]
reason  = "Invented."

[[model]]
id       = "base-rate"
name     = "the base rate"
role     = "base"
duration = "constant"

[[model]]
id       = "duration"
name     = "duration only"
role     = "rival"
duration = "cubic"

[[model]]
id         = "strength"
name       = "strength only"
role       = "rival"
duration   = "cubic"
covariates = ["together"]

[[model]]
id       = "weather"
name     = "the weather"
role     = "theory"
duration = "spline"
theory   = "weather"
END
for without in ${WITHOUT:-}; do rm "$SCRATCH/files/$without"; done
entente data add "$SCRATCH/files" >/dev/null
