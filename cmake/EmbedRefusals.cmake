# Writes refusal_table.cpp: docs/refusals.md as one text, for the command line's own words.
# Usage: cmake -DTABLE=file -DOUT=file -P EmbedRefusals.cmake
file(READ ${TABLE} text)
file(WRITE ${OUT} "#include \"app/words.hpp\"

namespace ogniwo::app {

const std::string_view refusal_table = R\"md(${text})md\";

}  // namespace ogniwo::app
")
