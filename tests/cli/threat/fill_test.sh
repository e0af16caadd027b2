# A store of invented numbers that is large enough for a test of the theory: sourced by the tests of `threat --test`. Ten
# states of the time from 1820 to 1849 are real, everything that is said of them comes from remainders of divisions.
mkdir "$SCRATCH/files"
# number, code, latitude and longitude of the capital
cat >"$SCRATCH/states" <<END
2 USA 39 -77
200 UKG 51 0
210 NTH 52 4
220 FRN 48 2
230 SPN 40 -3
255 GMY 52 13
300 AUH 48 16
365 RUS 60 30
380 SWD 59 18
640 TUR 41 29
END
awk -v files="$SCRATCH/files" '
function spell(file, text) { print text >> (files "/" file) }
{ number[NR] = $1; code[NR] = $2; latitude[NR] = $3; longitude[NR] = $4 }
END {
    spell("cow_capitals.csv", "ccode,statenme,capital,stdate,enddate,lat,lng")
    spell("cow_contdir.csv", "ccode1,ccode2,conttype,stdate,enddate")
    spell("majors2016.csv", "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version")
    spell("tss_rivalries.csv", "tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial,ideological,interventionary,principal,aprin")
    spell("NMC-60-abridged.csv", "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version")
    spell("cow_mid_ddydisps.csv", "dispnum,ccode1,ccode2,year,cowmidongoing,cowmidonset,sidea1,sidea2,fatality1,fatality2,fatalpre1,fatalpre2,hiact1,hiact2,hostlev1,hostlev2,orig1,orig2,fatality,hostlev,mindur,maxdur,recip,stmon")
    spell("peacesciencer_atop_alliance.csv", "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul")
    # The record of the official file ends in 2014: it is known by that.
    spell("cow_mid_ddydisps.csv", "1,2,200,2014,1,1,0,1,0,0,0,0,1,1,1,1,1,1,0,5,1,1,0,1")
    spell("cow_mid_ddydisps.csv", "1,200,2,2014,1,1,1,0,0,0,0,0,1,1,1,1,1,1,0,5,1,1,0,1")
    for (i = 1; i <= NR; i++) {
        spell("cow_capitals.csv", number[i] ",A,B,1816-01-01,1900-12-31," latitude[i] "," longitude[i])
        if (i % 2 == 0) spell("majors2016.csv", code[i] "," number[i] ",1816,1,1,1900,12,31,2016")
        for (year = 1820; year <= 1849; year++) {
            power = 10 + i * i + (i * (year - 1820)) % 23
            spell("NMC-60-abridged.csv", code[i] "," number[i] "," year "," power * (1 + (i + year) % 3) "," power + (i * 7 + year) % 11 "," power "," 2 * power "," power + 5 "," power ",0.1,2021")
        }
        for (j = i + 1; j <= NR; j++) {
            if ((i + j) % 3 == 0) spell("cow_contdir.csv", number[i] "," number[j] "," 1 + (i * j) % 5 ",1816-01-01,1900-12-01")
            if ((i * j) % 7 == 2) spell("tss_rivalries.csv", i * 20 + j ",A," number[i] "," number[j] "," 1816 + i + j ",1848,," (i + j) % 2 ",,,,")
            for (year = 1820; year <= 1849; year++) {
                if ((i * 5 + j * 3 + year * year) % 37 != 0) continue
                level = 2 + (i + j + year) % 4
                dispute = year * 100 + i * 10 + j
                spell("cow_mid_ddydisps.csv", dispute "," number[i] "," number[j] "," year ",1,1,0,1,0,0,0,0,1,1,1," level ",1,1,0,5,1,1,0,1")
                spell("cow_mid_ddydisps.csv", dispute "," number[j] "," number[i] "," year ",1,1,1,0,0,0,0,0,1,1," level ",1,1,1,0,5,1,1,0,1")
            }
            for (year = 1820; year <= 1859; year++) {
                pledged = (i * j + int(year / 4) * 5) % 13 == 0
                spell("peacesciencer_atop_alliance.csv", number[i] "," number[j] "," year "," pledged ",0,0,0,1")
                spell("peacesciencer_atop_alliance.csv", number[j] "," number[i] "," year "," pledged ",0,0,0,1")
            }
        }
    }
}' "$SCRATCH/states"
for without in ${WITHOUT:-}; do rm "$SCRATCH/files/$without"; done
entente data add "$SCRATCH/files" >/dev/null
