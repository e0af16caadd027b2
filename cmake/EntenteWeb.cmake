# The pages (web/): built with Node into three files that stand inside the program. Without Node, or with
# -DENTENTE_WEB=OFF, the program is built without them, and `report` and `serve` say so.
#
# Nothing is fetched unless package-lock.json changed, and nothing is built unless a source did: a second build works
# offline. No script of a package runs.
option(ENTENTE_WEB "Build the pages of `report` and `serve`, where Node 18 or newer and npm are found" ON)
set(ENTENTE_WEB_SOURCE "${PROJECT_SOURCE_DIR}/web" CACHE PATH "Sources of the pages")

# Why the pages cannot be built here; empty if they can.
function(entente_why_no_pages why_not)
  set(${why_not} "" PARENT_SCOPE)
  if(NOT ENTENTE_WEB)
    set(${why_not} "ENTENTE_WEB is off" PARENT_SCOPE)
    return()
  endif()
  if(ENTENTE_FUZZ)
    set(${why_not} "fuzz targets need none" PARENT_SCOPE)
    return()
  endif()
  if(NOT EXISTS "${ENTENTE_WEB_SOURCE}/package-lock.json")
    set(${why_not} "there are no sources in ${ENTENTE_WEB_SOURCE}" PARENT_SCOPE)
    return()
  endif()
  find_program(ENTENTE_NODE NAMES node nodejs)
  find_program(ENTENTE_NPM npm)
  if(NOT ENTENTE_NODE OR NOT ENTENTE_NPM)
    set(${why_not} "node and npm were not found" PARENT_SCOPE)
    return()
  endif()
  execute_process(COMMAND "${ENTENTE_NODE}" --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE
                  ERROR_QUIET)
  string(REGEX MATCH "[0-9]+" major "${version}")
  if(NOT major OR major LESS 18)
    set(${why_not} "Node is ${version}, and 18 or newer is needed" PARENT_SCOPE)
  endif()
endfunction()

# entente_embed_pages(target source): builds the pages before `source` of `target`, and tells it where they are.
function(entente_embed_pages target source)
  entente_why_no_pages(why_not)
  if(why_not)
    message(STATUS "Building without the pages: ${why_not}")
    return()
  endif()
  set(web "${ENTENTE_WEB_SOURCE}")
  set(built "${CMAKE_BINARY_DIR}/web/dist")
  set(pages "${built}/index.html" "${built}/entente.js" "${built}/entente.css")
  set(installed "${web}/node_modules/.installed-lock")

  add_custom_command(
    OUTPUT "${installed}"
    COMMAND "${CMAKE_COMMAND}" "-DWEB=${web}" "-DNPM=${ENTENTE_NPM}" "-DLOCKS=${PROJECT_SOURCE_DIR}/.cache"
            "-DSTAMP=${installed}" -P "${PROJECT_SOURCE_DIR}/cmake/install_packages.cmake"
    DEPENDS "${web}/package-lock.json" "${PROJECT_SOURCE_DIR}/cmake/install_packages.cmake"
    COMMENT "Installing the packages of the pages" VERBATIM)

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${web}/src/*")
  file(GLOB configuration CONFIGURE_DEPENDS "${web}/*.ts" "${web}/*.js" "${web}/*.json" "${web}/index.html")
  add_custom_command(
    OUTPUT ${pages}
    COMMAND "${CMAKE_COMMAND}" -E env "ENTENTE_WEB_OUT=${built}" "${ENTENTE_NPM}" run --silent build
    WORKING_DIRECTORY "${web}"
    DEPENDS "${installed}" ${sources} ${configuration} "${PROJECT_SOURCE_DIR}/GLOSSARY.md"
            "${PROJECT_SOURCE_DIR}/docs/openapi.yaml"
    COMMENT "Building the pages" VERBATIM)
  add_custom_target(entente_pages DEPENDS ${pages})

  add_dependencies(${target} entente_pages)
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS "${pages}"
                                                   COMPILE_DEFINITIONS "ENTENTE_PAGES=\"${built}\"")
endfunction()
