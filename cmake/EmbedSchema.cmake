# Writes schema_files.cpp: every schema/NNNN_name.sql as a raw string, in order.
# Usage: cmake -DSCHEMA=dir -DOUT=file -P EmbedSchema.cmake
file(GLOB files ${SCHEMA}/[0-9][0-9][0-9][0-9]_*.sql)
list(SORT files)
set(entries "")
foreach(path IN LISTS files)
  get_filename_component(name ${path} NAME_WE)
  string(SUBSTRING ${name} 0 4 digits)
  math(EXPR number "1${digits} - 10000")
  file(READ ${path} text)
  string(APPEND entries "    {${number}, \"${name}\", R\"ddl(${text})ddl\"},\n")
endforeach()
file(WRITE ${OUT} "#include \"storage/migrate.hpp\"

namespace ogniwo {

static const Migration files[] = {
${entries}};

std::span<const Migration> migrations() {
    return files;
}

}  // namespace ogniwo
")
