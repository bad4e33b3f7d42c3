# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# unit_tests: builds what the tests with the label "unit" need, and nothing else (.ci/run, under sanitizers).
add_custom_target(unit_tests)
# These are CI's (.ci/run, ./test):
set(BONDWRIGHT_UNIT_TESTS "" CACHE PATH "A build folder whose unit tests ctest runs instead of this one's")
option(BONDWRIGHT_BRIEF_LAB "Of the lab's long tables run some rows only, in which each cause and each state occurs" OFF)
option(BONDWRIGHT_TEST_ROOMS "Make one program of all unit tests of a folder: for a build in one go" OFF)
include(${CMAKE_CURRENT_LIST_DIR}/TestRooms.cmake)

# bw_unit_program(TARGET [IN_ROOM]): TARGET belongs to the unit tests; IN_ROOM: the folder's program does its work.
function(bw_unit_program target)
  cmake_parse_arguments(ARG "IN_ROOM" "" "" ${ARGN})
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  if(ARG_IN_ROOM)
    bw_add_to_room(${target})
  else()
    add_dependencies(unit_tests ${target})
  endif()
  if(BONDWRIGHT_UNIT_TESTS OR ARG_IN_ROOM)
    set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL TRUE)
  endif()
endfunction()

# bw_program_of(TARGET VARIABLE): where ctest finds the program of a unit test.
function(bw_program_of target variable)
  if(BONDWRIGHT_UNIT_TESTS)
    set(${variable} ${BONDWRIGHT_UNIT_TESTS}/tests/${target} PARENT_SCOPE)
  else()
    set(${variable} $<TARGET_FILE:${target}> PARENT_SCOPE)
  endif()
endfunction()

# bw_add_test(NAME [OWN_BUILD] [SOURCES ...] [LINKS ...])
#   A Qt Test program run by ctest with label "unit". NAME.cpp is taken if no sources are named. OWN_BUILD: always this
#   build's, for tests whose children are killed hundreds of times, which is dear and pointless under sanitizers.
function(bw_add_test name)
  cmake_parse_arguments(ARG "OWN_BUILD" "" "SOURCES;LINKS" ${ARGN})
  if(NOT ARG_SOURCES)
    set(ARG_SOURCES ${name}.cpp)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  if(ARG_OWN_BUILD)
    set(program $<TARGET_FILE:${name}>)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  else()
    bw_program_of(${name} program)
    if(BONDWRIGHT_TEST_ROOMS)
      set(room IN_ROOM)
    endif()
    bw_unit_program(${name} ${room})
  endif()
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE bw_options ${ARG_LINKS} Qt6::Test)
  # In the asan preset: what is tested is instrumented, the test itself need not be (a third of its compile time).
  target_compile_options(${name} PRIVATE -fno-sanitize=undefined)
  add_test(NAME ${name} COMMAND ${program})
  # What hangs is ended by Qt Test, after five minutes of one function, and shows where.
  set_tests_properties(${name} PROPERTIES LABELS unit TIMEOUT 900 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()

# bw_mark_long(TEST ...): what CI leaves out where the machine is slow (./test), because others cover a part of it.
function(bw_mark_long)
  set_property(TEST ${ARGN} APPEND PROPERTY LABELS long)
endfunction()

# bw_add_benchmark(NAME sources ... LINKS libraries ...): a program that prints figures (tests/bench/README.md), built when asked for.
function(bw_add_benchmark name)
  cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
  add_executable(${name} EXCLUDE_FROM_ALL ${ARG_UNPARSED_ARGUMENTS})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE bw_options ${ARG_LINKS})
  add_dependencies(benchmarks ${name})
endfunction()

# bw_add_lab_test(NAME [TIMEOUT seconds] [OPTIONS --nics 2 --nm ...] COMMAND program [args ...])
#   A command run inside a lab guest (tests/lab/lab, docs/LAB.md), label "lab". One boot for each test:
#   put several checks into one program. The guest's logs stay in lab-logs/NAME of the build folder.
function(bw_add_lab_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "OPTIONS;COMMAND" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  if(NOT BONDWRIGHT_BRIEF_LAB) # all the rows, six guests at a time
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 3")
  endif()
  add_test(NAME ${name} COMMAND ${PROJECT_SOURCE_DIR}/tests/lab/lab --timeout ${ARG_TIMEOUT}
    --logs ${PROJECT_BINARY_DIR}/lab-logs/${name} ${ARG_OPTIONS} -- ${ARG_COMMAND})
  # The lab's own limit comes first, because it shows the guest's logs.
  math(EXPR outer "${ARG_TIMEOUT} + 60")
  # 77 is the lab's word for: user-mode-linux does not exist for this machine. What may take long is started
  # first (COST), else one processor waits for the last test.
  set_tests_properties(${name} PROPERTIES LABELS lab TIMEOUT ${outer} SKIP_RETURN_CODE 77 COST ${ARG_TIMEOUT})
endfunction()
