# A store of invented numbers in the layouts of official files: sourced by the tests of `threat`. The states are real,
# everything that is said of them is made up. Of the capabilities in each year from 1985 to 2000 the United States have 5
# tenths, China 3, Japan and North Korea 1 each; South Korea's are not known. North Korea's side began a dispute with Japan
# in 1990 (level 3) and 1998 (level 5), Japan's one with China in 1995 (level 2). North Korea and Japan are rivals over
# territory, China and Japan rivals from 1996. The United States pledged to defend Japan from 1992, Japan nobody.
mkdir "$SCRATCH/files"
cat >"$SCRATCH/files/cow_capitals.csv" <<END
ccode,statenme,capital,stdate,enddate,lat,lng
2,United States of America,A,1816-01-01,2024-12-31,0,90
710,China,B,1816-01-01,2024-12-31,0,20
731,North Korea,C,1948-09-09,2024-12-31,0,10
732,South Korea,D,1948-08-15,2024-12-31,0,11
740,Japan,E,1816-01-01,2024-12-31,0,0
END
cat >"$SCRATCH/files/cow_contdir.csv" <<END
ccode1,ccode2,conttype,stdate,enddate
710,731,1,1948-09-01,2016-12-01
731,732,1,1948-09-01,2016-12-01
732,740,4,1952-04-01,2016-12-01
END
cat >"$SCRATCH/files/tss_rivalries.csv" <<END
tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial,ideological,interventionary,principal,aprin
1,A,731,740,1980,2020,,1,,,,
2,B,710,740,1996,2020,1,,,,,
3,C,2,710,1949,2020,1,,,,,
END
{
    echo "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version"
    for year in $(seq 1985 2000); do
        echo "USA,2,$year,5,5,5,5,5,5,0.5,2021"
        echo "CHN,710,$year,3,3,3,3,3,3,0.3,2021"
        echo "PRK,731,$year,1,1,1,1,1,1,0.1,2021"
        echo "JPN,740,$year,1,1,1,1,1,1,0.1,2021"
    done
} >"$SCRATCH/files/NMC-60-abridged.csv"
dispute() { # number, who began, the other, year, level of each
    echo "$1,$2,$3,$4,1,1,1,0,0,0,0,0,1,1,$5,$6,1,1,0,5,1,1,0,1"
    echo "$1,$3,$2,$4,1,1,0,1,0,0,0,0,1,1,$6,$5,1,1,0,5,1,1,0,1"
}
{
    echo "dispnum,ccode1,ccode2,year,cowmidongoing,cowmidonset,sidea1,sidea2,fatality1,fatality2,fatalpre1,fatalpre2,hiact1,hiact2,hostlev1,hostlev2,orig1,orig2,fatality,hostlev,mindur,maxdur,recip,stmon"
    dispute 1 2 710 1985 2 1
    dispute 2 731 740 1990 3 1
    dispute 3 740 710 1995 2 1
    dispute 4 731 740 1998 5 5
    dispute 5 710 2 2014 1 1
} >"$SCRATCH/files/cow_mid_ddydisps.csv"
{
    echo "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul"
    for year in $(seq 1985 2000); do
        if [ "$year" -ge 1992 ]; then printf '2,740,%s,1,0,0,0,1\n740,2,%s,0,0,0,0,1\n' "$year" "$year"; fi
        echo "710,731,$year,1,0,0,0,1"
    done
} >"$SCRATCH/files/peacesciencer_atop_alliance.csv"
{
    echo "Country,$(seq -s , 1949 2018)"
    printf 'Japan'
    for year in $(seq 1949 2018); do
        if [ "$year" -ge 1985 ] && [ "$year" -le 2000 ]; then printf ',%s' $((100 + (year - 1985) * 10)); else printf ',...'; fi
    done
    echo
} >"$SCRATCH/files/sipri-milex-data_1949-2018_constant.csv"
# With TROOPS: the United States keep 100 persons in Japan, 50 in South Korea, none in China.
if [ -n "${TROOPS:-}" ]; then
    {
        echo "countryname,ccode,iso3c,year,troops,army,navy,air_force,marine_corps,region,space_force,coast_guard"
        for year in $(seq 1985 2000); do
            for host in Japan,740,JPN:100 "South Korea,732,KOR:50" China,710,CHN:0; do
                echo "${host%:*},$year,${host##*:},NA,NA,NA,NA,A,NA,NA"
            done
        done
        echo "Japan,740,JPN,2023,100,NA,NA,NA,NA,A,NA,NA" # the version is known by its last year
    } >"$SCRATCH/files/troopdata.csv"
fi
# Such a change as REPLACE, a script of sed, makes in the capabilities.
[ -z "${REPLACE:-}" ] || sed -i "$REPLACE" "$SCRATCH/files/NMC-60-abridged.csv"
for without in ${WITHOUT:-}; do rm "$SCRATCH/files/$without"; done
entente data add "$SCRATCH/files" >/dev/null
