# Installs the packages that web/package-lock.json names, unless they stand there already. Several builds of one tree
# share web/node_modules, so one of them installs and the others wait. STAMP holds the hash of what stands there.
#
#   cmake -DWEB=folder -DNPM=program -DLOCKS=folder -DSTAMP=file -P install_packages.cmake
file(MAKE_DIRECTORY "${LOCKS}")
file(LOCK "${LOCKS}/web-packages.lock" GUARD PROCESS TIMEOUT 900)

file(SHA256 "${WEB}/package-lock.json" wanted)
if(EXISTS "${STAMP}")
  file(READ "${STAMP}" found)
  if(found STREQUAL wanted)
    file(TOUCH "${STAMP}")
    return()
  endif()
endif()

execute_process(COMMAND "${NPM}" ci --ignore-scripts --no-audit --no-fund --loglevel=error
                WORKING_DIRECTORY "${WEB}" RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "npm could not install the packages of the pages (see above). They are fetched once, and need the "
                      "network then; -DENTENTE_WEB=OFF builds the program without its pages.")
endif()
file(WRITE "${STAMP}" "${wanted}")
