# entente_module(NAME DEPENDS other modules… PRIVATE libraries… SOURCES files…)
#
# One folder of src/ as a static library entente_NAME. DEPENDS is the module's whole licence to include: the list is
# written to arrows.txt and tools/check_arrows holds every #include of the folder to it.
set(ENTENTE_ARROWS_FILE ${CMAKE_BINARY_DIR}/arrows.txt CACHE INTERNAL "")
file(WRITE ${ENTENTE_ARROWS_FILE} "")

add_library(entente_options INTERFACE)
target_compile_features(entente_options INTERFACE cxx_std_20)
# g++ 12 sees overlaps in `std::string + char` and uninitialised optionals that are not there (GCC bugs 105651, 80635).
target_compile_options(entente_options INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor
                                                 $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-maybe-uninitialized>)
target_include_directories(entente_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(ENTENTE_WERROR)
  target_compile_options(entente_options INTERFACE -Werror)
endif()
if(ENTENTE_SANITIZE)
  target_compile_options(entente_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
                                                   -fno-omit-frame-pointer)
  target_link_options(entente_options INTERFACE -fsanitize=address,undefined)
endif()

function(entente_module name)
  cmake_parse_arguments(PARSE_ARGV 1 module "" "" "DEPENDS;PRIVATE;SOURCES")
  file(APPEND ${ENTENTE_ARROWS_FILE} "${name}: ${module_DEPENDS}\n")
  add_library(entente_${name} STATIC ${module_SOURCES})
  target_link_libraries(entente_${name} PUBLIC entente_options)
  foreach(other IN LISTS module_DEPENDS)
    target_link_libraries(entente_${name} PUBLIC entente_${other})
  endforeach()
  target_link_libraries(entente_${name} PRIVATE ${module_PRIVATE})
endfunction()

# entente_test(MODULE SOURCES files… [LIBRARIES …] [WHOLE suites…]): one GoogleTest program per module. Every test is a process
# of its own; those of a suite in WHOLE share one, since they share something that takes long to make.
function(entente_test module)
  cmake_parse_arguments(PARSE_ARGV 1 test "" "" "SOURCES;LIBRARIES;WHOLE")
  add_executable(entente_${module}_tests ${test_SOURCES})
  target_link_libraries(entente_${module}_tests PRIVATE entente_${module} ${test_LIBRARIES} GTest::gtest_main)
  target_include_directories(entente_${module}_tests PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(entente_${module}_tests PRIVATE ENTENTE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  set(others "*")
  if(test_WHOLE)
    list(TRANSFORM test_WHOLE APPEND ".*")
    list(JOIN test_WHOLE ":" whole)
    set(others "-${whole}")
  endif()
  # No test sees the user's own data store.
  set(surroundings "ENTENTE_HOME=${PROJECT_BINARY_DIR}/no-home")
  gtest_discover_tests(entente_${module}_tests TEST_PREFIX ${module}. TEST_FILTER "${others}"
                       PROPERTIES LABELS unit ENVIRONMENT "${surroundings}" DISCOVERY_TIMEOUT 60)
  foreach(suite IN LISTS test_WHOLE)
    add_test(NAME ${module}.${suite} COMMAND entente_${module}_tests --gtest_filter=${suite})
    set_tests_properties(${module}.${suite} PROPERTIES LABELS unit ENVIRONMENT "${surroundings}")
  endforeach()
endfunction()
