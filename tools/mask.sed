# What changes with every commit, masked before an output is compared: hashes and the version.
s/[0-9a-f]{64}/HASH/g
s/\b[0-9a-f]{12}\b/HASH/g
s/entente [0-9]+\.[0-9]+\.[0-9]+/entente VERSION/g
s/("version": )"[^"]*"/\1"VERSION"/
