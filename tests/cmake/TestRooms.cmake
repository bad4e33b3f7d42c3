# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# One program for all unit tests of a folder, which goes by the name that it is called by: most of the time of a small
# test's build goes into starting moc, the compiler and the linker for it alone. Each file is still compiled by itself.

# bw_add_to_room(TEST): at the end of the folder, this test becomes a part of its program.
function(bw_add_to_room test)
  get_property(tests DIRECTORY PROPERTY BONDWRIGHT_ROOM)
  if(NOT tests)
    cmake_language(DEFER CALL bw_make_room)
  endif()
  set_property(DIRECTORY APPEND PROPERTY BONDWRIGHT_ROOM ${test})
endfunction()

function(bw_make_room)
  get_filename_component(room ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  set(room tests_${room})
  get_property(tests DIRECTORY PROPERTY BONDWRIGHT_ROOM)
  set(declarations)
  set(rows)
  set(links)
  set(all_sources)
  foreach(test ${tests})
    string(APPEND declarations "int main_of_${test}(int, char **);\n")
    string(APPEND rows "    {\"${test}\", main_of_${test}},\n")
    list(APPEND links COMMAND ${CMAKE_COMMAND} -E create_symlink ${room} ${PROJECT_BINARY_DIR}/tests/${test})
    get_target_property(sources ${test} SOURCES)
    list(APPEND all_sources ${sources})
    set_source_files_properties(${test}.cpp PROPERTIES COMPILE_DEFINITIONS main=main_of_${test})
  endforeach()
  list(REMOVE_DUPLICATES all_sources)
  file(CONFIGURE OUTPUT room.cpp CONTENT [[
#include <cstdio>
#include <cstring>
@declarations@
struct {
    const char *name;
    int (*run)(int, char **);
} const tests[] = {
@rows@};
int main(int argc, char **argv)
{
    const char *slash = std::strrchr(argv[0], '/');
    const char *name = slash ? slash + 1 : argv[0];
    for (const auto &test : tests) {
        if (std::strcmp(test.name, name) == 0)
            return test.run(argc, argv);
    }
    std::fprintf(stderr, "%s is not the name of a test\n", name);
    return 2;
}
]] @ONLY)
  add_executable(${room} ${all_sources} ${CMAKE_CURRENT_BINARY_DIR}/room.cpp)
  set_target_properties(${room} PROPERTIES UNITY_BUILD OFF RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  foreach(test ${tests})
    foreach(property LINK_LIBRARIES COMPILE_DEFINITIONS COMPILE_OPTIONS INCLUDE_DIRECTORIES)
      get_target_property(value ${test} ${property})
      if(value)
        set_property(TARGET ${room} APPEND PROPERTY ${property} ${value})
      endif()
    endforeach()
    get_target_property(needed ${test} MANUALLY_ADDED_DEPENDENCIES)
    if(needed)
      add_dependencies(${room} ${needed})
    endif()
  endforeach()
  add_custom_command(TARGET ${room} POST_BUILD ${links} VERBATIM)
  add_dependencies(unit_tests ${room})
endfunction()
