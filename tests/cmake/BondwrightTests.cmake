# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# unit_tests: builds what the tests with the label "unit" need, and nothing else (.ci/run, under sanitizers).
add_custom_target(unit_tests)

# bw_add_test(NAME [SOURCES ...] [LINKS ...])
#   A Qt Test program run by ctest with label "unit". NAME.cpp is taken if no sources are named.
function(bw_add_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  if(NOT ARG_SOURCES)
    set(ARG_SOURCES ${name}.cpp)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE bw_options ${ARG_LINKS} Qt6::Test)
  # In the asan preset: what is tested is instrumented, the test itself need not be (a third of its compile time).
  target_compile_options(${name} PRIVATE -fno-sanitize=undefined)
  add_dependencies(unit_tests ${name})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS unit TIMEOUT 300 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()

# bw_add_lab_test(NAME [TIMEOUT seconds] [OPTIONS --nics 2 --nm ...] COMMAND program [args ...])
#   A command run inside a lab guest (tests/lab/lab, docs/LAB.md), label "lab". One boot for each test:
#   put several checks into one program. The guest's logs stay in lab-logs/NAME of the build folder.
function(bw_add_lab_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "OPTIONS;COMMAND" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  add_test(NAME ${name} COMMAND ${PROJECT_SOURCE_DIR}/tests/lab/lab --timeout ${ARG_TIMEOUT}
    --logs ${PROJECT_BINARY_DIR}/lab-logs/${name} ${ARG_OPTIONS} -- ${ARG_COMMAND})
  # The lab's own limit comes first, because it shows the guest's logs.
  math(EXPR outer "${ARG_TIMEOUT} + 60")
  # 77 is the lab's word for: user-mode-linux does not exist for this machine. What may take long is started
  # first (COST), else one processor waits for the last test.
  set_tests_properties(${name} PROPERTIES LABELS lab TIMEOUT ${outer} SKIP_RETURN_CODE 77 COST ${ARG_TIMEOUT})
endfunction()
