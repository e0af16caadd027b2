# What the program stands on, from Debian 12. `./dev` installs it.
find_package(fmt REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(ZLIB REQUIRED)
find_package(pugixml REQUIRED)
find_path(ENTENTE_RANDOM123 Random123/philox.h REQUIRED)
find_path(ENTENTE_TOMLPLUSPLUS toml++/toml.h REQUIRED)

# Libraries whose packages bring no usable CMake configuration.
function(entente_plain_library target library header)
  find_library(ENTENTE_LIBRARY_${library} ${library} REQUIRED)
  find_path(ENTENTE_INCLUDE_${library} ${header} REQUIRED)
  add_library(${target} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(${target} PROPERTIES
    IMPORTED_LOCATION "${ENTENTE_LIBRARY_${library}}"
    INTERFACE_INCLUDE_DIRECTORIES "${ENTENTE_INCLUDE_${library}}")
endfunction()
entente_plain_library(ReadStat::ReadStat readstat readstat.h)
entente_plain_library(LibZip::LibZip zip zip.h)
include(EntenteDuckDB)

if(ENTENTE_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()
if(ENTENTE_BENCH)
  find_package(benchmark REQUIRED)
endif()
