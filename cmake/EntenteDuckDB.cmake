# DuckDB, the engine of `datasets` and `panels`, through its C interface: a system library where there is one
# (-DENTENTE_DUCKDB=SYSTEM), else the published binary of the very version below, fetched once by npm (a package manager
# here, nothing more: no script of a package runs) and held to its checksum.
#
# Defines the target DuckDB::DuckDB and ENTENTE_DUCKDB_LIBRARY, the file that an installation takes along.
set(ENTENTE_DUCKDB "FETCH" CACHE STRING "FETCH the pinned DuckDB, or use the SYSTEM's")
set(ENTENTE_DOWNLOADS "${PROJECT_SOURCE_DIR}/.cache/downloads" CACHE PATH "Where fetched archives are kept between builds")

# name@version, file name that `npm pack` gives it, SHA-512
set(ENTENTE_DUCKDB_BINARY
    "@duckdb/node-bindings-linux-x64@1.4.4-r.4"
    "duckdb-node-bindings-linux-x64-1.4.4-r.4.tgz"
    "8c14cbfd6bdfc312d3a056bfa551df4fa7a532d96d2469dcdf04aec590fd39f325b62b7d614755152dfbbc1150cd7313d59f0e5a3b528cc87eccf2b13b01cb1c")
set(ENTENTE_DUCKDB_HEADER
    "duckdb@1.4.4"
    "duckdb-1.4.4.tgz"
    "844249e61c9517454b8f776638ba6c5ab411d1bddde1892ab72826ea25178c72430e74aa83f5122b171be6abcdace84560f824b5ac94e9d5c2b603ea7269a9a2")

# Fetches one package unless its archive is there already, checks it, and unpacks the files that match `pattern`.
function(entente_fetch_package package archive_name sha512 pattern destination)
  set(archive "${ENTENTE_DOWNLOADS}/${archive_name}")
  if(EXISTS "${archive}")
    file(SHA512 "${archive}" found)
  endif()
  if(NOT found STREQUAL sha512)
    find_program(ENTENTE_NPM npm)
    if(NOT ENTENTE_NPM)
      message(FATAL_ERROR "DuckDB is fetched with npm, which is missing: install npm, or DuckDB itself and configure with "
                          "-DENTENTE_DUCKDB=SYSTEM")
    endif()
    file(MAKE_DIRECTORY "${ENTENTE_DOWNLOADS}")
    message(STATUS "Fetching ${package}")
    # Into a folder of this build, then renamed: two builds at once must not read each other's half of a file.
    set(arriving "${CMAKE_BINARY_DIR}/arriving")
    file(MAKE_DIRECTORY "${arriving}")
    execute_process(
      COMMAND ${ENTENTE_NPM} pack --silent --ignore-scripts --pack-destination "${arriving}" "${package}"
      WORKING_DIRECTORY "${arriving}" OUTPUT_QUIET ERROR_VARIABLE trouble RESULT_VARIABLE result)
    if(NOT result EQUAL 0)
      message(FATAL_ERROR "npm could not fetch ${package}: ${trouble}")
    endif()
    file(RENAME "${arriving}/${archive_name}" "${archive}")
    file(SHA512 "${archive}" found)
    if(NOT found STREQUAL sha512)
      file(REMOVE "${archive}")
      message(FATAL_ERROR "${package} is not the file it should be: SHA-512 ${found}")
    endif()
  endif()
  file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${destination}" PATTERNS "${pattern}")
endfunction()

if(ENTENTE_DUCKDB STREQUAL "SYSTEM")
  find_library(ENTENTE_DUCKDB_LIBRARY duckdb REQUIRED)
  find_path(ENTENTE_DUCKDB_INCLUDE duckdb.h REQUIRED)
else()
  set(unpacked "${CMAKE_BINARY_DIR}/duckdb")
  set(ENTENTE_DUCKDB_LIBRARY "${unpacked}/package/libduckdb.so")
  set(ENTENTE_DUCKDB_INCLUDE "${unpacked}/package/src/duckdb/src/include")
  if(NOT EXISTS "${ENTENTE_DUCKDB_LIBRARY}" OR NOT EXISTS "${ENTENTE_DUCKDB_INCLUDE}/duckdb.h")
    if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux" OR NOT CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
      message(FATAL_ERROR "no DuckDB is pinned for ${CMAKE_SYSTEM_NAME} on ${CMAKE_SYSTEM_PROCESSOR}: install it and "
                          "configure with -DENTENTE_DUCKDB=SYSTEM")
    endif()
    entente_fetch_package(${ENTENTE_DUCKDB_BINARY} "*/libduckdb.so" "${unpacked}")
    entente_fetch_package(${ENTENTE_DUCKDB_HEADER} "*/src/duckdb/src/include/duckdb.h" "${unpacked}")
  endif()
endif()

add_library(DuckDB::DuckDB SHARED IMPORTED)
set_target_properties(DuckDB::DuckDB PROPERTIES
  IMPORTED_LOCATION "${ENTENTE_DUCKDB_LIBRARY}"
  INTERFACE_INCLUDE_DIRECTORIES "${ENTENTE_DUCKDB_INCLUDE}")
