# embed_assets(TARGET DIR): builds every file of DIR (the output of the web build) into TARGET, as
# the table that src/http/assets.hpp declares. A missing or empty DIR makes an empty table.
#
# The bytes are taken in by the assembler (.incbin), so that megabytes cost no compile time.
# x.br and x.gz beside a file x are its compressed forms; where there is an x.gz, x itself is left
# out and unpacked for the rare client that wants it.

function(embed_assets target dir)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${dir} ${dir}/*)
  list(TRANSFORM files PREPEND ${dir}/ OUTPUT_VARIABLE inputs)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_assets.cpp)
  set(script ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_assets_script.cmake)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DDIR=${dir} -DOUTPUT=${output} -P ${script}
    DEPENDS ${inputs} ${script}
    COMMENT "Embedding the web interface"
    VERBATIM)
  # The linker's optimiser must not take a file apart whose only content is assembly. A new web
  # build changes the bytes but perhaps not this text, so ccache must not answer for it either.
  set_source_files_properties(${output} PROPERTIES
    OBJECT_DEPENDS "${inputs}"
    COMPILE_OPTIONS "-fno-lto")
  target_sources(${target} PRIVATE ${output})
endfunction()
