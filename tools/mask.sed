# What changes with every commit, masked before an output is compared: hashes and the version.
s/[0-9a-f]{64}/HASH/g
s/\b[0-9a-f]{12}\b/HASH/g
s/entente [0-9]+\.[0-9]+\.[0-9]+/entente VERSION/g
s/("version": )"[^"]*"/\1"VERSION"/
s/Entente [0-9]+\.[0-9]+\.[0-9]+/Entente VERSION/g
s/(version += \\?\{)[0-9.]+/\1VERSION/
s/20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z/TIME/g
s/added 20[0-9]{2}-[0-9]{2}-[0-9]{2}/added DAY/g
s/[0-9]+\.[0-9] MB$/SIZE/
s/(\.(csv|dta|gz|xlsx).*)  20[0-9]{2}-[0-9]{2}-[0-9]{2}$/\1  DAY/
s/("program": )"[^"]*"/\1"VERSION"/
